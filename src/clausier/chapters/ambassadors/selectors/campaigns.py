"""Campaigns as they are counted: by the database, so that a hundred thousand people cost what a hundred do."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from django.db.models import Count, Q, QuerySet

from clausier.chapters.ambassadors.models import Calls, Campaign
from clausier.chapters.ambassadors.selectors.audiences import audience_name
from clausier.chapters.ambassadors.selectors.changes import asking
from clausier.document.aloud.voice import Voice
from clausier.document.model import Duration
from clausier.document.model.statements import COMMITMENTS
from clausier.identity.models import Person
from clausier.lib import clock
from clausier.policy.models import Version
from clausier.policy.selectors import in_force, policy_of

DONE, OPEN, LATE = "done", "open", "late"
ANEW = timedelta(days=1)  # after which what is waited for is worked out anew: calendars and absences change


class Tally(NamedTuple):
    """How many people of a team and of the same audiences were asked, and where they stand."""

    team: str
    audiences: frozenset[str]
    total: int
    done: int
    open: int
    late: int


class Bar(NamedTuple):
    """How many people of a team, of an audience, or all of them, were asked, and where they stand."""

    name: str
    total: int
    done: int
    open: int
    late: int

    @property
    def percent(self) -> int:
        """How many in a hundred have answered; all of them only when nobody is left."""
        return self.done * 100 // self.total if self.total else 100

    @property
    def state(self) -> str:
        """The first list of people that is not empty: the late ones, those who have time left, the others."""
        return LATE if self.late else OPEN if self.open else DONE


class Demand(NamedTuple):
    """A word that a version asks of an audience, on so many clauses, at the soonest within a time."""

    word: str
    within: str
    clauses: int


class Asking(NamedTuple):
    """What a version asks of an audience."""

    slug: str
    name: str
    demands: list[Demand]


def present(at: datetime | None = None) -> Campaign | None:
    """Return the campaign of the version in force; None before it opened."""
    version = in_force(at)
    return Campaign.objects.filter(version=version).first() if version else None


def campaigns() -> QuerySet[Campaign]:
    """Return every campaign, the newest first."""
    return Campaign.objects.select_related("version").defer("version__files")


def counted(campaign: Campaign, at: datetime | None = None) -> list[Tally]:
    """Return how many people stand where, by team and by audiences held together: what every bar is summed from."""
    late = Count("pk", filter=Q(done=None, due__lt=at or clock.now()))
    rows = campaign.calls.asked().order_by().values("team", "audiences")
    return [_tally(**row) for row in rows.annotate(total=Count("pk"), answered=Count("done"), late=late)]


def _tally(team: str, audiences: str, total: int, answered: int, late: int) -> Tally:
    return Tally(team, frozenset(audiences.split()), total, answered, total - answered - late, late)


def by_team(tallies: Iterable[Tally]) -> list[Bar]:
    """Return a bar for each team, in the order of their names; people of no unit make one too."""
    teams: dict[str, list[Tally]] = {}
    for tally in tallies:
        teams.setdefault(tally.team, []).append(tally)
    return [together(teams[team], team) for team in sorted(teams)]


def by_audience(tallies: Iterable[Tally]) -> dict[str, Bar]:
    """Return a bar for each audience; whoever is of several is in each of them."""
    audiences: dict[str, list[Tally]] = {}
    for tally in tallies:
        for slug in tally.audiences:
            audiences.setdefault(slug, []).append(tally)
    return {slug: together(those, slug) for slug, those in audiences.items()}


def together(tallies: Iterable[Tally], name: str = "") -> Bar:
    """Return the bar of several tallies."""
    columns = list(zip(*(tally[2:] for tally in tallies), strict=True))
    return Bar(name, *map(sum, columns)) if columns else Bar(name, 0, 0, 0, 0)


class Some(NamedTuple):
    """Some of the people of a campaign: of a team, of an audience, or all of them."""

    team: str | None = None
    audience: str | None = None

    def of(self, calls: Calls) -> Calls:
        if self.team is not None:
            calls = calls.filter(team=self.team)
        return calls.filter(audiences__contains=f" {self.audience} ") if self.audience is not None else calls


def calls_to_show(campaign: Campaign, state: str, some: Some, at: datetime | None = None) -> Calls:
    """Return the calls of some people that are in a state (late, open, done), the most pressing first."""
    at = at or clock.now()
    in_state = {
        LATE: Q(done=None, due__lt=at),
        OPEN: Q(done=None) & (Q(due=None) | Q(due__gte=at)),
        DONE: Q(done__isnull=False),
    }
    found = some.of(campaign.calls.asked().filter(in_state[state]))
    return found.select_related("person").order_by("-done" if state == DONE else "due", "person_id")


def askings(version: Version, language: str) -> list[Asking]:
    """Return what a version asks of each audience, in the order of the policy, each word with its shortest time."""
    policy, voice = policy_of(version), Voice(policy_of(version), language)
    found: dict[str, dict[str, list[Duration | None]]] = {}
    for clause in policy.clauses():
        if clause.commit is not None and clause.id in asking(version):
            for slug in clause.audience:
                found.setdefault(slug, {}).setdefault(clause.commit.as_, []).append(clause.commit.within)
    places = {slug: place for place, slug in enumerate(policy.audiences)}
    return [
        Asking(slug, audience_name(policy, slug, language), [_demand(voice, *each) for each in found[slug].items()])
        for slug in sorted(found, key=lambda slug: places.get(slug, -1))
    ]


def _demand(voice: Voice, word: str, spans: list[Duration | None]) -> Demand:
    shortest = min((span for span in spans if span), key=lambda span: span.days, default=None)
    return Demand(COMMITMENTS[word].in_language(voice.language), voice.in_time(shortest).strip(), len(spans))


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
