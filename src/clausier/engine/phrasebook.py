"""Lists of phrases that are looked for together: one pass over a text finds what all of them say in it.

An automaton finds what the phrases leave in a text (``engine/traces.py``), and only where a phrase left something is it
tried. A dozen phrases are tried on a comment, of four thousand.
"""

import re
from collections.abc import Hashable, Iterable
from functools import cache
from typing import Generic, TypeVar

from clausier.engine.automaton import automaton_of_bytes
from clausier.engine.phrases import Phrase, Row, names, read
from clausier.engine.traces import is_sign, spaced
from clausier.engine.words import LANGUAGES

Key = TypeVar("Key", bound=Hashable)
Matches = list["re.Match[str]"]
Leaving = tuple[tuple[int, int], ...]  # numbers of phrases, each with the distance back to where it would begin

# The lists that are looked for in a text of which the people named were marked (engine/groups.py), and nowhere else.
OF_MARKED = ("defending", "denying", "hating")
SPACE = ord(" ")

_KEPT = bytes(map(ord, spaced("".join(map(chr, range(256))))))


class Phrasebook(Generic[Key]):
    """Lists of phrases, each under one key or several."""

    def __init__(self, lists: Iterable[tuple[tuple[Key, ...], Iterable[Row]]]) -> None:
        self._phrases: list[tuple[Phrase, tuple[Key, ...]]] = []
        placed: dict[str, Leaving] = {}
        others: dict[str, tuple[int, ...]] = {}
        for keys, rows in lists:
            for row in rows:
                _note(row, len(self._phrases), placed, others)
                self._phrases.append((Phrase(row.pattern), keys))
        # What is told by no letter is looked for one by one.
        self._signs = [(string, others.pop(string)) for string in [*others] if is_sign(string)]
        self._ascii_signs = [each for each in self._signs if each[0].isascii()]
        strings = [*(placed | others)]
        self._placed = [placed.get(string, ()) for string in strings]
        self._others = [others.get(string, ()) for string in strings]
        self._asking = {~number for numbers in others.values() for number in numbers if number < 0}
        self._find = automaton_of_bytes([string.encode() for string in strings])

    def read(self, text: str) -> dict[Key, Matches]:
        """Return the places of the phrases of each list in a folded text, in their order; no list that says nothing."""
        said: dict[Key, Matches] = {}
        tried = self._tried(text)
        for number in sorted(tried):
            phrase, keys = self._phrases[number]
            begins = tried[number]
            found = phrase.at(begins, text) if begins else phrase.findall(text)
            for key in keys if found else ():
                said.setdefault(key, []).extend(found)
        return said

    def _tried(self, text: str) -> dict[int, list[int]]:
        """Return the numbers of the phrases that a text may hold, each with the places to try; none for all of them."""
        tried: dict[int, list[int]] = {}
        others: set[int] = set()
        plain = b" %b " % text.encode("ascii", "replace").translate(_KEPT)
        for start, _, index in self._find(plain):
            others.update(self._others[index])
            for number, distance in self._placed[index]:
                begin = start - distance
                # The character before, as ``plain`` has one more.
                if begin >= 0 and plain[begin] == SPACE:
                    tried.setdefault(number, []).append(begin)
        tried.update((number, []) for number in others if number >= 0)
        for number in self._asking.intersection(tried):
            if ~number not in others:
                del tried[number]
        for sign, numbers in self._ascii_signs if text.isascii() else self._signs:
            if sign in text:
                tried.update((number, []) for number in numbers)
        return tried


def _note(row: Row, number: int, placed: dict[str, Leaving], others: dict[str, tuple[int, ...]]) -> None:
    """Note what a phrase leaves.

    ``others`` are the strings of which the distance is not known, and with ``~number`` those that are asked for too.
    There are thirty thousand strings, so those of one phrase share what is told of them.
    """
    whole, inner = (tuple((number, each + more) for each in row.offsets or ()) for more in (0, 1))
    for string in row.strings:
        if row.offsets is None:
            others[string] = (*others.get(string, ()), number)
        else:
            leaving = whole if string[0] == " " else inner
            placed[string] = placed[string] + leaving if string in placed else leaving
    for string in row.also:
        others[string] = (*others.get(string, ()), ~number)


@cache
def phrasebook() -> Phrasebook[str]:
    """Return the lists that are looked for in every message, under their names; by language too, "praise.fr"."""
    return of_lists(*(name for name in names() if name not in OF_MARKED))


@cache
def of_lists(*listed: str) -> Phrasebook[str]:
    """Return some lists."""
    return Phrasebook(((name, f"{name}.{language}"), read(name, language)) for name in listed for language in LANGUAGES)
