"""Where a person stands in a campaign, worked out of what they are asked."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Exists, Max, OuterRef, QuerySet

from clausier.chapters.ambassadors.models import Call, Campaign, Commitment
from clausier.chapters.ambassadors.selectors.asked import Asked, asked_of_each
from clausier.chapters.ambassadors.selectors.changes import asked_audiences
from clausier.chapters.ambassadors.selectors.due import Deadlines
from clausier.identity.models import Digest, Person
from clausier.identity.selectors import audiences_of
from clausier.policy.models import Version
from clausier.policy.selectors import facts, policy_of


def calls_of(campaign: Campaign, people: Iterable[Person], at: datetime) -> list[Call]:
    """Return the calls of people as they are at a moment, not written: some are there already, others are new."""
    people = list(people)
    asked, last, deadlines = asked_of_each(people, at), last_reminders(people), Deadlines(facts())
    known = {each.person_id: each for each in campaign.calls.filter(person__in=people)}
    answered = _answered(campaign, people)
    found = []
    for person in people:
        call = known.get(person.pk) or Call(campaign=campaign, person=person)
        if call.asked is None and person.pk in answered:  # before there was a place to note it
            call.asked, call.done = campaign.opened, answered[person.pk]
        put(call, asked[person.pk], at)
        call.team, call.audiences, call.checked = person.unit, _audiences(person, campaign.version), at
        call.remind = _next(call, asked[person.pk], last.get(person.pk), deadlines, at)
        found.append(call)
    return found


def _audiences(person: Person, version: Version) -> str:
    mine = audiences_of(person, policy_of(version)) & asked_audiences(version)
    return f" {' '.join(sorted(mine))} "


def put(call: Call, asked: list[Asked], at: datetime) -> None:
    """Write into a call, not yet into the database, what is asked."""
    if asked:
        due = first_due(asked)
        if call.done or call.due != due:
            call.told, call.told_at = 0, None
        call.asked, call.due, call.done = min(each.start for each in asked), due, None
    elif call.asked and not call.done:
        call.done = at


def _answered(campaign: Campaign, people: list[Person]) -> dict[int, datetime]:
    rows = Commitment.objects.filter(version=campaign.version, person__in=people).order_by("-at")
    return dict(rows.values_list("person", "at"))


def _next(call: Call, asked: list[Asked], last: datetime | None, deadlines: Deadlines, at: datetime) -> datetime | None:
    """Return when to remind next; a reminder that is due and has not left yet, or was asked for, stays due."""
    if asked and call.remind and call.remind <= at and (last is None or last < call.remind):
        return call.remind
    return next_reminder(asked, last, deadlines)


def first_due(asked: Iterable[Asked]) -> datetime | None:
    """Return when the first of what is asked is due."""
    return min((each.due for each in asked if each.due), default=None)


def next_reminder(asked: Iterable[Asked], last: datetime | None, deadlines: Deadlines) -> datetime | None:
    """Return the first moment, past or to come, of which the last reminder knew nothing yet."""
    moments = (moment for each in asked for moment in _moments(each, deadlines))
    return min((moment for moment in moments if last is None or last < moment), default=None)


def last_reminders(people: list[Person]) -> dict[int, datetime]:
    """Return when each of several people was last reminded, by their key."""
    rows = Digest.objects.filter(person__in=people).order_by().values_list("person")
    return dict(rows.annotate(Max("at")))


def to_remind(at: datetime) -> QuerySet[Person]:
    """Return whom the clauses call at a moment: no letter has left since the call."""
    told = Digest.objects.filter(person=OuterRef("person"), at__gte=OuterRef("remind"))
    calls = Call.objects.waiting().filter(
        ~Exists(told), campaign__in=Campaign.objects.filter(closed=None), remind__lte=at
    )
    return Person.objects.get_queryset().filter(pk__in=calls.values("person"))


def _moments(asked: Asked, deadlines: Deadlines) -> list[datetime]:
    """Return when a clause calls: when it is first asked, at each time that ``remind`` names, once it is late."""
    if asked.due is None:
        return [asked.start]
    return [asked.start, asked.due, *(deadlines.before(asked.due, span) for span in asked.commit.remind)]
