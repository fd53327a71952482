"""All the literals of all the detectors in one automaton (Aho-Corasick): one pass over a message finds them all.

``daachorse`` does the work; where it cannot be had, a plain trie gives the same places, slower.
"""

from collections.abc import Callable, Iterable, Sequence

Places = list[tuple[int, int, int]]


def automaton(literals: Sequence[str]) -> Callable[[str], Places]:
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

    _END = ""

    def __init__(self, literals: Iterable[str]) -> None:
        self._root: dict[str, object] = {}
        for index, literal in enumerate(literals):
            node = self._root
            for character in literal:
                node = node.setdefault(character, {})  # type: ignore[assignment]
            node[self._END] = index

    def find(self, text: str) -> Places:
        """Return every place of every literal, in the order of their ends, the longest first."""
        places: Places = []
        for start in range(len(text)):
            node: object = self._root
            for end in range(start, len(text)):
                node = node.get(text[end])  # type: ignore[attr-defined]
                if node is None:
                    break
                if self._END in node:
                    places.append((start, end + 1, node[self._END]))
        return sorted(places, key=lambda place: (place[1], place[0]))
