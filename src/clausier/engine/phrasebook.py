"""Lists of phrases that are looked for together: one pass over a text finds what all of them say in it.

An automaton finds what the phrases leave in a text (``engine/traces.py``), and only where a phrase left something is it
tried. A dozen phrases are tried on a comment, of four thousand.
"""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, KeysView, Mapping, Sequence
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
SPACE = ord(" ")
ANYWHERE = -1  # the place of a phrase that is told by a sign, or by strings that stand anywhere in it

_KEPT = bytes(map(ord, spaced("".join(map(chr, range(256))))))


# What a string that was seen asks for: the list and the number of a phrase to try; how many bytes before the string it
# begins, None when that is anywhere; the bit of a phrase that is tried only where a second string was seen, else 0.
Trial = tuple[Key, int, int | None, int]


class Sayings(Generic[Key]):
    """What lists of phrases say in a text: the phrases of each are tried when it is first asked for."""

    __slots__ = ("_found", "_phrases", "_text", "_tried")

    def __init__(self, text: str, phrases: Sequence[Phrase], tried: Mapping[Key, list[tuple[int, int]]]) -> None:
        self._text = text
        self._phrases = phrases
        self._tried = tried
        self._found: dict[Key, Matches] = {}

    @property
    def keys(self) -> KeysView[Key]:
        """The lists that may say something."""
        return self._tried.keys()

    def of(self, key: Key) -> Matches:
        """Return the places of the phrases of a list, phrase by phrase; none overlaps another of its phrase."""
        found = self._found.get(key)
        if found is None:
            if key not in self._tried:
                return []
            found = self._found[key] = self._matches(self._tried[key])
        return found

    def _matches(self, tried: list[tuple[int, int]]) -> Matches:
        found: Matches = []
        text, last, end = self._text, -1, 0
        if len(tried) > 1:
            tried.sort()
        for number, begin in tried:
            if number != last:
                last, end = number, 0
            elif begin < end:
                continue
            if begin == ANYWHERE:
                found += self._phrases[number].findall(text)
            elif each := self._phrases[number].match(text, begin):
                found.append(each)
                end = each.end()
        return found


class Phrasebook(Generic[Key]):
    """Lists of phrases, each under its key."""

    def __init__(self, lists: Iterable[tuple[Key, Iterable[Row]]]) -> None:
        self._phrases: list[Phrase] = []
        left: dict[str, tuple[Trial[Key], ...]] = {}
        also: dict[str, int] = {}
        asking = 1
        for key, rows in lists:
            for row in rows:
                bit = 0
                for string in row.also:
                    bit = asking
                    also[string] = also.get(string, 0) | bit
                asking <<= bool(bit)
                self._add(left, key, row, bit)
        # What is told by no letter is looked for one by one.
        self._signs = [(string, left.pop(string)) for string in [*left] if is_sign(string)]
        self._ascii_signs = [each for each in self._signs if each[0].isascii()]
        strings = [*(left | also)]
        self._left = [left.get(string, ()) for string in strings]
        self._also = [also.get(string, 0) for string in strings]
        self._find = automaton_of_bytes([string.encode() for string in strings])

    def _add(self, left: dict[str, tuple[Trial[Key], ...]], key: Key, row: Row, also: int) -> None:
        """Number a phrase, and add what its strings ask for, shared by those that ask for the same."""
        number = len(self._phrases)
        self._phrases.append(Phrase(row.pattern))
        offsets = [None] if row.offsets is None else row.offsets
        # The text is read between spaces: a letter has one character more before it, as a space that begins a string.
        within, begun = (
            tuple((key, number, None if each is None else each + letter, also) for each in offsets) for letter in (1, 0)
        )
        for string in row.strings:
            trials = begun if string.startswith(" ") else within
            left[string] = left[string] + trials if string in left else trials

    def read(self, text: str) -> Sayings[Key]:
        """Return what the lists say in a folded text."""
        plain = b" %b " % text.encode("ascii", "replace").translate(_KEPT)
        tried: defaultdict[Key, list[tuple[int, int]]] = defaultdict(list)
        asking: list[tuple[int, Key, int, int]] = []
        seen, seconds, left = 0, self._also, self._left
        for start, _, index in self._find(plain):
            seen |= seconds[index]
            for key, number, back, also in left[index]:
                if back is None:
                    begin = ANYWHERE
                elif (begin := start - back) < 0 or plain[begin] != SPACE:
                    continue
                if also:
                    asking.append((also, key, number, begin))
                else:
                    tried[key].append((number, begin))
        for also, key, number, begin in asking:
            if also & seen:
                tried[key].append((number, begin))
        for sign, trials in self._ascii_signs if text.isascii() else self._signs:
            if sign in text:
                for key, number, _, _ in trials:
                    tried[key].append((number, ANYWHERE))
        return Sayings(text, self._phrases, tried)


@cache
def phrasebook() -> Phrasebook[str]:
    """Return the lists that are looked for in every message, under their names."""
    return of_lists(*(name for name in names() if name not in OF_MARKED))


@cache
def of_lists(*listed: str) -> Phrasebook[str]:
    """Return some lists."""
    return Phrasebook((name, read(name, language)) for name in listed for language in LANGUAGES)
