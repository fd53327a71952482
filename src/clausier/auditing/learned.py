"""A learned reader of the sentences of a policy: it proves what no cue says.

A cue knows the wordings that somebody thought of; "nobody sits in front of it alone before Carole has shown them
round" promises a training without one of its words. One layer over the sentence encoder that the extra
``clausier[ml]`` brings has learnt from sentences (``training/audit``) what such a sentence is about. It adds and
never refuses, since on whole policies its doubts were wrong more often than the cues; who is addressed is decided by
the words (``readings``), and without the extra the cues stand alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from clausier.auditing.cues import ELEMENT_LISTS, Span
from clausier.auditing.elements import FULL, HALF, Proof
from clausier.auditing.readings import INSIDER, PUBLIC, Document, Reading
from clausier.engine.heads.encoder import is_installed
from clausier.engine.heads.learned import encoder
from clausier.library import LIBRARY

if TYPE_CHECKING:
    from clausier.engine.heads.model import Array

WEIGHTS = LIBRARY / "weights" / "audit.npz"
SPREAD = 8.0  # the vectors of the encoder have length 1: brought to the size at which the layer was trained
LONGEST = 600  # characters of a passage that are read
SHORTEST = 4  # words


NEVER = float("inf")
LEAST = 0.3  # the least answer of a sentence that is believed because it seems to cover


class Sure(NamedTuple):
    """From which answers the reader is believed of an element.

    A sentence that no cue knows proves it from ``alone``, or when it seems to cover it by ``wholly``; it covers it from
    ``covers``. One that a cue counts for half covers it from ``raises``.
    """

    alone: float
    wholly: float = NEVER
    covers: float = 0.3
    raises: float = 1.1


# Fitted by leaving out one labelled document after another. A law, or who one is, is told by name more than by sense.
SURE = {
    "expectations": Sure(1.1, raises=NEVER),
    "transparency": Sure(NEVER, raises=NEVER),
    "training": Sure(1.2, 0.5, 0.5, 1.5),
    "regulation": Sure(3.0, covers=2.0, raises=NEVER),
    "confidentiality": Sure(1.2, 0.5),
    "time": Sure(1.1, 0.5, 0.0),
    "accounts": Sure(3.0),
    "responses": Sure(1.8, raises=0.7),
    "comments": Sure(1.5),
    "consequences": Sure(1.5, 0.5, 0.0),
}
SURE_OF_PART = 0.5
INSIDE_ONLY = ("expectations", "training", "time")  # what nobody asks of the public
PARTS = ("path", "monitor", "delay", "not")  # of an answer: who gives it, who watches, how fast, and when none is given
HALF_OF = {"responses": "answers", "comments": "moderated"}


@dataclass(frozen=True)
class Reader:
    """The layer: for each element whether a sentence is about it, then for each whether it covers it."""

    weights: "Array"
    shift: "Array"

    def answers(self, document: Document) -> "Array":
        """Return the answers to each passage of the body of a document, a row each; more than 0 is yes."""
        return self.of_vectors(encoder().encode(texts_of(document)))

    def of_vectors(self, vectors: "Array") -> "Array":
        """Return the answers to sentences given by their vectors."""
        return (vectors * SPREAD @ self.weights + self.shift).astype("float32")

    @classmethod
    def read(cls, path: Path) -> "Reader":
        """Read the layer; raises OSError or ValueError when it cannot be."""
        import numpy as np

        with np.load(path, allow_pickle=False) as data:
            return cls(data["weights"].astype(np.float32), data["shift"].astype(np.float32))


@cache
def installed() -> Reader | None:
    """Return the reader, or None where the extra ``clausier[ml]`` or its weights are not there."""
    return Reader.read(WEIGHTS) if is_installed() and WEIGHTS.is_file() else None


def with_learned(document: Document, proofs: dict[str, list[Proof]], answers: "Array") -> dict[str, list[Proof]]:
    """Return the proofs by cues, with those that only the answers give."""
    told: dict[str, list[Proof]] = {}
    rows = {each.passage.start: heard for each, heard in zip(document.body, answers.tolist(), strict=True)}
    for number, (name, found) in enumerate(proofs.items()):
        told[name] = [each._replace(heard=rows[each.reading.passage.start][number]) for each in found]
        proved = {each.reading.passage.start for each in found if each.what or name != "expectations"}
        for each in document.body:
            if _may_prove(name, each):
                heard = rows[each.passage.start]
                about, whole = heard[number], heard[number + len(ELEMENT_LISTS)]
                more = [*_proofs(name, each, about, whole, proved=each.passage.start in proved)]
                if name == "responses" and about > 0:
                    more += _parts(each, heard[2 * len(ELEMENT_LISTS) :])
                told[name] += [proof._replace(heard=about) for proof in more]
    return told


def _parts(each: Reading, heard: list[float]) -> list[Proof]:
    """Return what a sentence on answers tells of how they are given."""
    sure = (part for part, heard_of_it in zip(PARTS, heard, strict=True) if heard_of_it >= SURE_OF_PART)
    return [Proof(each, HALF, _all(each), part) for part in sure]


def _may_prove(name: str, each: Reading) -> bool:
    """Tell whether a sentence speaks to those whom it must, whatever it says."""
    if len(each.passage.said.split()) < SHORTEST or each.aims:
        return False
    if each.addressee == PUBLIC and name in INSIDE_ONLY:
        return False
    return not (name == "comments" and each.addressee == INSIDER and each.named == INSIDER)


def _proofs(name: str, each: Reading, about: float, whole: float, *, proved: bool) -> Iterator[Proof]:
    """Yield what a sentence proves of which the reader is sure; ``proved`` tells that a cue proves something of it."""
    sure = SURE[name]
    capped = name == "confidentiality" and (each.addressee == PUBLIC or each.removes)
    if proved:
        if about > 0 and whole >= sure.raises and not capped:
            yield Proof(each, FULL, _all(each), whole=True)
    elif about < min(sure.alone, LEAST if whole >= sure.wholly else NEVER):
        return
    elif name == "expectations":  # one concrete rule, of which two cover
        yield Proof(each, FULL if whole >= sure.covers else HALF, _all(each), each.passage.said)
    elif whole >= sure.covers and not capped:
        yield Proof(each, FULL, _all(each), whole=True)
    else:
        yield Proof(each, HALF, _all(each), HALF_OF.get(name, ""))


def _all(each: Reading) -> Span:
    return 0, len(each.passage.said)


def texts_of(document: Document) -> Sequence[str]:
    """Return what is read of each passage of the body of a document: an item goes on with the line above it."""
    above = (f"{each.opening.passage.text} " if each.opening and each.is_item else "" for each in document.body)
    return [f"{line}{each.passage.text}"[:LONGEST] for line, each in zip(above, document.body, strict=True)]
