"""``clausier createadmin``: for the day when nobody can administer any more."""

import argparse

from clausier.cli.arguments import Parser
from clausier.cli.console import Console
from clausier.cli.failure import FINE, Failure
from clausier.cli.site import open_database


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    say = parser.say
    parser.add_argument("name", metavar=say("admin-name"), help=say("admin-name-help"))
    parser.add_argument("email", metavar=say("admin-email"), help=say("admin-email-help"))


def run(options: argparse.Namespace, console: Console) -> int:
    """Name the person, and show the link that signs them in once."""
    open_database(console)
    from django.conf import settings
    from django.core.exceptions import ValidationError
    from django.utils.translation import override

    from clausier.identity.actions import create_administrator
    from clausier.lib.refusals import RefusedError

    try:
        with override(console.language):
            _, token = create_administrator(name=options.name, email=options.email, language=console.language)
    except RefusedError as error:
        raise Failure("refused", message=str(error.refusal.sentence)) from None
    except ValidationError as error:
        raise Failure("refused", message=" ".join(error.messages)) from None
    url = f"{settings.PUBLIC_URL}/{console.language}/l/{token}"
    console.say("admin-made", name=options.name, url=url)
    return FINE
