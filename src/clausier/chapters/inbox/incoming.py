"""A message as it arrives: what every road (paste, file, API, connector) hands over, and how it is made clean."""

import hashlib
import hmac
import unicodedata
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import NamedTuple
from urllib.parse import urlsplit

from django.conf import settings

from clausier.chapters.inbox.words import REFUSALS
from clausier.engine.text import fold
from clausier.lib.refusals import Refusal

MAX_TEXT = 20_000  # characters: above the longest comment of any network
MAX_NAME, MAX_ID, MAX_URL = 200, 200, 500
KEPT_CONTROLS = "\n\t"
TURNS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # they order the letters of a line by hand
ROADS = ("paste", "file", "api", "notice", "connector", "companion")

KEPT, KNOWN, REFUSED = "kept", "known", "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """A message from the public before it is kept; only ``text`` is compulsory.

    ``parent`` is the external id of the message that it answers, or the ``key`` of another message of the same batch.
    ``within`` is how far ``written`` may be from the truth: a network that says "2 h" is right to the hour.
    ``line`` is where the message stands in its file or list, for whoever must mend it.
    """

    text: str
    author: str = ""
    handle: str = ""
    external_id: str = ""
    parent: str = ""
    url: str = ""
    written: datetime | None = None
    within: timedelta = timedelta(0)
    key: str = ""
    line: int = 0
    fault: str = ""  # why the road itself could not read it: a word of ``words.REFUSALS``


class Told(NamedTuple):
    """What became of one message: kept, already known, or refused and why."""

    message: Incoming
    outcome: str
    uid: str = ""
    why: Refusal | None = None


def cleaned(message: Incoming) -> Incoming:
    """Return a message without control or half characters, nor an address that is no page of the web."""
    return replace(
        message,
        text=_plain(message.text.replace("\r\n", "\n").replace("\r", "\n")),
        author=_line(message.author)[:MAX_NAME],
        handle=_line(message.handle)[:MAX_NAME],
        external_id=_line(message.external_id),
        parent=_line(message.parent),
        url=_address(message.url),
    )


def refusal_of(message: Incoming) -> Refusal | None:
    """Return why a clean message cannot be kept, or None."""
    faults = {
        message.fault: bool(message.fault),
        "empty": not message.text,
        "too-long": len(message.text) > MAX_TEXT,
        "id-too-long": len(message.external_id) > MAX_ID,
    }
    code = next((name for name, is_wrong in faults.items() if is_wrong), "")
    return Refusal(code, REFUSALS[code]) if code else None


def fingerprint(channel: str, text: str, author: str) -> str:
    """Return what recognises a message that comes again by another road: its channel, words and author.

    Case, accents, spaces and typographic marks do not count. It is keyed by the home's own secret, so that it tells
    nothing of an author whose name has been forgotten.
    """
    folded = "\x1f".join((channel, " ".join(fold(text).split()), " ".join(fold(author).split())))
    return hmac.new(settings.SECRET_KEY.encode(), folded.encode(), hashlib.sha256).hexdigest()


def sender(message: Incoming) -> str:
    """Return the name by which a message's author is told apart: the handle, else the name."""
    return message.handle or message.author


def _plain(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text.strip()
    return "".join(
        each for each in text if each in KEPT_CONTROLS or unicodedata.category(each) not in ("Cc", "Cs")
    ).strip()


def _line(text: str) -> str:
    """Return a name on one line; nothing in it turns around what a page writes after it."""
    turned = _plain(text)
    return " ".join("".join(each for each in turned if each not in TURNS).split())


def _address(url: str) -> str:
    """Return an address of the web that fits, or "": what a page would turn into a link must not be a script."""
    address = _plain(url)
    if len(address) > MAX_URL or any(each.isspace() for each in address):
        return ""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme in ("http", "https") and parts.hostname else ""
