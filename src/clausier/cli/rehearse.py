"""``clausier rehearse``: what a policy would have said of past messages, beside what another one says of them."""

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from clausier.cli import policies
from clausier.cli.arguments import Parser, told
from clausier.cli.console import Console, safe
from clausier.cli.failure import FINE, FOUND
from clausier.cli.judging import received
from clausier.cli.lines import BadLineError, read_line
from clausier.cli.rows import rows_of
from clausier.config import env
from clausier.document.aloud import words
from clausier.document.model import Policy
from clausier.document.vocabulary import DIRECTIONS
from clausier.engine.context import Context, ContextError
from clausier.engine.engine import Engine, compile_policy
from clausier.engine.heads import installed
from clausier.engine.rehearsal import Change, Rehearsal, rehearse

QUOTED = 90  # characters of a message that are shown


class Told(NamedTuple):
    """What is told of a message that is shown: its line in the file, its id and its words."""

    line: int
    id: Any
    text: str


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    say = parser.say
    parser.add_argument("file", metavar=say("messages"), help=say("rehearse-file"))
    parser.add_argument("--policy", required=True, metavar=say("folder"), help=say("rehearse-policy"))
    parser.add_argument("--against", metavar=say("folder"), help=say("rehearse-against"))
    names = told(DIRECTIONS, parser.language)
    direction = say("rehearse-direction", names=names)
    parser.add_argument("--direction", choices=DIRECTIONS, metavar=say("direction"), help=direction)
    parser.add_argument("--no-heads", action="store_true", help=say("check-no-heads"))
    parser.add_argument("--json", action="store_true", help=say("json"))


def run(options: argparse.Namespace, console: Console) -> int:
    """Replay the messages of a file; that something differs is no failure, a line that cannot be read is one."""
    engines = [_engine(folder, options) for folder in (options.policy, options.against) if folder]
    messages = _Messages(options, console)
    outcome = rehearse(engines[0], messages, engines[1] if options.against else None)
    shown = messages.shown(outcome)
    if options.json:
        console.json(_as_data(outcome, shown, messages.wrong))
    else:
        _tell(console, engines[0].policy, outcome, shown)
    return FOUND if messages.wrong else FINE


def _engine(folder: str, options: argparse.Namespace) -> Engine:
    found, policy = policies.read_whole(folder)
    with policies.used(folder, found):
        heads = None if options.no_heads else installed(env.home())
        return compile_policy(policy, found.facts, found.protected, heads=heads)


class _Messages:
    """The messages of a file, read one by one; those that cannot be read are told and counted.

    What may be shown of them is read again afterwards: a file is never held whole.
    """

    def __init__(self, options: argparse.Namespace, console: Console) -> None:
        self._path, self._console = Path(options.file), console
        self._direction = options.direction
        self.wrong = 0

    def __iter__(self) -> Iterator[Context]:
        self.wrong = 0
        for line, context, error in self._contexts():
            if error:
                self.wrong += 1
                self._console.complain(self._console.text("line-problem", line=str(line), message=error))
            elif context:
                yield context[1]

    def shown(self, outcome: Rehearsal) -> dict[int, Told]:
        """Return what is told of the messages whose places a rehearsal kept."""
        wanted = {each.place for tally in outcome.clauses.values() for each in tally.examples}
        kept: dict[int, Told] = {}
        good = ((line, context) for line, context, _ in self._contexts() if context)
        for place, (line, (identifier, context)) in enumerate(good):
            if place in wanted:
                kept[place] = Told(line, identifier, context.text)
                if len(kept) == len(wanted):
                    break
        return kept

    def _contexts(self) -> Iterator[tuple[int, tuple[Any, Context] | None, str]]:
        """Yield the line of each message, with its id and what it gives, or with the sentence that refuses it."""
        for line, row in rows_of(self._path, self._console):
            try:
                data = row if isinstance(row, Mapping) else read_line(row, self._console)
                given = {**data, "direction": data.get("direction") or self._direction}
                yield line, (data.get("id"), received(given)), ""
            except BadLineError as error:
                yield line, None, str(error)
            except ContextError as error:
                yield line, None, error.message(self._console.language)


def _as_data(outcome: Rehearsal, shown: Mapping[int, Told], wrong: int) -> dict[str, Any]:
    return {
        "messages": outcome.messages,
        "wrong": wrong,
        "actions": {"before": dict(outcome.before), "after": dict(outcome.after)},
        "stricter": outcome.stricter,
        "milder": outcome.milder,
        "clauses": [
            {
                "clause": clause,
                "before": tally.before,
                "after": tally.after,
                "changed": tally.changed,
                "examples": [
                    {
                        "line": shown[each.place].line,
                        "id": shown[each.place].id,
                        "before": each.before,
                        "after": each.after,
                    }
                    for each in tally.examples
                ],
            }
            for clause, tally in outcome.ordered()
        ],
    }


def _tell(console: Console, policy: Policy, outcome: Rehearsal, shown: Mapping[int, Told]) -> None:
    """Tell how many messages were replayed, then each clause with some of those that it judges otherwise."""
    compared = bool(outcome.before)
    counts = {"messages": str(outcome.messages), "stricter": str(outcome.stricter), "milder": str(outcome.milder)}
    console.say("rehearse-compared" if compared else "rehearse-alone", **counts)
    titles = {
        clause.id: f"{policy.numbers()[clause.id]} {clause.title.best(console.language)}" for clause in policy.clauses()
    }
    for clause, tally in outcome.ordered():
        if compared and not tally.changed:
            continue
        console.write()
        console.write(f"{console.style(titles.get(clause, clause), 'bold')} {console.style(f'({clause})', 'faint')}")
        numbers = {"before": str(tally.before), "after": str(tally.after), "changed": str(tally.changed)}
        console.write("  " + console.text("rehearse-clause" if compared else "rehearse-clause-alone", **numbers))
        for each in tally.examples:
            _tell_message(console, shown[each.place], each, compared=compared)


def _tell_message(console: Console, message: Told, change: Change, *, compared: bool) -> None:
    before, after = (
        words.DOING[action].in_language(console.language) if action else console.text("rehearse-nothing")
        for action in (change.before, change.after)
    )
    text = safe(" ".join(message.text.split()))
    shown = text if len(text) <= QUOTED else text[: QUOTED - 1] + "…"
    console.write(f"  {console.style(console.text('rehearse-line', line=message.line), 'faint')} {shown}")
    console.write(f"    {before} → {after}" if compared else f"    → {after}")
