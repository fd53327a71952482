"""``clausier train``: what the organisation decides teaches the learned heads."""

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from clausier.cli.arguments import Parser, listed
from clausier.cli.console import Console
from clausier.cli.failure import FINE, FOUND, Failure
from clausier.cli.judging import received
from clausier.cli.site import migrate, site
from clausier.document.globs import expand
from clausier.document.vocabulary import INCOMING, INTENTS, SIGNALS
from clausier.engine.heads.training import EPOCHS

if TYPE_CHECKING:
    from clausier.engine.heads.learned import LearnedHeads
    from clausier.engine.heads.model import Head
    from clausier.engine.heads.training import Judged

HEADS = ("abuse", "spam", "claims", "ties", "facts", "intent")
LEAST = 30  # messages of each sort without which nothing is learnt


class Line(NamedTuple):
    """A judged message: its context as data, what it shows, and the kinds that are known of it."""

    data: dict[str, object]
    labels: frozenset[str]
    only: frozenset[str] | None


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    say = parser.say
    names = listed(HEADS)
    parser.add_argument("head", choices=HEADS, metavar=say("head"), help=say("train-head", names=names))
    parser.add_argument("--data", action="append", metavar=say("file"), help=say("train-data"))
    help_of_epochs = say("train-epochs", n=str(EPOCHS))
    parser.add_argument("--epochs", type=int, default=EPOCHS, metavar=say("epochs"), help=help_of_epochs)


def run(options: argparse.Namespace, console: Console) -> int:
    """Train a head, tell what it is worth, and keep it unless it is worse."""
    with site(console):
        migrate(console)
        from django.conf import settings

        from clausier.engine.heads.learned import LearnedHeads
        from clausier.engine.heads.learned import installed as find

        heads = find(settings.HOME.path)
        if heads is None:
            raise Failure("no-heads")
        shipped = LearnedHeads().head(options.head)
        lines = list(_written(options.data) if options.data else _decided(shipped.kinds))
        return _train(heads, shipped, lines, options.epochs, console)


def _train(heads: "LearnedHeads", shipped: "Head", lines: Sequence[Line], epochs: int, console: Console) -> int:
    from clausier.chapters.moderation.actions import replace_head
    from clausier.engine.heads.training import is_held_out, macro_f1, retrained

    against = sum(1 for line in lines if _shown(line) & frozenset(shipped.kinds))
    kept = len(lines) - against
    if min(against, kept) < LEAST:
        raise Failure("train-too-few", least=str(LEAST), against=str(against), kept=str(kept))
    judged = _judged(heads, shipped, lines)
    apart = [is_held_out(str(line.data["text"])) for line in lines]
    learning = judged.some([place for place, out in enumerate(apart) if not out])
    measuring = judged.some([place for place, out in enumerate(apart) if out])
    head = retrained(shipped, learning, epochs)
    before, after = macro_f1(heads.head(shipped.name), measuring), macro_f1(head, measuring)
    console.say("train-figures", held=str(sum(apart)), before=f"{before:.3f}", after=f"{after:.3f}")
    if after < before:
        console.say("train-worse")
        return FOUND
    told = {"messages": len(lines), "held": sum(apart), "before": round(before, 4), "after": round(after, 4)}
    replace_head(head=head, told=told)
    console.say("train-replaced", name=head.name, count=str(len(lines)))
    return FINE


def _shown(line: Line) -> frozenset[str]:
    """Return the kinds that a message shows, among those that are known of it."""
    return line.labels if line.only is None else line.labels & line.only


def _judged(heads: "LearnedHeads", head: "Head", lines: Sequence[Line]) -> "Judged":
    """Return what a head reads of the messages, with what people saw in them."""
    import numpy as np

    from clausier.engine.heads.training import Judged
    from clausier.engine.sight import Sight

    sight = Sight()
    rows = heads.rows([sight.view(received(line.data)) for line in lines])
    wanted = np.array([[float(kind in line.labels) for kind in head.kinds] for line in lines], dtype=np.float32)
    known = np.array(
        [[float(line.only is None or kind in line.only) for kind in head.kinds] for line in lines], dtype=np.float32
    )
    return Judged(rows, wanted, known)


def _decided(kinds: Iterable[str]) -> Iterator[Line]:
    """Yield what the decisions of this installation tell."""
    from clausier.chapters.moderation.selectors.lessons import lessons

    for lesson in lessons(frozenset(kinds)):
        yield Line({"text": lesson.text, "direction": INCOMING}, lesson.labels, lesson.only)


def _written(paths: Iterable[str]) -> Iterator[Line]:
    """Yield the judged messages of some files."""
    for path in paths:
        with Path(path).open(encoding="utf-8") as file:
            for number, line in enumerate(file, start=1):
                if line.strip():
                    yield _line(path, number, line)


def _line(path: str, number: int, line: str) -> Line:
    """Read a judged message; what its fields of context hold is checked where it is received."""
    try:
        data = json.loads(line)
        text, labels = data["text"], {str(label) for label in data["labels"]}
        only = data.get("only")
        known = None if only is None else expand([str(each) for each in only], [*SIGNALS, *INTENTS])
        intent = data.get("intent")
    except (ValueError, KeyError, TypeError, AttributeError):
        text = None
    if not isinstance(text, str):
        raise Failure("train-bad-line", path=path, line=str(number))
    return Line({"direction": INCOMING, **data}, frozenset(labels | ({str(intent)} if intent else set())), known)
