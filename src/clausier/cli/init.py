"""``clausier init``: a complete policy, from a template, in the name of an organization."""

import argparse
import dataclasses
import shlex
import sys
from pathlib import Path
from typing import Any, TypeVar

from clausier.cli.arguments import Parser, listed
from clausier.cli.console import Console, safe
from clausier.cli.failure import FINE, Failure
from clausier.cli.files import make_whole
from clausier.cli.messages import MESSAGES
from clausier.cli.naming import called, slug
from clausier.document.model import Facts, LanguageRegime, Localized, Policy
from clausier.document.reading import Folder, library_policies, read_folder
from clausier.document.writing import write_folder
from clausier.library import LIBRARY

DEFAULT = "public-body-qc"
MAX_NAME = 200
Value = TypeVar("Value")


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    say = parser.say
    parser.add_argument("folder", metavar=say("folder"), help=say("init-folder"))
    names = say("init-template", names=listed(library_policies()), default=DEFAULT)
    parser.add_argument("--template", choices=library_policies(), default=DEFAULT, metavar=say("template"), help=names)
    parser.add_argument("--name", metavar=say("name"), help=say("init-name"))
    parser.add_argument("--languages", metavar=say("languages"), help=say("init-languages"))


def run(options: argparse.Namespace, console: Console) -> int:
    """Write the folder, or refuse before anything is written."""
    target = Path(options.folder)
    if target.exists() and not (target.is_dir() and not any(target.iterdir())):
        raise Failure("not-empty", path=options.folder)
    template = read_folder(LIBRARY / "policies" / options.template)
    assert template.policy  # noqa: S101  # every policy of the library is validated by the tests
    name, languages = _asked(options, console, template.policy)
    folder = made(template, name, languages)
    make_whole(target, lambda draft: _write(folder, draft))
    _tell(console, options.folder, folder)
    return FINE


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


def proposed(template: Policy) -> tuple[str, ...]:
    """Return the languages that a template proposes: those that are official where it says so, else all."""
    return template.language_regime.official or template.languages


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


def made(template: Folder, name: str | None, languages: tuple[str, ...]) -> Folder:
    """Return a template in some of its languages and in the name of an organization."""
    policy = kept(template.policy, languages)
    facts: Facts = kept(template.facts, languages)
    names = {language: facts.names[language] for language in languages if language in facts.names}
    if name and policy:
        policy = dataclasses.replace(policy, id=slug(name))
        names = dict.fromkeys(languages, (name,))
        facts = dataclasses.replace(facts, called=called(name, languages))
    if policy:
        policy = dataclasses.replace(
            policy, languages=languages, language_regime=_regime(policy.language_regime, languages)
        )
    return dataclasses.replace(template, policy=policy, facts=dataclasses.replace(facts, names=names))


def _regime(regime: LanguageRegime, languages: tuple[str, ...]) -> LanguageRegime:
    official = tuple(each for each in regime.official if each in languages)
    courtesy = tuple(each for each in regime.courtesy if each in languages)
    return dataclasses.replace(regime, official=official, courtesy=courtesy)


def kept(value: Value, languages: tuple[str, ...]) -> Value:
    """Return a value of the model whose texts are in these languages only."""
    found: Any = value
    if isinstance(value, Localized):
        found = Localized({language: value[language] for language in languages if language in value})
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {field.name: kept(getattr(value, field.name), languages) for field in dataclasses.fields(value)}
        found = dataclasses.replace(value, **fields)
    elif isinstance(value, dict):
        found = {key: kept(each, languages) for key, each in value.items()}
    elif isinstance(value, tuple) and type(value) is tuple:
        found = tuple(kept(each, languages) for each in value)
    return found  # type: ignore[no-any-return]


def _write(folder: Folder, target: Path) -> None:
    write_folder(folder, target)
    language = folder.policy.languages[0] if folder.policy else "en"
    facts = target / "facts.yaml"
    facts.write_text(f"# {MESSAGES['facts-comment'].in_language(language)}\n{facts.read_text('utf-8')}", "utf-8")


def _tell(console: Console, where: str, folder: Folder) -> None:
    assert folder.policy  # noqa: S101  # it was just written
    count = console.count("clauses", len(folder.policy.clauses()))
    where = safe(where)
    console.say("made", "bold", "green", path=where, clauses=count, languages=", ".join(folder.policy.languages))
    console.write()
    console.say("next")
    for code in ("next-facts", "next-validate", "next-check", "next-render"):
        console.say(code, path=shlex.quote(where), language=folder.policy.languages[0])
