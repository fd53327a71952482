"""Three months of the City of Val-Bleu, made only by calling the actions that people call, with a set clock."""

from collections.abc import Iterator

from clausier.demo.calendar import Calendar
from clausier.demo.founding import adopt_first, found_town
from clausier.demo.moderating import Moderating
from clausier.demo.reading import Reading
from clausier.lib import clock

DAYS = 91


def build() -> Iterator[int]:
    """Live the town's months, a day at a time, and yield each; the clock runs again at the end.

    What one room does in a day is a list of moments and acts; the acts of all rooms are done in the order of time, so
    that the ledger reads as it would have.
    """
    now = clock.now()
    calendar = Calendar(now)
    try:
        calendar.go(DAYS, "09:00")
        town = found_town()
        calendar.go(DAYS - 1, "20:00")
        adopt_first(town)
        rooms: list[Reading | Moderating] = [Reading(town, calendar), Moderating(town, calendar)]
        for day in range(DAYS - 2, -1, -1):
            acts = sorted((act for room in rooms for act in room.day(day)), key=lambda act: act.at)
            for act in acts:
                if act.at < now:
                    clock.set_clock(act.at)
                    act.do()
            yield DAYS - day
    finally:
        clock.set_clock(None)
