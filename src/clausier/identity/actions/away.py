"""The absences of a sheet of people: read from a cell, written with the sheet, taken back with it."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from clausier.identity.models import Absence, Person

Interval = tuple[date, date]
BATCH = 500
DAY = r"\d{4}-\d{2}-\d{2}"
LONGEST = timedelta(days=3 * 366)


def parse_absences(cell: str) -> list[Interval]:
    """Return the days away of a cell such as ``2026-12-01/2026-12-15; 2027-01-05``, both included, in order.

    Raises ValueError, with the part that is none, for anything else: an end before the beginning, more than three
    years, days told twice.
    """
    found = sorted(_interval(part) for part in re.split(r"[;,|\n]", cell) if part.strip())
    for (first, last), (after, _end) in pairwise(found):
        if after <= last:
            raise ValueError(f"{first.isoformat()} {after.isoformat()}")
    return found


def _interval(part: str) -> Interval:
    days = re.findall(DAY, part)
    if len(days) not in (1, 2) or re.sub(rf"{DAY}|au|to|à|[/\s–.-]", "", part):  # as people type it
        raise ValueError(part.strip())
    first, last = (date.fromisoformat(day) for day in (days[0], days[-1]))
    if not first <= last <= first + LONGEST:
        raise ValueError(part.strip())
    return first, last


def new_absences(told: Iterable[Interval], known: Iterable[Interval]) -> list[list[str]]:
    """Return the days that are not known yet, as a plan keeps them. Raises ValueError where they overlap some."""
    known, found = list(known), []
    for first, last in told:
        if any(start <= first and last <= end for start, end in known):
            continue
        if any(start <= last and first <= end for start, end in known):
            raise ValueError(f"{first.isoformat()}/{last.isoformat()}")
        found.append([first.isoformat(), last.isoformat()])
    return found


def add_planned(lines: Iterable[Mapping[str, Any]]) -> None:
    """Write the absences of the lines of a plan, whose people are there by now."""
    wanted = {line["uid"]: line["absences"] for line in lines if line.get("absences")}
    rows = [
        Absence(person_id=key, first=date.fromisoformat(first), last=date.fromisoformat(last))
        for uid, key in _keys(wanted)
        for first, last in wanted[uid]
    ]
    Absence.objects.bulk_create(rows, batch_size=BATCH)


def drop_planned(lines: Iterable[Mapping[str, Any]]) -> None:
    """Take away the absences that the lines of a plan brought, those that were changed since excepted."""
    wanted = {line["uid"]: line["absences"] for line in lines if line.get("absences")}
    for uid, key in _keys(wanted):
        for first, last in wanted[uid]:
            Absence.objects.filter(person=key, first=first, last=last).delete()


def _keys(uids: Iterable[str]) -> list[tuple[str, int]]:
    names = list(uids)
    parts = (names[start : start + BATCH] for start in range(0, len(names), BATCH))
    return [row for part in parts for row in Person.objects.filter(uid__in=part).values_list("uid", "pk")]
