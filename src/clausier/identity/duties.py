"""What is asked of a person, gathered from every room: read by *me*, the digest, a departure and the API."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import NamedTuple

from clausier.identity import rooms
from clausier.identity.models import Organization, Person
from clausier.lib.refusals import Words


class Duty(NamedTuple):
    """One thing asked of a person.

    ``clause`` is the id that asks it, or "". ``due`` is None when nothing presses. ``risk`` goes from 0 (nothing is
    lost) to 3 (somebody may be harmed) and sorts what is due together. ``blocks_departure`` tells what must be passed
    on before the person leaves.
    """

    key: str
    title: Words
    clause: str
    due: datetime | None
    url: str
    risk: int = 1
    blocks_departure: bool = False


Source = Callable[[Person], Iterable[Duty]]
_sources: list[Source] = []


def register(source: Source) -> None:
    """Add a room's source of duties, once, when Django starts."""
    if source not in _sources:
        _sources.append(source)


def for_person(person: Person) -> list[Duty]:
    """Return what is asked of a person, the most pressing first; a room that is off asks nothing."""
    closed = rooms.off(Organization.objects.first())
    found = [duty for source in _sources if rooms.room_of(source) not in closed for duty in source(person)]
    return sorted(found, key=lambda duty: (duty.due is None, duty.due, -duty.risk, duty.key))
