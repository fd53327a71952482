"""Reads across the tables of people."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Prefetch, Q, QuerySet

from clausier.audit import records
from clausier.audit.models import Entry
from clausier.document.model import Policy
from clausier.identity import switches
from clausier.identity.models import Absence, ApiToken, DutyHolder, Link, Organization, Person, RoleGrant
from clausier.lib import clock
from clausier.lib.tokens import digest

EVERYONE, STAFF = "everyone", "employee"
PAGE = 50


def organization() -> Organization | None:
    """Return the organisation of this home, or None before it is set up."""
    return Organization.objects.first()


def is_on(key: str) -> bool:
    """Tell whether a switch of the installation is on. Raises KeyError for one that no room knows."""
    return switches.state(organization(), key)


def zone() -> ZoneInfo:
    """Return the time zone of the organisation."""
    known = organization()
    return ZoneInfo(known.timezone if known else settings.TIME_ZONE)


def today(at: datetime | None = None) -> date:
    """Return the day it is where the organisation is, now by default."""
    return (at or clock.now()).astimezone(zone()).date()


def holders(duty: str, at: datetime | None = None) -> list[Person]:
    """Return who answers for a duty at a moment, now by default: the first is in charge, deputies follow.

    Those who are away are left out, unless everybody is: a question never falls to nobody as long as somebody holds
    the duty.
    """
    standing = DutyHolder.objects.standing().filter(duty=duty).select_related("person")
    people = [holding.person for holding in standing]
    away = away_on(today(at), [person.pk for person in people])
    return [person for person in people if person.pk not in away] or people


def away_on(day: date, people: list[int]) -> set[int]:
    """Return which of these people, by key, are away on a day."""
    absences = Absence.objects.filter(person__in=people, first__lte=day, last__gte=day)
    return set(absences.values_list("person_id", flat=True))


def with_role(*roles: str) -> QuerySet[Person]:
    """Return the people who hold one of the roles now."""
    grants = RoleGrant.objects.standing().filter(role__in=roles)
    return Person.objects.filter(is_active=True, pk__in=grants.values("person"))


def audiences_of(person: Person, policy: Policy) -> frozenset[str]:
    """Return the audiences a person is of: their own, those that these are within, and everyone for whoever works here.

    *Everyone* is the staff (its name in the templates): whoever sits on a body, an agency or a union's observer is of
    the audiences given to them.
    """
    found: set[str] = {EVERYONE} if person.relation == STAFF else set()
    waiting = list(person.audiences)
    while waiting:
        slug = waiting.pop()
        audience = policy.audiences.get(slug)
        if slug not in found and audience and audience.within:
            waiting.append(audience.within)
        found.add(slug)
    return frozenset(found)


def open_link(token: str, purpose: str | None = None) -> Link | None:
    """Return the link of a token while it can be used, of one purpose when it is given; reading it changes nothing."""
    found = Link.objects.select_related("person").filter(token=digest(token), spent=None, expires__gt=clock.now())
    return (found.filter(purpose=purpose) if purpose else found).first()


def bearer(token: str) -> ApiToken | None:
    """Return the key of a program while it is good: not revoked, not expired, its owner still there."""
    good = ApiToken.objects.filter(token=digest(token), revoked=None, expires__gt=clock.now(), owner__is_active=True)
    return good.select_related("owner").first()


class PeoplePage(NamedTuple):
    """A page of the list of people, and from whom the next one goes on."""

    people: list[Person]
    next: str


def unreached() -> QuerySet[Person]:
    """Return those who are here and whose e-mail address no longer works."""
    return Person.objects.filter(is_active=True, email_failed__isnull=False)


def people_page(*, words: str = "", after: str = "", left: bool = False, unreached: bool = False) -> PeoplePage:
    """Return a page of people in the order of their names, those who left or those who are here.

    ``unreached`` leaves only those whose e-mail address no longer works.

    ``after`` is the uid of the last one of the page before: the cost does not grow with the number of pages.
    """
    found = Person.objects.get_queryset().found_by(words).filter(is_active=not left)
    found = found.filter(email_failed__isnull=False) if unreached else found
    last = Person.objects.filter(uid=after).values_list("folded", "pk").first() if after else None
    if last:
        found = found.filter(Q(folded__gt=last[0]) | Q(folded=last[0], pk__gt=last[1]))
    grants = Prefetch("grants", RoleGrant.objects.standing(), "standing_grants")
    people = list(found.order_by("folded", "pk").prefetch_related(grants)[: PAGE + 1])
    return PeoplePage(people[:PAGE], people[PAGE - 1].uid if len(people) > PAGE else "")


def history_of(person: Person, limit: int = 20) -> list[Entry]:
    """Return the last acts of the ledger about a person."""
    return list(Entry.objects.filter(subject=person.uid).order_by("-seq")[:limit])


def names_of(uids: Iterable[str]) -> dict[str, str]:
    """Return the names of people by the name that the ledger gives them."""
    return dict(Person.objects.filter(uid__in=set(uids)).values_list("uid", "name"))


def grants_waiting() -> QuerySet[RoleGrant]:
    """Return the roles that a second person has yet to agree to, the oldest first."""
    return RoleGrant.objects.waiting().select_related("person", "by").order_by("at")


def grants_standing() -> QuerySet[RoleGrant]:
    """Return the roles that hold, role by role."""
    standing = RoleGrant.objects.standing().filter(person__is_active=True)
    return standing.select_related("person", "by", "second").order_by("role", "person__folded")


def grants_ended(limit: int = 50) -> QuerySet[RoleGrant]:
    """Return the roles that ended last."""
    ended = RoleGrant.objects.exclude(ended=None).select_related("person", "by", "second")
    return ended.order_by("-ended")[:limit]


class DutyRow(NamedTuple):
    """A duty of the policy, or one that is held although the policy no longer declares it."""

    slug: str
    name: str
    is_declared: bool
    holdings: list[DutyHolder]
    away: set[int]

    @property
    def has_deputy(self) -> bool:
        """Tell whether somebody stands in when the first one is away."""
        return len(self.holdings) > 1


def duty_rows(declared: Mapping[str, str]) -> list[DutyRow]:
    """Return every duty with who holds it, those of the policy first."""
    held: dict[str, list[DutyHolder]] = {}
    for holding in DutyHolder.objects.standing().select_related("person"):
        held.setdefault(holding.duty, []).append(holding)
    away = away_on(today(), [holding.person_id for holdings in held.values() for holding in holdings])
    rows = [
        DutyRow(slug, name, is_declared=True, holdings=held.pop(slug, []), away=away) for slug, name in declared.items()
    ]
    return rows + [DutyRow(slug, slug, is_declared=False, holdings=held[slug], away=away) for slug in sorted(held)]


class KeptKind(NamedTuple):
    """What is kept of a person in one kind of record."""

    kind: records.Kind
    rows: list[dict[str, Any]]


def kept_of(person: Person) -> list[KeptKind]:
    """Return everything that the rooms say they keep of a person, as the person may receive it."""
    kinds = (kind for kind in records.all_kinds() if kind.subject)
    found = (KeptKind(kind, [kind.export(row) for row in _rows_of(kind, person)]) for kind in kinds)
    return [kept for kept in found if kept.rows]


def _rows_of(kind: records.Kind, person: Person) -> Iterable[Any]:
    rows = kind.model._default_manager  # noqa: SLF001  # Django's own name for it
    return rows.filter(**{kind.subject: person.pk})
