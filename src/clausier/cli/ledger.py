"""``clausier ledger verify``: tells whether the ledger holds, here or in a file that somebody exported."""

import argparse
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import Any

from clausier.audit import proofs
from clausier.audit.chain import fingerprint
from clausier.audit.checkpoints import Kept, UnreadableCheckpointError, read
from clausier.audit.files import FileSource, NotALedgerError
from clausier.audit.verification import Report, Source, verify
from clausier.cli.arguments import Parser
from clausier.cli.console import Console
from clausier.cli.failure import FINE, FOUND, Failure
from clausier.cli.site import site
from clausier.document.model.statements import COMMITMENTS

VERIFY = "verify"


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    say = parser.say
    acts = say("ledger-act", names=VERIFY)
    parser.add_argument("act", choices=(VERIFY,), metavar=say("act"), help=acts)
    parser.add_argument("file", nargs="?", metavar=say("file"), help=say("ledger-file"))
    checkpoint = say("ledger-checkpoint")
    parser.add_argument("--checkpoint", action="append", default=[], metavar=say("file"), help=checkpoint)
    parser.add_argument("--key", default="", metavar=say("key"), help=say("ledger-key"))
    parser.add_argument("--json", action="store_true", help=say("json"))


def run(options: argparse.Namespace, console: Console) -> int:
    """Verify, tell, and fail on any break."""
    proof = proofs.read(Path(options.file)) if options.file else None
    if proof is not None:
        return _tell_proof(proof, options, console)
    kept = [_checkpoint(name) for name in options.checkpoint]
    with ExitStack() as stack:
        source = _file(options.file) if options.file else _database(stack, console)
        key = options.key.replace(" ", "").lower() or next((each.public_key for each in kept), "")
        report = verify(source, [each.signed for each in kept], key)
    if options.json:
        console.json(as_data(report, source))
    else:
        tell(report, source, console, is_file=bool(options.file), has_key=bool(key), kept=kept)
    return FOUND if report.breaks else FINE


def _tell_proof(proof: dict[str, Any], options: argparse.Namespace, console: Console) -> int:
    """Tell whether the proof of one act holds, and what it says."""
    found = proofs.verify(proof, options.key.replace(" ", "").lower())
    label = proofs.PROBLEMS[found.problem] if found.problem else None
    if options.json:
        said = {"holds": label is None, "problem": found.problem, "at": found.at, "actor": found.actor}
        console.json({**said, "said": found.said, "public_key": found.public_key})
    elif label:
        console.say("proof-broken", "bold", "red")
        console.write(label.in_language(console.language))
    else:
        said = {name: str(found.said.get(name, "")) for name in ("person", "version", "language")}
        at = datetime.fromisoformat(found.at).strftime("%Y-%m-%d %H:%M:%S UTC")
        console.say("proof-holds", "bold", "green", word=_word(found, console), at=at, **said)
        if found.said.get("declined"):
            console.say("proof-declined")
        if found.said.get("by_hand_of"):
            console.say("proof-by-hand", hand=str(found.said["by_hand_of"]), day=str(found.said.get("day", "")))
        console.say("ledger-public-key", "faint", key=fingerprint(found.public_key))
        if not options.key:
            console.say("ledger-own-key")
    return FOUND if label else FINE


def _word(found: proofs.Found, console: Console) -> str:
    """Return the sentence of the word that was given, or its code where a later version knows it no more."""
    word = str(found.said.get("word", ""))
    return COMMITMENTS[word].in_language(console.language) if word in COMMITMENTS else word


def _checkpoint(name: str) -> Kept:
    try:
        return read(Path(name).read_text(encoding="utf-8", errors="replace"))
    except UnreadableCheckpointError as error:
        raise Failure("not-a-checkpoint", path=name) from error


def _file(name: str) -> Source:
    try:
        return FileSource(Path(name))
    except NotALedgerError as error:
        raise Failure("not-a-ledger", path=name) from error


def _database(stack: ExitStack, console: Console) -> Source:
    stack.enter_context(site(console))
    from clausier.audit.sources import HomeSource, snapshot

    stack.enter_context(snapshot())
    source = HomeSource()
    source.head()  # a database that does not answer is no broken ledger
    return source


def tell(  # noqa: PLR0913  # what was asked, and what was found
    report: Report, source: Source, console: Console, *, is_file: bool, has_key: bool, kept: Sequence[Kept]
) -> None:
    """Tell what was found, and what cannot be found this way."""
    first = report.first
    entries = console.count("entries", report.entries)
    if first is None:
        console.say("ledger-holds", "bold", "green", entries=entries, erased=report.erased, points=report.checkpoints)
    else:
        console.say("ledger-broken", "bold", "red")
        console.write(first.label.in_language(console.language))
        if len(report.breaks) > 1:
            console.say("ledger-others", n=len(report.breaks) - 1)
    if not report.has_details:
        console.say("ledger-no-details")
    console.say("ledger-last", "faint", seq=report.last.seq, hash=report.last.hash)
    console.say("ledger-public-key", "faint", key=fingerprint(source.public_key))
    if is_file and not has_key:
        console.say("ledger-own-key")
    if not kept:
        console.say("ledger-limits")


def as_data(report: Report, source: Source) -> dict[str, object]:
    """Return what was found as data."""
    return {
        "holds": not report.breaks,
        "entries": report.entries,
        "erased": report.erased,
        "checkpoints": report.checkpoints,
        "details": report.has_details,
        "last": {"seq": report.last.seq, "hash": report.last.hash},
        "public_key": source.public_key,
        "breaks": [{"kind": each.kind, "seq": each.seq} for each in sorted(report.breaks, key=lambda each: each.seq)],
    }
