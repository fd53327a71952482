"""Which pages are open: those of a room that is off are nowhere."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from django.urls import URLPattern, get_resolver

from clausier.identity import rooms
from clausier.identity.models import Organization
from clausier.ui.panels import Panel


def opened(panels: Iterable[Panel], here: Organization | None) -> list[Panel]:
    """Return the pages whose room is not off."""
    closed = rooms.off(here)
    return [panel for panel in panels if _rooms_of_routes().get(panel.route, "") not in closed]


def is_open(route: str, here: Organization | None) -> bool:
    """Tell whether the room of an address, by its name, is not off."""
    return _rooms_of_routes().get(route, "") not in rooms.off(here)


@cache
def _rooms_of_routes() -> dict[str, str]:
    return {each.name: rooms.room_of(each.callback) for each in _patterns(get_resolver().url_patterns) if each.name}


def _patterns(patterns: Iterable[Any]) -> Iterable[URLPattern]:
    for each in patterns:
        if isinstance(each, URLPattern):
            yield each
        else:
            yield from _patterns(each.url_patterns)
