"""When the policy is to be looked at again, and by whom."""

import datetime as dt
from calendar import monthrange
from typing import NamedTuple

from clausier.document.model import Duration
from clausier.identity.models import Person
from clausier.identity.selectors import holders, zone
from clausier.lib import clock
from clausier.policy.models import Review, Version
from clausier.policy.selectors.texts import policy_of
from clausier.policy.selectors.versions import in_force

NEAR = dt.timedelta(days=60)  # before its day, whoever reviews the policy finds it among what is asked of them
FIRST = dt.timedelta(days=30)  # the first letter; then on the day; then each month that it is late
MONTHS = 12


class DueReview(NamedTuple):
    """The next review of the policy: when, by which duty, who holds it, and the last one made."""

    version: Version
    due: dt.datetime
    duty: str
    asked: list[Person]
    last: Review | None

    @property
    def is_near(self) -> bool:
        """Tell whether it is asked for already."""
        return self.due - NEAR <= clock.now()

    @property
    def is_late(self) -> bool:
        """Tell whether its day is over."""
        return self.due < clock.now()

    def is_to_be_reminded(self, at: dt.datetime) -> bool:
        """Tell whether a letter is due and has not left: a month before, on the day, then each month."""
        if at < self.due - FIRST:
            return False
        call = self.due - FIRST + (at - (self.due - FIRST)) // FIRST * FIRST
        return self.version.reminded is None or self.version.reminded < call


def review_now() -> DueReview | None:
    """Return the next review of the policy in force; None when it names no term.

    The term runs from the last review, or from the day that the last major version came into force.
    """
    version = in_force()
    asked = policy_of(version).review if version else None
    if version is None or asked is None:
        return None
    last = Review.objects.select_related("by").first()
    start = max([_last_major(version), *([last.at] if last else [])])
    due = end_of(_after(start.astimezone(zone()).date(), asked.every))
    duty = asked.by or ""
    return DueReview(version, due, duty, holders(duty)[:1] if duty else [], last)


def end_of(day: dt.date | None) -> dt.datetime:
    """Return the last minute of a day, where the organisation is: what is due on a day is late after it."""
    if day is None:
        raise ValueError("no day")
    return dt.datetime.combine(day, dt.time(23, 59), zone())


def _after(day: dt.date, span: Duration) -> dt.date:
    """Return the day that comes a term later; the 31st falls on the last day of a shorter month."""
    if span.unit not in "my":
        return day + dt.timedelta(days=round(span.days))
    months = day.year * MONTHS + day.month - 1 + span.amount * (MONTHS if span.unit == "y" else 1)
    year, month = months // MONTHS, months % MONTHS + 1
    return day.replace(year=year, month=month, day=min(day.day, monthrange(year, month)[1]))


def _last_major(version: Version) -> dt.datetime:
    major = Version.objects.adopted().filter(major=version.major).order_by("minor").first()
    start = (major or version).in_force_from
    if start is None:
        raise ValueError("not adopted")
    return start
