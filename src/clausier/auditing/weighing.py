"""The decision on each element where the learned reader helps: what the cues say and what it hears, added up.

Two sums an element: whether anything is there, and if so whether it covers. Each kind of evidence weighs the same for
all ten elements, and never against what it speaks for; how much an element needs is its own. The weights are fitted on
labelled policies that the layer was not taught (``training/audit.py``). What the labelling guide lays down is no
matter of weight: who is addressed (``_may_prove``), and what counts for half where it binds the public.
"""

import math
from typing import TYPE_CHECKING, NamedTuple

from clausier.auditing.cues import ELEMENT_LISTS
from clausier.auditing.elements import ABSENT, COVERED, FULL, HALF, PARTIAL, Proof
from clausier.auditing.learned import PARTS, Reader
from clausier.auditing.readings import INSIDER, PUBLIC, Document, Reading

if TYPE_CHECKING:
    from clausier.engine.heads.model import Array

THERE = ("cue", "full-cue", "surest", "second")
COVERS = ("full-cue", "surest-whole", "grounds")
LIKELY = 0.5
FAR = 8.0  # the answers are cut at it, so that one sentence decides no policy
NEAR = -1.0  # from which answer on a sentence may be one on answers
HEARD = -0.75  # from which answer on a sentence that no cue knows is enough for an element to be there
WHOLE = -1.0  # from which answer on one that no cue knows is enough for it to be covered
SURE = 1.0  # from which answer on a sentence that no cue knows is shown as a proof beside others
DOUBTED = -1.0  # up to which answer on a cue is not shown, where something else is
ENOUGH_GROUNDS = 3
SHORTEST = 4  # words
INSIDE_ONLY = ("expectations", "training", "time")  # what nobody asks of the public
HALF_OF_THE_PUBLIC = ("transparency", "confidentiality")
HALF_OF = {"responses": "answers", "comments": "moderated"}


class Decision(NamedTuple):
    """The status of an element, and how likely it is."""

    status: str
    chance: float


class Evidence(NamedTuple):
    """What speaks for an element being there, and for its being covered; the order is that of the weights."""

    there: tuple[float, ...]
    covers: tuple[float, ...]


class Heard:
    """What the reader hears in a document: for each element what each passage says of it."""

    def __init__(self, document: Document, answers: "Array") -> None:
        self._body = document.body
        self._answers = answers.tolist()

    def about(self, name: str) -> list[float]:
        """Return how sure it is that each passage is about an element; one that must not be believed is far from it."""
        place = ELEMENT_LISTS.index(name)
        pairs = zip(self._body, self._answers, strict=True)
        return [_cut(row[place]) if _may_prove(name, each) else -FAR for each, row in pairs]

    def whole(self, name: str) -> list[float]:
        """Return how sure it is that each passage covers an element."""
        place = ELEMENT_LISTS.index(name) + len(ELEMENT_LISTS)
        rows = zip(self._body, self._answers, self.about(name), strict=True)
        return [-FAR if _is_half(name, each) else min(about, _cut(row[place])) for each, row, about in rows]

    def parts(self) -> list[list[float]]:
        """Return what each passage tells of how questions are answered."""
        near = (about > NEAR for about in self.about("responses"))
        told = (row[2 * len(ELEMENT_LISTS) :] for row in self._answers)
        return [[_cut(each) if is_near else -FAR for each in row] for row, is_near in zip(told, near, strict=True)]

    def evidence(self, name: str, status: str, grounds: int) -> Evidence:
        """Return the evidence for an element, of which the cues give ``status``."""
        first, second, *_ = [*sorted(self.about(name), reverse=True), -FAR, -FAR]
        best, next_best, *_ = [*sorted(self.whole(name), reverse=True), -FAR, -FAR]
        if name == "expectations":  # two concrete ones cover
            best = next_best
        if name == "responses":  # a path covers with any other part
            path, *others = [max(part) for part in zip(*self.parts(), strict=True)]
            best = max(min(path, max(others)), best - 1)
        cue, full = float(status != ABSENT), float(status == COVERED)
        reasons = float(min(grounds, ENOUGH_GROUNDS)) if name == "comments" else 0.0
        return Evidence((cue, full, first, second), (full, best, reasons))

    def proofs(self, name: str, found: list[Proof], status: str) -> list[Proof]:
        """Return the proofs by cues, each with how sure the reader is of it, and those that only the reader gives."""
        if status == ABSENT:
            return []
        about, whole = self.about(name), self.whole(name)
        sure = dict(zip((each.passage.start for each in self._body), about, strict=True))
        heard = [each._replace(heard=sure[each.reading.passage.start]) for each in found]
        known = [each for each in heard if each.heard > DOUBTED]
        proved = {each.reading.passage.start for each in known}
        least = SURE if known else min(SURE, max(about))
        parts = self.parts() if name == "responses" else [[]] * len(about)
        for each, one, covers, of in zip(self._body, about, whole, parts, strict=True):
            if one >= least and each.passage.start not in proved:
                level = FULL if covers > 0 and name != "responses" else HALF
                what = PARTS[of.index(max(of))] if of and max(of) > 0 else HALF_OF.get(name, "")
                known.append(Proof(each, level, (0, len(each.passage.said)), what, heard=one))
        shown = known if max(about) > HEARD else heard
        return [each._replace(level=HALF) for each in shown] if status == PARTIAL else shown


def decided(evidence: Evidence, name: str, reader: Reader) -> Decision:
    """Return the decision on an element by the evidence for it."""
    cue, _, surest, _ = evidence.there
    full_cue, surest_whole, _ = evidence.covers
    there = _chance(evidence.there, name, reader.there.tolist())
    covers = _chance(evidence.covers, name, reader.covers.tolist())
    # How often policies have an element, or cover it, is no proof that this one does.
    if not cue and surest < HEARD:
        there = min(there, 1 - LIKELY)
    if not full_cue and surest_whole < WHOLE:
        covers = min(covers, 1 - LIKELY)
    if there <= LIKELY:
        return Decision(ABSENT, 1 - there)
    return Decision(COVERED, there * covers) if covers > LIKELY else Decision(PARTIAL, there * (1 - covers))


def terms(evidence: tuple[float, ...], name: str) -> list[float]:
    """Return what the weights are multiplied with: one, the evidence, and which of the elements it is."""
    return [1.0, *evidence, *(float(name == each) for each in ELEMENT_LISTS)]


def _chance(evidence: tuple[float, ...], name: str, weights: list[float]) -> float:
    return 1 / (1 + math.exp(-sum(a * b for a, b in zip(terms(evidence, name), weights, strict=True))))


def _cut(answer: float) -> float:
    return max(-FAR, min(FAR, answer))


def _may_prove(name: str, each: Reading) -> bool:
    """Tell whether a passage speaks to those whom it must, whatever it says."""
    if len(each.passage.said.split()) < SHORTEST or each.aims:
        return False
    if each.addressee == PUBLIC and name in INSIDE_ONLY:
        return False
    return not (name == "comments" and each.addressee == INSIDER and each.named == INSIDER)


def _is_half(name: str, each: Reading) -> bool:
    return name in HALF_OF_THE_PUBLIC and (each.addressee == PUBLIC or each.removes)
