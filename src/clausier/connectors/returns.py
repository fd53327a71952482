"""Letters that come back: what a mail server says of one that it could not deliver (RFC 3464, RFC 3463).

Anything else is nobody's return: an automatic answer, a letter of thanks, advertising.
"""

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import Message
from itertools import islice
from typing import NamedTuple

MARK = re.compile(r"(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])")  # the random name of a mail, wherever it was put
HEADER = "X-Clausier"  # where it stands in a letter, beside its Message-ID: some servers give their own
ADDRESSED = ("To", "Delivered-To", "X-Original-To", "Envelope-To")
ENHANCED = re.compile(r"\b([245])\.(\d{1,3})\.(\d{1,3})\b")
NESTING = re.compile(rb"boundary|message/", re.IGNORECASE)  # what opens a part within another
MOST_NESTED = (
    60  # a notice has a few; Python's reader of letters recurses, and stops the whole reading at some hundreds
)
MOST_MARKS = 20

GONE, LATER, REFUSED = "gone", "later", "refused"
# RFC 3463: the address itself (5.1.x but the sender's own, 5.1.7 and 5.1.8), a mailbox that is closed, and, as
# Microsoft 365 says it, an address that its domain refuses.
ADDRESS = frozenset({"1.0", "1.1", "1.2", "1.3", "1.4", "1.6", "1.10", "2.1", "4.1", "4.310"})


class Return(NamedTuple):
    """What is said of a letter: the names of ours that were found, whose address, and how the delivery ended.

    ``outcome`` is ``gone`` (the address does not work), ``later`` (it may work another day), ``refused`` (the letter
    was not wanted, the address is not in question) or "" (nothing failed: delivered, or still being tried).
    """

    marks: tuple[str, ...]
    recipient: str
    status: str
    outcome: str


def parse(content: bytes) -> Return | None:
    """Return what a letter says of one that came back, or None when it is no such notice."""
    if len(NESTING.findall(content)) > MOST_NESTED:
        return None
    letter = message_from_bytes(content, policy=policy.compat32)
    if letter.get_content_type() != "multipart/report":
        return None
    fields = next(_recipients(letter), None)
    if fields is None:
        return None
    said = f"{fields.get('Final-Recipient', '')};{fields.get('Original-Recipient', '')}"
    recipient = next((part.strip().lower() for part in said.split(";") if "@" in part), "")
    status = str(fields.get("Status", "")).strip()
    marks = tuple(dict.fromkeys(islice(_marks(letter), MOST_MARKS)))
    return Return(marks, recipient, status, _outcome(fields, status))


def _recipients(letter: Message) -> Iterator[Message]:
    """Yield what is said of each recipient: those that failed first."""
    reports = [part for part in letter.walk() if part.get_content_type() == "message/delivery-status"]
    blocks = [block for report in reports for block in _parts(report) if block.get("Action")]
    yield from sorted(blocks, key=lambda block: _action(block) != "failed")


def _parts(part: Message) -> list[Message]:
    payload = part.get_payload()
    return [each for each in payload if isinstance(each, Message)] if isinstance(payload, list) else []


def _action(fields: Message) -> str:
    return str(fields.get("Action", "")).strip().lower()


def _outcome(fields: Message, status: str) -> str:
    return outcome(status) if _action(fields) == "failed" else ""


def outcome(status: str) -> str:
    """Return how a delivery ended that failed with a status, such as 5.1.1."""
    kind, _, detail = status.partition(".")
    if kind != "5":
        return LATER
    if detail in ADDRESS:
        return GONE
    return REFUSED if detail.startswith(("6.", "7.")) else LATER


def _marks(letter: Message) -> Iterator[str]:
    """Yield our names: of the address that the notice was sent to, then of the letter that it brings back."""
    for name in ADDRESSED:
        for value in letter.get_all(name, []):
            yield from MARK.findall(str(value).partition("@")[0].partition("+")[2])
    for part in letter.walk():
        if part is not letter and part.get_content_type() in {"message/rfc822", "text/rfc822-headers"}:
            yield from _in_headers(part)


def _in_headers(part: Message) -> Iterator[str]:
    brought = next(iter(_parts(part)), None) or message_from_bytes(_decoded(part))
    for name in (HEADER, "Message-ID"):
        yield from MARK.findall(str(brought.get(name, "")))


def _decoded(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""
