"""A long list costs no more questions to the database than a short one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.world import make_world
from web.net import addresses_of, grow, rooms, somebody_for


@pytest.mark.parametrize("room", rooms())
def test_questions_do_not_grow_with_the_rows(room, db):
    """Each page asks as many questions once its lists are three times as long."""
    world = make_world()
    addresses = addresses_of(room, world)
    if not grow(room, world):
        pytest.skip(f"{room} has no list that grows")
    before = _questions(addresses, world)
    grow(room, world)
    grow(room, world)
    after = _questions(addresses, world)
    assert {name: (before[name], after[name]) for name in before if after[name] > before[name]} == {}


def _questions(addresses, world):
    return {route.name: _count(somebody_for(route, world)[1], route.url(kwargs)) for route, kwargs in addresses}


def _count(client, url):
    client.get(url)  # what is compiled once is compiled
    with CaptureQueriesContext(
        connection,
    ) as asked:
        client.get(url)
    return len(asked)
