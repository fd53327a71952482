"""How entries hold together: what is hashed, what is signed. Plain Python, so that a file is verified without Django.

An entry is ``seq, at, actor, action, subject, commitment, previous`` and the hash over all of them. The commitment is
SHA-256 of a salt and the details; both stand aside and may be erased. Each entry, the head and each checkpoint are
signed with one Ed25519 key, each under a word of its own, so that none can pass for another.
"""

import hashlib
import json
import unicodedata
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

GENESIS = "0" * 64
FIELDS = ("seq", "at", "actor", "action", "subject", "commitment", "previous")
ERASED = "audit.entry.erased"
CHECKPOINT = "audit.checkpoint.made"


def canonical(details: Mapping[str, Any]) -> str:
    """Return the one text of the details: sorted keys, no spaces, NFC."""
    text = json.dumps(details, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return unicodedata.normalize("NFC", text)


def stamp(moment: datetime) -> str:
    """Return a moment as it is hashed: RFC 3339 in UTC, to the microsecond."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def commitment(salt: bytes, said: str) -> str:
    """Return SHA-256(salt ‖ details), which proves the details and tells nothing once the salt is erased."""
    return hashlib.sha256(salt + said.encode()).hexdigest()


def hash_of(columns: Mapping[str, Any]) -> str:
    """Return the hash of an entry over every column but the hash itself."""
    return hashlib.sha256(canonical({name: columns[name] for name in FIELDS}).encode()).hexdigest()


def entry_payload(seq: int, digest: str) -> bytes:
    """Return what is signed of an entry: it tells which entries are ours when the head no longer matches."""
    return f"entry:{seq}:{digest}".encode()


def head_payload(seq: int, digest: str) -> bytes:
    """Return what is signed of the last entry: there is none after it."""
    return f"head:{seq}:{digest}".encode()


def checkpoint_payload(seq: int, digest: str, at: str) -> bytes:
    """Return what is signed of a checkpoint: which entry was the last at a moment."""
    return f"checkpoint:{seq}:{digest}:{at}".encode()


def is_signed(key: Ed25519PublicKey, signature: bytes, payload: bytes) -> bool:
    """Tell whether a signature is the key's own over a payload."""
    try:
        key.verify(signature, payload)
    except InvalidSignature:
        return False
    return True


def name_of(kind: str, seq: int) -> str:
    """Return how an entry or a checkpoint is named as the subject of another entry."""
    return f"{kind}:{seq}"


def fingerprint(key: str) -> str:
    """Return the public key in groups of four digits, as people compare it."""
    return " ".join(key[at : at + 4] for at in range(0, len(key), 4))
