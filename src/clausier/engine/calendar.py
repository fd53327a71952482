"""The organisation's time: working hours, quiet hours, named periods. The moment is given, never asked of a clock."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime, timedelta
from functools import lru_cache
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from clausier.document.hours import parse_days, parse_hours
from clausier.document.model import Duration, Facts

if TYPE_CHECKING:
    from holidays import HolidayBase

_CALENDAR = {"h": 1 / 24, "d": 1, "m": 365 / 12, "y": 365}  # in days
_WORKING_DAY, _YEAR = 8, 365  # hours and days


class Stretch(NamedTuple):
    """Hours of some days, in minutes; those that end before they start go past midnight."""

    days: frozenset[int]
    start: int
    end: int


_WEEK = [Stretch(parse_days("mon-fri"), 0, 0)]  # worked where the facts give no hours


class WorkCalendar:
    """Answers about a moment, from the facts and from the quiet hours that the policy sets.

    Raises ValueError for hours or days that are none, and KeyError for a time zone that does not exist; holidays that
    do not exist raise ValueError only when a rule asks for working hours.
    """

    def __init__(self, facts: Facts, quiet: Iterable[Mapping[str, str]] = ()) -> None:
        self._zone = ZoneInfo(facts.calendar.timezone)
        self._holidays = facts.calendar.holidays
        self._periods = facts.periods
        self._working = _stretches(facts.calendar.hours)
        self._quiet = [stretch for hours in quiet for stretch in _stretches(hours)]

    def times(self, at: datetime) -> list[str]:
        """Return the times of day that the moment falls in: ``working-hours``, ``quiet-hours``, both or none."""
        local = at.astimezone(self._zone)
        times = []
        if _within(self._working, local) and not self._is_holiday(local.date()):
            times.append("working-hours")
        if _within(self._quiet, local):
            times.append("quiet-hours")
        return times

    def periods(self, at: datetime) -> list[str]:
        """Return the named periods of the facts that hold the moment's day, both ends included."""
        day = at.astimezone(self._zone).date()
        return [name for name, period in self._periods.items() if period.from_ <= day <= period.to]

    def before(self, at: datetime, span: Duration) -> datetime:
        """Return the moment that lies a time before another: a year at most; eight working hours make a day."""
        if span.calendar:
            days = span.amount * _CALENDAR[span.unit]
            return at - timedelta(days=min(days, _YEAR))
        days, hours = divmod(span.amount, _WORKING_DAY) if span.unit == "h" else (span.amount, 0)
        day = last = at.astimezone(self._zone).date()
        while days and last - day < timedelta(days=_YEAR):
            day -= timedelta(days=1)
            days -= self._is_worked(day)
        return at - (last - day) - timedelta(hours=hours)

    def _is_worked(self, day: date) -> bool:
        worked = any(day.weekday() in stretch.days for stretch in self._working or _WEEK)
        return worked and not self._is_holiday(day)

    def _is_holiday(self, day: date) -> bool:
        return bool(self._holidays) and day in _holidays(self._holidays, day.year)


@lru_cache(maxsize=64)  # to ask for those of a year takes longer than the rest of a check
def _holidays(code: str, year: int) -> Collection[date]:
    """Return the public holidays of a country (``FR``) or of a part of one (``CA-QC``), else raise ValueError."""
    country, _, province = code.partition("-")
    try:
        return frozenset(_country(country)(subdiv=province or None, years=year))
    except NotImplementedError:
        raise ValueError(code) from None


def falls_in(hours: Mapping[str, str], local: datetime) -> bool:
    """Tell whether a local moment falls in hours given by days. Raises ValueError for hours or days that are none."""
    return _within(_stretches(hours), local)


def _country(code: str) -> "type[HolidayBase]":
    """Return what knows the holidays of a country; raises NotImplementedError when there is none.

    The package loads the countries of the whole world together, which takes as long as the rest of a check: here the
    module of the one country is loaded, and only when a rule hangs on working time.
    """
    import holidays
    from holidays.registry import COUNTRIES

    for name, (entity, *codes) in COUNTRIES.items():
        if code in codes:
            place = Path(holidays.__file__).parent / "countries" / f"{name}.py"
            module = ModuleType(f"holidays.countries.{name}")
            SourceFileLoader(module.__name__, str(place)).exec_module(module)
            return getattr(module, entity)  # type: ignore[no-any-return]
    raise NotImplementedError(code)


def _stretches(hours: Mapping[str, str]) -> list[Stretch]:
    return [Stretch(parse_days(days), *each) for days, stretches in hours.items() for each in parse_hours(stretches)]


def _within(hours: Iterable[Stretch], local: datetime) -> bool:
    """Tell whether a local moment falls in hours given by days; a stretch past midnight belongs to the day it began."""
    minute = local.hour * 60 + local.minute
    yesterday = (local.weekday() - 1) % 7
    for days, start, end in hours:
        if start < end and local.weekday() in days and start <= minute < end:
            return True
        if start >= end and ((local.weekday() in days and minute >= start) or (yesterday in days and minute < end)):
            return True
    return False
