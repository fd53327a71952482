"""Facts: the organisation has a name, its calendar is one that the program knows, its periods end after they begin."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo, available_timezones

from clausier.document.checks.clauses import hours_by_days
from clausier.document.checks.subject import Subject
from clausier.document.model.statements import Protect
from clausier.document.problems import WARNING, Problem, nearest


def organization_name(subject: Subject) -> Iterator[Problem]:
    """Without a name, nothing is recognized as being about the organization."""
    if not any(subject.facts.names.values()) and subject.is_whole(("facts",)):
        yield subject.problem("facts-without-name", ("facts", "names"), level=WARNING)


def timezone(subject: Subject) -> Iterator[Problem]:
    """The time zone is one of those that the world keeps."""
    name = subject.facts.calendar.timezone
    try:
        ZoneInfo(name)
    except (LookupError, ValueError, OSError):
        where = ("facts", "calendar", "timezone")
        yield subject.problem("unknown-timezone", where, meant=nearest(name, available_timezones()), value=name)


def holidays(subject: Subject) -> Iterator[Problem]:
    """The public holidays are those of a country, or of a part of one."""
    code = subject.facts.calendar.holidays
    if not code:
        return
    # The tables of the whole world: loaded only when a calendar is named.
    from holidays import list_supported_countries

    country, _, part = code.partition("-")
    supported = list_supported_countries()
    if country not in supported or (part and part not in supported[country]) or code.endswith("-"):
        known = [*supported, *(f"{country}-{each}" for each in supported.get(country, ()))]
        where = ("facts", "calendar", "holidays")
        yield subject.problem("unknown-holidays", where, meant=nearest(code, known), value=code)


def working_hours(subject: Subject) -> Iterator[Problem]:
    """Working hours are hours by days."""
    yield from hours_by_days(subject, ("facts", "calendar", "hours"), subject.facts.calendar.hours)


def periods(subject: Subject) -> Iterator[Problem]:
    """A period ends on the day it begins, or later."""
    for name, period in subject.facts.periods.items():
        if period.to < period.from_:
            yield subject.problem("period-backwards", ("facts", "periods", name, "to"), value=name)


def fingerprints(subject: Subject) -> Iterator[Problem]:
    """The fingerprints of a protected list are whole: cut short, they would protect nothing and say nothing."""
    for each in subject.protected:
        for name, kept in (("passages", each.passages), ("people", each.people)):
            try:
                if kept:
                    kept.unpacked()
            except ValueError:
                yield subject.problem("not-fingerprints", ("protected", each.name, name), value=each.name)


def documents(subject: Subject) -> Iterator[Problem]:
    """The documents that a clause protects are registered: until then, none of their passages is recognised."""
    registered = {each.name for each in subject.protected if each.passages}
    for leaf in subject.leaves:
        if (leaf.holder, leaf.field) == (Protect, "documents") and leaf.value not in registered:
            yield subject.problem("documents-not-registered", leaf.path, level=WARNING, value=leaf.value)


CHECKS = (organization_name, timezone, holidays, working_hours, periods, fingerprints, documents)
