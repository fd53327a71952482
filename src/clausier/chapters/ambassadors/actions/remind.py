"""Reminders: at most one mail a person and a day, never at a quiet hour, on the days that each clause names."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from clausier.chapters.ambassadors import notifications
from clausier.chapters.ambassadors.models import Reminder
from clausier.chapters.ambassadors.selectors import Asked, asked_of_each
from clausier.chapters.ambassadors.selectors.due import Deadlines
from clausier.engine.calendar import WorkCalendar
from clausier.identity.models import Absence, Person
from clausier.lib import clock
from clausier.policy.selectors import facts, in_force, policy_of


def remind(at: datetime | None = None) -> int:
    """Afterwards everybody who has to be was reminded, once for all their clauses; return how many were.

    A clause calls when it is first asked, at each time that its ``remind`` names, and when it is due. Whoever is away,
    has no address or was reminded today is left alone; in the quiet hours of the policy, everybody is.
    """
    at = at or clock.now()
    version = in_force(at)
    if version is None:
        return 0
    quiet = WorkCalendar(facts(), (clause.quiet for clause in policy_of(version).clauses()))
    if "quiet-hours" in quiet.times(at):
        return 0
    deadlines = Deadlines(facts())
    today = at.astimezone(deadlines.zone).date()
    people = list(_reachable(today))
    asked, last = asked_of_each(people, at), _last_reminders(people)
    due = [person for person in people if _calls(asked[person.pk], last.get(person.pk), at, deadlines)]
    return sum(_send(person, asked[person.pk], today) for person in due)


@transaction.atomic
def _send(person: Person, asked: list[Asked], today: date) -> bool:
    _row, is_first = Reminder.objects.get_or_create(person=person, day=today)
    if is_first:
        notifications.asked(person, asked)
    return is_first


def _reachable(today: date) -> Iterable[Person]:
    away = Absence.objects.filter(first__lte=today, last__gte=today).values("person")
    return Person.objects.get_queryset().active().reached().exclude(pk__in=away)


def _last_reminders(people: list[Person]) -> dict[int, datetime]:
    rows = Reminder.objects.filter(person__in=people).order_by("at")
    return {each.person_id: each.at for each in rows}


def _calls(asked: list[Asked], last: datetime | None, at: datetime, deadlines: Deadlines) -> bool:
    moments = (moment for each in asked for moment in _moments(each, deadlines))
    return any((last is None or last < moment) and moment <= at for moment in moments)


def _moments(asked: Asked, deadlines: Deadlines) -> list[datetime]:
    if asked.due is None:
        return [asked.start]
    return [asked.start, asked.due, *(deadlines.before(asked.due, span) for span in asked.commit.remind)]
