"""The organisation's time: working hours, quiet hours, named periods. The moment is given, never asked of a clock."""

from datetime import date, datetime, timedelta
from functools import cached_property, lru_cache
from zoneinfo import ZoneInfo

from clausier.document.hours import parse_days, parse_hours
from clausier.document.model import Duration, Facts

_CALENDAR = {"h": 1 / 24, "d": 1, "m": 365 / 12, "y": 365}  # in days
_WORKING_DAY, _YEAR = 8, 365  # hours and days
_WEEK = ("mon-fri",)  # worked where the facts give no hours


class WorkCalendar:
    """Answers about a moment, from the facts and from the quiet hours that the policy sets."""

    def __init__(self, facts: Facts, quiet: tuple[dict[str, str], ...] = ()) -> None:
        self._facts = facts
        self._quiet = quiet

    @cached_property
    def _zone(self) -> ZoneInfo:
        return ZoneInfo(self._facts.calendar.timezone)

    def day(self, at: datetime) -> date:
        """Return the day of a moment in the organisation's zone."""
        return at.astimezone(self._zone).date()

    def times(self, at: datetime) -> list[str]:
        """Return the times of day that the moment falls in: ``working-hours``, ``quiet-hours``, both or none."""
        local = at.astimezone(self._zone)
        times = []
        hours = self._facts.calendar.hours
        if _within(hours, local) and not self._is_holiday(local.date()):
            times.append("working-hours")
        if any(_within(hours, local) for hours in self._quiet):
            times.append("quiet-hours")
        return times

    def periods(self, at: datetime) -> list[str]:
        """Return the named periods of the facts that hold the moment's day, both ends included."""
        day = self.day(at)
        return [name for name, period in self._facts.periods.items() if period.from_ <= day <= period.to]

    def before(self, at: datetime, span: Duration) -> datetime:
        """Return the moment that lies a time before another: a year at most; eight working hours make a day."""
        if span.calendar:
            days = span.amount * _CALENDAR[span.unit]
            return at - timedelta(days=min(days, _YEAR))
        days, hours = divmod(span.amount, _WORKING_DAY) if span.unit == "h" else (span.amount, 0)
        day = last = self.day(at)
        while days and last - day < timedelta(days=_YEAR):
            day -= timedelta(days=1)
            days -= self._is_worked(day)
        return at - (last - day) - timedelta(hours=hours)

    def _is_worked(self, day: date) -> bool:
        hours = self._facts.calendar.hours or _WEEK
        return not self._is_holiday(day) and any(day.weekday() in parse_days(days) for days in hours)

    def _is_holiday(self, day: date) -> bool:
        code = self._facts.calendar.holidays
        if not code:
            return False
        return day in _holidays(code, day.year)


@lru_cache(maxsize=16)
def _holidays(code: str, year: int) -> frozenset[date]:
    # Loaded only when a rule hangs on working time: the tables of the whole world take a third of a second.
    from holidays import country_holidays

    country, _, province = code.partition("-")
    return frozenset(country_holidays(country, subdiv=province or None, years=year))


def _within(hours: dict[str, str], local: datetime) -> bool:
    """Tell whether a local moment falls in hours given by days; a stretch past midnight belongs to the day it began."""
    minute = local.hour * 60 + local.minute
    yesterday = (local.weekday() - 1) % 7
    for days, stretches in hours.items():
        on = parse_days(days)
        for start, end in parse_hours(stretches):
            if start < end and local.weekday() in on and start <= minute < end:
                return True
            if start >= end and ((local.weekday() in on and minute >= start) or (yesterday in on and minute < end)):
                return True
    return False
