"""Lists of phrases that are looked for together: one pass over a text finds what all of them say in it.

An automaton finds what the phrases leave in a text (``engine/traces.py``), and only where a phrase left something is it
tried. A dozen phrases are tried on a comment, of four thousand.
"""

import re
from collections.abc import Hashable, Iterable, KeysView
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


class Sayings(Generic[Key]):
    """What lists of phrases say in a text: the phrases of each are tried when it is first asked for."""

    __slots__ = ("_found", "_text", "_tried")

    def __init__(self, text: str, tried: dict[Key, list[tuple[Phrase, list[int]]]]) -> None:
        self._text = text
        self._tried = tried
        self._found: dict[Key, Matches] = {}

    @property
    def keys(self) -> KeysView[Key]:
        """The lists that may say something."""
        return self._tried.keys()

    def of(self, key: Key) -> Matches:
        """Return the places of the phrases of a list, phrase by phrase."""
        if key not in self._tried:
            return []
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = []
            for phrase, begins in self._tried[key]:
                found += phrase.at(begins, self._text) if begins else phrase.findall(self._text)
        return found


class Phrasebook(Generic[Key]):
    """Lists of phrases, each under its key."""

    def __init__(self, lists: Iterable[tuple[Key, Iterable[Row]]]) -> None:
        self._phrases: list[tuple[Key, Phrase]] = []
        placed: dict[str, Leaving] = {}
        others: dict[str, tuple[int, ...]] = {}
        for key, rows in lists:
            for row in rows:
                _note(row, len(self._phrases), placed, others)
                self._phrases.append((key, Phrase(row.pattern)))
        # What is told by no letter is looked for one by one.
        self._signs = [(string, others.pop(string)) for string in [*others] if is_sign(string)]
        self._ascii_signs = [each for each in self._signs if each[0].isascii()]
        strings = [*(placed | others)]
        self._placed = [placed.get(string, ()) for string in strings]
        self._others = [others.get(string, ()) for string in strings]
        self._asking = {~number for numbers in others.values() for number in numbers if number < 0}
        self._find = automaton_of_bytes([string.encode() for string in strings])

    def read(self, text: str) -> Sayings[Key]:
        """Return what the lists say in a folded text."""
        tried = self._tried(text)
        of_list: dict[Key, list[tuple[Phrase, list[int]]]] = {}
        for number in sorted(tried):
            key, phrase = self._phrases[number]
            of_list.setdefault(key, []).append((phrase, tried[number]))
        return Sayings(text, of_list)

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
    """Return the lists that are looked for in every message, under their names."""
    return of_lists(*(name for name in names() if name not in OF_MARKED))


@cache
def of_lists(*listed: str) -> Phrasebook[str]:
    """Return some lists."""
    return Phrasebook((name, read(name, language)) for name in listed for language in LANGUAGES)
