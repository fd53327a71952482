"""A verdict as the page shows it: a band, a line for each finding, the text with its spans marked, the room left."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from clausier.chapters.ambassadors.selectors import Shown, shown_clauses
from clausier.chapters.posts.selectors.judging import Question
from clausier.document.networks import NETWORKS, load_network
from clausier.document.vocabulary import SIGNALS
from clausier.engine.verdict import Finding, Fix, Verdict
from clausier.policy.models import Version

_LINK = re.compile(r"https?://\S+")


class Mend(NamedTuple):
    """A fix as a button: its place, its words, its edits for the browser (code points) and its key."""

    place: str
    label: str
    edits: str
    key: int


class Line(NamedTuple):
    """A finding as a line; ``mends`` are its buttons."""

    action: str
    say: str
    shown: Shown | None
    mends: list[Mend]
    is_protected: bool


class Piece(NamedTuple):
    """A run of the text, and what was found in it."""

    text: str
    found: str


class Room(NamedTuple):
    """Characters left on a network, and left once the tie is told."""

    network: str
    left: int
    with_disclosure: int | None


@dataclass(frozen=True)
class Answer:
    """What the page shows of a verdict."""

    verdict: Verdict
    lines: list[Line]
    echo: list[Piece]
    room: Room | None

    @property
    def is_protected(self) -> bool:
        """Whether something protected was touched."""
        return any(line.is_protected for line in self.lines)


def answer_of(version: Version, verdict: Verdict, question: Question, language: str) -> Answer:
    """Return a verdict as it is shown in a language."""
    page = _Page(verdict, shown_clauses(version, language), language)
    lines: list[Line] = []
    for place, finding in enumerate(verdict.findings):
        so_far = sum(len(line.mends) for line in lines)
        lines.append(_line(page, finding, place, so_far))
    return Answer(verdict, lines, echo_of(question.text, verdict, language), room_of(question, verdict))


def fix_at(verdict: Verdict, place: str) -> Fix | None:
    """Return the fix that a button named, or None when the text no longer has it."""
    finding, _, fix = place.partition(".")
    if not (finding.isdecimal() and fix.isdecimal()) or int(finding) >= len(verdict.findings):
        return None
    fixes = verdict.findings[int(finding)].fixes
    return fixes[int(fix)] if int(fix) < len(fixes) else None


def echo_of(text: str, verdict: Verdict, language: str) -> list[Piece]:
    """Return the text in pieces, those that a finding rests on with what was found there; they add up to the text."""
    cited = sorted({index for finding in verdict.findings for index in finding.signals})
    spans = [verdict.signals[index] for index in cited if verdict.signals[index].end > verdict.signals[index].start]
    cuts = sorted({0, len(text), *(cut for each in spans for cut in (each.start, each.end))})
    pieces = []
    for start, end in pairwise(cuts):
        kinds = dict.fromkeys(each.kind for each in spans if each.start <= start and end <= each.end)
        pieces.append(Piece(text[start:end], ", ".join(SIGNALS[kind].in_language(language) for kind in kinds)))
    return pieces


def room_of(question: Question, verdict: Verdict) -> Room | None:
    """Return the characters left on a network, as it counts links; None where there is no limit or no network."""
    if question.network not in NETWORKS:
        return None
    network = load_network(question.network)
    limit = network.length.get("post")
    if limit is None:
        return None
    left = limit - _length(question.text, network.counts_links_as)
    added = (len(edit.insert) for fix in _fixes(verdict.findings) for edit in fix.edits if edit.start == edit.end == 0)
    disclosure = next(added, None)
    return Room(question.network, left, None if disclosure is None else left - disclosure)


def _length(text: str, links_as: int | None) -> int:
    if links_as is None:
        return len(text)
    return len(_LINK.sub("", text)) + links_as * len(_LINK.findall(text))


def _fixes(findings: Iterable[Finding]) -> Iterable[Fix]:
    return (fix for finding in findings for fix in finding.fixes)


class _Page(NamedTuple):
    """What every line of a page needs."""

    verdict: Verdict
    clauses: dict[str, Shown]
    language: str


def _line(page: _Page, finding: Finding, place: int, so_far: int) -> Line:
    verdict, clauses, language = page
    say = finding.say.get(language) or next(iter(finding.say.values()), "")
    mends = [
        Mend(
            f"{place}.{number}",
            fix.label.get(language) or next(iter(fix.label.values()), ""),
            json.dumps([edit._asdict() for edit in fix.edits]),
            so_far + number + 1,
        )
        for number, fix in enumerate(finding.fixes)
    ]
    is_protected = any(verdict.signals[index].kind.startswith("conf.") for index in finding.signals)
    return Line(finding.action, say, clauses.get(finding.clause or ""), mends, is_protected)
