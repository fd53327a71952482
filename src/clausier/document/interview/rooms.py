"""Which rooms to start with, three at most, and why; the others wait."""

from collections.abc import Collection
from typing import NamedTuple

from clausier.document.interview.model import Answers, Start
from clausier.document.interview.shelf import starts

MOST = 3


class Advice(NamedTuple):
    """The rooms to start with, and those that wait."""

    first: list[Start]
    later: list[Start]

    def off(self) -> list[str]:
        """Return the rooms that wait, by name."""
        return [room for start in self.later for room in start.rooms]


def advised(answers: Answers, installed: Collection[str]) -> Advice:
    """Return what to start with, of the rooms that are installed."""
    known = [start for start in starts() if set(start.rooms) & set(installed)]
    first = [start for start in known if start.is_for(answers)][:MOST]
    return Advice(first, [start for start in known if start not in first])
