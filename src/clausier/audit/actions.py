"""The one act of the ledger that every other action calls."""

import hashlib
import json
import secrets
import unicodedata
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Protocol

from django.conf import settings
from django.db import connection

from clausier.audit.models import Detail, Entry, Head
from clausier.lib import clock

GENESIS = "0" * 64
SALT = 32
LOCK = 0x436C61757369  # the advisory lock of PostgreSQL that puts writers in a row
FIELDS = ("seq", "at", "actor", "action", "subject", "commitment", "previous")
PROGRAM, PUBLIC = "program", "public"


class Known(Protocol):
    """Whatever the ledger can name."""

    @property
    def ledger_id(self) -> str: ...


def record(action: str, *, actor: Known | str, subject: Known | str, details: Mapping[str, Any] | None = None) -> Entry:
    """Write an entry in the transaction of the act itself, chained to the last one and signed.

    ``action`` is ``room.thing.past``; ``actor`` and ``subject`` are rows, or the words ``program`` and ``public``.
    ``details`` hold codes, names of rows and digests, never a person's name, address or words.
    Raises RuntimeError outside a transaction: an act and its entry stand or fall together.
    """
    if not connection.in_atomic_block:
        raise RuntimeError(f"{action}: an entry is written in the transaction of its act")
    _wait_in_line()
    head = Head.objects.filter(pk=1).first()
    salt = secrets.token_bytes(SALT)
    said = canonical(details or {})
    entry = Entry(
        seq=head.seq + 1 if head else 1,
        at=stamp(clock.now()),
        actor=_name(actor),
        action=action,
        subject=_name(subject),
        commitment=commitment(salt, said),
        previous=head.hash if head else GENESIS,
    )
    entry.hash = hash_of(entry)
    entry.save(force_insert=True)
    Detail.objects.create(entry=entry, salt=salt, details=said)
    signed = {"seq": entry.seq, "hash": entry.hash, "signature": sign(entry.seq, entry.hash)}
    Head.objects.update_or_create(id=1, defaults=signed)
    return entry


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


def hash_of(entry: Entry) -> str:
    """Return the hash of an entry over every column but the key of the hash itself."""
    columns = {name: getattr(entry, name) for name in FIELDS}
    return hashlib.sha256(canonical(columns).encode()).hexdigest()


def sign(seq: int, head: str) -> str:
    """Return the Ed25519 signature of the head, in hexadecimal."""
    return settings.HOME.signing_key().sign(f"{seq}:{head}".encode()).hex()


def _name(known: Known | str) -> str:
    return known if isinstance(known, str) else known.ledger_id


def _wait_in_line() -> None:
    """On PostgreSQL, let one writer at a time chain to the head; on SQLite the transaction has already done it."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
