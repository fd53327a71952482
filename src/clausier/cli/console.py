"""Where a command speaks: both streams, the language of the locale, colours on a terminal only."""

import json
import os
import sys
import unicodedata
from collections.abc import Mapping
from shlex import quote
from typing import Any, TextIO

from clausier.cli.audit_words import AUDIT_MESSAGES
from clausier.cli.interview_words import INTERVIEW_MESSAGES
from clausier.cli.mail_words import MAIL_MESSAGES
from clausier.cli.messages import MESSAGES
from clausier.cli.protect_words import PROTECT_MESSAGES
from clausier.cli.site_words import SITE_MESSAGES

SAID = MESSAGES | SITE_MESSAGES | MAIL_MESSAGES | AUDIT_MESSAGES | PROTECT_MESSAGES | INTERVIEW_MESSAGES
STYLES = {"bold": 1, "faint": 2, "underline": 4, "red": 31, "green": 32, "yellow": 33, "blue": 34, "cyan": 36}
MAX_WIDTH = 100
# Commands to the terminal and marks that turn the direction of the text would change what the reader sees.
_TROUBLE = [*range(0x20), *range(0x7F, 0xA0), 0x061C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A)]
_SHOWN = dict.fromkeys(_TROUBLE, "·") | {0x09: " ", 0x0A: "\n"}


def language_of(environ: Mapping[str, str]) -> str:
    """Return ``fr`` for a French locale, ``en`` for any other."""
    locale = environ.get("LC_ALL") or environ.get("LC_MESSAGES") or environ.get("LANG") or ""
    return "fr" if locale.startswith("fr") else "en"


def safe(text: str) -> str:
    """Return somebody's text as a terminal may show it: one visible character for each that would command it."""
    return text.translate(_SHOWN)


def width(text: str) -> int:
    """Return the number of columns that a text takes on a terminal."""
    return sum(columns(character) for character in text)


def columns(character: str) -> int:
    """Return the number of columns of a character: none, one, or two."""
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


class Console:
    """The streams of one command."""

    def __init__(self, environ: Mapping[str, str] = os.environ) -> None:
        self.out, self.err = sys.stdout, sys.stderr
        self.language = language_of(environ)
        self.on_terminal = self.out.isatty()
        # What was typed to come here, so that what is said to type next can be typed.
        self.program = quote(environ.get("CLAUSIER_PROGRAM") or "clausier")
        self._coloured = _colours(environ, self.out)
        for stream in (self.out, self.err):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="replace")  # a terminal that lacks a character shows another, and goes on

    def text(self, code: str, **values: object) -> str:
        """Return words of the catalogue in the language of the locale."""
        return SAID[code].in_language(self.language).format(clausier=self.program, **values)

    def count(self, code: str, number: int) -> str:
        """Return a number with its noun; none is singular in French and plural in English."""
        one = number < 2 if self.language == "fr" else number == 1  # noqa: PLR2004
        return self.text(f"{code}-{'one' if one else 'many'}", n=number)

    def style(self, text: str, *styles: str) -> str:
        """Return the text with its styles, or bare where there are no colours."""
        if not (self._coloured and text and styles):
            return text
        return f"\x1b[{';'.join(str(STYLES[each]) for each in styles)}m{text}\x1b[0m"

    def write(self, line: str = "") -> None:
        """Write a line of the answer."""
        self.out.write(line + "\n")

    def say(self, code: str, *styles: str, **values: object) -> None:
        """Write words of the catalogue as a line of the answer."""
        self.write(self.style(self.text(code, **values), *styles))

    def json(self, data: Any) -> None:
        """Write data as JSON; a stream that would lose characters gets escapes."""
        readable = json.dumps(data, ensure_ascii=False, indent=2)
        try:
            readable.encode(self.out.encoding or "utf-8")
        except UnicodeEncodeError:
            readable = json.dumps(data, indent=2)
        self.write(readable)

    def json_line(self, data: Any) -> None:
        """Write data as JSON on one line, whatever a reader takes for the end of a line, and at once."""
        self.write(json.dumps(data))
        self.out.flush()

    def complain(self, sentence: str) -> None:
        """Write what went wrong, apart from the answer."""
        self.err.write(safe(sentence) + "\n")

    @property
    def width(self) -> int:
        """The columns to write in: those of the terminal, but no more than the eye follows."""
        from shutil import get_terminal_size

        return max(40, min(get_terminal_size().columns, MAX_WIDTH))


def _colours(environ: Mapping[str, str], stream: TextIO) -> bool:
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR", "0") != "0":
        return True
    return stream.isatty() and environ.get("TERM") != "dumb"
