"""Mail by a server that asks who we are: with a password or a token, under TLS alone; each refusal has its sentence."""

import base64
import json
from datetime import timedelta

import pytest
from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from clausier.connectors.oauth import Access, AccessError
from clausier.lib import clock
from clausier.tasks import access
from clausier.tasks.models import Mail, MailToken
from clausier.tasks.sending import send_due
from factories.mails import closed_server

pytestmark = pytest.mark.django_db
GOOD, BAD = "let me in", "wrong"


@pytest.fixture
def waiting(db):
    """A mail that waits."""
    return Mail.objects.create(to="someone@valbleu.example", subject="Bonjour", text="Bonjour.\n")


def _reason():
    return Mail.objects.get().failed


def test_a_password_signs_in_under_tls(mail_server_with_tokens, settings, waiting):
    settings.EMAIL_HOST_PASSWORD = GOOD
    assert send_due() == (1, True)
    assert len(mail_server_with_tokens.received) == 1


def test_a_wrong_password_is_told(mail_server_with_tokens, settings, waiting):
    settings.EMAIL_HOST_PASSWORD = BAD
    assert send_due() == (0, False)
    assert _reason() == "sign-in"


def test_a_certificate_of_another_name_gets_no_password(authority, settings, waiting):
    """Nothing is entrusted to a server that is not the one we mean."""
    settings.EMAIL_HOST_PASSWORD = GOOD
    with closed_server(settings, authority.context(authority.other)) as server:
        assert send_due() == (0, False)
    assert (_reason(), server.received) == ("certificate", [])


def test_a_certificate_that_nobody_vouches_for_gets_none(mail_server_with_tokens, settings, monkeypatch, waiting):
    monkeypatch.delenv("SSL_CERT_FILE")
    settings.EMAIL_HOST_PASSWORD = GOOD
    assert send_due() == (0, False)
    assert _reason() == "certificate"


def test_a_server_without_tls_gets_none(authority, settings, waiting):
    settings.EMAIL_HOST_PASSWORD = GOOD
    with closed_server(settings, None) as server:
        assert send_due() == (0, False)
    assert (_reason(), server.received) == ("no-tls", [])


def test_a_name_that_leads_nowhere_is_told(settings, waiting):
    settings.EMAIL_HOST = "mail.invalid"
    assert send_due() == (0, False)
    assert _reason() == "unknown-host"


def test_a_token_lets_the_mail_leave(mail_server_with_tokens, token_server, waiting):
    """It is asked for with the client's own credentials, and shown by XOAUTH2 with the name of the mailbox."""
    mail_server_with_tokens.good = lambda token: token == token_server.token
    assert send_due() == (1, True)
    [form] = token_server.forms
    assert form == {
        "grant_type": "client_credentials",
        "client_id": "client",
        "client_secret": "secret",
        "scope": "mail",
    }
    assert mail_server_with_tokens.entered == [("notices@valbleu.example", "token-1")]


def test_a_token_that_another_home_sealed_is_asked_for_anew(mail_server_with_tokens, token_server, settings, waiting):
    """A database brought to a machine with keys of its own."""
    assert access.token() == token_server.token
    stranger = Fernet(Fernet.generate_key()).encrypt(b"x").decode()
    MailToken.objects.update(sealed=stranger, refresh=stranger)
    assert access.token() == token_server.token


def test_a_token_is_kept_sealed_until_it_ends(token_server):
    """Nobody who reads the database reads it; a little before its end another one is asked for."""
    assert [access.token(), access.token()] == ["token-1", "token-1"]
    row = MailToken.objects.get()
    assert "token-1" not in f"{row.sealed}{row.key}{row.refresh}"
    clock.set_clock(clock.now() + timedelta(minutes=59))
    assert access.token() == "token-2"


def test_a_token_that_the_mail_server_refuses_is_forgotten(mail_server_with_tokens, token_server, waiting):
    """It may have been withdrawn: the next try has another one."""
    assert send_due() == (0, False)
    assert _reason() == "token"
    mail_server_with_tokens.good = lambda token: token.endswith("2")
    Mail.objects.update(next_try=clock.now())
    assert send_due() == (1, True)


def test_authenticated_sending_that_is_off_is_told(mail_server_with_tokens, token_server, waiting):
    """As Microsoft 365 says it."""
    mail_server_with_tokens.refusal = "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled"
    assert send_due() == (0, False)
    assert _reason() == "sign-in-off"


def test_a_refresh_token_is_renewed(token_server, settings):
    """The new one replaces that of the settings, sealed."""
    settings.MAIL_ACCESS = settings.MAIL_ACCESS._replace(refresh="first")
    token_server.refresh, token_server.lasts = "second", 0
    access.token()
    access.token()
    assert [form["refresh_token"] for form in token_server.forms] == ["first", "second"]
    assert token_server.forms[0]["grant_type"] == "refresh_token"


def test_a_service_account_signs_what_it_asks(token_server, settings, tmp_path):
    """As Google has it: its key, the mailbox, the scope, for an hour."""
    key = rsa.generate_private_key(65537, 2048).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    file = tmp_path / "account.json"
    file.write_text(json.dumps({"client_email": "robot@project.example", "private_key": key.decode()}))
    settings.MAIL_ACCESS = Access(token_server.url, scope="mail", key=str(file), user="notices@valbleu.example")
    access.token()
    [form] = token_server.forms
    middle = form["assertion"].split(".")[1]
    said = json.loads(base64.urlsafe_b64decode(middle + "=="))
    assert (said["iss"], said["sub"]) == ("robot@project.example", "notices@valbleu.example")
    assert (said["scope"], said["aud"], said["exp"] - said["iat"]) == ("mail", token_server.url, 3600)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"error": "invalid_client", "error_description": "AADSTS7000222: expired"}, "secret-ended"),
        ({"error": "invalid_client", "error_description": "AADSTS7000215: Invalid"}, "secret-wrong"),
        ({"error": "invalid_grant"}, "consent-ended"),
        ({"error": "unauthorized_client"}, "not-allowed"),
        ({"error": "something else"}, "answer"),
        (["no", "object"], "answer"),
    ],
)
def test_each_refusal_of_a_token_is_told(token_server, said, code):
    """The reason is kept for whoever administers, in words of ours."""
    token_server.refusal = said
    with pytest.raises(AccessError):
        access.token()
    assert access.failure() == code
    assert code in access.REASONS


def test_no_token_no_mail(mail_server_with_tokens, token_server, waiting):
    """The mail waits; the reason of the service is told beside it."""
    token_server.refusal = {"error": "invalid_grant"}
    assert send_due() == (0, False)
    assert (_reason(), mail_server_with_tokens.entered) == ("access", [])


def test_a_good_token_ends_the_complaint(token_server):
    token_server.refusal = {"error": "invalid_grant"}
    with pytest.raises(AccessError):
        access.token()
    token_server.refusal = None
    access.token()
    assert access.failure() == ""


@pytest.mark.parametrize("given", ["missing", "{}", '{"client_email": "a", "private_key": "no key"}', "[]"])
def test_a_bad_key_file_is_told(token_server, settings, tmp_path, given):
    file = tmp_path / "account.json"
    if given != "missing":
        file.write_text(given)
    settings.MAIL_ACCESS = Access(token_server.url, key=str(file), user="a@b.example")
    with pytest.raises(AccessError, match="key"):
        access.token()


def test_a_redirection_gets_no_secret(token_server):
    token_server.redirect = "https://localhost:1/elsewhere"
    with pytest.raises(AccessError, match="redirected"):
        access.token()


def test_a_page_instead_of_a_token_is_told(token_server):
    token_server.kind = "text/html"
    with pytest.raises(AccessError, match="kind"):
        access.token()
