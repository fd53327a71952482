"""By when a person must have looked: working hours are counted to the quarter of an hour."""

from datetime import datetime, timedelta

from clausier.decisions.terms import after
from clausier.document.model import Duration, Facts
from clausier.engine.calendar import WorkCalendar

STEP = timedelta(minutes=15)
LONGEST = timedelta(days=31)  # holidays and week-ends included: what a few working hours may last at most


def deadline(start: datetime, span: Duration, facts: Facts) -> datetime:
    """Return when a term is over: to the quarter of an hour for working hours, at the end of its day otherwise."""
    if span.calendar or span.unit != "h" or not facts.calendar.hours:
        return after(start, span, facts)
    work, left = WorkCalendar(facts), span.amount * timedelta(hours=1) / STEP
    at = start - timedelta(minutes=start.minute % 15, seconds=start.second, microseconds=start.microsecond)
    at += STEP if at < start else timedelta(0)
    while left > 0 and at - start < LONGEST:
        left -= "working-hours" in work.times(at)
        at += STEP
    return at
