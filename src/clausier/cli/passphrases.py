"""The passphrase of a backup: from the environment, or asked for in the terminal."""

import os
import sys
from getpass import getpass

from clausier.cli.console import Console
from clausier.cli.failure import Failure

VARIABLE = "CLAUSIER_BACKUP_PASSPHRASE"
SHORTEST = 12


def passphrase(console: Console) -> str:
    """Return the passphrase that opens a backup."""
    return os.environ.get(VARIABLE) or _ask(console, "ask-passphrase")


def new_passphrase(console: Console) -> str:
    """Return the passphrase of a new backup, asked for twice."""
    given = passphrase(console)
    if len(given) < SHORTEST:
        raise Failure("short-passphrase", n=str(SHORTEST))
    if not os.environ.get(VARIABLE) and _ask(console, "ask-passphrase-again") != given:
        raise Failure("passphrases-differ")
    return given


def _ask(console: Console, code: str) -> str:
    if not sys.stdin.isatty():
        raise Failure("no-passphrase")
    return getpass(console.text(code) + " ")
