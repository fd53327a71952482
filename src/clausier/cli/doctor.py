"""``clausier doctor``: what is well, what is wrong, and what to type."""

import argparse
import stat
from collections.abc import Iterator
from datetime import timedelta

from clausier.cli.arguments import Parser
from clausier.cli.console import Console
from clausier.cli.doctor_mail import Finding, letter, mail
from clausier.cli.failure import FINE, FOUND, Failure
from clausier.cli.site import site
from clausier.document.vocabulary import Label

OPEN_TO_OTHERS = stat.S_IRWXG | stat.S_IRWXO
NETWORK_DISKS = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p"}
SILENT = timedelta(minutes=1)  # a worker beats every few seconds
MARKS = {"well": ("✓", "green"), "look": ("!", "yellow"), "wrong": ("✗", "red")}


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    parser.add_argument("--json", action="store_true", help=parser.say("json"))
    parser.add_argument("--letter", metavar=parser.say("email"), help=parser.say("doctor-letter"))


def run(options: argparse.Namespace, console: Console) -> int:
    """Look at everything that can be looked at, or follow a letter; fail when something is wrong."""
    findings = list(letter(console, options.letter) if options.letter else examine(console))
    if options.json:
        console.json(
            [
                {"state": each.state, "code": each.code, "text": console.text(each.code, **each.values)}
                for each in findings
            ]
        )
    else:
        for each in findings:
            mark, colour = MARKS[each.state]
            console.write(f"{console.style(mark, colour)} {console.text(each.code, **each.values)}")
    return FOUND if any(each.state == "wrong" for each in findings) else FINE


def examine(console: Console) -> Iterator[Finding]:
    """Yield what was found, from the ground up; what stands on something broken is not looked at."""
    try:
        with site(console):
            yield from (*_home(), *_heads())
            tables = _database()
            yield tables
            if tables.state == "well":
                yield from (*_organization(), _ledger(), _worker(), *mail(console))
    except Failure as failure:
        values = {
            name: value.in_language(console.language) if isinstance(value, Label) else value
            for name, value in failure.values.items()
        }
        yield Finding("wrong", failure.code, values)


def _home() -> Iterator[Finding]:
    from django.conf import settings

    home = settings.HOME
    where = {"path": str(home.path)}
    loose = [path.name for path in home.keys.iterdir() if path.stat().st_mode & OPEN_TO_OTHERS]
    yield (
        Finding("wrong", "doctor-keys-open", where | {"names": ", ".join(loose)})
        if loose
        else Finding("well", "doctor-home", where)
    )
    if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3") and (disk := _network_disk(str(home.path))):
        yield Finding("wrong", "doctor-network-disk", where | {"kind": disk})
    if settings.DEBUG:
        yield Finding("wrong", "serve-debug", {})


def _network_disk(path: str) -> str:
    """Return the kind of network disk that a path is on, or "": SQLite loses data there."""
    try:
        with open("/proc/mounts", encoding="utf-8") as mounts:  # noqa: PTH123  # no file of ours
            lines = [line.split()[1:3] for line in mounts]
    except OSError:
        return ""
    _, kind = max((each for each in lines if path.startswith(each[0])), key=lambda each: len(each[0]), default=("", ""))
    return kind if kind in NETWORK_DISKS else ""


def _heads() -> Iterator[Finding]:
    from django.conf import settings

    from clausier.engine.heads import installed

    heads = installed(settings.HOME.path)
    for path in heads.refused if heads else ():
        yield Finding("wrong", "doctor-head", {"path": str(path)})


def _database() -> Finding:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if waiting:
        return Finding("wrong", "doctor-tables", {"n": str(len(waiting))})
    return Finding("well", "doctor-database", {"kind": connection.vendor})


def _organization() -> Iterator[Finding]:
    from clausier.identity.selectors import organization
    from clausier.policy.selectors import in_force

    found = organization()
    if found is None:
        yield Finding("look", "doctor-empty", {})
        return
    yield Finding("well", "doctor-organization", {"name": found.name})
    version = in_force()
    if version is None:
        yield Finding("look", "doctor-no-policy", {})
    else:
        yield Finding("well", "doctor-policy", {"version": version.number})


def _ledger() -> Finding:
    from clausier.audit.sources import DatabaseSource
    from clausier.audit.verification import verify

    report = verify(DatabaseSource())
    if not report.breaks:
        return Finding("well", "doctor-ledger", {"n": str(report.entries)})
    return Finding("wrong", "doctor-ledger-broken", {})


def _worker() -> Finding:
    from clausier.lib import clock
    from clausier.tasks.models import Beat

    beating = Beat.objects.filter(at__gte=clock.now() - SILENT).exists()
    return Finding("well", "doctor-worker", {}) if beating else Finding("look", "doctor-no-worker", {})
