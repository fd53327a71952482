"""The ledger in the tests: its triggers hold, and step aside only while a test's database is emptied."""

import pytest
from django.db import connection, transaction

from clausier.audit import triggers
from clausier.audit.actions import record


@pytest.fixture(scope="session", autouse=True)
def _the_database_can_be_emptied():
    """A test with real transactions ends by emptying every table, which the triggers refuse to anybody else."""
    from django.db.backends.base.operations import BaseDatabaseOperations

    empty = BaseDatabaseOperations.execute_sql_flush

    def without_triggers(self, statements):
        with transaction.atomic():
            run(triggers.unmade(self.connection.vendor))
            empty(self, statements)
            run(triggers.made(self.connection.vendor))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BaseDatabaseOperations, "execute_sql_flush", without_triggers)
        yield


def run(statements):
    """Run statements one by one."""
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def write_acts(number, *, actor="program"):
    """Record so many acts; return their entries."""
    with transaction.atomic():
        return [record("test.thing.done", actor=actor, subject=f"thing{n}", details={"n": n}) for n in range(number)]
