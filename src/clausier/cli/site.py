"""The web side of the program, opened from the terminal: settings are read, the database is brought up to date."""

import os
from pathlib import Path

from clausier.cli.console import Console
from clausier.cli.failure import Failure

SETTINGS = "clausier.config.settings"


def open_site() -> None:
    """Make Django ready. Raises Failure when the settings, the folder or the database cannot be used."""
    import django
    from django.core.exceptions import ImproperlyConfigured

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    try:
        django.setup()
    except ImproperlyConfigured as error:
        raise Failure("bad-settings", message=str(error)) from None
    except ValueError as error:  # a DATABASE_URL of another kind
        raise Failure("bad-database-url", message=str(error)) from None


def open_database(console: Console) -> None:
    """Make Django and the database ready, whose tables are brought up to date after a copy was put aside."""
    open_site()
    from django.db import DatabaseError

    try:
        migrate(console)
    except DatabaseError as error:
        raise Failure("database-closed", message=str(error).splitlines()[0]) from None


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
