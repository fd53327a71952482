"""The judgement of a text: the status of each element, the shortest words that prove it, and how sure that is."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial

from clausier.auditing.cues import ELEMENT_LISTS
from clausier.auditing.elements import ABSENT, COVERED, FULL, JUDGES, PARTIAL, Proof
from clausier.auditing.grounds import Ground, grounds, is_ground, mode
from clausier.auditing.learned import Reader
from clausier.auditing.readings import PUBLIC, Document
from clausier.auditing.weighing import Decision, Heard, decided

ENOUGH_EXPECTATIONS = 2
MANY_RULES = 2  # of which one is told by a known cue of conduct
ENOUGH_REASONS = 2
MOST_QUOTES, MOST_PASSAGES = 3, 12
LONGEST_QUOTE = 240
MAY_BE_FOR_THE_PUBLIC = ("transparency", "regulation", "confidentiality", "consequences")
PARTS_SHOWN = ("removal", "path", "monitor", "delay", "not")  # of comments and of answers, in the order of their weight
MOST_SURE = 0.95
CONVINCING = 5  # words: fewer are true, and convince nobody

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Element:
    """What a text says of one of the ten elements; spans are offsets in it."""

    status: str
    confidence: float
    quotes: Spans = ()
    passages: Spans = ()
    to_public: bool = False


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a text says of the ten elements, of others, and of the removal of comments."""

    elements: dict[str, Element]
    others: tuple[str, ...] = ()
    grounds: tuple[Ground, ...] = ()
    moderation: str | None = None
    document: Document | None = field(default=None, repr=False, compare=False)


def judged(document: Document, reader: Reader | None = None) -> Judgement:
    """Return the judgement of a text: by its cues, and where a learned reader is given, by what that thinks of it."""
    reasons = grounds(document)
    proofs = {name: list(JUDGES[name](document)) for name in ELEMENT_LISTS}
    told = {name: _status(name, found, reasons) for name, found in proofs.items()}
    if reader and set(told.values()) != {ABSENT}:  # a text of which no cue says anything is no policy
        elements = _weighed(Heard(document, reader.answers(document)), proofs, told, reasons, reader)
    else:
        elements = {name: _element(name, _by_cues(told[name], found), found) for name, found in proofs.items()}
    moderated = mode(document) if elements["comments"].status != ABSENT else None
    return Judgement(elements, _others(document), tuple(reasons), moderated, document)


def _weighed(
    heard: Heard, proofs: dict[str, list[Proof]], told: dict[str, str], reasons: list[Ground], reader: Reader
) -> dict[str, Element]:
    elements = {}
    grounds_named = len({each.kind for each in reasons})
    for name, found in proofs.items():
        decision = decided(heard.evidence(name, told[name], grounds_named), name, reader)
        elements[name] = _element(name, decision, heard.proofs(name, found, decision.status))
    return elements


def _status(name: str, proofs: list[Proof], reasons: list[Ground]) -> str:
    if not proofs:
        return ABSENT
    full = [each for each in proofs if each.level == FULL]
    if name == "expectations":
        distinct = {each.what for each in full if each.what}
        if not distinct and len(full) == len(proofs):  # duties of all kinds, none of conduct
            return ABSENT
        bound = {each.reading.passage.start for each in full}
        several = len(bound) >= MANY_RULES or any(
            each.what and each.reading.binds and each.reading.enumerates for each in full
        )
        return COVERED if len(distinct) >= ENOUGH_EXPECTATIONS or (distinct and several) else PARTIAL
    if name == "responses":
        parts = {each.what for each in proofs}
        return COVERED if "path" in parts and parts & {"monitor", "delay", "not"} else PARTIAL
    if name == "comments":
        return _comments(proofs, reasons)
    return COVERED if full else PARTIAL


def _comments(proofs: list[Proof], reasons: list[Ground]) -> str:
    removal = [each for each in proofs if each.what == "removal"]
    kinds = {each.kind for each in reasons}
    if removal and len(kinds) >= ENOUGH_REASONS:
        return COVERED
    if kinds and any(is_ground(each.reading) and each.reading.enumerates for each in removal):
        return COVERED  # of several reasons the words of one are known
    listed = any(each.reading.has("comments", "listed") and is_ground(each.reading) for each in removal)
    return COVERED if listed else PARTIAL


# What is only a reason to remove a comment is told with the grounds: it is no subject of the policy.
TOLD_AS_GROUNDS = frozenset(
    ("endorsement_neutrality", "harassment", "labour_rights", "monitoring", "paid_or_commercial", "personal_safety")
)
SHORTEST_OTHER = 3  # words: "approved by" is a label


def _others(document: Document) -> tuple[str, ...]:
    told = set()
    for each in document.body:
        others = {section for name, section in each.cues if name == "others"}
        if is_ground(each):
            others -= TOLD_AS_GROUNDS
        if each.is_item or len(each.passage.said.split()) >= SHORTEST_OTHER:
            told |= others
    return tuple(sorted(told))


def _element(name: str, decision: Decision, proofs: list[Proof]) -> Element:
    chance = round(min(MOST_SURE, decision.chance), 2)
    if decision.status == ABSENT:
        return Element(ABSENT, chance)
    best = sorted(proofs, key=partial(_rank, name))
    level = max(each.level for each in best)
    counted = [each for each in best if each.level == level]
    counted = [each for each in counted if each.what] or counted
    shown = [*{each.what: each for each in reversed(counted)}.values()][::-1] if name == "responses" else counted
    quotes = _apart(_unique(_quote(each) for each in shown))[:MOST_QUOTES]
    whole = _unique((each.reading.passage.start, each.reading.passage.end) for each in counted)[:MOST_PASSAGES]
    public = name in MAY_BE_FOR_THE_PUBLIC and all(each.reading.addressee == PUBLIC for each in counted)
    return Element(decision.status, chance, tuple(quotes), tuple(sorted(whole)), public)


def _by_cues(status: str, proofs: list[Proof]) -> Decision:
    """Return the decision where the cues stand alone: the more passages say so, the surer."""
    if status == ABSENT:
        return Decision(ABSENT, 0.6)
    level = max(each.level for each in proofs)
    passages = {each.reading.passage.start for each in proofs if each.level == level}
    return Decision(status, (0.7 if status == COVERED else 0.5) + 0.08 * min(len(passages), 3))


def _rank(name: str, proof: Proof) -> tuple[float, ...]:
    """Return by what proofs are ordered for a reader: the one that convinces most is shown first."""
    reading = proof.reading
    words = len(reading.passage.said.split())
    lists = (name, "grounds") if name == "comments" else (name,)
    cues = sum(len(places) for (of, _), places in reading.cues.items() if of in lists)
    part = PARTS_SHOWN.index(proof.what) if proof.what in PARTS_SHOWN else len(PARTS_SHOWN)
    return (-proof.level, part, words < CONVINCING, -round(proof.heard), -cues, words, reading.passage.start)


def _unique(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    return list(dict.fromkeys(spans))


def _apart(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the spans but for those inside another."""
    return [
        (start, end)
        for start, end in spans
        if not any((start, end) != each and each[0] <= start and end <= each[1] for each in spans)
    ]


# Where a long sentence may be cut: not in a link or an hour, and not beside a bracket, which would stay alone.
_PAUSE = re.compile(r"[,;:]\s")


def _quote(proof: Proof) -> tuple[int, int]:
    """Return the shortest words that prove: the sentence, or where it is long the part of it around the cue."""
    passage = proof.reading.passage
    if passage.end - passage.start <= LONGEST_QUOTE:
        return passage.start, passage.end
    start, end = passage.span(*proof.span)
    text, base = passage.text, passage.start
    first = max((match.end() for match in _PAUSE.finditer(text, 0, start - base)), default=0)
    last = match.start() if (match := _PAUSE.search(text, end - base)) else len(text)
    first, last = max(first, start - base - LONGEST_QUOTE), min(last, end - base + LONGEST_QUOTE)
    while first > 0 and text[first - 1].isalnum():
        first -= 1
    while last < len(text) and text[last - 1].isalnum() and text[last].isalnum():
        last += 1
    while text[first].isspace():
        first += 1
    return base + first, base + len(text[:last].rstrip())
