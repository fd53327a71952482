"""The questions that ship with the program, one file a screen, read once."""

from functools import cache
from typing import Any

from clausier.document.interview.model import Asked, Outside, Screen, Start, Starts
from clausier.document.problems import Problem
from clausier.document.reading.mapper import Mapper
from clausier.document.reading.mapping import read_value
from clausier.document.reading.source import MAX_NODES, parse
from clausier.library import LIBRARY

_SHELF = LIBRARY / "interview"
_ROOMS, _OUTSIDE = "rooms.yaml", "outside.yaml"


@cache
def screens() -> tuple[Screen, ...]:
    """Return the screens in their order."""
    names = sorted(each.name for each in _SHELF.iterdir() if each.suffix == ".yaml" and each.name[0].isdigit())
    return tuple(_read(name, Screen) for name in names)


@cache
def starts() -> tuple[Start, ...]:
    """Return the rooms one may start with, in their order."""
    found: Starts = _read(_ROOMS, Starts)
    return found.rooms


@cache
def outside() -> Outside:
    """Return what the templates lose outside Quebec."""
    found: Outside = _read(_OUTSIDE, Outside)
    return found


def questions() -> list[Asked]:
    """Return every question, in order."""
    return [question for screen in screens() for question in screen.questions]


def _read(name: str, wanted: Any) -> Any:
    problems: list[Problem] = []
    node = parse((_SHELF / name).read_bytes(), name, [MAX_NODES])
    assert node is not None  # noqa: S101  # every file of the shelf is read by the tests
    value = read_value(Mapper(name, problems, {}), node, wanted, ())
    assert not problems, [(problem.place, problem.message("en")) for problem in problems]  # noqa: S101
    return value
