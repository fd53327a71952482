"""``clausier init``: a complete policy, from a template, in the name of an organization."""

import argparse
import shlex
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from clausier.cli.arguments import Parser, listed
from clausier.cli.console import Console, safe
from clausier.cli.failure import FINE, Failure
from clausier.cli.files import make_whole
from clausier.cli.messages import MESSAGES
from clausier.document.founding import ClashError, laid, made, proposed
from clausier.document.model import Policy
from clausier.document.reading import Folder, library_overlays, library_policies, read_folder, read_overlay
from clausier.document.writing import write_folder
from clausier.library import LIBRARY

if TYPE_CHECKING:
    from clausier.auditing.drafting import Found

DEFAULT = "public-body-qc"
WITHOUT_FRENCH = "base"  # of a policy that holds no French: the law of Quebec is not what it stands on
MAX_NAME = 200


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    say = parser.say
    parser.add_argument("folder", metavar=say("folder"), help=say("init-folder"))
    names = say("init-template", names=listed(library_policies()), default=DEFAULT, other=WITHOUT_FRENCH)
    parser.add_argument("--template", choices=library_policies(), metavar=say("template"), help=names)
    overlays = say("init-with", names=listed(library_overlays()))
    parser.add_argument(
        "--with",
        dest="overlays",
        action="append",
        choices=library_overlays(),
        default=[],
        metavar=say("overlay"),
        help=overlays,
    )
    parser.add_argument("--interview", nargs="?", const="", metavar=say("answers"), help=say("init-interview"))
    parser.add_argument("--from", dest="audit", metavar=say("file"), help=say("init-from"))
    parser.add_argument("--name", metavar=say("name"), help=say("init-name"))
    parser.add_argument("--languages", metavar=say("languages"), help=say("init-languages"))


def run(options: argparse.Namespace, console: Console) -> int:
    """Write the folder, or refuse before anything is written."""
    target = Path(options.folder)
    if target.exists() and not (target.is_dir() and not any(target.iterdir())):
        raise Failure("not-empty", path=options.folder)
    if options.interview is not None:
        return _interview(options, console, target)
    found = _found(options)
    chosen = options.template or (DEFAULT if not found or "fr" in found.languages else WITHOUT_FRENCH)
    template = _template(chosen, options.overlays)
    assert template.policy  # noqa: S101  # every policy of the library is validated by the tests
    if found and not options.languages:  # a draft is in the language of what it takes over
        options.languages = ",".join(each for each in found.languages if each in template.policy.languages)
    name, languages = _asked(options, console, template.policy)
    folder = made(template, name, languages)
    if found:
        _make_draft(console, options.folder, folder, found, chosen)
    else:
        make_whole(target, lambda draft: _write(folder, draft))
        _tell_made(console, options.folder, folder)
        _tell_next(console, options.folder, folder)
    return FINE


def _interview(options: argparse.Namespace, console: Console, target: Path) -> int:
    from clausier.cli.interview import advise, answered, founded_on

    if options.audit or options.overlays or options.languages or options.template:
        raise Failure("interview-alone")
    # Whoever is interrupted half way must not lose what was answered, even if they named no file for it.
    beside = f"{target}.answers.yaml" if sys.stdin.isatty() else ""
    answers = answered(options.interview or beside, options.name, console)
    folder = founded_on(answers)
    make_whole(target, lambda draft: _write(folder, draft))
    _tell_made(console, options.folder, folder)
    advise(answers, console)
    _tell_next(console, options.folder, folder)
    return FINE


def _template(name: str, overlays: Sequence[str]) -> Folder:
    """Return a template with some overlays on it, in the order given."""
    folder = read_folder(LIBRARY / "policies" / name)
    for each in overlays:
        try:
            folder = laid(folder, read_overlay(each))
        except ClashError as clash:
            raise Failure("overlay-clash", overlay=each, name=clash.name) from clash
    return folder


def _found(options: argparse.Namespace) -> "Found | None":
    """Return what the audit gives, if one is given."""
    if not options.audit:
        return None
    from clausier.cli.taking_over import read_audit

    return read_audit(options.audit)


def _make_draft(console: Console, where: str, folder: Folder, found: "Found", template: str) -> None:
    from clausier.cli.taking_over import write_draft

    left_out = 0

    def fill(target: Path) -> None:
        nonlocal folder, left_out
        folder, left_out = write_draft(folder, found, target)
        _explain_facts(folder, target)

    make_whole(Path(where), fill)
    _tell_made(console, where, folder)
    from clausier.auditing.drafting import TAKEN

    taken = sum(f".{TAKEN}-" in clause.id for clause in folder.policy.clauses()) if folder.policy else 0
    console.write(console.count("taken-over", taken))
    if left_out:
        console.write(console.style(console.count("left-out", left_out), "yellow"))
    others = listed(each for each in library_policies() if each != template)
    console.say("from-template", name=template, others=others)
    _tell_next(console, where, folder)


def _asked(options: argparse.Namespace, console: Console, template: Policy) -> tuple[str | None, tuple[str, ...]]:
    """Return the name and the languages: as given, else asked for at a terminal, else those of the template."""
    name, languages = options.name, options.languages and _languages(options.languages, template)
    if sys.stdin.isatty():
        name = name or _ask(console, console.text("ask-name")) or None
        languages = languages or _ask_languages(console, template)
    if name is not None:
        name = " ".join(name.split())
        if not 0 < len(name) <= MAX_NAME or not name.isprintable():
            raise Failure("bad-name", limit=str(MAX_NAME))
    return name, languages or proposed(template)


def _languages(given: str, template: Policy) -> tuple[str, ...]:
    languages = tuple(dict.fromkeys(each.strip().lower() for each in given.split(",") if each.strip()))
    unknown = [each for each in languages if each not in template.languages]
    if unknown or not languages:
        raise Failure(
            "not-a-language-of-it", language=unknown[0] if unknown else given, languages=listed(template.languages)
        )
    return languages


def _ask_languages(console: Console, template: Policy) -> tuple[str, ...]:
    offered = template.languages
    if proposed(template) != offered:
        # The law of Quebec lets few public bodies publish in English: the question comes before the language.
        yes = _ask(console, console.text("ask-english")).casefold()
        return offered if yes in {"o", "oui", "y", "yes"} else proposed(template)
    return _languages(
        _ask(console, console.text("ask-languages", names=",".join(offered))) or ",".join(offered), template
    )


def _ask(console: Console, question: str) -> str:
    """Ask at the terminal; the question goes to the error stream, apart from the answer of the command."""
    console.err.write(f"{question} ")
    console.err.flush()
    answer = sys.stdin.readline()
    if not answer:
        raise Failure("no-answer")
    return answer.strip()


def _write(folder: Folder, target: Path) -> None:
    write_folder(folder, target)
    _explain_facts(folder, target)


def _explain_facts(folder: Folder, target: Path) -> None:
    language = folder.policy.languages[0] if folder.policy else "en"
    facts = target / "facts.yaml"
    facts.write_text(f"# {MESSAGES['facts-comment'].in_language(language)}\n{facts.read_text('utf-8')}", "utf-8")


def _tell_made(console: Console, where: str, folder: Folder) -> None:
    assert folder.policy  # noqa: S101  # it was just written
    count = console.count("clauses", len(folder.policy.clauses()))
    languages = ", ".join(folder.policy.languages)
    console.say("made", "bold", "green", path=safe(where), clauses=count, languages=languages)


def _tell_next(console: Console, where: str, folder: Folder) -> None:
    assert folder.policy  # noqa: S101  # it was just written
    where = safe(where)
    console.write()
    console.say("next")
    for code in ("next-facts", "next-validate", "next-check", "next-render"):
        console.say(code, path=shlex.quote(where), language=folder.policy.languages[0])
