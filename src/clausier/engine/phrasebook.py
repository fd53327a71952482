"""Lists of phrases that are looked for together: one pass over a text finds what all of them say in it.

An automaton finds what the phrases leave in a text (``engine/traces.py``), and only where a phrase left something is it
tried. A dozen phrases are tried on a comment, of four thousand.
"""

import re
from collections.abc import Hashable, Iterable, Iterator
from functools import cache
from typing import Generic, TypeVar

from clausier.engine.automaton import automaton_of_bytes
from clausier.engine.phrases import Phrase, Row, names, read
from clausier.engine.traces import spaced
from clausier.engine.words import LANGUAGES

Key = TypeVar("Key", bound=Hashable)
Matches = list["re.Match[str]"]
Leaving = tuple[tuple[int, int], ...]  # numbers of phrases, with the distance back to where each would begin

# The lists that are looked for in a text of which the people named were marked (engine/groups.py), and nowhere else.
OF_MARKED = ("defending", "denying", "hating")
ANYWHERE, ALSO = 1 << 40, 1 << 41  # for a distance, longer than a text
SPACE = ord(" ")

_KEPT = bytes(map(ord, spaced("".join(map(chr, range(256))))))


class Phrasebook(Generic[Key]):
    """Lists of phrases, each under one key or several."""

    def __init__(self, lists: Iterable[tuple[tuple[Key, ...], Iterable[Row]]]) -> None:
        self._phrases: list[tuple[Phrase, tuple[Key, ...]]] = []
        self._asking: set[int] = set()  # those that leave two things
        left: dict[str, Leaving] = {}
        for keys, rows in lists:
            for row in rows:
                number = len(self._phrases)
                self._phrases.append((Phrase(row.pattern), keys))
                self._asking.update([number] if row.also else [])
                for string, leaving in _left_by(row, number):
                    left[string] = left[string] + leaving if string in left else leaving
        # What is told by no letter is looked for one by one.
        self._signs = [(string, left.pop(string)) for string in [*left] if not spaced(string).strip()]
        self._ascii_signs = [each for each in self._signs if each[0].isascii()]
        self._left = [*left.values()]
        self._find = automaton_of_bytes([string.encode() for string in left])

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
        aside: set[tuple[int, int]] = set()
        left = self._left
        plain = b" %b " % text.encode("ascii", "replace").translate(_KEPT)
        for start, _, index in self._find(plain):
            for leaving in left[index]:
                number, distance = leaving
                begin = start - distance
                if begin < 0:
                    aside.add(leaving)
                elif plain[begin] == SPACE:  # the character before, as ``plain`` has one more
                    if number in tried:
                        tried[number].append(begin)
                    else:
                        tried[number] = [begin]
        tried.update((number, []) for number, distance in aside if distance == ANYWHERE)
        for number in self._asking.intersection(tried):
            if (number, ALSO) not in aside:
                del tried[number]
        tried.update((number, []) for number in self._told_by_signs(text))
        return tried

    def _told_by_signs(self, text: str) -> Iterator[int]:
        for sign, phrases in self._ascii_signs if text.isascii() else self._signs:
            if sign in text:
                yield from (number for number, _ in phrases)


def _left_by(row: Row, number: int) -> Iterator[tuple[str, Leaving]]:
    """Yield what a phrase leaves: thirty thousand strings in all, so those of one phrase share what is told of them."""
    distances = [ANYWHERE] if row.offsets is None else row.offsets
    whole: Leaving = tuple((number, distance) for distance in distances)
    inner: Leaving = tuple((number, distance + 1) for distance in distances)
    also: Leaving = ((number, ALSO),)
    for string in row.strings or ("",):
        trace = spaced(string)
        told = trace if trace.strip() else string[:1]
        yield told, inner if row.offsets is not None and told[0] != " " else whole
    yield from ((string, also) for string in row.also)


@cache
def phrasebook() -> Phrasebook[str]:
    """Return the lists that are looked for in every message, under their names; by language too, "praise.fr"."""
    return of_lists(*(name for name in names() if name not in OF_MARKED))


@cache
def of_lists(*listed: str) -> Phrasebook[str]:
    """Return some lists."""
    return Phrasebook(((name, f"{name}.{language}"), read(name, language)) for name in listed for language in LANGUAGES)
