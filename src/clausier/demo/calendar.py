"""The days of the demonstration, counted back from today, and what is done at a moment of them."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from clausier.lib import clock

ZONE = ZoneInfo("America/Toronto")


class Act(NamedTuple):
    """Something that somebody does at a moment."""

    at: datetime
    do: Callable[[], object]


class Calendar:
    """Finds the moment of a day that is so many days before today."""

    def __init__(self, today: datetime) -> None:
        self.today = today.astimezone(ZONE)

    def at(self, days_ago: int, hour: str) -> datetime:
        """Return the moment of ``hour`` (``09:30``) so many days ago, in the town's zone."""
        day = self.today.date() - timedelta(days=days_ago)
        return datetime.combine(day, time.fromisoformat(hour), ZONE)

    def go(self, days_ago: int, hour: str) -> None:
        """Set the clock there."""
        clock.set_clock(self.at(days_ago, hour))

    def works(self, days_ago: int) -> bool:
        """Tell whether the town hall is open that day: neither Saturday nor Sunday."""
        return self.at(days_ago, "12:00").weekday() < 5  # noqa: PLR2004  # Monday is 0
