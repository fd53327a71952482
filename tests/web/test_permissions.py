"""Who may open what: every address, for a stranger, for whoever is signed in, for each role."""

import pytest
from django.test import Client

from architecture.house import ROOT
from factories.world import make_world
from make_permissions import page
from people import signed_in
from web.net import ANONYMOUS, addresses_of, principals, rooms, routes

SIGN_IN = "/account/login/"


@pytest.mark.parametrize("room", rooms())
def test_a_door_opens_to_whom_it_says(room, db):
    """A stranger is led to the sign-in page, a person without the role is refused, the others enter.

    What may not be read may not be written to either.
    """
    world = make_world()
    addresses = [(route, route.url(kwargs)) for route, kwargs in addresses_of(room, world)]
    wrong = []
    for principal, client in principals(world):
        for route, url in addresses:
            answer = client.get(url)
            wrong += [] if _is_right(route, principal, answer) else [(route.name, principal, answer.status_code)]
            if not route.is_open_to(principal):
                answer = client.post(url, {"sure": "on"})
                wrong += [] if _is_refused(principal, answer) else [(route.name, principal, "POST", answer.status_code)]
    assert wrong == []


@pytest.mark.parametrize("room", rooms())
def test_no_act_without_the_token_of_its_page(room, db):
    """A form of another site that a person is led to changes nothing."""
    world = make_world()
    browser = Client(enforce_csrf_checks=True)
    browser.cookies = signed_in(world.person).cookies
    answers = {route.name: browser.post(route.url(kwargs)).status_code for route, kwargs in addresses_of(room, world)}
    assert {name: status for name, status in answers.items() if status not in {403, 405}} == {}


def test_every_address_says_who_may_open_it():
    """One that says nothing is closed to everybody, which nobody wants."""
    assert [route.name for route in routes().values() if route.access is None] == []


def test_the_written_table_is_that_of_the_program():
    """Whoever opens or closes a door changes the table too, and is seen doing it."""
    written = (ROOT / "docs/reference/permissions.md").read_text(encoding="utf-8")
    assert written == page(), "run python docs/make_permissions.py > docs/reference/permissions.md"


def _is_right(route, principal, answer):
    if not route.is_open_to(principal):
        return _is_refused(principal, answer)
    return answer.status_code < 500 and not _leads_to_sign_in(answer)


def _is_refused(principal, answer):
    return _leads_to_sign_in(answer) if principal == ANONYMOUS else answer.status_code == 403


def _leads_to_sign_in(answer):
    return answer.status_code == 302 and SIGN_IN in answer.headers["Location"]
