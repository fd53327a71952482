"""A campaign opens with its version, asks everybody it concerns, and takes in whoever comes later."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from clausier.audit.actions import PROGRAM, record
from clausier.chapters.ambassadors.models import Call, Campaign
from clausier.chapters.ambassadors.selectors.asked import Asked
from clausier.chapters.ambassadors.selectors.calls import calls_of, put
from clausier.chapters.ambassadors.selectors.campaigns import to_check
from clausier.chapters.ambassadors.selectors.changes import asking
from clausier.identity.models import Person
from clausier.identity.permissions import require
from clausier.lib import clock
from clausier.policy.models import Version
from clausier.policy.selectors import in_force

BATCH = 1000  # people in one transaction: others write in between
WRITTEN = ("team", "audiences", "asked", "due", "done", "remind", "checked", "told", "told_at")


def keep_campaign(at: datetime | None = None) -> int:
    """Afterwards everybody whom the version in force concerns has their place in its campaign; return how many had not.

    Opens the campaign when it is not there yet, and closes those before it. Each thousand people are one transaction,
    with one entry; stopped at any moment, it goes on from there. Run again, it compares what may have changed.
    """
    at = at or clock.now()
    campaign = _opened(at)
    if campaign is None:
        return 0
    found, after = 0, 0
    while people := _check_next(campaign, after, at):
        found, after = found + len(people), people[-1].pk
    Campaign.objects.filter(pk=campaign.pk, filled=None).update(filled=at)
    return found


@transaction.atomic
def _opened(at: datetime) -> Campaign | None:
    version = in_force(at)
    if version is None or not asking(version):
        return None
    campaign, is_new = Campaign.objects.get_or_create(version=version, defaults={"opened": at})
    if is_new:
        Campaign.objects.filter(closed=None).exclude(pk=campaign.pk).update(closed=at)
        record("ambassadors.campaign.opened", actor=PROGRAM, subject=campaign, details={"version": version.number})
    return campaign


@transaction.atomic
def _check_next(campaign: Campaign, after: int, at: datetime) -> list[Person]:
    """Write the calls of the next thousand people, and return them."""
    Campaign.objects.select_for_update().get(pk=campaign.pk)  # two workers would ask the same people twice
    people = list(to_check(campaign, after, at).select_for_update(of=("self",))[:BATCH])  # nobody answers meanwhile
    calls = calls_of(campaign, people, at)
    asked = sum(1 for call in calls if call.pk is None and call.asked)
    for call in calls:
        call.pk = None  # the pair of campaign and person is what a row is known by
    Call.objects.bulk_create(calls, update_conflicts=True, unique_fields=["campaign", "person"], update_fields=WRITTEN)
    if asked:
        record("ambassadors.campaign.asked", actor=PROGRAM, subject=campaign, details={"people": asked})
    return people


@transaction.atomic
def export_calls(*, actor: Person, campaign: Campaign) -> QuerySet[Call]:
    """Return where everybody stands, to be written into a sheet; the ledger says that it left. Refused: no officer."""
    require(actor, "ambassadors.campaigns.people")
    record("ambassadors.campaign.exported", actor=actor, subject=campaign)
    return campaign.calls.asked().select_related("person").order_by("team", "person_id")


def settle(person: Person, version: Version, left: list[Asked], at: datetime) -> None:
    """Write where a person stands who has just answered and is still asked what is ``left``."""
    calls = Call.objects.filter(campaign__version=version, person=person)
    if not left:
        calls.waiting().update(done=at)
        return
    for call in calls:
        put(call, left, at)
        call.save(update_fields=["asked", "due", "done", "told", "told_at"])


def let_go(person: Person) -> None:
    """Ask nothing more of whoever has left; who had answered goes on counting."""
    Call.objects.filter(person=person, done=None).delete()


def look_again(people: list[int]) -> None:
    """Have the calls of people, by their keys, compared again: their audiences, unit or absences changed."""
    Call.objects.filter(person__in=people).update(checked=None)
