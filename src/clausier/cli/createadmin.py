"""``clausier createadmin``: for the day when nobody can administer any more."""

import argparse

from clausier.cli.arguments import Parser
from clausier.cli.console import Console
from clausier.cli.failure import FINE
from clausier.cli.site import migrate, site


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    say = parser.say
    parser.add_argument("name", metavar=say("admin-name"), help=say("admin-name-help"))
    parser.add_argument("email", metavar=say("admin-email"), help=say("admin-email-help"))


def run(options: argparse.Namespace, console: Console) -> int:
    """Name the person, and show the link that signs them in once."""
    with site(console):
        migrate(console)
        from django.conf import settings

        from clausier.identity.actions import create_administrator

        _, token = create_administrator(name=options.name, email=options.email, language=console.language)
    url = f"{settings.PUBLIC_URL}/{console.language}/l/{token}"
    console.say("admin-made", name=options.name, url=url)
    return FINE
