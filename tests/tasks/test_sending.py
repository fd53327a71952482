"""The outbox: what is due leaves once, by a real mail server; what cannot leave waits or is given up."""

import email
from datetime import timedelta

import pytest
from django.conf import settings as home_settings
from django.core.mail import EmailMultiAlternatives, get_connection

from clausier.lib import clock
from clausier.tasks.mail import write
from clausier.tasks.models import Mail
from clausier.tasks.sending import send_due, wait_after

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
NOON = clock.now()


def _mail(to="someone@valbleu.example", **values):
    return Mail.objects.create(to=to, subject="Bonjour à vous", text="Un accent : é.\n", **values)


def test_what_is_due_leaves_once(mail_server):
    """A second round finds nothing to send."""
    mail = _mail(html="<p>é</p>")
    assert send_due() == (1, True)
    assert send_due() == (0, True)
    [envelope] = mail_server.received
    message = email.message_from_bytes(envelope.content, policy=email.policy.default)
    assert envelope.rcpt_tos == ["someone@valbleu.example"]
    assert (message["Subject"], message["From"]) == ("Bonjour à vous", "clausier@valbleu.example")
    assert message["Message-ID"] == f"<{mail.uid}@valbleu.example>"
    assert "Un accent : é." in message.get_body(("plain",)).get_content()
    mail.refresh_from_db()
    assert mail.sent is not None


def test_without_a_server_mails_wait(settings):
    """They are neither tried nor counted as tried."""
    settings.EMAIL_HOST = ""
    mail = _mail()
    assert send_due() == (0, True)
    mail.refresh_from_db()
    assert (mail.sent, mail.tries) == (None, 0)


def test_a_home_that_is_asleep_sends_nothing(mail_server):
    """A restored copy must not write to people a second time."""
    _mail()
    home_settings.HOME.path.mkdir(parents=True, exist_ok=True)
    home_settings.HOME.sleep.touch()
    try:
        assert send_due() == (0, True)
    finally:
        home_settings.HOME.sleep.unlink()
    assert mail_server.received == []


def test_a_refused_address_is_given_up(mail_server):
    """The others leave; the reason is a code, without the address."""
    mail_server.answers["gone@valbleu.example"] = "550 no such person gone@valbleu.example"
    gone, fine = _mail("gone@valbleu.example"), _mail()
    assert send_due() == (1, True)
    gone.refresh_from_db()
    fine.refresh_from_db()
    assert (gone.failed, gone.given_up is None, fine.sent is None) == ("refused", False, False)


def test_an_impossible_address_is_given_up(mail_server):
    """It stops no other mail."""
    bad, fine = _mail("é@valbleu.example\nBcc: a@b.example"), _mail()
    send_due()
    bad.refresh_from_db()
    fine.refresh_from_db()
    assert (bad.failed, fine.sent is None) == ("refused", False)


def test_a_server_that_asks_to_wait_is_asked_again(mail_server):
    """Later, and then it may say yes."""
    mail_server.answers["busy@valbleu.example"] = "451 try again"
    mail = _mail("busy@valbleu.example")
    assert send_due() == (0, True)
    mail.refresh_from_db()
    assert (mail.failed, mail.tries, mail.given_up) == ("later", 1, None)
    assert mail.next_try > clock.now()
    mail_server.answers.clear()
    clock.set_clock(mail.next_try)
    assert send_due() == (1, True)


def test_a_server_that_does_not_answer_is_told(settings):
    """The worker then waits; no mail is lost."""
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    _mail()
    assert send_due() == (0, False)
    assert Mail.objects.get().failed == "unreachable"


def test_a_mail_that_waited_a_week_no_longer_leaves(mail_server):
    """Its links are dead: somebody who sets a mail server late does not flood people."""
    _mail(made=clock.now() - timedelta(days=8))
    assert send_due() == (0, True)
    assert Mail.objects.get().failed == "stale"


def test_waits_grow_and_are_bounded():
    """A minute, two, four… and no more than two hours."""
    assert [wait_after(tries).seconds for tries in (0, 1, 2, 50)] == [60, 120, 240, 7200]


def test_a_template_gives_subject_and_text(tmp_path, settings):
    """In the language of its reader, its first line the subject, nothing escaped."""
    (tmp_path / "note.txt").write_text("  {% get_current_language as l %}{{ l }}  {{ name }}\n\nL'été & toi.\n")
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [tmp_path]}]
    mail = write(to="a@b.example", language="fr", template="note", context={"name": "d'Ici"})
    assert (mail.subject, mail.text) == ("fr d'Ici", "L'été & toi.\n")


def test_what_other_programs_send_waits_there_too():
    """Django's door writes one row for each address."""
    message = EmailMultiAlternatives("Code", "123", to=["a@b.example"], cc=["c@d.example"])
    get_connection("clausier.tasks.mail.OutboxBackend").send_messages([message])
    assert sorted(Mail.objects.values_list("to", flat=True)) == ["a@b.example", "c@d.example"]
