"""The founding: once, by whoever read the terminal, with two different people."""

import pytest
from django.conf import settings

from clausier.audit.models import Entry
from clausier.identity import actions
from clausier.identity.models import Organization, Person
from clausier.lib.home import Home
from clausier.lib.refusals import RefusedError
from clausier.tasks.models import Mail
from people import make_person

FORM = {
    "organization": "Ville de Val-Bleu",
    "timezone": "America/Toronto",
    "language": "fr",
    "name": "Ada Roy",
    "email": "ada@valbleu.example",
    "password": "une phrase de passe",
    "other_name": "Bea Roy",
    "other_email": "bea@valbleu.example",
}
pytestmark = pytest.mark.django_db
PEOPLE = [("Ada", "ada@valbleu.example"), ("Bea", "bea@valbleu.example")]


@pytest.fixture
def home(tmp_path, settings):
    """A home of this test's own, as the token of the setup is a file."""
    settings.HOME = Home(tmp_path)
    return settings.HOME


def _found(**values):
    return actions.found(**{"name": "x", "timezone": "America/Toronto", "language": "fr", "people": PEOPLE, **values})


def test_the_token_is_a_file_that_its_owner_alone_reads(home):
    assert home.setup_token() == home.setup_token()
    assert (home.keys / "setup").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("token", ["", "wrong", "é"])
def test_without_the_token_the_page_says_where_it_is(client, home, token):
    response = client.post("/en/setup", {**FORM, "token": token})
    assert "terminal" in response.content.decode()
    assert not Organization.objects.exists()


def test_the_founding_lets_two_people_in(client, home, django_capture_on_commit_callbacks):
    """The first is signed in, the second invited; both administer; the page is closed for good."""
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post("/fr/setup", {**FORM, "token": home.setup_token()})
    assert response.headers["Location"] == "/fr/"
    first, second = Person.objects.order_by("name")
    assert first.roles == second.roles == {"administrator", "people-officer"}
    assert [mail.to for mail in Mail.objects.all()] == [second.email]
    assert client.get("/fr/settings").status_code == 200
    assert not (home.keys / "setup").exists()
    assert client.get("/fr/setup").status_code == 410
    assert Entry.objects.order_by("seq").first().action == "identity.organization.founded"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"other_email": "ADA@valbleu.example"}, "people"),
        ({"password": "short"}, "password"),
        ({"password": "ada@valbleu.example"}, "password"),
        ({"timezone": "Mars/Base"}, "timezone"),
        ({"email": "x"}, "email"),
    ],
)
def test_a_form_that_is_wrong_founds_nothing_and_keeps_what_was_typed(client, home, change, field):
    page = client.post("/en/setup", {**FORM, **change, "token": home.setup_token()}).content.decode()
    assert not Organization.objects.exists()
    assert not Person.objects.exists()
    assert 'value="Ville de Val-Bleu"' in page
    assert "errorlist" in page


def test_there_is_one_founding(home):
    _found()
    with pytest.raises(RefusedError):
        _found(people=[("C", "c@valbleu.example"), ("D", "d@valbleu.example")])


def test_an_administrator_can_be_made_from_the_terminal(home):
    """After the founding only; the ledger says that the machine did it, and the others are told."""
    with pytest.raises(RefusedError):
        actions.create_administrator(name="Eve", email="eve@valbleu.example")
    _found()
    person, token = actions.create_administrator(name="Eve", email="eve@valbleu.example")
    assert Person.objects.get(pk=person.pk).roles == {"administrator"}
    assert len(token) > 20
    assert {mail.to for mail in Mail.objects.all()} == {email for _, email in PEOPLE}
    assert Entry.objects.order_by("seq").last().actor == "program"
    with pytest.raises(RefusedError):
        actions.create_administrator(name="Eve", email="eve@valbleu.example")


def test_whoever_is_known_becomes_administrator_under_the_same_name(home):
    _found()
    known = make_person("Known")
    person, _ = actions.create_administrator(name="Other", email=known.email)
    assert (person, person.name) == (known, "Known")


def test_the_login_page_of_an_empty_install_says_what_to_do(client, home):
    assert "terminal" in client.get("/en/account/login/").content.decode()
    assert settings.HOME is not None
