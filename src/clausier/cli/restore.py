"""``clausier restore``: a backup put in place, asleep, and its ledger verified."""

import argparse
import shutil
from importlib import import_module
from pathlib import Path
from typing import Any

from clausier.audit.backup.restoring import Backup, UnrestorableError, read, restore
from clausier.cli import ledger
from clausier.cli.arguments import Parser
from clausier.cli.console import Console
from clausier.cli.failure import Failure
from clausier.cli.passphrases import passphrase
from clausier.cli.site import site

VENDORS = {"django.db.backends.sqlite3": "sqlite", "django.db.backends.postgresql": "postgresql"}


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    say = parser.say
    parser.add_argument("file", metavar=say("file"), help=say("restore-file"))
    parser.add_argument("--replace", action="store_true", help=say("restore-replace"))
    parser.add_argument("--live", action="store_true", help=say("restore-live"))


def run(options: argparse.Namespace, console: Console) -> int:
    """Restore, bring the tables up to date, verify the ledger; its status is that of the verification."""
    # By name, as Django names it: the settings stand above, and reading them whole would make a home.
    environment: Any = import_module("clausier.config.env")
    home: Path = environment.home()
    try:
        backup = read(Path(options.file))
        database = _database(backup, environment)
        outside = _outside(database, home, replace=options.replace)
        old = restore(backup, home, passphrase(console), replace=options.replace, live=options.live)
        _tell(backup, home, old, console)
        if outside:
            _move(home, outside)
        with site(console):
            _fill(backup, home)
    except UnrestorableError as error:
        raise Failure(error.code, **error.values) from error
    return ledger.run(argparse.Namespace(file=None, checkpoint=[], key="", json=False), console)


def _database(backup: Backup, environment: Any) -> dict[str, Any]:
    database: dict[str, Any] = environment.database()
    ours = VENDORS[database["ENGINE"]]
    if ours != backup.vendor:
        raise UnrestorableError("backup-other-database", path=str(backup.path), theirs=backup.vendor, ours=ours)
    return database


def _outside(database: dict[str, Any], home: Path, *, replace: bool) -> Path | None:
    """Return where an SQLite database is when it is not in the home; one that is there is not written over unasked."""
    if VENDORS[database["ENGINE"]] != "sqlite":
        return None
    path = Path(database["NAME"])
    if path == home / "clausier.sqlite3":
        return None
    if path.exists() and not replace:
        raise UnrestorableError("home-not-empty", path=str(path))
    return path


def _move(home: Path, outside: Path) -> None:
    outside.parent.mkdir(parents=True, exist_ok=True)
    for left in ("-wal", "-shm"):
        outside.with_name(outside.name + left).unlink(missing_ok=True)
    shutil.move(home / "clausier.sqlite3", outside)


def _fill(backup: Backup, home: Path) -> None:
    from django.core.management import call_command

    from clausier.audit.backup.filling import fill

    call_command("migrate", verbosity=0, interactive=False)
    if backup.vendor == "postgresql":
        fill(home / backup.database)


def _tell(backup: Backup, home: Path, old: Path | None, console: Console) -> None:
    console.say("restored", "bold", made=str(backup.manifest["made"])[:16].replace("T", " "), path=home)
    if old:
        console.say("kept-old", path=old)
    if (home / "asleep").exists():
        console.say("restored-asleep", path=home / "asleep")
