"""The ledger: entries follow one another and say who did what."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import DatabaseError

from clausier.audit.actions import record
from clausier.audit.chain import GENESIS
from clausier.audit.models import Checkpoint, Detail, Entry, Head
from factories.ledger import write_acts
from people import make_person

pytestmark = pytest.mark.postgres


@pytest.mark.django_db
def test_entries_are_chained():
    """Each entry holds the hash of the one before, and the head is the last one."""
    actor = make_person()
    with transaction.atomic():
        first = record("test.thing.done", actor=actor, subject="thing", details={"a": 1})
        second = record("test.thing.undone", actor="program", subject="thing")
    assert (first.previous, second.previous) == (GENESIS, first.hash)
    assert Head.objects.get().hash == second.hash
    assert [entry.actor for entry in Entry.objects.all()] == [actor.uid, "program"]


@pytest.mark.django_db(transaction=True)
def test_an_entry_needs_a_transaction():
    """An act and its entry stand or fall together."""
    with pytest.raises(RuntimeError, match="in the transaction"):
        record("test.thing.done", actor="program", subject="thing")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "wrong", [{"action": "Done"}, {"action": "thing"}, {"actor": "x" * 41}, {"subject": ""}, {"subject": "x" * 41}]
)
def test_what_the_ledger_cannot_name_is_refused(wrong):
    """Before anything is written: a column that is too long would be cut, or not, by the database."""
    values = {"action": "test.thing.done", "actor": "program", "subject": "thing", **wrong}
    with pytest.raises(ValueError, match=r"ledger|action"):
        record(values.pop("action"), **values)


REFUSED = {
    "change an entry": lambda: Entry.objects.filter(seq=1).update(action="test.other.done"),
    "delete an entry": lambda: _sql("DELETE FROM audit_entry WHERE seq = 2"),
    "add an entry out of order": lambda: Entry.objects.create(seq=9, at="", hash="", previous="", commitment=""),
    "replace an entry": lambda: _sql("UPDATE audit_entry SET seq = 3 WHERE seq = 2"),
    "change details": lambda: Detail.objects.filter(pk=1).update(details="{}"),
    "erase without an act": lambda: Detail.objects.filter(pk=1).update(details=None, salt=None),
    "delete details": lambda: Detail.objects.filter(pk=1).delete(),
    "move the head back": lambda: Head.objects.update(seq=1),
    "delete the head": lambda: Head.objects.all().delete(),
    "change a checkpoint": lambda: Checkpoint.objects.update(seq=1),
    "delete a checkpoint": lambda: Checkpoint.objects.all().delete(),
}


def _sql(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.django_db
@pytest.mark.parametrize("what", REFUSED)
def test_the_database_refuses(what):
    """Whoever the program is."""
    write_acts(2)
    Checkpoint.objects.create(at="", seq=2, hash="", signature="", sent=[])
    with pytest.raises(DatabaseError, match="audit_"), transaction.atomic():
        REFUSED[what]()


@pytest.mark.django_db
def test_sqlite_replaces_nothing():
    """INSERT OR REPLACE would delete without asking the trigger on DELETE."""
    write_acts(2)
    for table in ("audit_entry", "audit_detail", "audit_head"):
        if connection.vendor == "sqlite":
            with pytest.raises(IntegrityError, match=table), transaction.atomic():
                _sql(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table} LIMIT 1")  # noqa: S608  # our own words


@pytest.mark.django_db
def test_postgresql_empties_nothing():
    """TRUNCATE asks no row."""
    write_acts(2)
    for table in ("audit_entry", "audit_detail", "audit_head", "audit_checkpoint"):
        if connection.vendor == "postgresql":
            with pytest.raises(DatabaseError, match=table), transaction.atomic():
                _sql(f"TRUNCATE {table} CASCADE")
