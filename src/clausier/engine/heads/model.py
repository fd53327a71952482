"""The small networks on the encoder: a trunk that all heads share, and one layer of its own for each head.

The trunk looks at the features of each token and keeps, for each of its units, the highest and the mean value over the
text: "are not human" in the midst of a long comment weighs as much as alone. A head sees the vector of the text, what
the trunk keeps and the numbers of the deterministic side, and answers a probability for each of its kinds; .5 is where
the kind begins to be told, chosen on sentences that no training saw.
"""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[np.float32]]

MOST_TIMES = 4  # the size of the shipped weights, beyond which a file is not opened
SPREAD = 20.0  # the vectors of the encoder have length 1: brought to the size of the other numbers


@dataclass(frozen=True)
class Trunk:
    """What all heads read of the tokens."""

    weights: "Array"
    shift: "Array"

    def pooled(self, features: "Array", starts: Any) -> "Array":
        """Return the highest and the mean value of each unit over the tokens of each text."""
        import numpy as np

        units = features @ self.weights
        units += self.shift
        ends = np.append(starts[1:], len(features))
        mean = np.add.reduceat(units, starts, axis=0) / (ends - starts)[:, None]
        return np.concatenate((np.maximum.reduceat(units, starts, axis=0), mean), axis=1)

    @classmethod
    def read(cls, path: Path) -> "Trunk":
        """Read a trunk; raises OSError or ValueError when it cannot be."""
        import numpy as np

        with path.open("rb") as file, np.load(file, allow_pickle=False) as data:
            return cls(data["weights"].astype(np.float32), data["shift"].astype(np.float32))

    def write(self, path: Path) -> None:
        """Write a trunk, in half precision."""
        import numpy as np

        np.savez(path, weights=self.weights.astype(np.float16), shift=self.shift.astype(np.float16))


@dataclass(frozen=True)
class Head:
    """A hidden layer and an answer for each kind."""

    name: str
    kinds: tuple[str, ...]
    hidden: "Array"
    bias: "Array"
    answers: "Array"
    base: "Array"
    threshold: "Array"  # for each kind, the answer that is worth .5
    slope: "Array"  # and how steeply the probability grows there

    def answer(self, rows: "Array") -> "Array":
        """Return the answers, which any number may be, of some texts."""
        import numpy as np

        told: Array = np.maximum(rows @ self.hidden + self.bias, 0) @ self.answers + self.base
        return told

    def probabilities(self, rows: "Array") -> "Array":
        """Return the probability of each kind for some texts, .5 where it begins to be told."""
        import numpy as np

        told: Array = 1 / (1 + np.exp(-np.clip((self.answer(rows) - self.threshold) * self.slope, -30, 30)))
        return told

    @classmethod
    def read(cls, path: Path) -> "Head":
        """Read a head; raises OSError, KeyError or ValueError when it cannot be."""
        import numpy as np

        with path.open("rb") as file, np.load(file, allow_pickle=False) as data:
            told = json.loads(str(data["about"]))
            arrays = {name: data[name].astype(np.float32) for name in ARRAYS}
        return cls(name=path.stem, kinds=tuple(told["kinds"]), **arrays)

    def write(self, path: Path, **about: Any) -> None:
        """Write a head, in half precision, with what is told of it."""
        import numpy as np

        arrays = {name: getattr(self, name).astype(np.float16) for name in ARRAYS[:3]}
        fine = {name: getattr(self, name).astype(np.float32) for name in ARRAYS[3:]}
        np.savez(path, about=np.array(json.dumps({"kinds": self.kinds, **about})), **arrays, **fine)


def fits(path: Path, shipped: Path) -> bool:
    """Tell whether a file of weights may take the place of the shipped one: it reads, and what it holds is alike."""
    import numpy as np

    try:
        if path.stat().st_size > MOST_TIMES * shipped.stat().st_size:
            return False
        mine, theirs = Head.read(path), Head.read(shipped)
    except Exception:  # noqa: BLE001  # a spoilt or foreign file makes its reader raise almost anything
        return False
    pairs = [(getattr(mine, name), getattr(theirs, name)) for name in ARRAYS]
    alike = all(one.shape == other.shape and np.isfinite(one).all() for one, other in pairs)
    return alike and mine.kinds == theirs.kinds


ARRAYS = ("hidden", "bias", "answers", "base", "threshold", "slope")


def rows_of(vectors: "Array", pooled: "Array", seen: "Array") -> "Array":
    """Return what a head reads of some texts, a row each."""
    import numpy as np

    return np.concatenate((vectors * SPREAD, pooled, seen), axis=1)


def digest_of(paths: list[Path]) -> str:
    """Return the SHA-256 of some files of weights, in hexadecimal."""
    return hashlib.sha256(b"".join(path.name.encode() + path.read_bytes() for path in sorted(paths))).hexdigest()
