"""Reads of the ledger for its page, as fast at the millionth entry as at the first."""

from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.utils import timezone

from clausier.audit.chain import fingerprint, stamp
from clausier.audit.checkpoints import public_key
from clausier.audit.models import Checkpoint, Entry, Verification

SIZE = 50


class Page(NamedTuple):
    """Entries, the newest first, and where the older ones begin (0: there are none)."""

    entries: list[Entry]
    before: int


def page(
    *, action: str = "", name: str = "", since: date | None = None, until: date | None = None, before: int | None = None
) -> Page:
    """Return the entries before one, of an action, by or on somebody or something, from a day to a day included."""
    rows = Entry.objects.order_by("-seq").select_related("detail")
    if action:
        rows = rows.filter(action=action)
    if before:
        rows = rows.filter(seq__lt=before)
    found = _first(_between(rows, since, until), name)
    return Page(found[:SIZE], found[SIZE - 1].seq if len(found) > SIZE else 0)


def _first(rows: QuerySet[Entry], name: str) -> list[Entry]:
    """Return the first rows by or on a name: two short reads, each along its index, where one would sort them all."""
    if not name:
        return list(rows[: SIZE + 1])
    both = {row.seq: row for field in ("actor", "subject") for row in rows.filter(**{field: name})[: SIZE + 1]}
    return [both[seq] for seq in sorted(both, reverse=True)][: SIZE + 1]


def _between(rows: QuerySet[Entry], since: date | None, until: date | None) -> QuerySet[Entry]:
    """Bound the entries by those that begin and end the days: the order of the ledger is that of time."""
    if since:
        first = _first_since(since)
        rows = rows.filter(seq__gte=first) if first else rows.none()
    if until:
        after = _first_since(until + timedelta(days=1))
        rows = rows.filter(seq__lt=after) if after else rows
    return rows


def _first_since(day: date) -> int | None:
    start = stamp(timezone.make_aware(datetime.combine(day, time.min)))
    return Entry.objects.filter(at__gte=start).order_by("at").values_list("seq", flat=True).first()


def state() -> dict[str, Any]:
    """Return whether the ledger held when it was last verified, its last checkpoints, and its public key."""
    return {
        "verification": Verification.objects.first(),
        "checkpoints": Checkpoint.objects.all()[:5],
        "public_key": fingerprint(public_key()),
    }
