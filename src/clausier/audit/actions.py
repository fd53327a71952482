"""The acts of the ledger: the one that every other action calls, its erasures and its checkpoints."""

import re
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

from django.conf import settings
from django.db import connection, transaction
from django.utils.translation import gettext_lazy as _

from clausier.audit import permissions
from clausier.audit.chain import (
    CHECKPOINT,
    ERASED,
    GENESIS,
    canonical,
    checkpoint_payload,
    commitment,
    entry_payload,
    hash_of,
    head_payload,
    name_of,
    stamp,
)
from clausier.audit.checkpoints import send, write_file
from clausier.audit.files import write
from clausier.audit.models import Checkpoint, Detail, Entry, Head, Verification
from clausier.audit.permissions import Officer
from clausier.audit.sources import DatabaseSource, HomeSource, snapshot
from clausier.audit.verification import Report, verify
from clausier.lib import clock
from clausier.lib.refusals import RefusedError

SALT = 32
LOCK = 0x436C61757369  # the advisory lock of PostgreSQL that puts writers in a row
PROGRAM, PUBLIC = "program", "public"
ACTION = re.compile(r"[a-z_-]+(\.[a-z_-]+){1,3}")
LONGEST_ACTION, LONGEST_NAME = 80, 40
# Why details may be erased.
REASONS = frozenset({"term-over", "request", "mistake"})


class Known(Protocol):
    """Whatever the ledger can name."""

    @property
    def ledger_id(self) -> str: ...


def record(action: str, *, actor: Known | str, subject: Known | str, details: Mapping[str, Any] | None = None) -> Entry:
    """Write an entry in the transaction of the act itself, chained to the last one and signed.

    ``action`` is ``room.thing.past``; ``actor`` and ``subject`` are rows, or the words ``program`` and ``public``.
    ``details`` hold codes, names of rows and digests, never a person's name, address or words.
    Call it after the rows of the act are written: on PostgreSQL writers wait for each other from here to the end of
    the transaction. Raises RuntimeError outside a transaction: an act and its entry stand or fall together.
    """
    if not connection.in_atomic_block:
        raise RuntimeError(f"{action}: an entry is written in the transaction of its act")
    _wait_in_line()
    last = Head.objects.filter(pk=1).values_list("seq", "hash").first()
    salt, said = secrets.token_bytes(SALT), canonical(details or {})
    entry = Entry(
        seq=last[0] + 1 if last else 1,
        at=stamp(clock.now()),
        actor=_name(actor),
        action=_action(action),
        subject=_name(subject),
        commitment=commitment(salt, said),
        previous=last[1] if last else GENESIS,
    )
    entry.hash = hash_of(vars(entry))
    entry.save(force_insert=True)
    key = settings.HOME.signing_key()
    signature = key.sign(entry_payload(entry.seq, entry.hash))
    Detail(entry=entry, salt=salt, details=said, signature=signature).save(force_insert=True)
    signed = {"seq": entry.seq, "hash": entry.hash, "signature": key.sign(head_payload(entry.seq, entry.hash)).hex()}
    if not Head.objects.filter(pk=1).update(**signed):
        Head.objects.create(pk=1, **signed)
    return entry


@transaction.atomic
def erase(*, actor: Officer, entry: Entry, reason_code: str) -> Entry:
    """Erase what an entry said; return the entry of the erasure.

    Afterwards the details and their salt are gone for good, and the entry verifies as *erased*: who, when and what
    kind of act remain. Refused to whoever is no privacy officer, for what is erased already, and for the ledger's own
    acts, which say nothing of people. ``reason_code`` is one of REASONS (ValueError otherwise).
    """
    permissions.require_eraser(actor)
    if reason_code not in REASONS:
        raise ValueError(reason_code)
    detail = Detail.objects.select_for_update().get(entry=entry)
    if detail.erased_by_id is not None:
        raise RefusedError("already-erased", _("The details of this entry are already erased."), 409)
    if entry.action.startswith("audit."):
        raise RefusedError("own-act", _("The ledger keeps its own acts."), 409)
    tombstone = record(ERASED, actor=actor, subject=name_of("entry", entry.seq), details={"reason": reason_code})
    Detail.objects.filter(pk=entry.pk).update(salt=None, details=None, erased_by=tombstone)
    return tombstone


@transaction.atomic
def checkpoint() -> Checkpoint | None:
    """Write down the head, signed, and let it leave the machine; return None when nothing was done since the last.

    Afterwards there is a row, an entry that names it, a file in the folder of checkpoints, and an e-mail to each of
    those that ``recipients`` knows.
    """
    _wait_in_line()
    head = Head.objects.filter(pk=1).first()
    last = Checkpoint.objects.order_by("-seq").first()
    if head is None or (last and head.seq <= last.seq + 1):  # the one entry since is that of the last checkpoint
        return None
    at = stamp(clock.now())
    signature = settings.HOME.signing_key().sign(checkpoint_payload(head.seq, head.hash, at)).hex()
    row = Checkpoint(at=at, seq=head.seq, hash=head.hash, signature=signature)
    row.sent = [write_file(row), *send(row)]
    row.save(force_insert=True)
    record(CHECKPOINT, actor=PROGRAM, subject=name_of("checkpoint", row.seq), details={"sent": row.sent})
    return row


def export_ledger(path: Path, *, has_details: bool) -> int:
    """Write the ledger into a file, whole or not at all; return how many entries.

    Afterwards the ledger says that it was exported, and the file holds that entry.
    """
    with transaction.atomic():
        record("audit.ledger.exported", actor=PROGRAM, subject=PROGRAM, details={"details": has_details})
    draft = path.with_name(f".{path.name}.draft")
    try:
        with snapshot(), draft.open("w", encoding="utf-8") as stream:
            entries = write(DatabaseSource(), stream, has_details=has_details)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    return entries


def verify_ledger() -> Report:
    """Verify the ledger of this home and keep what was found for its page."""
    with snapshot():
        report = verify(HomeSource())
    first = report.first
    Verification.objects.create(
        entries=report.entries,
        erased=report.erased,
        checkpoints=report.checkpoints,
        problem=first.kind if first else "",
        seq=first.seq if first else None,
    )
    return report


def _name(known: Known | str) -> str:
    name = known if isinstance(known, str) else known.ledger_id
    if not 0 < len(name) <= LONGEST_NAME:
        raise ValueError("the ledger names rows by their uid")
    return name


def _action(action: str) -> str:
    if not ACTION.fullmatch(action) or len(action) > LONGEST_ACTION:
        raise ValueError(f"not an action: {action}")
    return action


def _wait_in_line() -> None:
    """On PostgreSQL, let one writer at a time chain to the head; on SQLite the transaction has already done it."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
