"""One-way fingerprints of what must not be published: passages of documents, and names of a directory.

A text becomes its runs of ``SPAN`` words, folded as messages are; each run becomes the first bytes of its
BLAKE2b with the salt of the list. Only the sorted set of these is kept: no word, no order, no document. A message is
cut alike and looked up. Runs that the organisation has published itself and those that many documents share are taken
out when the fingerprints are made: without that, everyday turns of phrase alarm.
"""

import base64
import hashlib
import re
import secrets
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from clausier.document.model import Fingerprints
from clausier.document.model.facts import HASH_BYTES, SALT_BYTES
from clausier.engine.text import fold
from clausier.engine.words import both

SPAN = 5  # words of a run of a passage
COMMON = 8  # documents that may share a run; one that more of them hold is a formula of the house
NAME = (2, 3)  # words of a person's name that are looked up together

# Passages of no document, protected everywhere: what an example quotes, and what shows that the check is alive.
SPECIMENS = {
    "fr": "Ce passage témoin ne vient d'aucun document et reste protégé partout",
    "en": "This specimen passage comes from no document and stays protected everywhere",
}

_WORD = re.compile(r"[^\W_]+")


class Word(NamedTuple):
    """A word of a folded text and its place."""

    text: str
    start: int
    end: int


class Passage(NamedTuple):
    """Words of a message, from ``start`` to ``end``, that stand in a protected document.

    ``longest`` is how many follow one another as in the document, ``runs`` how many runs of words were recognised, and
    ``telling`` how many different words of these are no stop words.
    """

    start: int
    end: int
    longest: int
    runs: int
    telling: int


def words_of(folded: str) -> list[Word]:
    """Return the words of a folded text: an elided article is a word of its own."""
    return [Word(match[0], *match.span()) for match in _WORD.finditer(folded)]


def passages_made(texts: Iterable[str], public: Iterable[str] = (), salt: bytes | None = None) -> Fingerprints:
    """Return the fingerprints of documents; ``public`` are texts of which every run is free to be written."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(set(_runs(fold(text), SPAN)))
    free = {run for text in public for run in _runs(fold(text), SPAN)}
    kept = (run for run, count in counts.items() if count <= COMMON and run not in free)
    return _made(kept, salt)


def names_made(names: Iterable[str], salt: bytes | None = None) -> Fingerprints:
    """Return the fingerprints of people's names, first name first or last; a name of one word is left out."""
    runs: set[str] = set()
    for name in names:
        words = _WORD.findall(fold(name))
        if len(words) in NAME:
            runs |= {" ".join(words), " ".join((*words[1:], words[0])), " ".join((words[-1], *words[:-1]))}
    return _made(runs, salt)


def _made(runs: Iterable[str], salt: bytes | None) -> Fingerprints:
    salt = salt or secrets.token_bytes(SALT_BYTES)
    hashes = sorted({_hash(run, salt) for run in runs})
    packed = b"".join(each.to_bytes(HASH_BYTES) for each in hashes)
    return Fingerprints(salt=salt.hex(), hashes=base64.encodebytes(packed).decode())


def _runs(folded: str, span: int) -> Iterator[str]:
    words = _WORD.findall(folded)
    return (" ".join(words[at : at + span]) for at in range(len(words) - span + 1))


def _hash(run: str, salt: bytes) -> int:
    return int.from_bytes(hashlib.blake2b(run.encode(), digest_size=HASH_BYTES, salt=salt).digest())


def _is_stop_word(word: str) -> bool:
    return len(word) == 1 or word in _stop_words()


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(both("stopwords"))


class Index:
    """The fingerprints of a list, ready to be looked up.

    Raises ValueError when they are not what ``passages_made`` or ``names_made`` gives.
    """

    def __init__(self, kept: Fingerprints) -> None:
        self._salt, packed = kept.unpacked()
        self._hashes = array(
            "Q", (int.from_bytes(packed[at : at + HASH_BYTES]) for at in range(0, len(packed), HASH_BYTES))
        )
        # A bit for each hash, by its first bits, sixteen times as many bits as hashes: most look-ups end here.
        self._shift = 8 * HASH_BYTES - max(3, (len(self._hashes) * 16).bit_length())
        self._bits = bytearray((1 << (8 * HASH_BYTES - self._shift)) // 8)
        for each in self._hashes:
            place = each >> self._shift
            self._bits[place >> 3] |= 1 << (place & 7)

    def __len__(self) -> int:
        return len(self._hashes)

    def has(self, run: str) -> bool:
        """Tell whether words, folded and one space apart, are among those of the list."""
        found = _hash(run, self._salt)
        place = found >> self._shift
        if not self._bits[place >> 3] >> (place & 7) & 1:
            return False
        at = bisect_left(self._hashes, found)
        return at < len(self._hashes) and self._hashes[at] == found

    def passages(self, words: Sequence[Word]) -> Iterator[Passage]:
        """Yield the passages of a message that stand in the documents; a few words apart, they are one passage."""
        texts = [word.text for word in words]
        places = [at for at in range(len(texts) - SPAN + 1) if self.has(" ".join(texts[at : at + SPAN]))]
        for group in _together(places):
            known = {text for at in group for text in texts[at : at + SPAN]}
            telling = sum(not _is_stop_word(text) for text in known)
            yield Passage(words[group[0]].start, words[group[-1] + SPAN - 1].end, _longest(group), len(group), telling)

    def names(self, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
        """Yield the places of the names of the list, the longest first."""
        last = -1
        for at in range(len(words)):
            for count in reversed(NAME):
                named = words[at : at + count]
                if at > last and len(named) == count and self.has(" ".join(word.text for word in named)):
                    last = at + count - 1
                    yield named[0].start, named[-1].end


FREE = 1  # run that may be missing in a row
APART = 2 * SPAN  # words between two recognised runs of one passage: one changed word spoils as many as a run has


def _together(places: Sequence[int]) -> Iterator[list[int]]:
    group: list[int] = []
    for place in places:
        if group and place - group[-1] > APART:
            yield group
            group = []
        group.append(place)
    if group:
        yield group


def _longest(group: Sequence[int]) -> int:
    """Return how many words of a group of runs follow one another as in the document.

    A run that is missing between two others was taken out as free: a changed word would spoil ``SPAN`` of them.
    """
    best = row = 1
    for one, other in pairwise(group):
        row = row + other - one if other - one <= FREE + 1 else 1
        best = max(best, row)
    return best + SPAN - 1
