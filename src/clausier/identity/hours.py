"""When a person may be written to: during their shift, or else outside the quiet hours of the policy.

The policy stands above this room: it registers ``source(at)``, which tells whether a moment is in its quiet hours.
"""

from collections.abc import Callable
from datetime import datetime
from functools import cache

from clausier.engine.calendar import falls_in
from clausier.identity.models import Person
from clausier.identity.selectors import zone
from clausier.identity.shifts import parse_shift

_sources: list[Callable[[datetime], bool]] = []


def register(source: Callable[[datetime], bool]) -> None:
    """Add what tells quiet hours, once, when Django starts."""
    if source not in _sources:
        _sources.append(source)


class Hours:
    """One moment, and whom it suits."""

    def __init__(self, at: datetime) -> None:
        self.at = at
        self.are_quiet = any(source(at) for source in _sources)
        local = at.astimezone(zone())
        self.today = local.date()
        self._is_shift = cache(lambda shift: falls_in(parse_shift(shift), local))

    def suit(self, person: Person) -> bool:
        """Tell whether the person may be written to now."""
        return bool(self._is_shift(person.shift)) if person.shift else not self.are_quiet
