"""All the literals of all the detectors in one automaton (Aho-Corasick): one pass over a message finds them all.

``daachorse`` does the work; where it cannot be had, a plain trie gives the same places, slower.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache

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


class Trie:
    """A trie of literals, walked from every character of the text."""

    def __init__(self, literals: Iterable[str]) -> None:
        self._next: list[dict[str, int]] = [{}]
        self._ends: dict[int, int] = {}
        for index, literal in enumerate(literals):
            state = 0
            for character in literal:
                if character not in self._next[state]:
                    self._next[state][character] = len(self._next)
                    self._next.append({})
                state = self._next[state][character]
            self._ends[state] = index

    def find(self, text: str) -> Places:
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
