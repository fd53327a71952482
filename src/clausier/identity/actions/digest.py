"""The digest: one letter a day at most, with all that is asked of a person, when something of it calls for one."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet

from clausier.identity import duties, notifications
from clausier.identity.duties import Duty, Source
from clausier.identity.hours import Hours
from clausier.identity.models import Absence, Digest, DutyHolder, Person, RoleGrant
from clausier.identity.states import Role
from clausier.lib import clock

BATCH = 500  # people read, then written to in one transaction: others write in between
EVE = timedelta(days=1)  # before its term, a duty calls once more
SILENCE = timedelta(days=7)  # after which what still waits is said again
Callers = Mapping[Source, QuerySet[Person]]


def send_digests(at: datetime | None = None) -> int:
    """Afterwards everybody of whom something calls for it has the letter of the day; return how many letters.

    Something calls when no letter named it yet, on the eve of its term, when the term is over, after a week of silence,
    or when its room says so. Whoever is away, has no address or has the letter of the day is left alone. Whoever has a
    shift is written to during it, and everybody else outside the quiet hours of the policy.
    """
    hours = Hours(at or clock.now())
    callers = duties.callers(hours.at)
    rows, after, sent = _candidates(callers, hours), 0, 0
    while people := list(rows.filter(pk__gt=after)[:BATCH]):
        after = people[-1].pk
        sent += _send_some([each for each in people if hours.suit(each)], callers, hours)
    return sent


def _candidates(callers: Callers, hours: Hours) -> QuerySet[Person]:
    """Return those of whom something may call: a room calls them, or they hold a role or a duty.

    What is asked of managers as such calls nobody: the clauses say when they are told.
    """
    grants = RoleGrant.objects.standing().exclude(role=Role.MANAGER)
    asked = Q(pk__in=grants.values("person")) | Q(pk__in=DutyHolder.objects.standing().values("person"))
    for called in callers.values():
        asked |= Q(pk__in=called.values("pk"))
    rows = Person.objects.get_queryset().active().reached().filter(asked)
    rows = rows.exclude(pk__in=Digest.objects.filter(day=hours.today).values("person"))
    rows = rows.exclude(pk__in=Absence.objects.filter(first__lte=hours.today, last__gte=hours.today).values("person"))
    return (rows.exclude(shift="") if hours.are_quiet else rows).order_by("pk")


def _send_some(people: list[Person], callers: Callers, hours: Hours) -> int:
    keys = [person.pk for person in people]
    called = {
        source: frozenset(rows.filter(pk__in=keys).values_list("pk", flat=True)) for source, rows in callers.items()
    }
    asked, everybody = duties.for_each(people, called), frozenset[int]().union(*called.values())
    recent = Digest.objects.filter(person__in=keys, at__gt=hours.at - SILENCE).order_by("at")
    last = {each.person_id: each for each in recent}
    chosen = [
        person
        for person in people
        if person.pk in everybody or any(_calls(each, last.get(person.pk), hours.at) for each in asked[person.pk])
    ]
    with transaction.atomic():
        return sum(_send(person, asked[person.pk], hours) for person in chosen)


def _calls(duty: Duty, last: Digest | None, at: datetime) -> bool:
    """Tell whether a duty calls by itself; ``last`` is the last letter of the week."""
    if not duty.calls:
        return False
    named = [duty.told] if duty.told else []
    named += [last.at] if last and duty.key in last.told else []
    if not named or at - max(named) > SILENCE:
        return True
    return duty.due is not None and any(max(named) < moment <= at for moment in (duty.due - EVE, duty.due))


def _send(person: Person, asked: list[Duty], hours: Hours) -> bool:
    if not asked:
        return False
    told = {"at": hours.at, "told": [duty.key for duty in asked]}
    _row, is_first = Digest.objects.get_or_create(person=person, day=hours.today, defaults=told)
    if is_first:
        notifications.digest(person, asked)
    return is_first
