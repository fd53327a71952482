"""What is checked: a folder whose policy could be read, with its values visited once for all checks."""

import dataclasses
from collections.abc import Iterator
from functools import cache, cached_property
from typing import Any, NamedTuple

from clausier.document.model import Chapter, Clause, Localized, Policy, Rule
from clausier.document.problems import ERROR, Problem
from clausier.document.reading import Folder
from clausier.document.vocabulary import Label

Path = tuple[str | int, ...]


class Leaf(NamedTuple):
    """A text, name or number of the document: its path, and the class and field of the model that hold it."""

    path: Path
    value: Any
    holder: type
    field: str


class Subject:
    """A folder to check; ``policy`` is there, where a folder's may not be."""

    def __init__(self, folder: Folder, policy: Policy) -> None:
        self.folder = folder
        self.policy = policy
        self.facts = folder.facts
        self.protected = folder.protected

    @cached_property
    def leaves(self) -> list[Leaf]:
        """Every text, name and number of policy, facts and protected lists."""
        found: list[Leaf] = []
        _collect(self.policy, ("policy",), (Policy, ""), found)
        _collect(self.facts, ("facts",), (Policy, ""), found)
        for each in self.protected:
            _collect(each, ("protected", each.name), (Policy, ""), found)
        return found

    @property
    def clauses(self) -> Iterator[tuple[Path, Clause]]:
        """Every clause, with its path."""
        return ((("clause", clause.id), clause) for clause in self.policy.clauses())

    @property
    def rules(self) -> Iterator[tuple[Path, Rule]]:
        """Every rule, with its path."""
        for path, clause in self.clauses:
            for index, rule in enumerate(clause.rules):
                yield (*path, "rules", index), rule

    def is_whole(self, path: Path) -> bool:
        """Tell whether all of a record or text could be read; what another one seems to lack may be what was lost."""
        return path not in self.folder.spoiled

    def is_of_library(self, path: Path) -> bool:
        """Tell whether a value stands in a policy of the library that this one extends."""
        return ":" in self.folder.place(*path).file

    def problem(
        self, code: str, path: Path, *, level: str = ERROR, meant: str | None = None, **values: str | Label
    ) -> Problem:
        """Return a problem at the place of a value, or of the nearest value around it that was written."""
        return Problem(code=code, place=self.folder.place(*path), level=level, values=values, meant=meant)


def _collect(value: Any, path: Path, held: tuple[type, str], found: list[Leaf]) -> None:
    kind = type(value)
    if kind is str or kind is Localized or kind is int or kind is float:
        found.append(Leaf(path, value, *held))
    elif kind is tuple:
        for index, each in enumerate(value):
            _collect(each, (*path, index), held, found)
    elif kind is dict:
        for key, each in value.items():
            _collect(each, (*path, key), held, found)
    elif dataclasses.is_dataclass(kind):
        _collect_fields(value, path, found)


def _collect_fields(record: Any, path: Path, found: list[Leaf]) -> None:
    kind: Any = type(record)
    if kind is Clause:
        path = ("clause", record.id)
    elif kind is Chapter:
        path = ("chapter", record.chapter)
    for name, key in _keys(kind):
        _collect(getattr(record, name), (*path, key), (kind, name), found)


@cache
def _keys(kind: Any) -> tuple[tuple[str, str], ...]:
    """Return the fields of a class of the model, each with its key in the document."""
    return tuple((field.name, field.name.rstrip("_")) for field in dataclasses.fields(kind))
