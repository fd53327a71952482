"""Reads across the tables of people."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from clausier.document.model import Policy
from clausier.identity import switches
from clausier.identity.models import Absence, ApiToken, DutyHolder, Link, Organization, Person, RoleGrant
from clausier.lib import clock
from clausier.lib.tokens import digest

EVERYONE = "everyone"


def organization() -> Organization | None:
    """Return the organisation of this home, or None before it is set up."""
    return Organization.objects.first()


def is_on(key: str) -> bool:
    """Tell whether a switch of the installation is on. Raises KeyError for one that no room knows."""
    return switches.state(organization(), key)


def today(at: datetime | None = None) -> date:
    """Return the day it is where the organisation is, now by default."""
    known = organization()
    return (at or clock.now()).astimezone(ZoneInfo(known.timezone if known else "America/Toronto")).date()


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
    """Return the audiences a person is of: everyone, their own, and those that these are within."""
    found: set[str] = {EVERYONE}
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
