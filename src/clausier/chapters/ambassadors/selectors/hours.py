"""When a person may be written to: during their shift, or else outside the quiet hours of the policy."""

from datetime import datetime
from functools import cache

from clausier.chapters.ambassadors.selectors.due import Deadlines
from clausier.engine.calendar import WorkCalendar, falls_in
from clausier.identity.models import Person
from clausier.identity.shifts import parse_shift
from clausier.policy.selectors import facts, in_force, policy_of


class Hours:
    """One moment, and whom it suits."""

    def __init__(self, at: datetime) -> None:
        known, version = facts(), in_force(at)
        quiet = (clause.quiet for clause in policy_of(version).clauses()) if version else ()
        self.times = WorkCalendar(known, quiet).times(at)
        self.are_quiet = "quiet-hours" in self.times
        self._local = at.astimezone(Deadlines(known).zone)
        self.today = self._local.date()
        self._is_shift = cache(lambda shift: falls_in(parse_shift(shift), self._local))

    def suit(self, person: Person) -> bool:
        """Tell whether the person may be written to now."""
        return bool(self._is_shift(person.shift)) if person.shift else not self.are_quiet
