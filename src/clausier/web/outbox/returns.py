"""Mail that came back: what becomes of it, and of the address that it was sent to."""

from contextlib import AbstractContextManager
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from imap_tools import BaseMailBox

from clausier.audit.actions import PROGRAM
from clausier.connectors import mailbox
from clausier.connectors.mailbox import Account, Letter, MailboxError
from clausier.connectors.oauth import AccessError
from clausier.connectors.returns import GONE, LATER, Return, parse
from clausier.identity.actions import email_fails
from clausier.identity.models import Person
from clausier.identity.permissions import require
from clausier.identity.selectors import organization
from clausier.lib import clock
from clausier.lib.tokens import digest
from clausier.tasks import access
from clausier.tasks.models import Mail, Reading
from clausier.web.outbox.actions import VIEW

PATIENCE = 3  # how often a mail may come back for a reason that passes
FIRST_WAIT = timedelta(hours=4)
LOOKED_BACK = timedelta(days=30)  # an older letter of the mailbox speaks of a mail that is no longer kept


def take_file(*, actor: Person, content: bytes) -> str:
    """Take a letter that somebody saved from a mailbox; return what it was, as ``take``."""
    require(actor, VIEW)
    return take(content, actor)


@transaction.atomic
def take(content: bytes, actor: Person | str = PROGRAM) -> str:
    """Take a letter for a return, if it is one of ours; return ``gone``, ``later``, ``refused``, or "" for any other.

    The name of the mail, which only its recipient's servers have seen, is what vouches for it. A return counts once: a
    mail that waits again has come back already.
    """
    said = parse(content)
    if said is None or not said.outcome:
        return ""
    mail = Mail.objects.select_for_update().filter(uid__in=said.marks, sent__isnull=False, handed=None).first()
    if mail is None:
        return ""
    _come_back(mail, said, actor)
    return said.outcome


def _come_back(mail: Mail, said: Return, actor: Person | str) -> None:
    now = clock.now()
    mail.sent, mail.returns = None, mail.returns + 1
    if said.outcome == GONE:
        mail.failed, mail.given_up, mail.told = "returned", now, now
        email_fails(address=mail.to, actor=actor)
    elif said.outcome == LATER and mail.returns < PATIENCE:
        mail.failed, mail.next_try = "later", now + FIRST_WAIT * mail.returns
    else:
        mail.failed, mail.given_up = "later" if said.outcome == LATER else "unwanted", now
    if mail.is_code:  # it has long expired
        mail.cancelled = now
    mail.save()


def collect() -> dict[str, int]:
    """Note the addresses that servers refused, and read the mailbox of returns; return how many of each."""
    return {"refused": note_refused(), "returned": read_mailbox()}


def note_refused() -> int:
    """Take the people whose address was refused outright for people without e-mail; return how many mails told it."""
    refused = Mail.objects.filter(failed="refused", given_up__isnull=False, told=None)
    return sum(_note(mail) for mail in refused[:500])


@transaction.atomic
def _note(mail: Mail) -> int:
    mine = Mail.objects.filter(pk=mail.pk, told=None).update(told=clock.now())
    if mine:
        email_fails(address=mail.to)
    return mine


def read_mailbox() -> int:
    """Read what came into the mailbox since the last time; return how many returns there were.

    A copy that is asleep reads nothing, nor does a demonstration: what comes back is not theirs. Why a mailbox could
    not be read is kept, and told on the page of the outbox.
    """
    account, known = settings.MAILBOX, organization()
    if account is None or settings.HOME.is_asleep or (known and known.demonstration):
        return 0
    reading, _made = Reading.objects.get_or_create(key=_key(account))
    try:
        return _read(account, reading)
    except AccessError:
        _failed(reading, "access")
    except MailboxError as error:
        _failed(reading, error.code)
    return 0


def _read(account: Account, reading: Reading) -> int:
    since = (clock.now() - LOOKED_BACK).date()
    with opened(account) as box:
        found = 0
        for letter in mailbox.letters(box, reading.place, since):
            if _taken(letter, reading):
                found += 1
                mailbox.mark_seen(box, letter)
    reading.at, reading.failed = clock.now(), ""
    reading.save(update_fields=["at", "failed"])
    return found


def opened(account: Account) -> AbstractContextManager[BaseMailBox]:
    """Return the mailbox, entered by a token where it has no password. Raises AccessError, and MailboxError within."""
    return mailbox.opened(account, access.token() if settings.MAIL_ACCESS and not account.password else "")


@transaction.atomic
def _taken(letter: Letter, reading: Reading) -> bool:
    """Take a letter and go on after it, or neither."""
    reading.place = letter.place
    reading.save(update_fields=["place"])
    return bool(take(letter.content))


def _failed(reading: Reading, code: str) -> None:
    reading.at, reading.failed = clock.now(), code
    reading.save(update_fields=["at", "failed"])


def reading_failure() -> str:
    """Return why the mailbox could not be read the last time, or ""."""
    if settings.MAILBOX is None:
        return ""
    row = Reading.objects.filter(key=_key(settings.MAILBOX)).first()
    return row.failed if row else ""


def _key(account: Account) -> str:
    return digest(f"{account.host}\n{account.user}\n{account.folder}")
