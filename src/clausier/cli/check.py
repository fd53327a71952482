"""``clausier check``: the answer to “May I post this?”."""

import argparse
import sys
from collections.abc import Collection
from pathlib import Path
from typing import Any

from clausier.cli import policies
from clausier.cli.arguments import Parser, listed, told
from clausier.cli.console import Console
from clausier.cli.failure import Failure
from clausier.cli.judging import STANDARD_INPUT, received, status_of
from clausier.config import env
from clausier.document.networks import NETWORKS
from clausier.document.problems import nearest
from clausier.document.vocabulary import (
    ACCOUNT_KINDS,
    DIRECTIONS,
    INTEREST_KINDS,
    MEDIA_KINDS,
    RELATIONS,
    SPOKESPERSON,
    Label,
)
from clausier.engine.context import ContextError
from clausier.engine.engine import Engine, compile_policy
from clausier.engine.heads import installed
from clausier.engine.verdict import Verdict

MAX_BYTES = 8_000_000


NO_MEDIA = "none"  # said of a text that goes alone; unsaid, it is unknown


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    say, language = parser.say, parser.language
    parser.add_argument("file", nargs="?", metavar=say("file"), help=say("check-file"))
    parser.add_argument("--policy", metavar=say("folder"), help=say("check-policy"))
    message = parser.group("group-message").add_argument
    message("--text", metavar=say("text"), help=say("check-text"))
    names = told(DIRECTIONS, language)
    message("--direction", choices=DIRECTIONS, metavar=say("direction"), help=say("check-direction", names=names))
    message("--lang", choices=("fr", "en"), metavar=say("lang"), help=say("check-lang"))
    message("--reply", action="store_true", default=None, help=say("check-reply"))
    kinds = (*MEDIA_KINDS, NO_MEDIA)
    says = say("check-media", names=listed(MEDIA_KINDS), none=NO_MEDIA)
    message("--media", choices=kinds, action="append", metavar=say("media"), help=says)
    author = parser.group("group-author").add_argument
    relations = (*RELATIONS, SPOKESPERSON)
    names = f"{told(RELATIONS, language)}, {SPOKESPERSON}"
    author("--as", dest="relation", choices=relations, metavar=say("relation"), help=say("check-as", names=names))
    author("--audience", action="append", metavar=say("audience"), help=say("check-audience"))
    author("--handle", metavar=say("handle"), help=say("check-handle"))
    author("--name", metavar=say("name"), help=say("check-name"))
    names = listed(INTEREST_KINDS)
    author("--interest", action="append", metavar=say("interest"), help=say("check-interest", names=names))
    place = parser.group("group-context").add_argument
    names = told(ACCOUNT_KINDS, language)
    place("--account", choices=ACCOUNT_KINDS, metavar=say("account"), help=say("check-account", names=names))
    place("--channel", metavar=say("channel"), help=say("check-channel", names=listed(NETWORKS)))
    place("--at", metavar=say("moment"), help=say("check-at"))
    parser.add_argument("--no-heads", action="store_true", help=say("check-no-heads"))
    answer = parser.group("group-answer").add_argument
    answer("--json", action="store_true", help=say("json"))
    answer("--jsonl", action="store_true", help=say("check-jsonl"))
    answer("--sarif", action="store_true", help=say("sarif"))


def run(options: argparse.Namespace, console: Console) -> int:
    """Judge a message, or the messages of a file that holds one a line."""
    _refuse_confusion(options)
    defaults = context_data(options)
    where = options.policy or _current_folder()
    found, policy = policies.read_whole(where)
    _refuse_unknown("--channel", [options.channel] if options.channel else [], NETWORKS)
    _refuse_unknown("--audience", options.audience or [], policy.audiences)
    with policies.used(where, found):
        heads = None if options.no_heads else installed(env.home())
        engine = compile_policy(policy, found.facts, found.protected, heads=heads)
        return _run(engine, options, defaults, console)


def _run(engine: Engine, options: argparse.Namespace, defaults: dict[str, Any], console: Console) -> int:
    if options.jsonl:
        from clausier.cli.lines import judge_lines

        return judge_lines(engine, options.file, defaults, console)
    data = {**defaults, "text": _text(options)}
    verdict = _judged(engine, data)
    if options.json:
        console.json(verdict.as_data())
    elif options.sarif:
        from clausier.cli.sarif import of_verdict

        console.json(of_verdict(engine.policy, data["text"], verdict, options.file or "-", console.language))
    else:
        from clausier.cli.verdicts import tell

        tell(console, engine.policy, data["text"], verdict)
    return status_of(verdict)


def _judged(engine: Engine, data: dict[str, Any]) -> Verdict:
    try:
        return engine.check(received(data))
    except ContextError as error:
        raise Failure("cannot-check", message=Label(error.message("fr"), error.message("en"))) from None


def _refuse_confusion(options: argparse.Namespace) -> None:
    if options.sarif and (options.json or options.jsonl):
        raise Failure("json-and-sarif")
    if options.text is None:
        if options.file is None and sys.stdin.isatty():
            raise Failure("no-text")
    elif options.jsonl:
        raise Failure("text-and-jsonl")
    elif options.file is not None:
        raise Failure("text-and-file")


def _refuse_unknown(option: str, given: Collection[str], known: Collection[str]) -> None:
    """Refuse a name that no rule could meet: the answer would be that nothing stands against the message."""
    for value in given:
        if value not in known:
            meant = nearest(value, known)
            raise Failure("unknown-value", option=option, value=value, meant=meant or listed(tuple(known)))


def _current_folder() -> str:
    if not Path("policy.yaml").is_file():
        raise Failure("no-policy")
    return "."


def context_data(options: argparse.Namespace) -> dict[str, Any]:
    """Return what the options tell of the message; what they do not tell is None."""
    return {
        "direction": options.direction,
        "channel": options.channel,
        "lang": options.lang,
        "at": options.at,
        "reply": options.reply,
        "media": options.media and [{"kind": kind} for kind in options.media if kind != NO_MEDIA],
        "account": options.account and {"kind": options.account, "handle": options.handle},
        "author": {
            "relation": options.relation,
            "audiences": options.audience,
            "handle": options.handle,
            "name": options.name,
            "interests": [_interest(value) for value in options.interest or ()],
        },
    }


def _interest(value: str) -> dict[str, Any]:
    kind, _, rest = value.partition(":")
    name, _, topics = rest.partition(":")
    if kind not in INTEREST_KINDS or not name.strip():
        raise Failure("bad-interest", value=value, kinds=listed(INTEREST_KINDS))
    return {"kind": kind, "name": name.strip(), "topics": [each.strip() for each in topics.split(";") if each.strip()]}


def _text(options: argparse.Namespace) -> str:
    """Return the text to judge: a line of the terminal, a file, or standard input, to the last character."""
    if options.text is not None:
        text: str = options.text
        return text
    path = options.file or STANDARD_INPUT
    if path == STANDARD_INPUT:
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
    else:
        with Path(path).open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise Failure("too-large", path=path, limit=str(MAX_BYTES // 1_000_000))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Failure("not-utf-8", path=path, byte=f"0x{error.object[error.start]:02x}") from None
