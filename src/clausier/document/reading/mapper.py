"""What the reading of one file notes as it goes: problems, the place of every value, and what lost a part."""

from collections.abc import Callable
from typing import Any

from clausier.document.problems import Place, Problem
from clausier.document.reading.source import LIST, MAP, Node
from clausier.document.vocabulary import Label

Path = tuple[str | int, ...]
Convert = Callable[["Mapper", Node, Path], Any]

_KINDS = {
    LIST: Label("une suite de valeurs", "a list of values"),
    MAP: Label("des clés et des valeurs", "keys and values"),
}
_NOTHING = Label("rien", "nothing")
MAX_SHOWN = 40


class Invalid:
    """Stands for a value that could not be read; the problem is already noted."""


INVALID = Invalid()


class Mapper:
    """Notes problems and the place of every value of one file.

    ``spoiled`` holds the paths of the records and texts in which something could not be read: whatever they seem to
    lack may be what was lost.
    """

    def __init__(
        self, file: str, problems: list[Problem], places: dict[Path, Place], spoiled: set[Path] | None = None
    ) -> None:
        self.file = file
        self.problems = problems
        self.places = places
        self.spoiled: set[Path] = set() if spoiled is None else spoiled

    def report(self, code: str, node: Node, *, meant: str | None = None, **values: str | Label) -> Invalid:
        """Note a problem at a node and return the mark of an unreadable value."""
        self.problems.append(Problem(code=code, place=self._place(node), values=values, meant=meant))
        return INVALID

    def found(self, node: Node, path: Path) -> None:
        """Note where the value of ``path`` stands."""
        self.places[path] = self._place(node)

    def _place(self, node: Node) -> Place:
        return Place(self.file, node.line + 1, node.column + 1)


def shown(node: Node) -> Label:
    """Return what stands at a node, as a message tells it: the words in quotes, or what kind of thing it is."""
    if node.empty:
        return _NOTHING
    text = node.text[:MAX_SHOWN]
    return _KINDS.get(node.kind) or Label(f"« {text} »", f"“{text}”")


def spoils(convert: Convert) -> Convert:
    """Return ``convert``, noting the path as spoiled when a problem was met in it."""

    def noted(mapper: Mapper, node: Node, path: Path) -> Any:
        before = len(mapper.problems)
        value = convert(mapper, node, path)
        if len(mapper.problems) > before:
            mapper.spoiled.add(path)
        return value

    return noted
