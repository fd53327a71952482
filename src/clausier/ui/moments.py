"""Moments as people say them in each language, in the zone of the organisation."""

from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.dateformat import format as formatted
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from clausier.lib import clock

DAYS_TOLD = 30  # past them, a date says more than a number of days
MINUTE, HOUR = 60, 3600
WEEK = 7


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
    if isinstance(value, datetime) and value < now:
        return _late_by(now - value)
    if days < 0:
        return _late_by(timedelta(days=-days))
    if isinstance(value, datetime) and days in (0, 1):
        words = _("tomorrow before %(hour)s") if days else _("today before %(hour)s")
        return words % {"hour": _hour(value)}
    return _("before %(day)s") % {"day": _weekday(value) if days < WEEK else day(value)}


def _late_by(delay: timedelta) -> str:
    if delay < timedelta(hours=1):
        return _("late since a moment ago")
    if delay < timedelta(days=1):
        count = delay // timedelta(hours=1)
        return ngettext("late by %(count)s hour", "late by %(count)s hours", count) % {"count": count}
    return ngettext("late by %(count)s day", "late by %(count)s days", delay.days) % {"count": delay.days}


def _within_the_day(seconds: int) -> str:
    size, past = abs(seconds), seconds <= 0
    if size < MINUTE:
        return _("just now") if past else _("in a moment")
    if size < HOUR:
        return (_minutes_ago if past else _in_minutes)(size // MINUTE)
    return (_hours_ago if past else _in_hours)(round(size / HOUR))


def _minutes_ago(count: int) -> str:
    return ngettext("%(count)s minute ago", "%(count)s minutes ago", count) % {"count": count}


def _in_minutes(count: int) -> str:
    return ngettext("in %(count)s minute", "in %(count)s minutes", count) % {"count": count}


def _hours_ago(count: int) -> str:
    return ngettext("%(count)s hour ago", "%(count)s hours ago", count) % {"count": count}


def _in_hours(count: int) -> str:
    return ngettext("in %(count)s hour", "in %(count)s hours", count) % {"count": count}


def _days(value: date, days: int) -> str:
    if abs(days) > DAYS_TOLD:
        return day(value)
    near = {-1: _("yesterday"), 0: _("today"), 1: _("tomorrow")}
    if days in near:
        return near[days]
    if days < 0:
        return ngettext("%(count)s day ago", "%(count)s days ago", -days) % {"count": -days}
    return ngettext("in %(count)s day", "in %(count)s days", days) % {"count": days}


def _date(value: date) -> date:
    return value.date() if isinstance(value, datetime) else value


def _weekday(value: date) -> str:
    return formatted(value, "l j F") if get_language() == "fr" else formatted(value, "l, F j")


def _hour(value: datetime) -> str:
    if get_language() == "fr":
        return formatted(value, "G \\h i").removesuffix(" 00")
    return formatted(value, "g:i a")
