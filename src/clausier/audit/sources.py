"""The ledger where it lives, in the database."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import DatabaseError, connection, transaction

from clausier.audit.chain import FIELDS
from clausier.audit.checkpoints import in_folder, public_key
from clausier.audit.models import Checkpoint, Entry, Head
from clausier.audit.verification import Line, Signed, UnreadableError

COLUMNS = (*FIELDS, "hash")
ASIDE = ("detail__signature", "detail__salt", "detail__details", "detail__erased_by_id")
CHUNK = 2000


class DatabaseSource:
    """The ledger of this home, read in chunks."""

    has_details = True

    def __init__(self) -> None:
        self.public_key = public_key()

    def lines(self) -> Iterator[Line]:
        """Yield the entries in order. Raises UnreadableError when the database cannot give one."""
        rows = Entry.objects.order_by("seq").values_list(*COLUMNS, *ASIDE)
        try:
            for row in rows.iterator(CHUNK):
                columns = dict(zip(COLUMNS, row, strict=False))
                signature, salt, details, erased_by = row[len(COLUMNS) :]
                yield Line(columns, _bytes(signature), _bytes(salt), details, erased_by)
        except DatabaseError as error:
            raise UnreadableError from error

    def head(self) -> Signed | None:
        row = Head.objects.filter(pk=1).values_list("seq", "hash", "signature").first()
        return Signed(*row) if row else None

    def checkpoints(self) -> list[Signed]:
        rows = Checkpoint.objects.order_by("seq").values_list("seq", "hash", "signature", "at")
        return [Signed(*row) for row in rows]


class HomeSource(DatabaseSource):
    """The ledger of this home, with the checkpoints that its folder keeps beside those of the database."""

    def checkpoints(self) -> list[Signed]:
        return [*super().checkpoints(), *in_folder()]


@contextmanager
def snapshot() -> Iterator[None]:
    """Read the database as it is at one moment, while others write."""
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("BEGIN DEFERRED")  # Django's own would be IMMEDIATE, and hold the writers back
            try:
                yield
            finally:
                cursor.execute("ROLLBACK")
    else:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield


def _bytes(value: Any) -> bytes | None:
    return bytes(value) if isinstance(value, bytes | memoryview) else None
