"""The nets of pages: every address of the program, who may open it, and an object that is there to be opened.

Each room tells, in its own ``addresses.py`` beside its tests, ``addresses(world)``: for the name of each of its
addresses, the arguments of an object that exists; and, where it has lists, ``grow(world)``: more rows for them. The
nets grow with the rooms.
"""

import importlib.util
from functools import cache
from typing import NamedTuple

from django.test import Client
from django.urls import URLPattern, get_resolver, reverse
from django.utils.translation import override

from architecture.house import ROOT
from clausier.identity.access import Access, access_of
from people import signed_in

ANONYMOUS = "anonymous"
PERSON = "person"


class Route(NamedTuple):
    """An address of ours: its name, its room, and who may open it."""

    name: str
    room: str
    access: Access | None

    def url(self, kwargs, language="fr"):
        with override(language):
            return reverse(self.name, kwargs=kwargs)

    def is_open_to(self, principal):
        """Tell whether the door opens; what is behind it is the view's matter."""
        if self.access is None:
            return False
        if self.access.is_public or principal == ANONYMOUS:
            return self.access.is_public
        from clausier.identity.permissions import PERMISSIONS

        return not self.access.permissions or any(principal in PERMISSIONS[each] for each in self.access.permissions)


@cache
def routes():
    """Return every address that is ours, by its name; those of the libraries keep their own doors."""
    found = [_route(pattern) for pattern in _patterns(get_resolver().url_patterns)]
    return {route.name: route for route in found if route}


def _patterns(patterns):
    for each in patterns:
        if isinstance(each, URLPattern):
            yield each
        else:
            yield from _patterns(each.url_patterns)


def _route(pattern):
    module = pattern.callback.__module__
    if not module.startswith("clausier.") or module.startswith("clausier.api"):
        return None
    return Route(pattern.name or f"unnamed: {pattern.pattern}", _room(module), access_of(pattern.callback))


def _room(module):
    """Return the room of a module: a chapter, a part of the shell that is a folder of its own, or a floor."""
    parts = module.split(".")
    inner = parts[1] == "chapters" or (parts[1] == "web" and len(parts) > 3)
    return parts[2] if inner else parts[1]


def rooms():
    """Return the rooms that have addresses."""
    return sorted({route.room for route in routes().values()})


@cache
def _told(room):
    for folder in (ROOT / "tests" / room, ROOT / "tests/chapters" / room):
        if (folder / "addresses.py").exists():
            spec = importlib.util.spec_from_file_location(f"addresses_of_{room}", folder / "addresses.py")
            module = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(module)
            return module
    return None


def addresses_of(room, world):
    """Return ``[(route, kwargs)]`` of a room in a world; each address must have an example."""
    told = _told(room)
    kwargs = told.addresses(world) if told else {}
    mine = [route for route in routes().values() if route.room == room]
    lacking = sorted(route.name for route in mine if route.name not in kwargs)
    assert not lacking, f"addresses without an example: {lacking}"
    return [(route, kwargs[route.name]) for route in mine]


def grow(room, world):
    """Add rows to the lists of a room; tell whether it has any."""
    adds = getattr(_told(room), "grow", None)
    if adds:
        adds(world)
    return adds is not None


def principals(world):
    """Return every kind of person who may knock, and a browser of each."""
    yield ANONYMOUS, Client()
    yield PERSON, signed_in(world.person)
    for role, person in world.people.items():
        yield role, signed_in(person)


def somebody_for(route, world):
    """Return a browser of somebody to whom an address opens, and who it is."""
    if route.access and route.access.is_public:
        return ANONYMOUS, Client()
    role = next((role for role in world.people if route.is_open_to(role)), PERSON)
    needs_role = bool(route.access and route.access.permissions)
    return (role, signed_in(world.people[role])) if needs_role else (PERSON, signed_in(world.person))
