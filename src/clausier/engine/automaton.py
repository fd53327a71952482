"""Many literals in one automaton (Aho-Corasick): one pass over a text finds them all.

``daachorse`` does the work; where it cannot be had, a plain trie gives the same places, slower.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import AnyStr, Generic

Places = list[tuple[int, int, int]]


@lru_cache(maxsize=8)  # a policy that is edited, or replaced, looks for the same literals as before
def automaton(literals: tuple[str, ...]) -> Callable[[str], Places]:
    """Return a function that gives every place of every literal in a text: (start, end, index of the literal)."""
    if not literals:
        return lambda _: []
    try:
        from daachorse import CharwiseDoubleArrayAhoCorasick
    except ImportError:
        return Trie(literals).find
    return CharwiseDoubleArrayAhoCorasick(list(literals)).find_overlapping


def automaton_of_bytes(literals: Sequence[bytes]) -> Callable[[bytes], Places]:
    """Return the same for bytes, which is quicker."""
    if not literals:
        return lambda _: []
    try:
        from daachorse import DoubleArrayAhoCorasick
    except ImportError:
        return Trie(literals).find
    return DoubleArrayAhoCorasick(list(literals)).find_overlapping


class Trie(Generic[AnyStr]):
    """A trie of literals, walked from every place of the text."""

    def __init__(self, literals: Iterable[AnyStr]) -> None:
        self._next: list[dict[str | int, int]] = [{}]
        self._ends: dict[int, int] = {}
        for index, literal in enumerate(literals):
            state = 0
            for each in literal:
                if each not in self._next[state]:
                    self._next[state][each] = len(self._next)
                    self._next.append({})
                state = self._next[state][each]
            self._ends[state] = index

    def find(self, text: AnyStr) -> Places:
        """Return every place of every literal, in the order of their ends, the longest first."""
        places: Places = []
        for start in range(len(text)):
            state = 0
            for end in range(start, len(text)):
                if text[end] not in self._next[state]:
                    break
                state = self._next[state][text[end]]
                if state in self._ends:
                    places.append((start, end + 1, self._ends[state]))
        return sorted(places, key=lambda place: (place[1], place[0]))
