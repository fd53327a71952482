"""``clausier audit``: what an existing policy covers, what it lacks, and what is too broad in it."""

import argparse
import re
import shlex
from collections import Counter
from collections.abc import Mapping
from itertools import groupby
from pathlib import Path

from clausier.auditing.elements import ABSENT, COVERED, PARTIAL
from clausier.auditing.judging import Element
from clausier.auditing.names import ASKED, GROUNDS, LACKING, OTHERS
from clausier.auditing.report import Audit, as_data, audited, citations
from clausier.cli.arguments import Parser, listed
from clausier.cli.console import Console, safe
from clausier.cli.excerpt import cut
from clausier.cli.failure import FINE, Failure
from clausier.cli.files import write_whole
from clausier.document.chapters import CHAPTERS
from clausier.document.vocabulary import Label

LOOKS = {COVERED: ("✓", "green"), PARTIAL: ("~", "yellow"), ABSENT: ("–", "red")}
MARGIN = "      "
LONGEST = 200  # characters of a quote that are shown
# What a reader of a page sees of Markdown: the words of a link, and neither emphasis nor the mark of a citation.
_MARKUP = re.compile(r"!?\[([^\]\n]{0,300})\]\([^)\n]{0,300}\)|\*{1,3}|(?<!\w)_|_(?!\w)|^> ?|`")


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    say = parser.say
    parser.add_argument("files", nargs="+", metavar=say("file"), help=say("audit-file"))
    parser.add_argument("--as-one", action="store_true", help=say("audit-as-one"))
    parser.add_argument("--json", action="store_true", help=say("json"))
    parser.add_argument("--text", metavar=say("out"), help=say("audit-text"))


def run(options: argparse.Namespace, console: Console) -> int:
    """Audit each file, or all of them as one; what a policy lacks is no failure."""
    if options.text and len(options.files) > 1 and not options.as_one:
        raise Failure("audit-one-text")
    groups = [options.files] if options.as_one else [[file] for file in options.files]
    audits = [_audit(files) for files in groups]
    if options.text:
        write_whole(Path(options.text), audits[0].text)
    if options.json:
        console.json([as_data(each) for each in audits])
    else:
        for each in audits:
            _tell(console, each)
    return FINE


def _audit(files: list[str]) -> Audit:
    from clausier.auditing.extraction import UnreadableError
    from clausier.auditing.learned import installed

    file = files[0]
    try:
        texts = []
        for file in files:
            texts.append((file, _text(file)))
        return audited(texts, installed())
    except UnreadableError as error:
        raise Failure(error.reason, path=file, **error.values) from None


def _text(file: str) -> str:
    from clausier.auditing.extraction import MAX_BYTES, extract

    with Path(file).open("rb") as stream:
        return extract(stream.read(MAX_BYTES + 1), file).text


def _tell(console: Console, audit: Audit) -> None:
    language = console.text(f"audit-language-{audit.language}")
    console.write(console.style(f"{safe(audit.file)}, {language}", "bold"))
    elements = audit.judgement.elements
    counts = Counter(each.status for each in elements.values())
    if counts[ABSENT] == len(elements) and not (audit.broad or audit.judgement.grounds or audit.judgement.others):
        console.say("audit-nothing", "yellow")
        console.write()
        return
    console.say("audit-counts", covered=counts[COVERED], partial=counts[PARTIAL], absent=counts[ABSENT])
    console.write()
    for chapter in CHAPTERS:
        title = chapter.fr if console.language == "fr" else chapter.en
        _tell_element(console, audit, f"{chapter.number:2} {title}", elements[chapter.slug])
    _tell_asked(console, audit, ABSENT, "audit-missing", ASKED)
    _tell_asked(console, audit, PARTIAL, "audit-unfinished", LACKING)
    _tell_broad(console, audit)
    _tell_rest(console, audit)
    console.write()
    console.say("audit-caution", "faint")
    console.write()
    console.say("audit-next")
    files = shlex.join(safe(part.file) for part in audit.parts)
    path = files if len(audit.parts) == 1 else f"--as-one {files}"
    for code in ("audit-next-json", "audit-next-init"):
        console.write(f"  {console.text(code, path=path)}")
    console.write()


def _tell_element(console: Console, audit: Audit, title: str, element: Element) -> None:
    sign, colour = LOOKS[element.status]
    status = console.text(f"audit-{element.status}")
    if element.to_public and element.status != ABSENT:
        status += f", {console.text('audit-to-public')}"
    console.write(
        f"{console.style(sign, colour)} {console.style(title, 'bold')} : {status}"
        if console.language == "fr"
        else f"{console.style(sign, colour)} {console.style(title, 'bold')}: {status}"
    )
    for start, end in element.quotes[:1]:
        _quote(console, audit.text[start:end])


def _quote(console: Console, text: str) -> None:
    said = " ".join(_MARKUP.sub(r"\1", text).split()).rstrip(" ;")
    said = said if len(said) <= LONGEST else f"{said[:LONGEST].rsplit(' ', 1)[0]}…"
    _paragraph(console, console.text("audit-quote", text=said), "faint")


def _paragraph(console: Console, text: str, *styles: str) -> None:
    for start, end in cut(text, console.width - len(MARGIN)):
        console.write(MARGIN + console.style(safe(text[start:end]), *styles))


def _tell_asked(console: Console, audit: Audit, status: str, title: str, words: Mapping[str, Label]) -> None:
    """Tell what is to be said of the elements that have a status."""
    asked = [chapter for chapter in CHAPTERS if audit.judgement.elements[chapter.slug].status == status]
    if asked:
        console.write()
        console.say(title, "bold")
        for chapter in asked:
            console.write(f"  {chapter.number:2} {words[chapter.slug].in_language(console.language)}")


def _tell_broad(console: Console, audit: Audit) -> None:
    from clausier.auditing.broad import KINDS

    if not audit.broad:
        return
    console.write()
    console.say("audit-broad", "bold")
    for number, ((start, end), ways) in enumerate(groupby(audit.broad, lambda each: (each.start, each.end))):
        if number:
            console.write()
        _quote(console, audit.text[start:end])
        laws: dict[str, None] = {}
        for found in ways:
            kind = KINDS[found.kind]
            _paragraph(console, kind.reason.in_language(console.language))
            instead = console.text("audit-instead", text=kind.narrower.in_language(console.language))
            _paragraph(console, instead, "green")
            laws |= dict.fromkeys(label.in_language(console.language) for label in citations(found))
        _paragraph(console, console.text("audit-law", citations="; ".join(laws)), "faint")


def _tell_rest(console: Console, audit: Audit) -> None:
    grounds = dict.fromkeys(ground.kind for ground in audit.judgement.grounds)
    told = (("audit-grounds", GROUNDS, grounds), ("audit-others", OTHERS, audit.judgement.others))
    if any(names for _, _, names in told):
        console.write()
    for code, words, names in told:
        if names:
            console.say(code, names=listed(words[name].in_language(console.language) for name in names))
