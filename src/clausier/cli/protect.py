"""``clausier protect``: one-way fingerprints of documents, and of a directory, in a protected list of a policy."""

import argparse
import re
from dataclasses import replace
from pathlib import Path

from clausier.cli.arguments import Parser, listed
from clausier.cli.console import Console
from clausier.cli.failure import FINE, Failure
from clausier.cli.files import write_whole
from clausier.cli.policies import read_whole
from clausier.document.model import Fingerprints, Policy, ProtectedList
from clausier.document.reading.source import MAX_BYTES
from clausier.document.writing.folder import list_text

NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MAX_NAME = 80


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    say = parser.say
    parser.add_argument("folder", metavar=say("folder"), help=say("protect-folder"))
    parser.add_argument("name", metavar=say("name"), help=say("protect-list"))
    parser.add_argument("files", nargs="*", metavar=say("file"), help=say("protect-file"))
    parser.add_argument("--public", action="append", default=[], metavar=say("file"), help=say("protect-public"))
    parser.add_argument("--people", metavar=say("file"), help=say("protect-people"))


def run(options: argparse.Namespace, console: Console) -> int:
    """Write the list, or refuse before anything is written."""
    if not options.files and not options.people:
        raise Failure("protect-nothing")
    if not NAME.fullmatch(options.name) or len(options.name) > MAX_NAME:
        raise Failure("protect-not-a-name", name=options.name)
    if Path(options.folder).is_file():
        raise Failure("protect-not-a-folder", path=options.folder)
    folder, policy = read_whole(options.folder)
    path = Path(options.folder) / "protected" / f"{options.name}.yaml"
    old = next((each for each in folder.protected if each.name == options.name), ProtectedList())
    if old.entries:
        raise Failure("protect-in-the-way", path=str(path))
    kept = _made(options, replace(old, name=options.name), policy)
    comment = "".join(f"# {console.text(code)}\n" for code in ("protect-comment", "protect-comment-keep"))
    text = comment + list_text(kept)
    if len(text) > MAX_BYTES:
        raise Failure("protect-too-long")
    path.parent.mkdir(exist_ok=True)
    write_whole(path, text)
    sizes = {"runs": _size(kept.passages), "names": _size(kept.people)}
    told = listed(console.count(each, size) for each, size in sizes.items() if size)
    console.say("protected", "bold", "green", path=path, kept=told)
    if kept.passages:
        console.say("protect-next", name=options.name)
    if kept.people:
        console.say("protect-next-people")
    return FINE


def _made(options: argparse.Namespace, old: ProtectedList, policy: Policy) -> ProtectedList:
    """Return the list with its fingerprints; what the policy itself says is public, and free."""
    from clausier.engine.fingerprints import names_made, passages_made

    made = old
    if options.files:
        said = [text for clause in policy.clauses() for text in clause.text.values()]
        made = replace(made, passages=passages_made(map(_text, options.files), [*map(_text, options.public), *said]))
    if options.people:
        made = replace(made, people=names_made(_text(options.people).splitlines()))
    if not _size(made.passages) and not _size(made.people):
        raise Failure("protect-empty")
    return made


def _text(file: str) -> str:
    from clausier.auditing.extraction import MAX_BYTES as MOST
    from clausier.auditing.extraction import UnreadableError, extract

    try:
        with Path(file).open("rb") as stream:
            return extract(stream.read(MOST + 1), file).text
    except UnreadableError as error:
        raise Failure(error.reason, path=file, **error.values) from None


def _size(kept: Fingerprints | None) -> int:
    return kept.size if kept else 0
