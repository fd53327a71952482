"""The lists of plain words of ``library/words``: one a line, one file a language, read once when first needed.

A line is folded as messages are, so it is written as people write; a line that begins with ``#`` is a comment.
"""

import re
from functools import cache

from clausier.engine.text import fold
from clausier.library import LIBRARY

LANGUAGES = ("fr", "en")


@cache
def words(name: str, language: str) -> tuple[str, ...]:
    """Return the folded words of a list in a language."""
    return tuple(dict.fromkeys(map(fold, lines("words", name, language))))


@cache
def both(name: str) -> tuple[str, ...]:
    """Return the folded words of a list in French and in English."""
    return tuple(dict.fromkeys(word for language in LANGUAGES for word in words(name, language)))


def lines(folder: str, name: str, language: str) -> list[str]:
    """Return the lines of a list, without comments."""
    text = (LIBRARY / folder / f"{name}.{language}.txt").read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]


def any_of(terms: tuple[str, ...]) -> str:
    """Return a pattern for any of some terms, to be put between word boundaries."""
    return "(?:" + "|".join(re.escape(term) for term in sorted(terms, key=len, reverse=True)) + ")"


def whole(terms: tuple[str, ...]) -> "re.Pattern[str]":
    """Return an expression that finds any of some terms as whole words."""
    return re.compile(rf"(?<!\w){any_of(terms)}(?!\w)")
