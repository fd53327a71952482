"""Reading changes nothing: not a mark of having seen, not a session, not a cookie for a stranger."""

import pytest
from django.db import connection
from django.test import Client

from factories.world import make_world
from web.net import ANONYMOUS, addresses_of, rooms, somebody_for


def _writes():
    """The rows that were added, changed or deleted since the database was opened."""
    return connection.connection.total_changes


@pytest.mark.parametrize("room", rooms())
def test_reading_changes_no_row(room, db):
    """A scanner of e-mails may open every address, and fetch its head, any number of times."""
    world = make_world()
    addresses = [
        (route, route.url(kwargs), somebody_for(route, world)[1]) for route, kwargs in addresses_of(room, world)
    ]
    changed = []
    for route, url, client in addresses:
        before = _writes()
        client.get(url)
        client.head(url)
        changed += [route.name] if _writes() != before else []
    assert changed == []


@pytest.mark.parametrize("room", rooms())
def test_a_stranger_gets_no_cookie_by_reading(room, db):
    """But the one that guards a form, where the page has one."""
    world = make_world()
    given = {}
    for route, kwargs in addresses_of(room, world):
        if somebody_for(route, world)[0] == ANONYMOUS:
            answer = Client().get(route.url(kwargs))
            allowed = {"csrftoken"} if b"csrfmiddlewaretoken" in answer.content else set()
            given |= {route.name: set(answer.cookies) - allowed}
    assert {name: cookies for name, cookies in given.items() if cookies} == {}
