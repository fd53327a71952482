"""``clausier demo``: a guided tour of a fictional town's policy, in the terminal."""

import argparse
import os
import shlex
import shutil
import tempfile
from collections.abc import Iterator
from importlib.resources import files
from itertools import groupby
from pathlib import Path
from typing import Any

import yaml

from clausier.cli.arguments import Parser
from clausier.cli.console import Console, safe
from clausier.cli.excerpt import cut
from clausier.cli.failure import FINE, Failure
from clausier.cli.files import make_whole, write_whole
from clausier.cli.render import edition
from clausier.cli.verdicts import MARKS, best, headline, mended, title_of, wrapped
from clausier.document.aloud import rule_aloud
from clausier.document.comparison import as_text, compare
from clausier.document.model import Clause, Policy
from clausier.document.reading import Folder, read_folder
from clausier.document.rendering import render_html
from clausier.document.typography import typeset
from clausier.document.vocabulary import ACCOUNT_KINDS, OUTGOING, RELATIONS
from clausier.document.writing import set_value, write_folder
from clausier.engine.context import Context
from clausier.engine.engine import Engine, compile_policy
from clausier.engine.examination import examine
from clausier.engine.verdict import Verdict

HOME = "CLAUSIER_HOME"
POLICY, CHANGED = "val-bleu", "val-bleu-2"
# What is typed is the same in both languages.
VALIDATE, DIFF, MORE = "validate {path}", "diff {path} {other}", "--help"
Tour = dict[str, Any]


def configure(parser: Parser) -> None:
    """Declare the arguments; those of the pages to come are taken already, and not told."""
    parser.add_argument("--prepare", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--no-browser", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--port", type=int, help=argparse.SUPPRESS)


def run(options: argparse.Namespace, console: Console) -> int:
    """Lead the tour; there is nothing to prepare for it."""
    if options.prepare:
        return FINE
    tour = _tour()
    home = _home(console)
    console.say("tour-title", "bold")
    wrapped(console, console.text("tour-welcome"), margin="")
    folder, policy = _founded(home)
    engine = compile_policy(policy, folder.facts, folder.protected)
    _show_clause(console, policy, tour["clause"])
    _show_validation(console, home, folder)
    _show_messages(console, engine, tour)
    _show_change(console, home, engine, tour)
    _show_pages(console, home, folder, policy)
    return FINE


def _tour() -> Tour:
    text = (files("clausier.cli") / "tour.yaml").read_text(encoding="utf-8")
    tour: Tour = yaml.load(text, Loader=yaml.CSafeLoader)
    return tour


def _home(console: Console) -> Path:
    """Return the folder of the demonstration, or a temporary one where that cannot be written."""
    try:
        home = Path(os.environ.get(HOME) or Path.home() / ".local/share/clausier") / "demo"
        home.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=home):
            return home
    except (OSError, RuntimeError):  # RuntimeError: nobody knows where home is
        home = Path(tempfile.mkdtemp(prefix="clausier-"))
        console.say("tour-elsewhere", "yellow", path=home)
        return home


def _typed(path: Path) -> str:
    """Return a path as one types it, from one's own home when it is there."""
    try:
        inside = shlex.quote(str(path.relative_to(Path.home())))
    except (ValueError, RuntimeError):
        return shlex.quote(str(path))
    return f"~/{inside}"


def _founded(home: Path) -> tuple[Folder, Policy]:
    """Write the town's policy as one that stands alone, so that every clause is there to be changed; read it."""
    town = read_folder(_example())
    _fresh(home / POLICY, lambda draft: write_folder(town, draft))
    return _read(home / POLICY)


def _fresh(folder: Path, fill: Any) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    make_whole(folder, fill)


def _read(path: Path) -> tuple[Folder, Policy]:
    folder = read_folder(path)
    if folder.policy is None:
        raise Failure("tour-broken")
    return folder, folder.policy


def _example() -> Path:
    """Return the folder of the town: beside the program when it was installed, at the root of its repository else."""
    installed = Path(str(files("clausier"))) / "examples" / POLICY
    return installed if installed.is_dir() else installed.parents[3] / "examples" / POLICY


def _step(console: Console, code: str) -> None:
    console.write()
    console.say(code, "bold", "blue")


def _show_clause(console: Console, policy: Policy, name: str) -> None:
    _step(console, "tour-clause")
    clause = next(each for each in policy.clauses() if each.id == name)
    console.write(f"  {console.style(f'{policy.numbers()[name]} {clause.title.best(console.language)}', 'bold')}")
    wrapped(console, _first_paragraph(clause, console.language), margin="  │ ")
    wrapped(console, console.text("tour-runs"), "faint")
    wrapped(console, rule_aloud(policy, clause.rules[0], console.language), "cyan", margin="  │ ")


def _first_paragraph(clause: Clause, language: str) -> str:
    return clause.text.best(language).partition("\n\n")[0].replace("**", "")


def _show_validation(console: Console, home: Path, folder: Folder) -> None:
    from clausier.cli.validate import summary

    _step(console, "tour-validate")
    console.write(console.style(f"  $ {console.program} {VALIDATE.format(path=_typed(home / POLICY))}", "faint"))
    console.write(f"  {summary(console, folder, examine(folder))}")


def _show_messages(console: Console, engine: Engine, tour: Tour) -> None:
    for part in ("outgoing", "incoming"):
        _step(console, f"tour-{part}")
        for message in tour[part]:
            _show_message(console, engine, {**message, "direction": part, "at": tour["at"]})


def _show_message(console: Console, engine: Engine, message: Tour) -> None:
    text = message["text"]
    verdict = engine.check(Context.from_data(message))
    console.write()
    if message["direction"] == OUTGOING:
        console.write(console.style(f"  {_who(message, console.language)}", "faint"))
    for line in _quoted(console, text, verdict):
        console.write(f"  {line}")
    console.write(f"  {headline(console, verdict)}")
    for finding in verdict.findings[:1]:
        console.write(f"    {title_of(console, engine.policy, finding)}")
        wrapped(console, best(finding.say, console.language), margin="    ")
        for fix in finding.fixes[:1]:
            wrapped(console, mended(console, text, fix), "green", margin="    ")


def _quoted(console: Console, text: str, verdict: Verdict) -> Iterator[str]:
    """Yield the message between quotes, with the words that its first finding rests on underlined in colour."""
    quoted = typeset(console.text("quoted", text=text), console.language)
    shift = console.text("quoted", text="\0").index("\0")
    cited = [verdict.signals[index] for finding in verdict.findings[:1] for index in finding.signals]
    seen = {place + shift for signal in cited for place in range(signal.start, signal.end)}
    for start, end in cut(quoted, console.width - len("  ")):
        row = ""
        for found, places in groupby(range(start, end), seen.__contains__):
            words = safe("".join(quoted[place] for place in places).replace("\u00a0", " "))
            row += console.style(words, "underline", MARKS[verdict.action][1]) if found else words
        yield row


def _who(message: Tour, language: str) -> str:
    """Return who speaks: the organization by its own account, or a person."""
    account = message.get("account", {}).get("kind")
    if account == "official":
        return ACCOUNT_KINDS[account].in_language(language)
    return RELATIONS[message["author"]["relation"]].in_language(language)


def _show_change(console: Console, home: Path, engine: Engine, tour: Tour) -> None:
    _step(console, "tour-change")
    change = tour["change"]
    wrapped(console, console.text("tour-change-told", file=change["file"], line=change["line"]))
    _fresh(home / CHANGED, lambda draft: shutil.copytree(home / POLICY, draft))
    set_value(home / CHANGED / change["file"], tuple(change["keys"]), change["value"])
    changed, policy = _read(home / CHANGED)
    for line in as_text(compare(engine.policy, policy), console.language).splitlines():
        went_or_came = {"-": ("red",), "+": ("green",)}.get(line.strip()[:1], ())
        wrapped(console, line.strip(), *went_or_came, margin="  " + " " * (len(line) - len(line.lstrip())))
    message = next(each for each in tour["outgoing"] if each.get("again"))
    again = compile_policy(policy, changed.facts, changed.protected)
    _show_message(console, again, {**message, "direction": "outgoing", "at": tour["at"]})


def _show_pages(console: Console, home: Path, folder: Folder, policy: Policy) -> None:
    _step(console, "tour-pages")
    for language in policy.languages:
        others = {other: f"{POLICY}.{other}.html" for other in policy.languages if other != language}
        page = render_html(policy, folder.facts, language, edition(folder, policy, others))
        write_whole(home / f"{POLICY}.{language}.html", page)
        console.write(f"  {_typed(home / f'{POLICY}.{language}.html')}")
    _step(console, "tour-next")
    for command in (console.text("tour-next-check"), DIFF, console.text("tour-next-init"), MORE):
        typed = command.format(path=_typed(home / POLICY), other=_typed(home / CHANGED))
        console.write(f"  {console.program} {typed}")
