"""``clausier migrate``: bring the tables of the database up to date."""

import argparse

from clausier.cli.arguments import Parser
from clausier.cli.console import Console
from clausier.cli.failure import FINE
from clausier.cli.site import migrate, site


def configure(parser: Parser) -> None:
    """Take no arguments: which database is said by the environment."""


def run(options: argparse.Namespace, console: Console) -> int:  # noqa: ARG001  # the signature of a command
    """Bring the tables up to date, and say how many steps it took."""
    with site(console):
        console.write(console.count("migrated", migrate(console)))
    return FINE
