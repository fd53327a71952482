"""A message read through its disguise: c o n n a r d, 1d10t, m*ron, stuuupid, idoit.

Digits and signs stand for letters only where they touch letters, letters that stand alone in a row are a word, a
letter written three times or more is written once or twice, a masked word is the one word of abuse that fits, and a
misspelt one (``engine/misspelling.py``) the one that is meant. What comes out is for matching alone, with the way back
to the offsets of the folded text. Most messages show no sign of a disguise, and are not read again.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product
from string import ascii_lowercase
from typing import NamedTuple

from clausier.engine.misspelling import Respelt, respelt
from clausier.engine.words import both

LISTS = ("profanity", "insults", "slights", "slurs", "doubtful", "groups", "vile")
MASKS = "*#"
MOST_RUNS = 3  # repeated letters of a word for which both readings, once and twice, are tried

_LEET = str.maketrans("0134578@$!|", "oieastbasil")
_DRAWN = tuple(letter * 3 for letter in ascii_lowercase)
# What stands in every message that shows signs: a sign beside a letter, a letter three times, one alone between marks.
# An exclamation mark ends most words that it touches, so it is one where something follows.
SIGNS = (
    *map("".join, product(ascii_lowercase, "0134578@$*#%")),
    *map("".join, product("0134578$!|", ascii_lowercase)),
    *map("".join, product("!|", "0134578$@*#%")),
    *_DRAWN,
    *map("".join, product(" ._*-", ascii_lowercase, " ._*-")),
)
# The shape of a text: its letters, the signs that may stand for one, the marks that may stand between two.
_CLASSES = {"l": ascii_lowercase, "d": "0134578$", "s": "@#%*", "e": "!|", "-": " ._-"}
_SHAPE = {ord(each): ord(shape) for shape, characters in _CLASSES.items() for each in characters}
_SHAPES = bytes(_SHAPE.get(code, ord("?")) for code in range(256))
_MARKED = re.compile(rb"l[dse][lds]|dll")
_APART = re.compile(r"(?<!\w)[a-z][ ._*-][a-z][ ._*-][a-z](?!\w)")
_SPACED = re.compile(r"(?<!\w)[a-z]([ ._*-]{1,2})[a-z](?:\1[a-z]){1,29}(?![\w'])")
# A word that holds a sign or a letter three times; no other is read as anything but itself.
_TOKEN = re.compile(
    r"(?<![\w@#/.$*&+-])(?=[a-z]{0,24}[0134578@$!|*#]|[a-z]{0,22}?([a-z])\1\1)"
    r"[a-z0134578$][a-z0134578@$!|*#]{2,24}(?![\w@])"
)
_LETTERS = re.compile(r"[a-z]")
_NUMBER = re.compile(r"\d{3}")
_REPEATED = re.compile(r"([a-z])\1{2,}")


class Plain(NamedTuple):
    """A message without its disguise; ``places`` holds the offset in the folded text of each character."""

    text: str
    places: list[int]

    def folded(self, start: int, end: int) -> tuple[int, int]:
        """Return the span in the folded text of a span of the plain one."""
        return self.places[start], self.places[end - 1] + 1


@cache
def _words() -> frozenset[str]:
    return frozenset(word for name in LISTS for word in both(name))


@cache
def _alike(length: int, letter: str) -> tuple[str, ...]:
    """Return the words of a length that begin with a letter."""
    return tuple(word for word in sorted(_words()) if len(word) == length and word[0] == letter)


def shows_signs(folded: str) -> bool:
    """Tell whether a folded text shows signs of a disguise."""
    shape = folded.encode("ascii", "replace").translate(_SHAPES)
    signed = shape.translate(None, b"l-?") and _MARKED.search(shape)
    if signed or any(map(folded.__contains__, _DRAWN)):
        return True
    return (b"l-l-l" in shape or "*" in folded) and _APART.search(folded) is not None


def plain_of(folded: str) -> Plain | None:
    """Return a folded text without its disguise, or None when it shows none."""
    signed = shows_signs(folded)
    changes = sorted((*(_spaced(folded) if signed else ()), *(_tokens(folded) if signed else ()), *respelt(folded)))
    return _changed(folded, changes) if changes else None


def _spaced(text: str) -> Iterator[Respelt]:
    for match in _SPACED.finditer(text):
        yield Respelt(*match.span(), "".join(_LETTERS.findall(match[0])))


def _tokens(text: str) -> Iterator[Respelt]:
    for match in _TOKEN.finditer(text):
        shown = match[0].rstrip("!|")
        read = _read(shown)
        if read != shown:
            yield Respelt(match.start(), match.start() + len(shown), read)


def _read(token: str) -> str:
    """Return a word without its disguise."""
    if any(mark in token for mark in MASKS):
        plain = token.translate(_LEET)
        return next((word for word in _alike(len(plain), plain[0]) if _fits(plain, word)), token)
    if not token.isalpha() and len(_LETTERS.findall(token)) > 1 and not _NUMBER.search(token):
        token = token.translate(_LEET)
    return _unrepeated(token) if _REPEATED.search(token) else token


def _fits(token: str, word: str) -> bool:
    return all(mark in MASKS or mark == letter for mark, letter in zip(token, word, strict=True))


def _unrepeated(token: str) -> str:
    """Return a word with each repeated letter once or twice: as a known word has it, else once."""
    once = _REPEATED.sub(r"\1", token)
    runs = _REPEATED.findall(token)[:MOST_RUNS]
    for times in product((1, 2), repeat=len(runs)):
        coming = iter(times)
        word = _REPEATED.sub(lambda run, coming=coming: run[1] * next(coming, 1), token)  # type: ignore[misc]
        if word in _words():
            return word
    return once


def _changed(text: str, changes: Iterable[Respelt]) -> Plain:
    """Return the text with its changes; the letters of a change are spread over what they replace."""
    pieces: list[str] = []
    places: list[int] = []
    last = 0
    for start, end, read in changes:
        if start < last:
            continue
        pieces += (text[last:start], read)
        places += range(last, start)
        places += (start + (end - 1 - start) * index // max(1, len(read) - 1) for index in range(len(read)))
        last = end
    return Plain("".join((*pieces, text[last:])), [*places, *range(last, len(text))])
