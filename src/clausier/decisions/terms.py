"""Terms that a policy sets, as moments on the organisation's own calendar."""

import calendar
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from clausier.document.model import Clause, Duration, Facts, Policy
from clausier.document.model.statements import Appeal
from clausier.engine.calendar import WorkCalendar

_WORKING_DAY = 8  # hours
_MONTHS = {"m": 1, "y": 12}
_LAST = time(23, 59, 59)


def after(moment: datetime, span: Duration, facts: Facts) -> datetime:
    """Return the last second of the day on which a term ends: people are never held to the minute.

    The first day is not counted. Working time counts the days that the facts say are worked, eight hours each.
    """
    zone = ZoneInfo(facts.calendar.timezone)
    first = moment.astimezone(zone).date()
    if span.unit in _MONTHS:
        last = _months_after(first, span.amount * _MONTHS[span.unit])
    elif span.calendar:
        last = first + timedelta(days=span.amount if span.unit == "d" else -(-span.amount // 24))
    else:
        last = _worked_after(first, span, facts, zone)
    return datetime.combine(last, _LAST, zone)


def appeal_of(policy: Policy, clause: Clause | None, channel: str = "") -> Appeal | None:
    """Return how a decision on a comment is appealed: as its clause says, else its channel, else the kindest term."""
    own = [each for each in (clause.comments if clause else ()) if each.appeal]
    said = own or [each for other in policy.clauses() for each in other.comments if each.appeal]
    there = [each for each in said if channel and channel in each.channel] or said
    appeals = [each.appeal for each in there if each.appeal]
    return max(appeals, key=lambda appeal: appeal.within.days if appeal.within else 0, default=None)


def _worked_after(first: date, span: Duration, facts: Facts, zone: ZoneInfo) -> date:
    days, hours = divmod(span.amount, _WORKING_DAY) if span.unit == "h" else (span.amount, 0)
    work, day = WorkCalendar(facts), first
    if hours and not days and _is_worked(work, day, zone):
        return day
    for _ in range(days or 1):
        day += timedelta(days=1)
        while not _is_worked(work, day, zone):
            day += timedelta(days=1)
    return day


def _is_worked(work: WorkCalendar, day: date, zone: ZoneInfo) -> bool:
    """Tell whether a day is worked: one working day before the next noon is then this very noon."""
    noon, next_noon = (datetime.combine(each, time(12), zone) for each in (day, day + timedelta(days=1)))
    return work.before(next_noon, Duration(1, "d", calendar=False)) == noon


def _months_after(first: date, months: int) -> date:
    years, month = divmod(first.month - 1 + months, 12)
    year = first.year + years
    return date(year, month + 1, min(first.day, calendar.monthrange(year, month + 1)[1]))
