"""What the commands of an installation share: Django, its settings, and how its database says no."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from clausier.cli.console import Console
from clausier.cli.failure import Failure

SETTINGS = "clausier.config.settings"


@contextmanager
def site(console: Console) -> Iterator[None]:
    """Set Django up, in the language of the locale; turn what is refused, or what a database says, into a sentence."""
    import django
    from django.core.exceptions import ImproperlyConfigured, ValidationError
    from django.db import Error
    from django.utils import translation

    from clausier.config.mail import BadVariableError
    from clausier.lib.refusals import RefusedError

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    try:
        django.setup()
    except BadVariableError as error:
        raise Failure("bad-variable", name=error.variable.name, wants=error.variable.label) from error
    except ImproperlyConfigured as error:
        raise Failure("bad-settings", message=str(error)) from error
    except ValueError as error:  # the address of the database
        raise Failure("database-url", message=str(error)) from error
    with translation.override(console.language):
        try:
            yield
        except Error as error:
            raise Failure("no-database", kind=type(error).__name__) from error
        except RefusedError as error:
            raise Failure("refused", message=str(error.refusal.sentence)) from error
        except ValidationError as error:
            raise Failure("refused", message=" ".join(error.messages)) from error


def open_database(console: Console) -> None:
    """Set Django up and bring the tables up to date, after a copy of an SQLite database was put aside."""
    with site(console):
        migrate(console)


def migrate(console: Console) -> int:
    """Bring the tables up to date and return how many steps it took; refuse a database that a newer program wrote."""
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    known = set(executor.loader.disk_migrations)
    ours = {label for label, _ in known}
    if newer := {step for step in executor.loader.applied_migrations if step[0] in ours and step not in known}:
        raise Failure("newer-database", steps=", ".join(f"{label}.{name}" for label, name in sorted(newer)))
    steps = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if steps:
        if executor.loader.applied_migrations:
            _put_aside(console)
        call_command("migrate", verbosity=0, interactive=False)
    return len(steps)


def _put_aside(console: Console) -> None:
    """Copy an SQLite database before its tables change; whoever runs PostgreSQL has backups of their own."""
    import sqlite3

    from django.conf import settings

    from clausier.lib import clock

    database = settings.DATABASES["default"]
    if "sqlite3" not in database["ENGINE"]:
        return
    source = Path(database["NAME"])
    copy = source.with_name(f"{source.stem}-{clock.now():%Y%m%d-%H%M%S}.sqlite3")
    with sqlite3.connect(source) as old, sqlite3.connect(copy) as new:
        old.backup(new)
    copy.chmod(0o600)
    console.say("database-put-aside", path=str(copy))
