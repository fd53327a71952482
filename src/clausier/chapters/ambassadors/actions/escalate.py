"""What follows a lateness: whom the clause names is told, one after the other, of late or done and of nothing more."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db import transaction

from clausier.audit.actions import PROGRAM, record
from clausier.chapters.ambassadors import notifications
from clausier.chapters.ambassadors.actions.campaign import BATCH
from clausier.chapters.ambassadors.models import Call, Campaign
from clausier.chapters.ambassadors.selectors import Asked, asked_of_each, owners
from clausier.chapters.ambassadors.selectors.calls import first_due
from clausier.chapters.ambassadors.selectors.campaigns import present
from clausier.identity.hours import Hours
from clausier.identity.models import Person
from clausier.identity.selectors import away_on, holders
from clausier.lib import clock

MANAGER, OWNER = "manager", "owner"  # the names that ``then`` may give beside duties of the policy
GRACE = timedelta(hours=12)  # the person themself is told first, when it is due
STEP = timedelta(days=7)  # between those whom a clause names
LARGE, SHEET_DAY = 30, 0  # a manager of more people gets one sheet a week, on Monday


def tell_lateness(at: datetime | None = None) -> int:
    """Afterwards those whom the late clauses name were told, at most one letter each; return how many letters.

    A manager receives the names of their own people who are late; whoever comes after receives numbers. Somebody
    without a manager, or whose manager has left, is told to the next one at once. Told outside the quiet hours; a
    manager who is away is told when they are back.
    """
    at = at or clock.now()
    campaign, hours = present(at), Hours(at)
    if campaign is None or hours.are_quiet:
        return 0
    telling = Telling(campaign, at, hours)
    for calls in _late(campaign, at):
        telling.sort(calls)
    return telling.send()


def _late(campaign: Campaign, at: datetime) -> Iterator[list[Call]]:
    rows = campaign.calls.late(at - GRACE).filter(person__is_active=True).select_related("person__manager")
    rows = rows.exclude(told_at__gt=at - STEP).order_by("pk")
    after = 0
    while calls := list(rows.filter(pk__gt=after)[:BATCH]):
        after = calls[-1].pk
        yield calls


class Telling:
    """The letters of one day: to whom, and about which calls."""

    def __init__(self, campaign: Campaign, at: datetime, hours: Hours) -> None:
        self.campaign, self.at, self.hours = campaign, at, hours
        self.of_managers: dict[Person, list[Call]] = defaultdict(list)
        self.of_others: dict[Person, list[Call]] = defaultdict(list)
        self._holders: dict[str, list[Person]] = {}

    def sort(self, calls: list[Call]) -> None:
        """Find out who is to be told of each late person."""
        asked = asked_of_each([call.person for call in calls], self.at)
        for call in calls:
            then = _then(asked[call.person_id], self.at)
            while call.told < len(then) and not self._tell(call, then[call.told]):
                call.told += 1  # nobody there: the next one is told at once

    def _tell(self, call: Call, step: str) -> bool:
        if step == MANAGER:
            manager = call.person.manager
            if manager is None or not manager.is_active:
                return False
            self.of_managers[manager].append(call)
            return True
        if step not in self._holders:
            self._holders[step] = owners() if step == OWNER else holders(step, self.at)
        for person in self._holders[step]:
            self.of_others[person].append(call)
        return bool(self._holders[step])

    def send(self) -> int:
        """Write the letters, each with what it changes, in a transaction of its own."""
        away = away_on(self.hours.today, [person.pk for person in self.of_managers])
        sent = 0
        for manager, calls in self.of_managers.items():
            if manager.pk not in away and self._is_day_of(manager):
                sent += self._write(manager, calls, MANAGER)
        told: set[int] = set()
        for person, calls in self.of_others.items():
            sent += self._write(person, calls, OWNER, already=told)
            told |= {call.pk for call in calls}
        return sent

    def _is_day_of(self, manager: Person) -> bool:
        is_large = manager.team.filter(is_active=True).count() > LARGE
        return not is_large or self.hours.today.weekday() == SHEET_DAY

    @transaction.atomic
    def _write(self, person: Person, calls: list[Call], step: str, already: set[int] = frozenset()) -> bool:  # type: ignore[assignment]
        for call in calls:
            if call.pk not in already:
                call.told, call.told_at = call.told + 1, self.at
        Call.objects.bulk_update(calls, ["told", "told_at"], batch_size=200)
        details = {"people": len(calls), "step": step, "version": self.campaign.version.number}
        record("ambassadors.lateness.told", actor=PROGRAM, subject=person, details=details)
        names = sorted(call.person.name for call in calls) if step == MANAGER else []
        return notifications.late(person, len(calls), names)


def _then(asked: list[Asked], at: datetime) -> tuple[str, ...]:
    """Return whom the clause that has been late longest names, of those that name anybody."""
    late = [each for each in asked if each.due and each.due < at and each.commit.then]
    first = first_due(late)
    return next((each.commit.then for each in late if each.due == first), ())
