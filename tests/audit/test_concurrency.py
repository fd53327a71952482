"""Several people act at once: each act has its entry, and the chain holds."""

import threading

import pytest
from django.db import connection, connections, transaction

from clausier.audit.actions import record
from clausier.audit.sources import DatabaseSource, snapshot
from clausier.audit.verification import verify

WRITERS, ACTS = 8, 25


def _write(failures):
    try:
        for n in range(ACTS):
            with transaction.atomic():
                record("test.thing.done", actor="program", subject=f"thing{n}")
    except Exception as error:  # noqa: BLE001  # a thread that fails must be heard
        failures.append(error)
    finally:
        connections.close_all()


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_writers_at_once():
    """On PostgreSQL by a lock; on SQLite, where a test's database is in memory, benchmarks/ledger.py shows it."""
    writers = WRITERS if connection.vendor == "postgresql" else 1
    failures = []
    threads = [threading.Thread(target=_write, args=[failures]) for _ in range(writers)]
    if writers == 1:
        _write(failures)
    else:
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    with snapshot():
        report = verify(DatabaseSource())
    assert (failures, report.entries, report.breaks) == ([], writers * ACTS, ())
