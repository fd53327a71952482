"""``clausier diff``: what changes from one policy to another, and whether it is major or minor."""

import argparse
import re

from clausier.cli import policies
from clausier.cli.arguments import Parser
from clausier.cli.console import Console, safe
from clausier.cli.failure import FINE
from clausier.document.comparison import Comparison, as_data, as_text, compare

# How the comparison marks what went and what came: words within a text, then whole lines.
LOOKS = (
    (re.compile(r"^\S.*$", re.MULTILINE), "bold"),
    (re.compile(r"\[-(.*?)-\]"), "red"),
    (re.compile(r"{\+(.*?)\+}"), "green"),
    (re.compile(r"^( +- .*)$", re.MULTILINE), "red"),
    (re.compile(r"^( +\+ .*)$", re.MULTILINE), "green"),
)


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    say = parser.say
    parser.add_argument("old", metavar=say("old"), help=say("diff-old"))
    parser.add_argument("new", metavar=say("new"), help=say("diff-new"))
    parser.add_argument("--json", action="store_true", help=say("json"))


def run(options: argparse.Namespace, console: Console) -> int:
    """Compare two policies; that they differ is no failure."""
    _, old = policies.read_whole(options.old)
    _, new = policies.read_whole(options.new)
    comparison = compare(old, new)
    if options.json:
        console.json(as_data(comparison))
    else:
        console.write(told(console, comparison))
    return FINE


def told(console: Console, comparison: Comparison) -> str:
    """Return a comparison as lines, what went in red and what came in green."""
    level, _, rest = safe(as_text(comparison, console.language)).rstrip("\n").partition("\n")
    for pattern, colour in LOOKS:
        rest = pattern.sub(lambda match, colour=colour: console.style(match[0], colour), rest)  # type: ignore[misc]
    return f"{console.style(level, 'bold')}\n{rest}".rstrip("\n")
