"""When something is due: so much working time after a moment, days of absence left out."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from functools import cache, cached_property
from math import ceil
from typing import NamedTuple
from zoneinfo import ZoneInfo

from clausier.document.model import Duration, Facts
from clausier.engine.calendar import WorkCalendar

ONE_WORKING_DAY = Duration(1, "d", calendar=False)
ONE_DAY = timedelta(days=1)
WORKING_DAY = 8  # hours
NOON = time(12)


class Away(NamedTuple):
    """Days of absence, both included."""

    first: date
    last: date


class Deadlines:
    """Counts days on the working calendar of an organisation."""

    def __init__(self, facts: Facts) -> None:
        self.zone = ZoneInfo(facts.calendar.timezone)
        self._facts = facts
        self._worked = cache(self._is_worked)

    @cached_property
    def calendar(self) -> WorkCalendar:
        """The organisation's calendar."""
        return WorkCalendar(self._facts)

    def after(self, start: datetime, span: Duration, away: Iterable[Away] = ()) -> datetime:
        """Return the end of the day on which a time has passed; a day of absence neither counts nor is the last."""
        absences = tuple(away)
        day = start.astimezone(self.zone).date()
        if span.calendar:
            day += timedelta(days=round(span.days))
        else:
            day = self._working_days_after(day, self._days(span), absences)
        while _is_away(day, absences):
            day += ONE_DAY
        return datetime.combine(day, time(23, 59), self.zone)

    def before(self, due: datetime, span: Duration) -> datetime:
        """Return the moment that lies a time before another."""
        return self.calendar.before(due, span)

    def _working_days_after(self, day: date, days: int, absences: tuple[Away, ...]) -> date:
        while days:
            day += ONE_DAY
            days -= self._worked(day) and not _is_away(day, absences)
        return day

    def _days(self, span: Duration) -> int:
        return ceil(span.amount / WORKING_DAY) if span.unit == "h" else span.amount

    def _is_worked(self, day: date) -> bool:
        """Ask the calendar: one working day before the next noon is that day, or an earlier one."""
        next_noon = datetime.combine(day + ONE_DAY, NOON, self.zone)
        return self.calendar.before(next_noon, ONE_WORKING_DAY).astimezone(self.zone).date() == day


def _is_away(day: date, absences: Iterable[Away]) -> bool:
    return any(each.first <= day <= each.last for each in absences)
