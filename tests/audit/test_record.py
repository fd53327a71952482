"""The ledger: entries follow one another and say who did what."""

import pytest
from django.db import transaction

from clausier.audit.actions import GENESIS, record
from clausier.audit.models import Entry, Head
from people import make_person


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
