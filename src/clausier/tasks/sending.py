"""The sender: what is due in the outbox leaves by the mail server, once, or waits and is tried again.

A mail is taken by moving its next try away, so that two workers never send it twice. A worker that dies between the
server's yes and our own mark makes it leave again, under the same Message-ID. Neither subjects nor addresses are
logged.
"""

import smtplib
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.db.models import F

from clausier.connectors.oauth import AccessError
from clausier.connectors.returns import HEADER
from clausier.lib import clock
from clausier.tasks.models import Mail
from clausier.tasks.reasons import FOR_GOOD, OURS, reason_of

SERVER = "clausier.tasks.server.Server"
LEASE = timedelta(minutes=5)
FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=1), timedelta(hours=2)
STALE = timedelta(days=7)  # the links in a mail live no longer
BATCH = 50


def is_configured() -> bool:
    """Tell whether there is a mail server; without one, mails wait on the page of the outbox."""
    return bool(settings.EMAIL_HOST)


def can_leave() -> bool:
    """Tell whether mail leaves: a server is set, and this home is no sleeping copy of another."""
    return is_configured() and not settings.HOME.is_asleep


def send_due(limit: int = BATCH) -> tuple[int, bool]:
    """Send what is due; return how many mails left, and whether the mail server takes them.

    Nothing leaves without a server, nor from a home that is asleep.
    """
    _give_up_on_stale()
    if not can_leave():
        return 0, True
    server = get_connection(SERVER)
    sent = 0
    try:
        for mail in Mail.objects.due(clock.now())[:limit]:
            if not _take(mail):
                continue
            reason = _send(server, mail)
            sent += not reason
            if reason in OURS:
                return sent, False
    finally:
        with suppress(OSError, smtplib.SMTPException):
            server.close()
    return sent, True


def send_now(mail: Mail) -> str:
    """Send one mail at once, for whoever waits to see it leave; return "" or the reason why it did not."""
    server = get_connection(SERVER)
    try:
        return _send(server, mail) if _take(mail) else ""
    finally:
        with suppress(OSError, smtplib.SMTPException):
            server.close()


def _take(mail: Mail) -> bool:
    """Move the next try away, unless another worker has done so."""
    mine = Mail.objects.due(clock.now()).filter(pk=mail.pk, next_try=mail.next_try)
    return bool(mine.update(next_try=clock.now() + LEASE, tries=F("tries") + 1))


def _send(server: Any, mail: Mail) -> str:
    """Send one mail and write down how it went; return "" or the reason why it did not leave."""
    reason = _try(server, mail)
    now, row = clock.now(), Mail.objects.filter(pk=mail.pk)
    if not reason:
        row.update(sent=now, failed="")
    elif reason in FOR_GOOD:
        row.update(given_up=now, failed=reason)
    else:
        row.update(next_try=now + wait_after(mail.tries), failed=reason)
    return reason


def wait_after(tries: int) -> timedelta:
    """Return how long to wait after a try: one minute, then twice as long each time, two hours at most."""
    return min(FIRST_WAIT * (1 << min(tries, 10)), LONGEST_WAIT)


def _try(server: Any, mail: Mail) -> str:
    try:
        server.send_messages([_message(mail)])
    except (smtplib.SMTPException, AccessError, OSError, ValueError) as error:
        return reason_of(error)
    return ""


def _message(mail: Mail) -> EmailMultiAlternatives:
    sender = settings.DEFAULT_FROM_EMAIL
    headers = {
        "From": sender,
        "Message-ID": message_id(mail),
        HEADER: mail.uid,
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "OOF, AutoReply",  # Microsoft's way to ask that no program answers
    }
    message = EmailMultiAlternatives(mail.subject, mail.text, _returns_to(mail, sender), [mail.to], headers=headers)
    if mail.html:
        message.attach_alternative(mail.html, "text/html")
    return message


def message_id(mail: Mail) -> str:
    """Return the name of a mail among all those of the world: the same at each try."""
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip(">")
    return f"<{mail.uid}@{domain}>"


def _returns_to(mail: Mail, sender: str) -> str:
    """Return the address of the envelope: with the mark of the mail where an address of its own takes returns."""
    name, _, domain = settings.RETURNS_TO.rpartition("@")
    return f"{name}+{mail.uid}@{domain}" if domain else sender


def _give_up_on_stale() -> None:
    now = clock.now()
    old: datetime = now - STALE
    Mail.objects.due(now).filter(made__lte=old).update(given_up=now, failed="stale")
