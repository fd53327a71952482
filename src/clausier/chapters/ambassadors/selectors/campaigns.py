"""Campaigns as they are counted: by the database, so that a hundred thousand people cost what a hundred do."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from django.db.models import Count, Q, QuerySet

from clausier.chapters.ambassadors.models import Calls, Campaign
from clausier.chapters.ambassadors.selectors.changes import asking
from clausier.document.aloud.voice import Voice
from clausier.document.model import Duration
from clausier.document.model.statements import COMMITMENTS
from clausier.identity.models import Person
from clausier.lib import clock
from clausier.policy.models import Version
from clausier.policy.selectors import in_force, policy_of

ANEW = timedelta(days=1)  # after which what is waited for is worked out anew: calendars and absences change


class Bar(NamedTuple):
    """How many people of a team were asked, and where they stand."""

    team: str
    total: int
    done: int
    open: int
    late: int

    @property
    def percent(self) -> int:
        """How many in a hundred have answered; all of them only when nobody is left."""
        return self.done * 100 // self.total if self.total else 100


class Demand(NamedTuple):
    """What a version asks of an audience: a word, at the soonest within a time, on so many clauses."""

    audience: str
    word: str
    within: str
    clauses: int


def present(at: datetime | None = None) -> Campaign | None:
    """Return the campaign of the version in force; None before it opened."""
    version = in_force(at)
    return Campaign.objects.filter(version=version).first() if version else None


def campaigns() -> QuerySet[Campaign]:
    """Return every campaign, the newest first."""
    return Campaign.objects.select_related("version").defer("version__files")


def bars(campaign: Campaign, at: datetime | None = None) -> list[Bar]:
    """Return a bar for each team, in the order of their names; people of no unit make one too."""
    late = Count("pk", filter=Q(done=None, due__lt=at or clock.now()))
    teams = campaign.calls.asked().values("team").order_by("team")
    rows = teams.annotate(total=Count("pk"), answered=Count("done"), overdue=late)
    return [
        Bar(row["team"], row["total"], row["answered"], row["total"] - row["answered"] - row["overdue"], row["overdue"])
        for row in rows
    ]


def together(rows: Iterable[Bar]) -> Bar:
    """Return the bar of all teams."""
    counts = [row[1:] for row in rows]
    return Bar("", *(sum(column) for column in zip(*counts, strict=True))) if counts else Bar("", 0, 0, 0, 0)


def calls_to_show(campaign: Campaign, state: str, team: str | None, at: datetime | None = None) -> Calls:
    """Return the calls in a state (late, open, done), of one team or of all, the most pressing first."""
    at = at or clock.now()
    in_state = {"late": Q(done=None, due__lt=at), "open": Q(done=None) & (Q(due=None) | Q(due__gte=at))}
    found = campaign.calls.asked().filter(in_state.get(state, Q(done__isnull=False)))
    if team is not None:
        found = found.filter(team=team)
    return found.select_related("person").order_by("-done" if state == "done" else "due", "person_id")


def demands(version: Version, language: str) -> list[Demand]:
    """Return what a version asks, by audience and word, with the shortest time, in the order of the policy."""
    policy, voice = policy_of(version), Voice(policy_of(version), language)
    found: dict[tuple[str, str], list[Duration | None]] = {}
    for clause in policy.clauses():
        if clause.commit is not None and clause.id in asking(version):
            for slug in clause.audience:
                found.setdefault((slug, clause.commit.as_), []).append(clause.commit.within)
    told, order = [], {slug: place for place, slug in enumerate(policy.audiences)}
    for (slug, word), spans in sorted(found.items(), key=lambda each: order.get(each[0][0], 0)):
        audience = policy.audiences.get(slug)
        name = audience.name.best(language) if audience else slug
        shortest = min((span for span in spans if span), key=lambda span: span.days, default=None)
        sentence = COMMITMENTS[word].in_language(language)
        told.append(Demand(name, sentence, voice.in_time(shortest).strip(), len(spans)))
    return told


def to_check(campaign: Campaign, after: int, at: datetime) -> QuerySet[Person]:
    """Return the people after one, in the order of their keys, whose call is lacking or has to be compared again."""
    again, spans = Q(asked__isnull=False, done=None), _renewals(campaign.version)
    if spans:
        again |= Q(done__lte=at - timedelta(days=min(spans))) | Q(asked=None)
    settled = campaign.calls.exclude(checked=None).exclude(again, checked__lte=at - ANEW)
    people = Person.objects.get_queryset().active().filter(pk__gt=after)
    return people.exclude(pk__in=settled.values("person")).order_by("pk")


def _renewals(version: Version) -> list[float]:
    """Return after how many days clauses of a version are asked again."""
    return [each.commit.every.days for each in policy_of(version).clauses() if each.commit and each.commit.every]
