"""What the terminal says of mail: a letter that is followed to its mailbox, what stops it, what came back."""

import json

import pytest

from clausier.audit.models import Entry
from clausier.cli import doctor_mail
from clausier.cli.main import main
from clausier.config import mail
from clausier.connectors import names as connector
from clausier.identity.models import Person
from clausier.lib import clock
from clausier.tasks.models import Mail
from factories.audit import make_mail
from outbox.samples import away, notice
from people import make_person

pytestmark = pytest.mark.django_db
JUDGED = b"Authentication-Results: mx.example; spf=pass smtp.mailfrom=a; dkim=fail; dmarc=pass\r\n"


@pytest.fixture(autouse=True)
def _english(monkeypatch):
    monkeypatch.setenv("LC_ALL", "en_CA.UTF-8")


def _doctor(capsys, *arguments):
    status = main(["doctor", "--json", *arguments])
    return status, {each["code"]: each for each in json.loads(capsys.readouterr().out)}


def _said(capsys, *arguments):
    status = main(["doctor", *arguments])
    done = capsys.readouterr()
    return status, done.out + done.err


def test_a_letter_is_followed_into_its_mailbox(mail_server, box, organization, capsys):
    """What the server that took it says of SPF, DKIM and DMARC is told; one that fails is wrong."""
    mail_server.delivered = lambda content: box.deliver(JUDGED + content)
    status, said = _said(capsys, "--letter", box.account.user)
    assert status == 1
    assert "✓ It arrived in the mailbox" in said
    assert ["SPF pass" in said, "✗ The server that took it says: DKIM fail" in said] == [True, True]
    assert Mail.objects.get().sent


def test_a_letter_that_does_not_come_is_told(mail_server, box, organization, capsys, monkeypatch):
    monkeypatch.setattr(doctor_mail, "PATIENCE", 0)
    status, found = _doctor(capsys, "--letter", box.account.user)
    assert (status, found["doctor-letter-lost"]["state"]) == (0, "look")


def test_without_a_mailbox_one_looks_by_oneself(mail_server, organization, capsys):
    status, found = _doctor(capsys, "--letter", "luc@valbleu.example")
    assert (status, list(found)) == (0, ["doctor-letter-sent", "doctor-letter-look"])


def test_what_stops_a_letter_is_told(organization, settings, capsys):
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    status, found = _doctor(capsys, "--letter", "luc@valbleu.example")
    assert (status, list(found)) == (1, ["doctor-letter-stopped"])
    assert "does not answer" in found["doctor-letter-stopped"]["text"]


def test_no_server_no_letter(organization, capsys):
    status, said = _said(capsys, "--letter", "luc@valbleu.example")
    assert (status, "no mail server is set" in said) == (2, True)


def test_what_is_not_an_address_is_refused(mail_server, organization, capsys):
    status, said = _said(capsys, "--letter", "nobody")
    assert (status, Mail.objects.count()) == (2, 0)
    assert "nobody" in said


@pytest.mark.django_db(transaction=True)
def test_doctor_says_what_the_names_say(mail_server, names, settings, capsys, monkeypatch):
    """And what is not set; off-line, that it could not look."""
    settings.DEFAULT_FROM_EMAIL = "notices@ville.quebec"
    names.texts["ville.quebec"] = ["v=spf1 +all"]
    monkeypatch.setattr(connector, "Resolver", lambda: names.resolver)
    _, found = _doctor(capsys)
    assert {"doctor-spf-open", "doctor-dkim-none", "doctor-dmarc-missing", "doctor-no-mailbox"} <= found.keys()
    names.resolver.port = 9
    _, found = _doctor(capsys)
    assert found["doctor-names-offline"]["state"] == "look"


@pytest.mark.django_db(transaction=True)
def test_a_name_for_examples_is_told(mail_server, organization, capsys):
    assert "doctor-names-reserved" in _doctor(capsys)[1]


def test_returns_are_read_from_files(organization, tmp_path, capsys):
    """A folder of letters saved from a mailbox, by somebody who looks after mail."""
    luc = make_person("Luc Roy", email="luc@valbleu.example")
    administrator = make_person("Rose Roy", "administrator")
    sent = make_mail(to=luc.email, sent=clock.now())
    for name, content in (("a", notice(sent)), ("b", away(sent)), ("c", b"\x00")):
        (tmp_path / f"{name}.eml").write_bytes(content)
    (tmp_path / "saved.eml").mkdir()
    assert main(["import", "returns", str(tmp_path), "--as", luc.email]) == 2
    assert Person.objects.get(pk=luc.pk).mailbox
    assert main(["import", "returns", str(tmp_path), "--as", administrator.email]) == 0
    assert "no longer work: 1; e-mails back for another reason: 0; letters that are no return: 2" in " ".join(
        capsys.readouterr().out.split()
    )
    assert Person.objects.get(pk=luc.pk).mailbox == ""
    assert Entry.objects.get(action="identity.email.failed").actor == administrator.uid


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("CLAUSIER_MAIL", "http://a.example"),
        ("CLAUSIER_MAIL", "smtp://a.example:port"),
        ("CLAUSIER_MAILBOX", "imaps://no-user.example"),
        ("CLAUSIER_OAUTH", "yahoo"),
        ("CLAUSIER_OAUTH", "microsoft:"),
    ],
)
def test_a_setting_that_does_not_hold_is_named(monkeypatch, variable, value):
    """The variable, never its value, which may be a password."""
    monkeypatch.setenv(variable, value)
    with pytest.raises(mail.BadVariableError) as raised:
        _ = (mail.outgoing(), mail.mailbox(), mail.access())
    assert raised.value.variable.name == variable
    assert value not in str(raised.value)


def test_microsoft_and_google_are_known(monkeypatch):
    """Where their tokens are given, and what for."""
    monkeypatch.setenv("CLAUSIER_MAIL", "smtp://notices%40ville.quebec@smtp.office365.com:587")
    monkeypatch.setenv("CLAUSIER_OAUTH_CLIENT", "id")
    monkeypatch.setenv("CLAUSIER_OAUTH", "microsoft:ville.onmicrosoft.com")
    access = mail.access()
    assert access.url == "https://login.microsoftonline.com/ville.onmicrosoft.com/oauth2/v2.0/token"
    assert (access.scope, access.user) == ("https://outlook.office365.com/.default", "notices@ville.quebec")
    monkeypatch.setenv("CLAUSIER_OAUTH", "google")
    assert (mail.access().url, mail.access().scope) == (
        "https://oauth2.googleapis.com/token",
        "https://mail.google.com/",
    )
    monkeypatch.setenv("CLAUSIER_OAUTH", "https://tokens.example/token")
    assert mail.access().url == "https://tokens.example/token"
