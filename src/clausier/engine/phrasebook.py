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
# The lists that are looked for in a text of which the people named were marked (engine/groups.py), and nowhere else.
OF_MARKED = ("defending", "denying", "hating")

_KEPT = bytes(map(ord, spaced("".join(map(chr, range(256))))))


class Sayings(Generic[Key]):
    """What lists of phrases say in a text: the phrases of each are tried when it is first asked for."""

    __slots__ = ("_found", "_plain", "_text", "_tried")

    def __init__(self, text: str, plain: bytes, tried: dict[Key, list[tuple[Phrase, list[int]]]]) -> None:
        self._text = text
        self._plain = plain
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
            for phrase, seen in self._tried[key]:
                found += phrase.near(seen, self._text, self._plain)
        return found


class Phrasebook(Generic[Key]):
    """Lists of phrases, each under its key."""

    def __init__(self, lists: Iterable[tuple[Key, Iterable[Row]]]) -> None:
        self._phrases: list[tuple[Key, Phrase]] = []
        left: dict[str, tuple[int, ...]] = {}
        also: dict[str, tuple[int, ...]] = {}
        for key, rows in lists:
            for row in rows:
                alone = (len(self._phrases),)  # shared, as there are thirty thousand strings
                for strings, numbers in ((row.strings, left), (row.also, also)):
                    for string in strings:
                        numbers[string] = numbers[string] + alone if string in numbers else alone
                self._phrases.append((key, Phrase(row)))
        # What is told by no letter is looked for one by one.
        self._signs = [(string, left.pop(string)) for string in [*left] if is_sign(string)]
        self._ascii_signs = [each for each in self._signs if each[0].isascii()]
        strings = [*(left | also)]
        self._left = [left.get(string, ()) for string in strings]
        self._also = [also.get(string, ()) for string in strings]
        self._asking = {number for numbers in also.values() for number in numbers}
        self._before = [int(string[0] != " ") for string in strings]
        self._find = automaton_of_bytes([string.encode() for string in strings])

    def read(self, text: str) -> Sayings[Key]:
        """Return what the lists say in a folded text."""
        plain = b" %b " % text.encode("ascii", "replace").translate(_KEPT)
        seen = self._seen(text, plain)
        tried: dict[Key, list[tuple[Phrase, list[int]]]] = {}
        for number in sorted(seen):
            key, phrase = self._phrases[number]
            tried.setdefault(key, []).append((phrase, seen[number]))
        return Sayings(text, plain, tried)

    def _seen(self, text: str, plain: bytes) -> dict[int, list[int]]:
        """Return the numbers of the phrases that a text may hold, with where the first letter they leave was seen."""
        seen: dict[int, list[int]] = {}
        also: set[int] = set()
        for start, _, index in self._find(plain):
            also.update(self._also[index])
            place = start - self._before[index]  # ``plain`` has one character more before it
            for number in self._left[index]:
                seen.setdefault(number, []).append(place)
        for number in self._asking.intersection(seen) - also:
            del seen[number]
        for sign, numbers in self._ascii_signs if text.isascii() else self._signs:
            if sign in text:
                seen.update((number, []) for number in numbers)
        return seen


@cache
def phrasebook() -> Phrasebook[str]:
    """Return the lists that are looked for in every message, under their names."""
    return of_lists(*(name for name in names() if name not in OF_MARKED))


@cache
def of_lists(*listed: str) -> Phrasebook[str]:
    """Return some lists."""
    return Phrasebook((name, read(name, language)) for name in listed for language in LANGUAGES)
