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

from clausier.document.vocabulary import Label
from clausier.lib import clock
from clausier.tasks.models import Mail

SMTP = "django.core.mail.backends.smtp.EmailBackend"
LEASE = timedelta(minutes=5)
FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=1), timedelta(hours=2)
STALE = timedelta(days=7)  # the links in a mail live no longer
BATCH = 50
PERMANENT = 500  # answers of a mail server from here on are for good

# Why a mail has not left, for whoever reads the outbox.
REASONS = {
    "refused": Label("L'adresse est refusée par son serveur.", "The address is refused by its server."),
    "later": Label("Le serveur du destinataire demande d'attendre.", "The recipient's server asks to wait."),
    "sender": Label("Notre adresse d'expédition est refusée.", "Our own sending address is refused."),
    "sign-in": Label("Le serveur de courriel refuse notre mot de passe.", "The mail server refuses our password."),
    "unreachable": Label("Le serveur de courriel ne répond pas.", "The mail server does not answer."),
    "stale": Label("Plus de sept jours ont passé.", "More than seven days have passed."),
}
KINDS: tuple[tuple[type[Exception], str], ...] = (
    (smtplib.SMTPAuthenticationError, "sign-in"),
    (smtplib.SMTPSenderRefused, "sender"),
    (ValueError, "refused"),  # an address that no mail can have
    (Exception, "unreachable"),
)
OURS = frozenset({"sender", "sign-in", "unreachable"})  # no other mail would leave either


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
    server = get_connection(SMTP)
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
    elif reason == "refused":
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
    except (smtplib.SMTPException, OSError, ValueError) as error:
        return _reason(error)
    return ""


def _reason(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return _answer(min(code for code, _ in error.recipients.values()))
    if isinstance(error, smtplib.SMTPDataError):
        return _answer(error.smtp_code)
    return next(reason for kind, reason in KINDS if isinstance(error, kind))


def _answer(code: int) -> str:
    return "refused" if code >= PERMANENT else "later"


def _message(mail: Mail) -> EmailMultiAlternatives:
    sender = settings.DEFAULT_FROM_EMAIL
    headers = {"Message-ID": f"<{mail.uid}@{sender.rpartition('@')[2]}>", "Auto-Submitted": "auto-generated"}
    message = EmailMultiAlternatives(mail.subject, mail.text, sender, [mail.to], headers=headers)
    if mail.html:
        message.attach_alternative(mail.html, "text/html")
    return message


def _give_up_on_stale() -> None:
    now = clock.now()
    old: datetime = now - STALE
    Mail.objects.due(now).filter(made__lte=old).update(given_up=now, failed="stale")
