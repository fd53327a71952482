"""A learned reader of a policy: what each of its sentences is about, and how far it covers that.

A cue knows the wordings that somebody thought of; "nobody sits in front of it alone before Carole has shown them
round" promises a training without one of its words. One layer, learnt from sentences and from whole policies
(``training/audit.py``), reads the vector that the sentence encoder of the extra ``clausier[ml]`` gives, that of the
heading and of the sentence before, and the cues. What follows from its answers is decided in ``weighing``. Without
the extra the cues stand alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from clausier.auditing.cues import ELEMENT_LISTS, LISTS, Key, cues
from clausier.auditing.readings import INSIDER, PUBLIC, Document, Reading
from clausier.engine.heads.encoder import WIDTH, is_installed
from clausier.engine.heads.learned import encoder
from clausier.engine.words import LANGUAGES
from clausier.library import LIBRARY

if TYPE_CHECKING:
    from clausier.engine.heads.model import Array

WEIGHTS = LIBRARY / "weights" / "audit.npz"
PARTS = ("path", "monitor", "delay", "not")  # of an answer: who gives it, who watches, how fast, and when none is given
ANSWERS = 2 * len(ELEMENT_LISTS) + len(PARTS)
# How loud each thing is told to the layer. The vectors of the encoder have length 1.
SENTENCE, HEADING, BEFORE, CUE = 8.0, 4.0, 2.4, 2.0
LONGEST, LONGEST_HEADING = 600, 200  # characters that are read
FLAGS = 6
NOT_READ = ("others", "broad")  # lists that say nothing of the ten elements


@dataclass(frozen=True)
class Reader:
    """The layer, and how much each kind of evidence weighs in the decision (``weighing``).

    The answers are, for each element, whether a sentence is about it, then for each whether it covers it, then what is
    told of how questions are answered (``PARTS``).
    """

    weights: "Array"
    shift: "Array"
    there: "Array"
    covers: "Array"

    def answers(self, document: Document) -> "Array":
        """Return the answers to each passage of the body of a document, a row each; more than 0 is yes."""
        return self.of_numbers(numbers(document))

    def of_numbers(self, rows: "Array") -> "Array":
        """Return the answers to sentences given by their numbers."""
        return (rows @ self.weights + self.shift).astype("float32")

    @classmethod
    def read(cls, path: Path) -> "Reader":
        """Read the weights; raises OSError or ValueError when they cannot be, or when they are of other cues."""
        import numpy as np

        with np.load(path, allow_pickle=False) as data:
            if data["keys"].tolist() != [" ".join(key) for key in keys()]:
                raise ValueError(f"{path}: trained on other cues than those of this version")
            return cls(*(data[name].astype(np.float32) for name in ("weights", "shift", "there", "covers")))


@cache
def installed() -> Reader | None:
    """Return the reader, or None where the extra ``clausier[ml]`` or its weights are not there."""
    return Reader.read(WEIGHTS) if is_installed() and WEIGHTS.is_file() else None


@cache
def keys() -> tuple[Key, ...]:
    """Return the cues that are told to the layer, in their order."""
    lists = (name for name in LISTS if name not in NOT_READ)
    return tuple(sorted({(name, section) for name in lists for each in LANGUAGES for section in cues(name, each)}))


def numbers(document: Document) -> "Array":
    """Return what the layer reads of each passage of the body of a document, a row each."""
    import numpy as np

    body = document.body
    told = [*texts_of(document), *map(_heading, body)]
    vectors = encoder().encode([each or " " for each in told])
    said, above = vectors[: len(body)], vectors[len(body) :]
    above = above * np.array([[bool(each)] for each in told[len(body) :]]).reshape(-1, 1)
    place = {each.passage.start: row for row, each in enumerate(body)}
    before = np.zeros_like(said)
    for row, each in enumerate(body):
        if each.before is not None:
            before[row] = said[place[each.before.passage.start]]
    marks = np.array([marks_of(each) for each in body], np.float32).reshape(len(body), -1)
    return np.hstack([said * SENTENCE, above * HEADING, before * BEFORE, marks * CUE]).astype(np.float32)


def width() -> int:
    """Return how many numbers the layer reads of a passage."""
    return 3 * WIDTH + len(keys()) + FLAGS


def marks_of(each: Reading) -> list[float]:
    """Return which cues stand in a passage, whom it speaks to and how it binds."""
    return [
        *(float(key in each.cues) for key in keys()),
        float(each.addressee == INSIDER),
        float(each.addressee == PUBLIC),
        float(each.binds),
        float(each.forbids),
        float(each.is_item),
        float(each.removes or each.listed_for_removal),
    ]


def texts_of(document: Document) -> Sequence[str]:
    """Return what is read of each passage of the body of a document: an item goes on with the line above it."""
    above = (f"{each.opening.passage.text} " if each.opening and each.is_item else "" for each in document.body)
    return [f"{line}{each.passage.text}"[:LONGEST] for line, each in zip(above, document.body, strict=True)]


def _heading(each: Reading) -> str:
    return each.headings[-1].passage.text.strip("#* _")[:LONGEST_HEADING] if each.headings else ""
