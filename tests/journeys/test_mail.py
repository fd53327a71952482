"""Letters by real servers: sent by SMTP, delivered into a mailbox, read by IMAP, come back, and opened by a scanner."""

import email
import html
import re
from urllib.parse import urlsplit

import pytest
from django.test import Client

from clausier.identity import actions
from clausier.identity.models import Person
from clausier.lib import clock
from clausier.tasks.models import Mail
from clausier.tasks.sending import send_due
from clausier.web.outbox import returns
from factories.audit import make_mail
from outbox.samples import away, notice
from people import make_person

pytestmark = pytest.mark.django_db
LINK = re.compile(r'href="(https?://[^"]+)"')
TIMES = 10


def _parts(content):
    message = email.message_from_bytes(content, policy=email.policy.default)
    return message, [message.get_body((kind,)).get_content() for kind in ("plain", "html")]


def _arrived(mail_server, box):
    """Send what waits, deliver it, and return the letters of the mailbox."""
    assert send_due()[1]
    for envelope in mail_server.received:
        box.deliver(envelope.content)
    return [content for content, _ in box.letters()]


def _scans(address):
    """Open an address as a scanner does, and send each form of its page as it stands."""
    path = urlsplit(address).path
    for _ in range(TIMES):
        scanner = Client()
        scanner.head(path)
        page = scanner.get(path).content.decode()
        for form in re.findall(r'<form\b[^>]*method="post"[^>]*>', page):
            action = re.search(r'action="([^"]*)"', form)
            scanner.post(html.unescape(action[1]) if action and action[1] else path, {})


@pytest.mark.parametrize("language", ["fr", "en"])
def test_an_invitation_outlives_its_scanners(mail_server, box, organization, language):
    """Ten times opened, headed and submitted empty: then its person ticks the box, and is let in."""
    person = make_person("Luc Roy", language=language)
    actions.invite(actor=make_person("Anna Roy", "people-officer"), person=person)
    [content] = _arrived(mail_server, box)
    message, (text, page) = _parts(content)
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["List-Unsubscribe"] is None  # what is asked of somebody at work is no list
    assert f'<html lang="{language}">' in page
    [address] = LINK.findall(page)
    assert address in text
    _scans(address)
    path, browser = urlsplit(address).path, Client()
    assert browser.get(path).status_code == 200
    assert "_auth_user_id" not in browser.session
    browser.post(path, {"agreed": "yes"})
    assert browser.session["_auth_user_id"] == str(person.pk)


def test_what_comes_back_is_read_once(mail_server, box, organization):
    """A notice among other letters: it is marked as seen, the others are left as new as they were."""
    luc = make_person("Luc Roy", email="luc@valbleu.example")
    mail = make_mail(to=luc.email)
    assert send_due() == (1, True)
    mail.refresh_from_db()
    for content in (b"Subject: hello\r\n\r\nHello.\r\n", away(mail), notice(mail)):
        box.deliver(content)
    assert [returns.read_mailbox(), returns.read_mailbox()] == [1, 0]
    assert Person.objects.get(pk=luc.pk).mailbox == ""
    assert [seen for _, seen in box.letters()] == [False, False, True]


def test_the_letter_itself_vouches_for_its_return(mail_server, box, organization, settings):
    """What a server brings back is what left: our header, our Message-ID, the address of the envelope."""
    settings.RETURNS_TO = "retours@valbleu.example"
    mail = make_mail()
    [content] = _arrived(mail_server, box)
    [envelope] = mail_server.received
    assert envelope.mail_from == f"retours+{mail.uid}@valbleu.example"
    message = email.message_from_bytes(content)
    assert (message["From"], message["X-Clausier"]) == ("clausier@valbleu.example", mail.uid)
    assert mail.uid in message["Message-ID"]


def test_a_mailbox_that_refuses_is_told_and_read_later(mail_server, box, organization, settings):
    """Nothing is lost meanwhile."""
    mail = make_mail(sent=clock.now())
    box.deliver(notice(mail))
    good = settings.MAILBOX
    settings.MAILBOX = good._replace(password="wrong")  # noqa: S106
    assert returns.read_mailbox() == 0
    assert returns.reading_failure() == "sign-in"
    settings.MAILBOX = good
    assert returns.read_mailbox() == 1
    assert returns.reading_failure() == ""
    assert Mail.objects.get().failed == "returned"
