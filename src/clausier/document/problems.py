"""What is wrong with a document, where, and how to mend it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from clausier.document.mends import MENDS
from clausier.document.messages import MESSAGES
from clausier.document.vocabulary import Label

ERROR, WARNING = "error", "warning"
MAX_LISTED = 12


class Place(NamedTuple):
    """A place in a file of the folder; line and column count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One problem: ``code`` names its message, ``values`` fill it, ``meant`` is the name that was probably meant.

    A value that is a Label is said in the language of the message.
    """

    code: str
    place: Place
    level: str = ERROR
    values: Mapping[str, str | Label] = field(default_factory=dict)
    meant: str | None = None

    def message(self, language: str) -> str:
        """Return the sentence that tells the problem, in French for ``fr`` and English otherwise."""
        return MESSAGES[self.code].said(language, self.values)

    def suggestion(self, language: str) -> str:
        """Return the sentence that tells the mend, with the name that was probably meant first."""
        mend = MENDS[self.code].said(language, self.values)
        if self.meant is None:
            return mend
        return f"{MENDS['did-you-mean'].said(language, {'name': self.meant})} {mend}".strip()


class UnreadableError(Exception):
    """A file or folder that cannot be read at all; carries the problem that says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message("en"))
        self.problem = problem


def by_place(problem: Problem) -> tuple[Place, str, str]:
    """Return the key that sorts problems as a reader meets them: file, line, column, errors first."""
    return problem.place, problem.level, problem.code


def nearest(word: str, words: Iterable[str]) -> str | None:
    """Return the name closest to ``word``, if one is close enough to have been meant."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, list(words), n=1, cutoff=0.6)), None)


def listed(words: Iterable[str]) -> str:
    """Return the first words of a list, for a mend that names what is possible."""
    first = [*islice(words, MAX_LISTED + 1)]
    return ", ".join(first if len(first) <= MAX_LISTED else [*first[:MAX_LISTED], "…"])
