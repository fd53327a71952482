"""Moments as people say them in each language, in the zone of the organisation."""

from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.dateformat import format as formatted
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from clausier.lib import clock

DAYS_TOLD = 30  # past them, a date says more than a number of days
MINUTE, HOUR = 60, 3600


def has_hour(value: date) -> bool:
    """Tell whether a value is a moment; a plain day has no hour."""
    return isinstance(value, datetime)


def here(value: date) -> date:
    """Return a moment in the zone of the organisation; a day is the same everywhere."""
    return timezone.localtime(value) if isinstance(value, datetime) else value


def day(value: date) -> str:
    """Return *November 23, 2026*, or *23 novembre 2026*."""
    if get_language() == "fr":
        return formatted(value, "j F Y").replace("1 ", "1er ", 1) if value.day == 1 else formatted(value, "j F Y")
    return formatted(value, "F j, Y")


def exact(value: date) -> str:
    """Return the day, and the hour where there is one: *23 novembre 2026, 8 h 30*."""
    return f"{day(value)}, {_hour(value)}" if isinstance(value, datetime) else day(value)


def relative(value: date) -> str:
    """Return how far from now a moment is: *2 hours ago*, *tomorrow*; beyond thirty days, the day itself."""
    now = timezone.localtime(clock.now())
    if isinstance(value, datetime):
        seconds = int((value - now).total_seconds())
        if abs(seconds) < 12 * HOUR:
            return _within_the_day(seconds)
    return _days(value, (_date(value) - now.date()).days)


def due(value: date) -> str:
    """Return by when something is to be done, or by how much it is late."""
    now = timezone.localtime(clock.now())
    days = (_date(value) - now.date()).days
    late = value < now if isinstance(value, datetime) else days < 0
    if late:
        return _late(-days)
    hour = isinstance(value, datetime) and days <= 1
    if hour:
        said = _hour(value)
        return (
            _("today before %(hour)s") % {"hour": said} if days == 0 else _("tomorrow before %(hour)s") % {"hour": said}
        )
    return _("before %(day)s") % {"day": _weekday(value) if days < 7 else day(value)}


def _late(days: int) -> str:
    if days == 0:
        return _("late since today")
    return ngettext("late by %(count)s day", "late by %(count)s days", days) % {"count": days}


def _within_the_day(seconds: int) -> str:
    size, past = abs(seconds), seconds < 0
    if size < MINUTE:
        return _("just now") if past or seconds == 0 else _("in a moment")
    if size < HOUR:
        count = size // MINUTE
        said = (
            ngettext("%(count)s minute ago", "%(count)s minutes ago", count)
            if past
            else ngettext("in %(count)s minute", "in %(count)s minutes", count)
        )
    else:
        count = round(timedelta(seconds=size) / timedelta(hours=1))
        said = (
            ngettext("%(count)s hour ago", "%(count)s hours ago", count)
            if past
            else ngettext("in %(count)s hour", "in %(count)s hours", count)
        )
    return said % {"count": count}


def _days(value: date, days: int) -> str:
    if abs(days) > DAYS_TOLD:
        return day(value)
    near = {-1: _("yesterday"), 0: _("today"), 1: _("tomorrow")}
    if days in near:
        return near[days]
    count = abs(days)
    said = (
        ngettext("%(count)s day ago", "%(count)s days ago", count)
        if days < 0
        else ngettext("in %(count)s day", "in %(count)s days", count)
    )
    return said % {"count": count}


def _date(value: date) -> date:
    return value.date() if isinstance(value, datetime) else value


def _weekday(value: date) -> str:
    return formatted(value, "l j F") if get_language() == "fr" else formatted(value, "l, F j")


def _hour(value: datetime) -> str:
    if get_language() == "fr":
        return formatted(value, "G \\h i").removesuffix(" 00")
    return formatted(value, "g:i a")
