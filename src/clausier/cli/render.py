"""``clausier render``: the whole policy in one of its languages, as one page."""

import argparse
from collections.abc import Mapping
from pathlib import Path

from clausier.cli import policies
from clausier.cli.arguments import Parser, listed
from clausier.cli.console import Console
from clausier.cli.failure import FINE, Failure
from clausier.cli.files import write_whole
from clausier.document.model import Policy
from clausier.document.packs import load_packs
from clausier.document.reading import Folder
from clausier.document.rendering import Edition, render_html, render_markdown

FORMATS = {"html": render_html, "md": render_markdown}
LATER = ("pdf", "docx")
# The statements that the program carries out; the others are told as what people do.
RUNS = frozenset({"protect", "quiet"})
STANDARD_OUTPUT = "-"


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    say = parser.say
    parser.add_argument("folder", metavar=say("folder"), help=say("policy-folder"))
    formats = say("render-to", names=listed(FORMATS))
    parser.add_argument("--to", required=True, choices=(*FORMATS, *LATER), metavar=say("format"), help=formats)
    parser.add_argument("--lang", metavar=say("lang"), help=say("render-lang"))
    parser.add_argument("-o", dest="output", default=STANDARD_OUTPUT, metavar=say("file"), help=say("render-output"))


def run(options: argparse.Namespace, console: Console) -> int:
    """Write the page where it was asked for."""
    if options.to in LATER:
        raise Failure("format-not-yet", format=options.to)
    found, policy = policies.read_whole(options.folder)
    with policies.used(options.folder, found):
        language = options.lang or policy.languages[0]
        if language not in policy.languages:
            raise Failure("not-a-language-of-it", language=language, languages=listed(policy.languages))
        page = FORMATS[options.to](policy, found.facts, language, edition(found, policy))
    if options.output == STANDARD_OUTPUT:
        console.out.write(page)
    else:
        write_whole(Path(options.output), page)
    return FINE


def edition(found: Folder, policy: Policy, others: Mapping[str, str] | None = None) -> Edition:
    """Return what a page tells besides the policy: its version, its digest, the laws it serves, its translations."""
    return Edition(
        version=policy.version or "",
        digest=found.digest[:12],
        runs=RUNS,
        obligations=load_packs(policy.regulation_packs),
        others=others or {},
    )
