"""A kept verdict as a page shows it: its clauses as they read that day, and the words that it rests on."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from clausier.chapters.inbox.models import Item
from clausier.document.vocabulary import INCOMING_ACTIONS, SIGNALS
from clausier.policy.models import Version
from clausier.policy.selectors import policy_of


class Cited(NamedTuple):
    """A finding: the clause it cites, what it says, and the names of what was seen."""

    action: str
    clause: str
    number: str
    title: str
    say: str
    seen: list[str]


class Judged(NamedTuple):
    """A verdict in one language, and the message in pieces of which some are marked."""

    action: str
    label: str
    version: str
    findings: list[Cited]
    pieces: list[tuple[str, bool]]


def judged(item: Item, language: str) -> Judged | None:
    """Return the verdict of a message, or None when no policy was in force when it was written."""
    verdict = item.verdict
    if not verdict:
        return None
    return Judged(
        action=verdict["action"],
        label=INCOMING_ACTIONS[verdict["action"]].in_language(language),
        version=verdict["policy"]["version"],
        findings=list(_cited(verdict, language)),
        pieces=list(_pieces(item.text, verdict)),
    )


def _cited(verdict: Mapping[str, Any], language: str) -> Iterator[Cited]:
    titles = _titles(verdict["policy"]["version"], language)
    for finding in verdict["findings"]:
        number, title = titles.get(finding["clause"], ("", ""))
        kinds = {verdict["signals"][index]["kind"]: None for index in finding["signals"]}
        say = finding["say"]
        yield Cited(
            action=finding["action"],
            clause=finding["clause"] or "",
            number=number,
            title=title,
            say=say.get(language) or next(iter(say.values()), ""),
            seen=[getattr(SIGNALS[kind], "fr" if language == "fr" else "en") for kind in kinds if kind in SIGNALS],
        )


def _titles(number: str, language: str) -> dict[str, tuple[str, str]]:
    """Return number and title of each clause of a version, by its id."""
    major, _, minor = number.partition(".")
    is_number = major.isdigit() and minor.isdigit()
    version = Version.objects.adopted().filter(major=major, minor=minor).first() if is_number else None
    if version is None:
        return {}
    policy = policy_of(version)
    numbers = policy.numbers()
    return {clause.id: (numbers[clause.id], clause.title.best(language)) for clause in policy.clauses()}


def _pieces(text: str, verdict: Mapping[str, Any]) -> Iterator[tuple[str, bool]]:
    """Return the text cut where the signals of the findings begin and end, with whether each piece is marked."""
    cited = {index for finding in verdict["findings"] for index in finding["signals"]}
    spans = sorted((each["start"], each["end"]) for place, each in enumerate(verdict["signals"]) if place in cited)
    at = 0
    for start, end in spans:
        if end <= at:
            continue
        if start > at:
            yield text[at:start], False
        yield text[max(start, at) : end], True
        at = end
    if at < len(text):
        yield text[at:], False
