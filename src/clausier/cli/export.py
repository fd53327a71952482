"""``clausier export``: the whole installation in one file, or its ledger for whoever verifies it."""

import argparse
from pathlib import Path

from clausier.cli.arguments import Parser, listed
from clausier.cli.console import Console
from clausier.cli.failure import FINE, Failure
from clausier.cli.passphrases import new_passphrase
from clausier.cli.site import site

BACKUP, LEDGER = "backup", "ledger"


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    say = parser.say
    names = say("export-what", names=listed((BACKUP, LEDGER)))
    parser.add_argument("what", choices=(BACKUP, LEDGER), metavar=say("what"), help=names)
    parser.add_argument("file", metavar=say("file"), help=say("export-file"))
    parser.add_argument("--without-details", action="store_true", help=say("export-without-details"))


def run(options: argparse.Namespace, console: Console) -> int:
    """Write the file, whole or not at all."""
    path = Path(options.file)
    if options.what == BACKUP:
        passphrase = new_passphrase(console)
        with site(console):
            _backup(path, passphrase)
        console.say("backup-written", path=path)
    else:
        with site(console):
            entries = _ledger(path, has_details=not options.without_details)
        console.say("ledger-written", path=path, entries=console.count("entries", entries))
    return FINE


def _backup(path: Path, passphrase: str) -> None:
    from clausier.audit.backup.making import make_backup

    make_backup(path, passphrase)


def _ledger(path: Path, *, has_details: bool) -> int:
    from clausier.audit.actions import export_ledger

    if path.is_dir():
        raise Failure("is-a-folder", path=str(path))
    return export_ledger(path, has_details=has_details)
