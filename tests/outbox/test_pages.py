"""The pages of the outbox: letters with codes for people whom no e-mail reaches."""

import re

import pytest
from django.test import Client

from clausier.audit.models import Entry
from clausier.lib import clock
from clausier.tasks.models import Mail
from factories.audit import make_mail
from people import make_person, signed_in

pytestmark = pytest.mark.django_db
SERVER = "mail.example"


@pytest.fixture
def officer():
    return signed_in(make_person("Anna Roy", "people-officer"))


def test_it_is_closed_to_others():
    """The links in it open what was meant for one person."""
    other = signed_in(make_person("Luc Roy", "administrator", "auditor"))
    paths = ("", "/letters", f"/{make_mail().uid}")
    assert {other.get(f"/fr/outbox{path}").status_code for path in paths} == {403}


def test_a_letter_has_the_code_of_its_link(officer, settings):
    """And the text, without the full stop that ends its sentence."""
    settings.PUBLIC_URL = "http://127.0.0.1:8000"
    page = officer.get(f"/en/outbox/{make_mail().uid}").content.decode()
    assert "<code>http://127.0.0.1:8000/fr/l/abc</code>" in page
    assert "<svg" in page
    assert "style=" not in page


def test_a_mail_that_will_leave_is_not_read(officer, settings):
    """Nobody reads what reaches its person by itself; once given up, it is a letter."""
    settings.EMAIL_HOST = SERVER
    mail = make_mail()
    address = f"/en/outbox/{mail.uid}"
    assert "/fr/l/abc" not in officer.get(address).content.decode()
    assert "/fr/l/abc" not in officer.get("/en/outbox/letters").content.decode()
    Mail.objects.update(given_up=clock.now(), failed="refused")
    assert "/fr/l/abc" in officer.get(address).content.decode()


def test_a_code_to_sign_in_is_read_by_nobody(officer, organization, settings):
    """Whoever reads the outbox asks for a code in somebody's name, and would enter as them."""
    settings.EMAIL_BACKEND = "clausier.tasks.mail.OutboxBackend"
    auditor = make_person("Paul Auditor", "auditor")
    Client().post("/fr/account/login/code/", {"email": auditor.email})
    mail = Mail.objects.get()
    code = re.search(r"\b[A-Z0-9]{3,}(?:-[A-Z0-9]{3,})?\b", mail.text.split("\n\n", 1)[1])[0]
    pages = [officer.get(f"/en/outbox{path}").content.decode() for path in ("", "/letters", f"/{mail.uid}")]
    assert all(code not in page for page in pages)
    assert "nobody but its recipient reads it" in pages[2]


def test_handing_over_is_an_act(officer):
    """It leaves no more, is no more shown, and cannot be done twice."""
    mail = make_mail()
    assert officer.post(f"/en/outbox/{mail.uid}/handed").status_code == 302
    assert not Mail.objects.waiting().exists()
    assert Entry.objects.get().action == "tasks.mail.handed"
    assert officer.get(f"/en/outbox/{mail.uid}").status_code == 404
    assert officer.post(f"/en/outbox/{mail.uid}/handed").status_code == 409


def test_trying_again(officer):
    """A mail that was given up is due again."""
    mail = make_mail(given_up=clock.now(), failed="refused")
    officer.post(f"/en/outbox/{mail.uid}/again")
    assert list(Mail.objects.due(clock.now())) == [mail]


def test_the_list_tells_why_each_one_waits(officer, settings):
    """In words; the link to print them all is there."""
    make_mail(failed="unreachable")
    make_mail(given_up=clock.now(), failed="refused")
    page = officer.get("/fr/outbox").content.decode()
    assert "Le serveur de courriel ne répond pas." in page
    assert "L&#x27;adresse est refusée par son serveur." in page
    assert officer.get("/fr/outbox/letters").content.decode().count("<article") == 2
