"""Sign-in: by password or by a code, never by guessing; addresses that nobody uses are closed."""

import re

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import get_resolver, reverse
from django.utils.translation import override

from clausier.identity import actions
from clausier.identity.urls import SIGN_IN
from factories.identity import officer
from people import make_person, signed_in

pytestmark = pytest.mark.django_db
PASSWORD = "une phrase de passe"  # noqa: S105


@pytest.fixture(autouse=True)
def _no_memory():
    """Limits kept in memory start anew."""
    cache.clear()


@pytest.fixture
def person(organization):
    """Somebody with a password."""
    person = make_person()
    actions.choose_password(person=person, password=PASSWORD)
    return person


def _try(client, email, password, language="fr"):
    return client.post(f"/{language}/account/login/", {"login": email, "password": password})


def test_a_password_opens(client, person):
    assert _try(client, person.email.upper(), PASSWORD).headers["Location"] == "/fr/me"


@pytest.mark.parametrize(("language", "words"), [("fr", "Trop d'essais"), ("en", "Too many tries")])
def test_five_wrong_passwords_close_the_door(client, person, language, words):
    """For this e-mail from this place; the page says what to do, and the right password does not open it."""
    for _ in range(5):
        response = _try(client, person.email, "wrong", language)
    assert _try(client, person.email, PASSWORD, language).status_code == response.status_code == 429
    page = _try(client, person.email, PASSWORD, language).content.decode().replace("&#x27;", "'")
    assert words in page
    elsewhere = Client(REMOTE_ADDR="198.51.100.7")
    assert _try(elsewhere, person.email, PASSWORD).status_code == 302


def test_an_unknown_email_is_not_told_from_a_wrong_password(client, person):
    """Nor is a person without a password."""
    make_person("Nopassword")
    emails = (person.email, "nobody@valbleu.example", "nopassword@valbleu.example")
    pages = [_try(client, email, "wrong").content.decode() for email in emails]
    said = [re.findall(r'class="errorlist[^"]*".*?</ul>', page, re.DOTALL) for page in pages]
    assert said[0] == said[1] == said[2] != []


@pytest.mark.parametrize(
    "place",
    ["//evil.example", "https://evil.example/fr/me", "/\\evil.example", "javascript:alert(1)", "http:evil.example"],
)
def test_signing_in_leads_to_no_other_site(client, person, place):
    answer = client.post(
        "/fr/account/login/", {"login": person.email, "password": PASSWORD, "next": place}, query_params={"next": place}
    )
    assert (answer.status_code, answer.headers["Location"]) == (302, "/fr/me")


def test_signing_in_begins_another_session(client, person):
    """One that was planted in the browser before opens nothing."""
    session = client.session
    session["planted"] = "1"
    session.save()
    before = session.session_key
    _try(client, person.email, PASSWORD)
    assert client.session.session_key != before


def test_another_password_ends_the_other_sessions(client, person):
    elsewhere = signed_in(person)
    _try(client, person.email, PASSWORD)
    new = "une toute autre phrase de passe"
    sent = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    assert client.post("/fr/account/password/change/", sent).status_code == 302
    assert client.get("/fr/me").status_code == 200
    assert elsewhere.get("/fr/me").status_code == 302


def _code(mail):
    return re.search(r"^([A-Z0-9-]{6,})$", mail.body, re.MULTILINE)[1]


def test_a_code_opens(client, person, mailoutbox):
    """It is in the language of the page."""
    client.post("/fr/account/login/code/", {"email": person.email})
    mail = mailoutbox[0]
    assert (mail.to, mail.subject) == ([person.email], "Votre code de connexion")
    assert client.post("/fr/account/login/code/confirm/", {"code": _code(mail)}).headers["Location"] == "/fr/me"


def test_a_wrong_code_opens_nothing(client, person, mailoutbox):
    """Three tries, then another code is needed."""
    client.post("/fr/account/login/code/", {"email": person.email})
    for _ in range(3):
        client.post("/fr/account/login/code/confirm/", {"code": "WRONG-CODE"})
    client.post("/fr/account/login/code/confirm/", {"code": _code(mailoutbox[0])})
    assert "_auth_user_id" not in client.session


def test_nobody_makes_us_write_to_a_stranger(client, organization, mailoutbox):
    """And the answer does not tell whether the e-mail is known."""
    response = client.post("/fr/account/login/code/", {"email": "nobody@valbleu.example"})
    assert (response.status_code, mailoutbox) == (302, [])
    assert client.post("/fr/account/password/reset/", {"email": "nobody@valbleu.example"}).status_code == 302
    assert mailoutbox == []


def test_a_forgotten_password_is_replaced_by_a_code(client, person, mailoutbox):
    """And the person is told."""
    client.post("/en/account/password/reset/", {"email": person.email})
    client.post("/en/account/password/reset/confirm/", {"code": _code(mailoutbox[0])})
    new = "another long phrase"
    client.post("/en/account/password/reset/complete/", {"password1": new, "password2": new})
    assert _try(Client(), person.email, new).status_code == 302
    assert mailoutbox[-1].subject == "Your password has changed"


def test_somebody_who_left_does_not_enter(client, person):
    actions.end_person(actor=officer(), person=person)
    _try(client, person.email, PASSWORD)
    assert "_auth_user_id" not in client.session


def test_signing_out_takes_a_button(client, person):
    """A picture with this address signs nobody out."""
    client = signed_in(person)
    client.get("/fr/account/logout/")
    assert client.get("/fr/settings").status_code == 200
    client.post("/fr/account/logout/")
    assert client.get("/fr/settings").status_code == 302


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("address", SIGN_IN)
def test_pages_of_sign_in_are_ours(client, person, language, address):
    """None shows the bare page of the library."""
    browser = signed_in(person) if address in {"password/change/", "logout/"} else client
    response = browser.get(f"/{language}/account/{address}")
    assert response.status_code == 302 or 'id="main"' in response.content.decode()


def test_every_other_address_of_the_library_is_closed(client, organization):
    """Sign-up and the management of e-mails among them, signed in or not."""
    names = [name for name in get_resolver("allauth.account.urls").reverse_dict if isinstance(name, str)]
    with override("fr"):
        places = {name: reverse(name) for name in names if name != "account_confirm_email"}
    used = {f"/fr/account/{address}" for address in SIGN_IN}
    closed = {name for name, place in places.items() if place not in used}
    assert {"account_signup", "account_email", "account_reauthenticate"} <= closed
    for browser in (client, signed_in(make_person())):
        assert {browser.get(places[name]).status_code for name in closed} == {404}
