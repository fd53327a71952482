"""What is asked of a person, gathered from every room: read by *me*, the digest, a departure and the API."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

from django.db.models import QuerySet
from django.utils.translation import override

from clausier.identity import rooms
from clausier.identity.models import DutyHolder, Organization, Person, RoleGrant
from clausier.lib.refusals import Words


class Duty(NamedTuple):
    """One thing asked of a person.

    ``clause`` is the id that asks it, or "". ``due`` is None when nothing presses. ``risk`` goes from 0 (nothing is
    lost) to 3 (somebody may be harmed) and sorts what is due together. ``blocks_departure`` tells what must be passed
    on before the person leaves. ``calls`` is False for what causes no letter by itself, as its room tells whom to call.
    ``told`` is when a letter of its own named it to the person, if one did.
    """

    key: str
    title: Words
    clause: str
    due: datetime | None
    url: str
    risk: int = 1
    blocks_departure: bool = False
    calls: bool = True
    told: datetime | None = None


OfPerson = Callable[[Person], Iterable[Duty]]
OfEach = Callable[[list[Person]], Mapping[int, Iterable[Duty]]]
Calling = Callable[[datetime], QuerySet[Person]]


class Source(NamedTuple):
    """A room's source of duties, and how it is asked of many people at once."""

    of_person: OfPerson
    of_each: OfEach | None
    calling: Calling | None


_sources: dict[OfPerson, Source] = {}


def register(source: OfPerson, *, of_each: OfEach | None = None, calling: Calling | None = None) -> None:
    """Add a room's source of duties, once, when Django starts.

    ``of_each`` gives the same for many people, by their keys, in few queries; without it the digest asks only for those
    who hold a role or a duty of the policy, or whom the source calls. ``calling`` gives the people who are to be
    written to at a moment, whatever they were told before.
    """
    _sources[source] = Source(source, of_each, calling)


def for_person(person: Person) -> list[Duty]:
    """Return what is asked of a person, the most pressing first; a room that is off asks nothing."""
    return _sorted(duty for source in _open() for duty in source.of_person(person))


def callers(at: datetime) -> dict[Source, QuerySet[Person]]:
    """Return whom the rooms call at a moment, by their source."""
    return {source: source.calling(at) for source in _open() if source.calling}


def for_each(people: list[Person], called: Mapping[Source, Collection[int]]) -> dict[int, list[Duty]]:
    """Return what is asked of each of several people, by their keys, in their language, the most pressing first.

    ``called`` holds the keys of those whom each source calls.
    """
    charged, found = _charged(people), defaultdict[int, list[Duty]](list)
    for source in _open():
        these = charged.union(called.get(source, ()))
        for language in {person.language for person in people}:
            mine = [each for each in people if each.language == language and (source.of_each or each.pk in these)]
            with override(language):
                for key, asked in _of_each(source, mine):
                    found[key] += asked
    return {person.pk: _sorted(found[person.pk]) for person in people}


def _of_each(source: Source, people: list[Person]) -> Iterable[tuple[int, Iterable[Duty]]]:
    if source.of_each:
        return source.of_each(people).items()
    return ((person.pk, source.of_person(person)) for person in people)


def _charged(people: list[Person]) -> set[int]:
    """Return who of some people holds a role or a duty, and read the roles of all of them at once."""
    roles = defaultdict[int, set[str]](set)
    for key, role in RoleGrant.objects.standing().filter(person__in=people).values_list("person", "role"):
        roles[key].add(role)
    for person in people:
        person.roles = frozenset(roles[person.pk]) if person.is_active else frozenset()
    held = DutyHolder.objects.standing().filter(person__in=people).values_list("person", flat=True)
    return {key for key in roles if roles[key]}.union(held)


def _open() -> list[Source]:
    closed = rooms.off(Organization.objects.first())
    return [source for source in _sources.values() if rooms.room_of(source.of_person) not in closed]


def _sorted(duties: Iterable[Duty]) -> list[Duty]:
    return sorted(duties, key=lambda duty: (duty.due is None, duty.due, -duty.risk, duty.key))
