"""The same sign, word or phrase over and over, which drowns a thread.

A property that is counted, so it may hide by itself. Mistaken for: applause (a few hands), ho ho ho, laughter, dashes
that draw a line, a refrain said two or three times, the line breaks of a page, and joy: people draw out their letters
and their exclamation marks ("soooooo good!!!!!!"), which is a way of speaking until it fills the screen.
"""

import re
from collections.abc import Iterator
from itertools import product

from clausier.engine.detector import Derived, Found, View

SIGNS = 15  # times the same sign in a row
DRAWN_OUT = 200  # times the same letter, digit or exclamation mark
TIMES = {1: 9, 2: 6, 3: 5}  # times a phrase of so many words in a row; longer phrases: FEW
FEW = 4
LONGEST = 12  # words of a phrase
RUN = 32  # letters of a run without spaces that may be one word over and over
TOGETHER = 8  # times that it must be there
WORD = 4  # letters of it at least: shorter ones are laughter
_ROW = re.compile(rf"([^\s\w.,=_*~#/\\+!?-])\1{{{SIGNS - 1},}}|([\w!?])\2{{{DRAWN_OUT - 1},}}")
_PAIRS = re.compile(r"([^\s\w.,=_*~#/\\+!?-]{2,4})\1{7,}")
_WORD = re.compile(r"\S+")
_LINE_BREAKS = frozenset(map("".join, product(("", "<br", "</br"), ("", "/"), ("", ">"), ("", "<br"))))


def look(view: View) -> Iterator[Found]:
    """Yield the rows of signs and the repeated phrases."""
    text, pieces = view.text.folded, view.text.pieces
    # No row holds white space, so most texts have none by the length of their pieces alone.
    if any(_ROW.search(piece) or _PAIRS.search(piece) for piece in pieces if len(piece) >= SIGNS):
        for match in (*_ROW.finditer(text), *_PAIRS.finditer(text)):
            yield Found("spam.flood", *match.span(), 0.9)
    for piece in pieces:
        if len(piece) >= RUN and _is_one_word(piece):
            start = text.index(piece)
            yield Found("spam.flood", start, start + len(piece), 0.9)
    different = len(set(pieces) - _LINE_BREAKS)
    if len(pieces) >= FEW and different * 2 < len(pieces) + 2:
        words = [match for match in _WORD.finditer(text) if match[0] not in _LINE_BREAKS]
        if len(words) >= FEW and different * 2 < len(words) + 2:
            yield from _repeated(words)


def _is_one_word(piece: str) -> bool:
    """Tell whether a run of letters is one word over and over: firstfirstfirst."""
    size = (piece + piece).find(piece, 1)
    return WORD <= size <= len(piece) // TOGETHER and piece[:size].isalpha()


def _repeated(words: list["re.Match[str]"]) -> Iterator[Found]:
    """Yield the longest run of each phrase that comes again at once, often enough."""
    said = [match[0].strip(".,!?;:") or match[0] for match in words]
    for size in range(1, min(LONGEST, len(said) // FEW) + 1):
        start = 0
        for place in range(len(said) - size + 1):
            if place + size < len(said) and said[place] == said[place + size]:
                continue
            if (place + size - start) // size >= TIMES.get(size, FEW):
                yield Found("spam.flood", words[start].start(), words[min(place + size, len(words)) - 1].end(), 0.9)
            start = place + 1


DETECTORS = (Derived(("spam.flood",), look),)
