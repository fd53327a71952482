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
from typing import TYPE_CHECKING

from clausier.auditing.cues import ELEMENT_LISTS
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
SURE = 1.5  # the answer from which a sentence proves alone
LEFT_TO_CUES = ("transparency", "regulation")  # a law, or who one is, is told by name more than by sense
WHOLLY = 0.5  # the answer from which it covers
INSIDE_ONLY = ("expectations", "training", "time")  # what nobody asks of the public
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
    return {
        name: [*found, *_added(document, name, found, answers[:, [number, number + len(ELEMENT_LISTS)]].tolist())]
        for number, (name, found) in enumerate(proofs.items())
    }


def _added(document: Document, name: str, found: list[Proof], answers: list[list[float]]) -> Iterator[Proof]:
    if name in LEFT_TO_CUES:
        return
    proved = {each.reading.passage.start for each in found}
    for each, (about, whole) in zip(document.body, answers, strict=True):
        if about >= SURE and each.passage.start not in proved:
            yield from _proofs(name, each, covers=whole >= WHOLLY)


def _proofs(name: str, each: Reading, *, covers: bool) -> Iterator[Proof]:
    """Yield what a sentence proves of which the reader is sure, as far as it speaks to those whom it must."""
    if len(each.passage.said.split()) < SHORTEST or each.aims:
        return
    if each.addressee == PUBLIC and name in INSIDE_ONLY:
        return
    if name == "comments" and each.addressee == INSIDER and each.named == INSIDER:
        return
    capped = name == "confidentiality" and (each.addressee == PUBLIC or each.removes)
    span = (0, len(each.passage.said))
    if covers and not capped:
        yield Proof(each, FULL, span, whole=True)
    else:
        yield Proof(each, HALF, span, HALF_OF.get(name, ""))


def texts_of(document: Document) -> Sequence[str]:
    """Return what is read of each passage of the body of a document: an item goes on with the line above it."""
    above = (f"{each.opening.passage.text} " if each.opening and each.is_item else "" for each in document.body)
    return [f"{line}{each.passage.text}"[:LONGEST] for line, each in zip(above, document.body, strict=True)]
