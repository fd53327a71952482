"""The register of the rooms that may be off: they then leave no menu, page, duty nor mail; their clauses stay text.

A room is known by the name of its folder in ``chapters``, so that a page, a panel and a source of duties need not say
in which room they stand.
"""

from typing import Any, NamedTuple

from clausier.identity import switches
from clausier.identity.models import Organization
from clausier.identity.switches import Switch
from clausier.lib.refusals import Words

_CHAPTERS = "clausier.chapters."


class Room(NamedTuple):
    """A room, what it does for people, and the statements of a clause that it runs."""

    name: str
    title: Words
    help: Words
    runs: frozenset[str]


_rooms: dict[str, Room] = {}


def register(*added: Room) -> None:
    """Add rooms, each with its switch, which is on until it is touched; a room does it once, when Django starts."""
    for room in added:
        _rooms[room.name] = room
        switches.register(Switch(key_of(room.name), room.title, room.help, default=True))


def key_of(name: str) -> str:
    """Return the key of the switch of a room."""
    return f"room-{name.replace('_', '-')}"


def installed() -> frozenset[str]:
    """Return the names of the rooms of this installation that may be off."""
    return frozenset(_rooms)


def title_of(name: str) -> Words:
    """Return what people call a room."""
    return _rooms[name].title


def off(organization: Organization | None) -> frozenset[str]:
    """Return the names of the rooms that are off."""
    return frozenset(name for name in _rooms if not switches.state(organization, key_of(name)))


def room_of(thing: Any) -> str:
    """Return the room in which a view, a function or a class stands; "" outside the chapters."""
    module = str(getattr(thing, "__module__", ""))
    return module.removeprefix(_CHAPTERS).partition(".")[0] if module.startswith(_CHAPTERS) else ""


def run_by(organization: Organization | None) -> frozenset[str]:
    """Return the statements that the rooms that are on run."""
    closed = off(organization)
    return frozenset(each for name, room in _rooms.items() if name not in closed for each in room.runs)
