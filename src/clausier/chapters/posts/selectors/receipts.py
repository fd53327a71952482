"""A receipt: what the policy said of a text, signed, for the person alone. Nothing of it is kept here."""

import base64
import hashlib
import json
from datetime import datetime
from typing import NamedTuple

from cryptography.exceptions import InvalidSignature
from django.conf import settings

from clausier.engine.verdict import Verdict
from clausier.lib import clock

START = "clausier-1"
PURPOSE = b"receipt:"  # what the key of the ledger signs here can never be taken for the head of the ledger
LONGEST = 2_000


class Receipt(NamedTuple):
    """What a receipt says."""

    at: datetime
    version: str
    action: str
    is_of_text: bool


def receipt_of(text: str, verdict: Verdict) -> str:
    """Return a receipt for a text and its verdict."""
    said = {
        "text": _digest(text),
        "at": clock.now().isoformat(timespec="seconds"),
        "version": verdict.policy.version,
        "digest": verdict.policy.digest,
        "action": verdict.action,
    }
    body = json.dumps(said, sort_keys=True, separators=(",", ":")).encode()
    signature = settings.HOME.signing_key().sign(PURPOSE + body)
    return ".".join((START, _encoded(body), _encoded(signature)))


def read_receipt(receipt: str, text: str) -> Receipt | None:
    """Return what a receipt says and whether it is that of the text; None when this organisation never signed it."""
    parts = "".join(receipt.split()).split(".")
    if len(parts) != len((START, "body", "signature")) or parts[0] != START:
        return None
    try:
        body, signature = map(_decoded, parts[1:])
        settings.HOME.signing_key().public_key().verify(signature, PURPOSE + body)
    except (ValueError, InvalidSignature):
        return None
    said = json.loads(body)
    at = datetime.fromisoformat(said["at"])
    return Receipt(at, said["version"], said["action"], said["text"] == _digest(text))


def _digest(text: str) -> str:
    """Return the digest of a text as it is copied: whatever ends its lines, and without the spaces around it."""
    return hashlib.sha256("\n".join(text.split("\r\n")).strip().encode()).hexdigest()


def _encoded(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def _decoded(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
