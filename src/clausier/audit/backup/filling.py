"""Filling the tables of PostgreSQL from a backup, in one transaction."""

from pathlib import Path

from django.core import serializers
from django.core.management.color import no_style
from django.db import connection, transaction

from clausier.audit.backup.making import tables
from clausier.audit.backup.restoring import UnrestorableError
from clausier.audit.models import Entry


def fill(path: Path) -> None:
    """Put the rows of a file into empty tables, then take the file away.

    Raises UnrestorableError when there is a ledger already: nobody writes over one, its database is made anew first.
    """
    if Entry.objects.exists():
        raise UnrestorableError("database-not-empty")
    with transaction.atomic(), path.open(encoding="utf-8") as stream:
        for row in serializers.deserialize("jsonl", stream):
            row.save()
        with connection.cursor() as cursor:
            for statement in connection.ops.sequence_reset_sql(no_style(), tables()):
                cursor.execute(statement)
    path.unlink()
