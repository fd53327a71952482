"""How mail is: what stops it, and what soon will. The outbox, the duties of administrators and ``doctor`` say it."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from django.conf import settings

from clausier.document.vocabulary import Label
from clausier.identity.selectors import today
from clausier.tasks import access
from clausier.tasks.models import Mail
from clausier.tasks.reasons import OURS, REASONS
from clausier.web.outbox.returns import reading_failure

SOON = 30  # days before the end of a secret
READING = {
    "access": Label("l'accès par jeton est refusé", "the access by token is refused"),
    "certificate": Label("le certificat de son serveur ne vaut pas", "the certificate of its server does not hold"),
    "sign-in": Label("son serveur refuse l'accès", "its server refuses the access"),
    "folder": Label("ce dossier n'existe pas", "there is no such folder"),
    "unreachable": Label("son serveur ne répond pas", "its server does not answer"),
}
UNREAD = Label("Les courriels qui reviennent ne sont pas lus : {why}.", "E-mails that come back are not read: {why}.")
ENDS = Label(
    "Le secret de l'accès au courriel expire le {day} : faites-en un autre avant.",
    "The secret of the access to mail expires on {day}: make another one before.",
)
ENDED = Label(
    "Le secret de l'accès au courriel a expiré le {day} : faites-en un autre.",
    "The secret of the access to mail expired on {day}: make another one.",
)


class Trouble(NamedTuple):
    """Something that keeps mail from leaving or from being read, now or soon."""

    code: str
    words: Label
    is_now: bool = True
    due: date | None = None


def troubles() -> Iterator[Trouble]:
    """Yield what is wrong, the gravest first."""
    refusal = access.failure()
    if refusal:
        yield Trouble("access", access.REASONS.get(refusal, access.REASONS["answer"]))
    last = Mail.objects.waiting().filter(given_up=None, failed__in=OURS - {"access"}).order_by("-next_try").first()
    if last:
        yield Trouble("server", REASONS[last.failed])
    unread = reading_failure()
    if unread:
        yield Trouble("mailbox", UNREAD.filled(why=READING.get(unread, READING["unreachable"])))
    yield from _secret()


def _secret() -> Iterator[Trouble]:
    end = settings.MAIL_ACCESS.until if settings.MAIL_ACCESS else None
    if end is None:
        return
    left = (end - today()).days
    if left <= SOON:
        words = (ENDS if left >= 0 else ENDED).filled(day=end.isoformat())
        yield Trouble("secret", words, is_now=left < 0, due=end)
