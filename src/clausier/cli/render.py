"""``clausier render``: the whole policy in one of its languages, as one page or file."""

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

TEXTS = {"html": render_html, "md": render_markdown}
FILES = ("pdf", "docx")  # which are not text, and go to a file
# The statements that the program carries out; the others are told as what people do.
RUNS = frozenset({"protect", "quiet"})
STANDARD_OUTPUT = "-"


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    say = parser.say
    parser.add_argument("folder", metavar=say("folder"), help=say("policy-folder"))
    formats = say("render-to", names=listed((*TEXTS, *FILES)))
    parser.add_argument("--to", required=True, choices=(*TEXTS, *FILES), metavar=say("format"), help=formats)
    parser.add_argument("--lang", metavar=say("lang"), help=say("render-lang"))
    parser.add_argument("-o", dest="output", default=STANDARD_OUTPUT, metavar=say("file"), help=say("render-output"))


def run(options: argparse.Namespace, console: Console) -> int:
    """Write the page where it was asked for."""
    if options.to in FILES and options.output == STANDARD_OUTPUT:
        raise Failure("format-needs-file", format=options.to)
    found, policy = policies.read_whole(options.folder)
    with policies.used(options.folder, found):
        language = options.lang or policy.languages[0]
        if language not in policy.languages:
            raise Failure("not-a-language-of-it", language=language, languages=listed(policy.languages))
        page = _page(options.to, found, policy, language)
    if options.output == STANDARD_OUTPUT:
        console.out.write(str(page))
    else:
        write_whole(Path(options.output), page)
    return FINE


def _page(name: str, found: Folder, policy: Policy, language: str) -> str | bytes:
    """Return the policy in a format. What sets a PDF or a Word file is loaded for those who ask for one."""
    if name == "pdf":
        from clausier.document.rendering.pdf import PdfRefusedError, render_pdf

        try:
            return render_pdf(policy, found.facts, language, edition(found, policy))
        except PdfRefusedError as error:
            raise Failure("pdf-refused", reason=str(error)) from None
    if name == "docx":
        from clausier.document.rendering.docx import render_docx

        return render_docx(policy, found.facts, language, edition(found, policy))
    return TEXTS[name](policy, found.facts, language, edition(found, policy))


def edition(found: Folder, policy: Policy, others: Mapping[str, str] | None = None) -> Edition:
    """Return what a page tells besides the policy: its version, its digest, the laws it serves, its translations."""
    return Edition(
        version=policy.version or "",
        digest=found.digest[:12],
        runs=RUNS,
        obligations=load_packs(policy.regulation_packs),
        others=others or {},
    )
