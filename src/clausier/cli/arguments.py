"""argparse in two languages: every word of the help and of the errors comes from a catalogue."""

import argparse
import re
from collections.abc import Callable, Iterable
from importlib import import_module
from keyword import iskeyword
from typing import Any, NoReturn

from clausier.cli.audit_words import AUDIT_HELP
from clausier.cli.failure import Failure
from clausier.cli.interview_words import INTERVIEW_HELP
from clausier.cli.mail_words import MAIL_HELP
from clausier.cli.protect_words import PROTECT_HELP
from clausier.cli.site_words import SITE_HELP
from clausier.cli.wording import ARGPARSE, HELP
from clausier.document.typography import typeset
from clausier.document.vocabulary import Label

COMMANDS = (
    "demo",
    "init",
    "protect",
    "validate",
    "check",
    "audit",
    "train",
    "diff",
    "rehearse",
    "render",
    "serve",
    "worker",
    "migrate",
    "createadmin",
    "doctor",
    "import",
    "ledger",
    "export",
    "restore",
)
WORDS = HELP | SITE_HELP | MAIL_HELP | AUDIT_HELP | PROTECT_HELP | INTERVIEW_HELP
MAX_WIDTH, MARGIN = 100, 30

Say = Callable[..., str]
"""Returns words of the help in the language of the locale."""


def module_of(command: str) -> Any:
    """Return the module of a command; one whose name Python keeps for itself has a line under it."""
    return import_module(f"clausier.cli.{command}_" if iskeyword(command) else f"clausier.cli.{command}")


def say_in(language: str) -> Say:
    """Return what says the words of the help in a language."""

    def say(code: str, **values: str) -> str:
        return WORDS[code].in_language(language).format(**values)

    return say


class Parser(argparse.ArgumentParser):
    """The arguments of one command."""

    def __init__(self, command: str, language: str, program: str = "clausier") -> None:
        _speak(language)
        self.language = language
        self._words = say_in(language)
        super().__init__(
            prog=f"{program} {command}",
            usage=self.say(f"{command}-usage", clausier=program.replace("%", "%%")),
            description=self.say(f"{command}-more"),
            formatter_class=_formatter,
            add_help=False,
            allow_abbrev=False,
        )
        self.add_argument("-h", "--help", action="help", help=self.say("help"))

    def group(self, title: str) -> "argparse._ArgumentGroup":
        """Return a new group of options under a title."""
        return self.add_argument_group(heading(self.say(title), french=self.language == "fr"))

    def say(self, code: str, **values: str) -> str:
        """Return words of the help, whose guillemets and colons no line break will part from their word."""
        return typeset(self._words(code, **values), self.language)

    def format_help(self) -> str:
        """Return the help, its lines broken, with plain spaces, as people type them."""
        return super().format_help().replace("\u00a0", " ")

    def arguments(self) -> list[argparse.Action]:
        """Return every argument, in the order of the help."""
        return list(self._actions)

    def error(self, message: str) -> NoReturn:
        """Stop with the sentence of the problem."""
        plain = re.sub(r"'([\w.-]+)'", r"\1", message)  # argparse quotes the names that one may choose from
        raise Failure("usage", message=plain, command=self.prog)


def _formatter(prog: str) -> argparse.HelpFormatter:
    from shutil import get_terminal_size

    columns = min(get_terminal_size().columns, MAX_WIDTH)
    return argparse.HelpFormatter(prog, width=columns, max_help_position=MARGIN)


def heading(title: str, *, french: bool) -> str:
    """Return a title before the colon that argparse adds, with the space that French sets there."""
    return f"{title}\u00a0" if french else title


def told(words: dict[str, Label], language: str) -> str:
    """Return names with what they mean, as ``employee (an employee), agency (an agency)``."""
    return ", ".join(f"{name} ({label.in_language(language)})" for name, label in words.items())


def listed(names: Iterable[str]) -> str:
    """Return names one after the other."""
    return ", ".join(names)


def _speak(language: str) -> None:
    """Give argparse the words of a language: it asks two functions of its module for each of its sentences."""
    french = language == "fr"

    def sentence(words: str) -> str:
        label = ARGPARSE.get(words.strip())
        if label is None:
            return words
        said = label.in_language(language)
        if words in {"options", "positional arguments"}:
            return heading(said, french=french)
        return f"{said} " if words.endswith(" ") else said

    def counted(one: str, many: str, number: int) -> str:
        return sentence(one if number == 1 else many)

    vars(argparse).update(_=sentence, ngettext=counted)
