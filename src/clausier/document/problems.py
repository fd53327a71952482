"""What is wrong with a document, where, and how to mend it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import NamedTuple

from clausier.document.messages import MENDS, MESSAGES

ERROR, WARNING = "error", "warning"


class Place(NamedTuple):
    """A place in a file of the folder; line and column count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One problem: ``code`` names its message, ``values`` fill it, ``meant`` is the name that was probably meant."""

    code: str
    place: Place
    level: str = ERROR
    values: dict[str, str] = field(default_factory=dict)
    meant: str | None = None

    def message(self, language: str) -> str:
        """Return the sentence that tells the problem, in French for ``fr`` and English otherwise."""
        return MESSAGES[self.code].in_language(language).format(**self.values)

    def suggestion(self, language: str) -> str:
        """Return the sentence that tells the mend, with the name that was probably meant first."""
        mend = MENDS[self.code].in_language(language).format(**self.values)
        if self.meant is None:
            return mend
        return f"{MENDS['did-you-mean'].in_language(language).format(name=self.meant)} {mend}".strip()


class UnreadableError(Exception):
    """A file or folder that cannot be read at all; carries the problem that says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message("en"))
        self.problem = problem


def nearest(word: str, words: Iterable[str]) -> str | None:
    """Return the name closest to ``word``, if one is close enough to have been meant."""
    return next(iter(get_close_matches(word, list(words), n=1, cutoff=0.6)), None)
