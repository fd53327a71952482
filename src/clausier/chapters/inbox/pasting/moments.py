"""When a comment was written, as networks say it: "2 h", "il y a 3 jours", "3d", "March 12 at 2:05 PM"."""

import re
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from django.utils import timezone

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
_UNITS = {
    timedelta(seconds=1): "s sec secs seconde secondes second seconds",
    timedelta(minutes=1): "m mn min mins minute minutes",
    HOUR: "h hr hrs heure heures hour hours",
    DAY: "j jour jours d day days",
    timedelta(weeks=1): "sem semaine semaines w wk wks week weeks",
    timedelta(days=30): "mo mos mois month months",
    timedelta(days=365): "a an ans année années y yr yrs year years",
}
_LENGTH = {name: length for length, names in _UNITS.items() for name in names.split()}
_MONTHS = (
    ("janvier", "janv", "january", "jan"),
    ("février", "fevrier", "févr", "february", "feb"),
    ("mars", "march", "mar"),
    ("avril", "avr", "april", "apr"),
    ("mai", "may"),
    ("juin", "june", "jun"),
    ("juillet", "juill", "july", "jul"),
    ("août", "aout", "august", "aug"),
    ("septembre", "sept", "september", "sep"),
    ("octobre", "oct", "october"),
    ("novembre", "nov", "november"),
    ("décembre", "decembre", "déc", "december", "dec"),
)
_MONTH = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_NOW = r"à l'instant|a l'instant|maintenant|just now|now"
_MONTH_NAMES, _UNIT_NAMES = ("|".join(sorted(names, key=len, reverse=True)) for names in (_MONTH, _LENGTH))
_CLOCK = r"(?:,? *(?:à|at|,)? *(?P<hour>\d{1,2}) ?[:h] ?(?P<minute>\d{2})(?: ?(?P<half>am|pm))?)?"
_RELATIVE = re.compile(
    rf"(?P<now>{_NOW})|(?:il y a )?(?P<count>\d{{1,3}}|une?|an?) ?(?P<unit>{_UNIT_NAMES})\.?(?: ago)?"
)
_DATES = (
    re.compile(rf"(?P<near>hier|yesterday|aujourd'hui|today){_CLOCK}"),
    re.compile(rf"(?:le )?(?P<day>\d{{1,2}})(?:er)? (?P<month>{_MONTH_NAMES})\.?(?:,? (?P<year>\d{{4}}))?{_CLOCK}"),
    re.compile(rf"(?P<month>{_MONTH_NAMES})\.? (?P<day>\d{{1,2}})(?:, (?P<year>\d{{4}}))?{_CLOCK}"),
    re.compile(rf"(?P<year>\d{{4}})-(?P<number>\d{{2}})-(?P<day>\d{{2}}){_CLOCK}"),
)


class Moment(NamedTuple):
    """When, and how far from the truth it may be."""

    at: datetime
    within: timedelta


def moment_of(words: str, now: datetime) -> Moment | None:
    """Return the moment that words tell (in lower case, with plain apostrophes and spaces), or None."""
    relative = _RELATIVE.fullmatch(words)
    if relative:
        return _ago(relative, now)
    dated = next((match for pattern in _DATES if (match := pattern.fullmatch(words))), None)
    return _dated(dated.groupdict(), now) if dated else None


def _ago(match: "re.Match[str]", now: datetime) -> Moment:
    if match["now"]:
        return Moment(now, timedelta(minutes=1))
    count = int(match["count"]) if match["count"].isdigit() else 1
    unit = _LENGTH[match["unit"]]
    return Moment(now - count * unit, unit)


def _dated(found: dict[str, str | None], now: datetime) -> Moment | None:
    """Return a date in the organisation's zone; without a year it is the last such day that has been."""
    local = timezone.localtime(now)
    hour = int(found.get("hour") or 0) % 24
    if found.get("half"):
        hour = hour % 12 + (12 if found["half"] == "pm" else 0)
    try:
        day = _day(found, local).replace(hour=hour, minute=int(found.get("minute") or 0), second=0, microsecond=0)
        if day > local + DAY and not found.get("year"):
            day = day.replace(year=day.year - 1)
    except ValueError:
        return None
    return Moment(day.astimezone(UTC), timedelta(minutes=1) if found.get("minute") else DAY)


def _day(found: dict[str, str | None], local: datetime) -> datetime:
    near = found.get("near")
    if near:
        return local - DAY if near in ("hier", "yesterday") else local
    month = _MONTH[str(found["month"])] if found.get("month") else int(found.get("number") or 0)
    return local.replace(year=int(found.get("year") or local.year), month=month, day=int(found["day"] or 0))
