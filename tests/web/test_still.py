"""Reading changes nothing: not a mark of having seen, not a session, not a cookie for a stranger."""

import hashlib

import pytest
from django.db import connection
from django.test import Client

from factories.world import make_world
from web.net import ANONYMOUS, addresses_of, rooms, somebody_for


def _digest():
    """A digest of every row of every table."""
    found = hashlib.sha256()
    with connection.cursor() as cursor:
        for table in sorted(connection.introspection.table_names()):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608  # the names are our own
            found.update(repr((table, sorted(map(repr, cursor.fetchall())))).encode())
    return found.hexdigest()


@pytest.mark.parametrize("room", rooms())
def test_reading_changes_no_row(room, db):
    """A scanner of e-mails may open every address, and fetch its head, any number of times."""
    world = make_world()
    addresses = [
        (route, route.url(kwargs), somebody_for(route, world)[1]) for route, kwargs in addresses_of(room, world)
    ]
    changed = []
    before = _digest()
    for route, url, client in addresses:
        client.get(url)
        client.head(url)
        after = _digest()
        changed += [route.name] if after != before else []
        before = after
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
