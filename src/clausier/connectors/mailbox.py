"""A mailbox read by IMAP, always under TLS: what arrived since the last time, in order, each letter once."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from imaplib import IMAP4
from typing import NamedTuple

from imap_tools import BaseMailBox, MailBox, MailBoxStartTls, MailMessageFlags
from imap_tools.errors import ImapToolsError

TIMEOUT = 20.0
LARGEST = 2 * 2**20  # a larger letter is no notice
AT_ONCE = 200
MONTHS = (None, *"Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split())  # noqa: SIM905  # as the protocol says


class Account(NamedTuple):
    """A mailbox, and how to enter it; one whose password is empty is entered by a token."""

    host: str
    port: int
    user: str
    password: str
    is_wrapped: bool = True  # TLS from the first byte; otherwise by STARTTLS
    folder: str = "INBOX"


class Letter(NamedTuple):
    """A letter of a mailbox: its place, by which one goes on after it, and its bytes."""

    place: str
    content: bytes


class MailboxError(Exception):
    """The mailbox was not read. ``code`` is one of: certificate, sign-in, folder, unreachable."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@contextmanager
def opened(account: Account, token: str = "") -> Iterator[BaseMailBox]:
    """Open a mailbox, with a token where one is given. Raises MailboxError, for whatever goes wrong within too."""
    step = "unreachable"
    kind = MailBox if account.is_wrapped else MailBoxStartTls
    try:
        box = kind(account.host, account.port, TIMEOUT, ssl_context=ssl.create_default_context())
        try:
            step = "sign-in"
            _ = box.xoauth2(account.user, token, None) if token else box.login(account.user, account.password, None)
            step = "folder"
            box.folder.set(account.folder)
            step = "unreachable"
            yield box
        finally:
            with suppress(OSError, ImapToolsError, IMAP4.error):
                box.logout()
    except ssl.SSLCertVerificationError as error:
        raise MailboxError("certificate") from error
    except OSError as error:
        raise MailboxError("unreachable") from error
    except (ImapToolsError, IMAP4.error) as error:
        raise MailboxError(step) from error


def letters(box: BaseMailBox, after: str, since: date) -> Iterator[Letter]:
    """Yield what arrived after a place, from a day on at the earliest, in order and no more than ``AT_ONCE``.

    Reading marks nothing: what is no notice stays as new as it was for whoever else reads the mailbox.
    """
    era = str(box.folder.status(None, ["UIDVALIDITY"])["UIDVALIDITY"])  # numbers begin anew when it changes
    known, _, number = after.partition(":")
    last = int(number) if known == era else 0
    asked = f"UID {last + 1}:* SINCE {since.day}-{MONTHS[since.month]}-{since.year} SMALLER {LARGEST}"
    # A range to the end always holds the last letter, even one that was read.
    found = sorted(uid for uid in map(int, box.uids(asked)) if uid > last)
    for uid in found[:AT_ONCE]:
        _, parts = box.client.uid("fetch", str(uid), "(BODY.PEEK[])")
        content = next((part[1] for part in parts if isinstance(part, tuple)), b"")
        yield Letter(f"{era}:{uid}", bytes(content))


def find(box: BaseMailBox, message_id: str) -> bytes | None:
    """Return the letter of this name, or None while it has not arrived."""
    for uid in box.uids(f'HEADER Message-ID "{message_id}"'):
        _, parts = box.client.uid("fetch", uid, "(BODY.PEEK[])")
        return next((bytes(part[1]) for part in parts if isinstance(part, tuple)), None)
    return None


def mark_seen(box: BaseMailBox, letter: Letter) -> None:
    """Mark a letter as read."""
    box.flag(letter.place.partition(":")[2], MailMessageFlags.SEEN, value=True)
