"""``clausier export``: the whole installation in one file, or its ledger for whoever verifies it."""

import argparse
from pathlib import Path

from clausier.cli.arguments import Parser, listed
from clausier.cli.console import Console
from clausier.cli.failure import FINE, Failure
from clausier.cli.files import make_whole
from clausier.cli.passphrases import new_passphrase
from clausier.cli.site import site

BACKUP, LEDGER, POLICY, SITE = "backup", "ledger", "policy", "site"
KINDS = (BACKUP, LEDGER, POLICY, SITE)


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    say = parser.say
    names = say("export-what", names=listed(KINDS))
    parser.add_argument("what", choices=KINDS, metavar=say("what"), help=names)
    parser.add_argument("file", metavar=say("file"), help=say("export-file"))
    parser.add_argument("--url", default="", metavar=say("url"), help=say("export-url"))
    parser.add_argument("--without-details", action="store_true", help=say("export-without-details"))


def run(options: argparse.Namespace, console: Console) -> int:
    """Write the file, whole or not at all."""
    path = Path(options.file)
    if options.what == BACKUP:
        passphrase = new_passphrase(console)
        with site(console):
            _backup(path, passphrase)
        console.say("backup-written", path=path)
    elif options.what == POLICY:
        with site(console):
            console.say("policy-written", path=path, version=_policy(path))
    elif options.what == SITE:
        with site(console):
            pages = _site(path, options.url)
        console.say("site-written", path=path, pages=console.count("pages", pages))
    else:
        with site(console):
            entries = _ledger(path, has_details=not options.without_details)
        console.say("ledger-written", path=path, entries=console.count("entries", entries))
    return FINE


def _site(folder: Path, address: str) -> int:
    """Write the public pages into a folder of their own, whole or not at all; return how many."""
    from clausier.web.static_site import NothingToPublishError, write_site

    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Failure("not-empty", path=str(folder))
    pages = 0

    def fill(draft: Path) -> None:
        nonlocal pages
        pages = write_site(draft, address).pages

    try:
        make_whole(folder, fill)
    except NothingToPublishError:
        raise Failure("no-version-in-force") from None
    return pages


def _backup(path: Path, passphrase: str) -> None:
    from clausier.audit.backup.making import make_backup

    make_backup(path, passphrase)


def _ledger(path: Path, *, has_details: bool) -> int:
    from clausier.audit.actions import export_ledger

    if path.is_dir():
        raise Failure("is-a-folder", path=str(path))
    return export_ledger(path, has_details=has_details)


def _policy(path: Path) -> str:
    """Write the version in force as a zip of its folder, without the protected lists; return its number."""
    from clausier.document.writing import zipped
    from clausier.policy.selectors import export_policy, in_force

    version = in_force()
    if version is None:
        raise Failure("no-version-in-force")
    path.write_bytes(zipped(export_policy(version)))
    return version.number
