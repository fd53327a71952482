"""Reminders: at most one mail a person and a day, at an hour of theirs, on the days that each clause names."""

from collections.abc import Iterator
from datetime import date, datetime

from django.db import transaction

from clausier.audit.actions import record
from clausier.chapters.ambassadors import notifications
from clausier.chapters.ambassadors.actions.campaign import BATCH, keep_campaign
from clausier.chapters.ambassadors.models import Call, Campaign, Reminder
from clausier.chapters.ambassadors.selectors import Asked, asked_of_each
from clausier.chapters.ambassadors.selectors.calls import next_reminder
from clausier.chapters.ambassadors.selectors.campaigns import present
from clausier.chapters.ambassadors.selectors.due import Deadlines
from clausier.chapters.ambassadors.selectors.hours import Hours
from clausier.identity.models import Absence, Person
from clausier.identity.permissions import require
from clausier.identity.states import Role
from clausier.lib import clock
from clausier.policy.selectors import facts


def remind(at: datetime | None = None) -> int:
    """Afterwards everybody who has to be was reminded, once for all their clauses; return how many were.

    A clause calls when it is first asked, at each time that its ``remind`` names, and when it is due. Whoever is away,
    has no address or was reminded today is left alone. Whoever has a shift is reminded during it, and everybody else
    outside the quiet hours of the policy.
    """
    at = at or clock.now()
    keep_campaign(at)
    campaign = present(at)
    if campaign is None:
        return 0
    return sum(_remind_some(calls, at) for calls in _due(campaign, at))


@transaction.atomic
def remind_again(*, actor: Person, campaign: Campaign, team: str | None = None) -> int:
    """Have those who are late reminded at the next hour that is theirs; return how many they are.

    A people officer asks it for a team or for all; a manager for their own people. Who was reminded today is not
    reminded twice. Refused: anybody else.
    """
    require(actor, "ambassadors.progress.view")
    at = clock.now()
    late = campaign.calls.late(at)
    if Role.PEOPLE_OFFICER not in actor.roles:
        late = late.filter(person__manager=actor)
    elif team is not None:
        late = late.filter(team=team)
    count = late.update(remind=at)
    record("ambassadors.reminder.asked", actor=actor, subject=campaign, details={"people": count})
    return count


def _due(campaign: Campaign, at: datetime) -> Iterator[list[Call]]:
    """Yield, a thousand at a time, the calls whose person is to be reminded and can be now."""
    hours = Hours(at)
    away = Absence.objects.filter(first__lte=hours.today, last__gte=hours.today).values("person")
    rows = campaign.calls.waiting().filter(remind__lte=at, person__in=Person.objects.get_queryset().active().reached())
    rows = rows.exclude(person__in=away).select_related("person").order_by("pk")
    if hours.are_quiet:
        rows = rows.exclude(person__shift="")
    after = 0
    while calls := list(rows.filter(pk__gt=after)[:BATCH]):
        after = calls[-1].pk
        yield [call for call in calls if hours.suit(call.person)]


@transaction.atomic
def _remind_some(calls: list[Call], at: datetime) -> int:
    asked, deadlines = asked_of_each([call.person for call in calls], at), Deadlines(facts())
    today = at.astimezone(deadlines.zone).date()
    sent = 0
    for call in calls:
        waiting = asked[call.person_id]
        if waiting and not _send(call.person, waiting, today):
            continue  # reminded today already: tomorrow is another day
        sent += bool(waiting)
        call.remind = next_reminder(waiting, at, deadlines)
    Call.objects.bulk_update(calls, ["remind"], batch_size=200)
    return sent


def _send(person: Person, asked: list[Asked], today: date) -> bool:
    _row, is_first = Reminder.objects.get_or_create(person=person, day=today)
    if is_first:
        notifications.asked(person, asked)
    return is_first
