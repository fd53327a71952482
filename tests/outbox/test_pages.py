"""The pages of the outbox: letters with codes for people whom no e-mail reaches."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from architecture.house import ROOT
from clausier.audit.models import Entry
from clausier.connectors.oauth import Access
from clausier.identity import duties
from clausier.identity.actions import invite
from clausier.identity.models import Person
from clausier.identity.selectors import today
from clausier.lib import clock
from clausier.tasks.models import Mail
from clausier.web.outbox.kinds import KINDS
from clausier.web.outbox.notices import tell_of_end
from factories.audit import make_mail
from people import make_person, signed_in

pytestmark = pytest.mark.django_db
SERVER = "mail.example"


@pytest.fixture
def officer():
    return signed_in(make_person("Anna Roy", "people-officer"))


def test_it_is_closed_to_others():
    """The links in it open what was meant for one person."""
    other = signed_in(make_person("Luc Roy", "moderator", "auditor"))
    paths = ("", "/letters", f"/{make_mail().uid}")
    assert {other.get(f"/fr/outbox{path}").status_code for path in paths} == {403}


def test_an_administrator_sees_how_mail_is_and_reads_none(settings):
    """What it is about, to whom but for the name, how often it was tried and why it waits; neither words nor links."""
    administrator = signed_in(make_person("Rose Roy", "administrator"))
    mail = make_mail(kind="identity/mail/invitation", tries=3, failed="certificate")
    pages = [administrator.get(f"/en/outbox{path}").content.decode() for path in ("", f"/{mail.uid}")]
    for page in pages:
        assert "Access and roles" in page
        assert "l…@valbleu.example" in page
        assert "nothing was entrusted to it" in page
        assert [word for word in ("luc@", "Votre lien", "/l/abc", "<svg viewBox") if word in page] == []
    assert "3 tries" in pages[0]
    acts = [
        administrator.post(f"/en/outbox/{mail.uid}/{act}", {"sure": "1"}).status_code for act in ("handed", "again")
    ]
    assert acts == [403, 302]


def test_calling_off_takes_a_ticked_box(officer):
    """A scanner, or a thumb, submits the form as it is."""
    mail = make_mail()
    officer.post(f"/en/outbox/{mail.uid}/cancel")
    assert Mail.objects.waiting().exists()
    officer.post(f"/en/outbox/{mail.uid}/cancel", {"sure": "1"})
    assert not Mail.objects.waiting().exists()
    assert Entry.objects.get().action == "tasks.mail.cancelled"
    assert officer.post(f"/en/outbox/{mail.uid}/again").status_code == 409


def test_a_letter_about_a_case_is_read_by_nobody(officer):
    """Even where there is no mail server: whoever it is for opens the page itself."""
    mail = make_mail(kind="decisions/mail/answered", to="citizen@elsewhere.example")
    pages = [officer.get(f"/en/outbox{path}").content.decode() for path in ("", f"/{mail.uid}", "/letters")]
    assert [word for page in pages for word in ("/l/abc", "Votre lien", "citizen@") if word in page] == []
    assert "nobody but its recipient reads it" in pages[1]


def test_a_code_of_an_outside_approver_is_read_by_nobody(officer):
    """It tells that whoever answers by the link is the one it was sent to."""
    mail = make_mail(kind="policy/mail/outside_code")
    assert "/l/abc" not in officer.get(f"/en/outbox/{mail.uid}").content.decode()


def test_an_invitation_to_a_grave_role_that_did_not_leave_is_read_by_nobody(officer, organization, settings):
    """Whoever looks after people would enter as an administrator whose server refused the letter."""
    settings.EMAIL_HOST = SERVER
    rose = make_person("Rose Roy", "administrator", last_login=clock.now())
    invite(actor=Person.objects.get(name="Anna Roy"), person=rose)
    mail = Mail.objects.get(to=rose.email)
    Mail.objects.update(given_up=clock.now(), failed="refused")
    [link] = re.findall(r"/l/[\w-]+", mail.text)
    for path in ("", "/letters", f"/{mail.uid}"):
        page = officer.get(f"/en/outbox{path}").content.decode()
        assert [word for word in (link, "<svg viewBox", "I handed it over") if word in page] == [], path


def test_an_invitation_to_anybody_else_is_printed(officer, organization, settings):
    """Or to an administrator who never came in: nobody could otherwise."""
    settings.EMAIL_HOST = SERVER
    anna = Person.objects.get(name="Anna Roy")
    luc, rose = make_person("Luc Roy", "moderator", last_login=clock.now()), make_person("Rose Roy", "administrator")
    for person in (luc, rose):
        invite(actor=anna, person=person)
    Mail.objects.update(given_up=clock.now(), failed="refused")
    assert officer.get("/en/outbox/letters").content.decode().count("<article") == 2


def test_every_room_that_writes_mail_has_a_word():
    """For those who look after mail and may not read it."""
    rooms = {path.parts[-3] for path in ROOT.glob("src/clausier/**/templates/*/mail/*.txt")}
    assert rooms - KINDS.keys() == set()


def test_what_stops_mail_is_told_to_those_who_administer(settings, organization):
    """On the page of the outbox and among their duties, with the day when a secret ends."""
    settings.MAIL_ACCESS = Access("https://a.example", "client", user="a@b.example", until=today() + timedelta(days=9))
    settings.EMAIL_HOST = SERVER
    make_mail(failed="no-tls")
    person = make_person("Rose Roy", "administrator")
    page = signed_in(person).get("/en/outbox").content.decode()
    assert "offers no encrypted link" in page
    assert f"expires on {settings.MAIL_ACCESS.until}" in page
    found = {duty.key: duty for duty in duties.for_person(person)}
    assert {"outbox.server", "outbox.secret"} <= found.keys()
    assert found["outbox.secret"].due.date() == settings.MAIL_ACCESS.until
    others = duties.for_person(make_person("Anna Noël", "people-officer", email="anna@valbleu.example"))
    assert [duty.key for duty in others if duty.key.startswith("outbox.")] == []


@pytest.mark.parametrize(("left", "told"), [(31, 0), (30, 1), (8, 0), (7, 1), (1, 1), (0, 0)])
def test_the_end_of_a_secret_is_told_by_mail_some_days_before(settings, organization, left, told):
    """While mail still leaves."""
    settings.MAIL_ACCESS = Access(
        "https://a.example", "client", user="a@b.example", until=today() + timedelta(days=left)
    )
    make_person("Rose Roy", "administrator")
    assert tell_of_end() == told
    assert Mail.objects.filter(text__contains="CLAUSIER_OAUTH_SECRET").count() == told


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
