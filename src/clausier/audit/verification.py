"""Does the ledger hold? Plain Python over any source of entries, in one pass and constant memory.

What it finds is named by the first entry that does not hold. What it cannot find alone, a whole older copy put in the
place of the ledger or one that was written anew with the key, it finds with a checkpoint that was kept elsewhere.
"""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, Protocol

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from clausier.audit.chain import (
    CHECKPOINT,
    ERASED,
    GENESIS,
    checkpoint_payload,
    commitment,
    entry_payload,
    hash_of,
    head_payload,
    is_signed,
    name_of,
)
from clausier.document.vocabulary import Label

# What may be wrong, and how it is told.
PROBLEMS = {
    "missing": Label("L'entrée {seq} manque.", "Entry {seq} is missing."),
    "changed": Label("L'entrée {seq} a été modifiée.", "Entry {seq} was changed."),
    "unchained": Label(
        "L'entrée {seq} ne suit pas celle qui la précède.", "Entry {seq} does not follow the one before it."
    ),
    "no-details": Label(
        "Les détails de l'entrée {seq} ont disparu, sans acte d'effacement.",
        "The details of entry {seq} are gone, without an act of erasure.",
    ),
    "details-changed": Label("Les détails de l'entrée {seq} ont été modifiés.", "The details of entry {seq} changed."),
    "not-erased-so": Label(
        "Les détails de l'entrée {seq} sont donnés pour effacés, mais aucun acte ne l'a fait.",
        "The details of entry {seq} are said to be erased, but no act did so.",
    ),
    "erased-is-back": Label(
        "Les détails de l'entrée {seq} avaient été effacés; les revoilà.",
        "The details of entry {seq} had been erased; they are back.",
    ),
    "cut": Label(
        "Le registre est coupé : l'entrée {seq} devrait suivre.", "The ledger is cut: entry {seq} should follow."
    ),
    "added": Label("L'entrée {seq} a été ajoutée sans être signée.", "Entry {seq} was added without being signed."),
    "rewritten": Label(
        "À partir de l'entrée {seq}, le registre n'est plus celui qui a été signé.",
        "From entry {seq} on, the ledger is no longer the one that was signed.",
    ),
    "no-head": Label(
        "Rien ne dit que l'entrée {seq} devait être la dernière : la tête signée manque.",
        "Nothing tells that entry {seq} was to be the last: the signed head is missing.",
    ),
    "head-forged": Label(
        "La tête du registre (entrée {seq}) n'est pas signée de sa clé.",
        "The head of the ledger (entry {seq}) is not signed with its key.",
    ),
    "checkpoint-forged": Label(
        "Le point de contrôle de l'entrée {seq} n'est pas signé de la clé du registre.",
        "The checkpoint of entry {seq} is not signed with the ledger's key.",
    ),
    "checkpoint-missing": Label(
        "Le point de contrôle de l'entrée {seq} a disparu.", "The checkpoint of entry {seq} is gone."
    ),
    "not-as-checkpoint": Label(
        "L'entrée {seq} n'est pas celle du point de contrôle : le registre a été réécrit.",
        "Entry {seq} is not the one of the checkpoint: the ledger was written anew.",
    ),
    "unreadable": Label("L'entrée {seq} ne se lit pas.", "Entry {seq} cannot be read."),
    "other-key": Label(
        "Ce registre est signé d'une autre clé que celle qui est attendue.",
        "This ledger is signed with another key than the one expected.",
    ),
}


class Line(NamedTuple):
    """An entry as a source gives it: its columns by name, its signature, and what stands aside."""

    columns: dict[str, Any]
    signature: bytes | None
    salt: bytes | None
    details: str | None
    erased_by: int | None


class Signed(NamedTuple):
    """A head, or with ``at`` a checkpoint: an entry that was the last, and the signature that says so."""

    seq: int
    hash: str
    signature: str
    at: str = ""


class UnreadableError(Exception):
    """A source holds something that is no entry."""


class Source(Protocol):
    """Where entries are: the database, or a file."""

    @property
    def public_key(self) -> str: ...

    @property
    def has_details(self) -> bool: ...

    def lines(self) -> Iterator[Line]: ...

    def head(self) -> Signed | None:
        """Return the head; asked for after the lines."""

    def checkpoints(self) -> Iterable[Signed]:
        """Return the checkpoints of the source itself; asked for after the lines."""


class Break(NamedTuple):
    """Something that does not hold: what, a key of PROBLEMS, and the entry where it begins."""

    kind: str
    seq: int

    @property
    def label(self) -> Label:
        """What is told of it."""
        return PROBLEMS[self.kind].filled(seq=str(self.seq))


class Report(NamedTuple):
    """What a verification found."""

    entries: int
    erased: int
    checkpoints: int
    last: Signed
    has_details: bool
    breaks: tuple[Break, ...]

    @property
    def first(self) -> Break | None:
        """The break that begins earliest, or None when all holds."""
        return min(self.breaks, key=lambda each: each.seq, default=None)


def verify(source: Source, checkpoints: Iterable[Signed] = (), key: str = "") -> Report:
    """Verify every entry of a source, its head, its own checkpoints and those that were kept elsewhere.

    ``key`` is the public key that is expected, in hexadecimal, when one knows it from elsewhere.
    """
    walk = _Walk(source)
    try:
        for line in source.lines():
            walk.take(line)
    except UnreadableError:
        walk.broken("unreadable", walk.seq + 1)
    if not walk.breaks or walk.breaks[-1].kind != "unreadable":
        walk.end(source.head(), source.checkpoints())
    for each in checkpoints:
        walk.compare(each)
    if key and key != source.public_key:
        walk.broken("other-key", 1)
    return walk.report()


class _Walk:
    """What is known on the way along the entries."""

    MOST = 100  # breaks that are remembered: after the first, the others only tell that there are more

    def __init__(self, source: Source) -> None:
        self.source = source
        self.key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(source.public_key))
        self.seq, self.hash, self.signature = 0, GENESIS, b""
        self.entries = self.erased = self.matched = 0
        self.breaks: list[Break] = []
        self.tombstones: dict[int, int] = {}  # an entry that is said to have erased another one: that other
        self.seen: dict[int, str] = {}  # entries that the ledger says had a checkpoint, and their hash

    def broken(self, kind: str, seq: int) -> None:
        if len(self.breaks) < self.MOST:
            self.breaks.append(Break(kind, seq))

    def take(self, line: Line) -> None:
        """Verify an entry against the one before it."""
        seq = line.columns["seq"]
        if seq != self.seq + 1:
            self.broken("missing", self.seq + 1)
        elif line.columns["previous"] != self.hash:
            self._unchained(seq)
        if not _hashes(line):
            self.broken("changed", seq)
        if self.source.has_details:
            self._aside(seq, line)
        self._own_acts(line)
        self.seq, self.hash, self.signature = seq, line.columns["hash"], line.signature or b""
        self.entries += 1

    def _unchained(self, seq: int) -> None:
        """Name the entry that was changed together with its hash, or the one that pretends to follow it."""
        is_ours = self.seq == 0 or is_signed(self.key, self.signature, entry_payload(self.seq, self.hash))
        self.broken("unchained" if is_ours else "changed", seq if is_ours else self.seq)

    def _aside(self, seq: int, line: Line) -> None:
        if line.signature is None:
            self.broken("no-details", seq)
        elif line.salt is not None and line.details is not None:
            if not _commits(line):
                self.broken("details-changed", seq)
            elif line.erased_by is not None:
                self.broken("not-erased-so", seq)
        elif line.salt is None and line.details is None and line.erased_by is not None:
            self.erased += 1
            self._buried(seq, line.erased_by)
        else:
            self.broken("no-details", seq)

    def _buried(self, seq: int, by: int) -> None:
        if by <= seq or by in self.tombstones:
            self.broken("not-erased-so", seq)
        else:
            self.tombstones[by] = seq

    def _own_acts(self, line: Line) -> None:
        """Follow what the ledger says of itself: an erasure has its entry, a checkpoint its row."""
        seq, action, subject = (line.columns[name] for name in ("seq", "action", "subject"))
        buried = self.tombstones.pop(seq, None)
        if buried is not None and (action != ERASED or subject != name_of("entry", buried)):
            self.broken("not-erased-so", buried)
        elif buried is None and action == ERASED and self.source.has_details:
            self.broken("erased-is-back", _number(subject))
        if action == CHECKPOINT:
            self.seen[_number(subject)] = line.columns["previous"]

    def end(self, head: Signed | None, checkpoints: Iterable[Signed]) -> None:
        """Verify what closes the ledger."""
        for seq in self.tombstones.values():
            self.broken("not-erased-so", seq)
        self._end_at(head)
        known = set()
        for each in checkpoints:
            known.add(each.seq)
            self.compare(each)
        for seq in self.seen.keys() - known:
            self.broken("checkpoint-missing", seq)

    def _end_at(self, head: Signed | None) -> None:
        if head is None:
            if self.entries:
                self.broken("no-head", self.seq)
            return
        if not is_signed(self.key, _bytes(head.signature), head_payload(head.seq, head.hash)):
            self._rewritten("head-forged", head.seq)
        elif head.seq > self.seq:
            self.broken("cut", self.seq + 1)
        elif head.seq < self.seq:
            self.broken("added", head.seq + 1)
        elif head.hash != self.hash:
            self._rewritten("rewritten", head.seq)

    def compare(self, point: Signed) -> None:
        """Verify a checkpoint, and the ledger against it."""
        if not is_signed(self.key, _bytes(point.signature), checkpoint_payload(point.seq, point.hash, point.at)):
            self.broken("checkpoint-forged", point.seq)
        elif point.seq > self.seq:
            self.broken("cut", self.seq + 1)
        elif self._hash_at(point.seq) != point.hash:
            self._rewritten("not-as-checkpoint", point.seq)
        else:
            self.matched += 1

    def _hash_at(self, seq: int) -> str | None:
        """Return the hash of an entry; those that the ledger itself says had a checkpoint are known already."""
        if seq in self.seen:
            return self.seen[seq]
        lines = (line.columns for line in self.source.lines())
        return next((columns["hash"] for columns in lines if columns["seq"] == seq), None)

    def _rewritten(self, kind: str, seq: int) -> None:
        """Name the first entry that our key did not sign; all are signed when it was done with the key."""
        if any(each.kind in {"rewritten", "changed", "missing", "unchained"} for each in self.breaks):
            self.broken(kind, seq)
            return
        for line in self.source.lines():
            if not is_signed(self.key, line.signature or b"", entry_payload(line.columns["seq"], line.columns["hash"])):
                self.broken("rewritten", line.columns["seq"])
                return
        self.broken(kind, seq)

    def report(self) -> Report:
        last = Signed(self.seq, self.hash, "")
        return Report(self.entries, self.erased, self.matched, last, self.source.has_details, tuple(self.breaks))


def _hashes(line: Line) -> bool:
    try:
        return bool(hash_of(line.columns) == line.columns["hash"])
    except (TypeError, ValueError):  # what an intruder wrote need not be text
        return False


def _commits(line: Line) -> bool:
    try:
        return commitment(line.salt or b"", line.details or "") == str(line.columns["commitment"])
    except (TypeError, ValueError, AttributeError):
        return False


def _bytes(signature: str) -> bytes:
    try:
        return bytes.fromhex(signature)
    except (TypeError, ValueError):
        return b""


def _number(subject: str) -> int:
    number = str(subject).rpartition(":")[2]
    return int(number) if number.isdigit() else 0
