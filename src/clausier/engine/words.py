"""The word lists of ``library/words``: one word or phrase a line, one file a language, read once when first needed.

A line is folded as messages are, so the files are written as people write. A word that ends with ``*`` stands for all
that begin so; what follows ``#`` is a comment.
"""

import re
from functools import cache
from importlib.resources import files

from clausier.engine.text import fold

LANGUAGES = ("fr", "en")


@cache
def words(name: str, language: str) -> tuple[str, ...]:
    """Return the folded words of a list in a language."""
    text = (files("clausier.library") / "words" / f"{name}.{language}.txt").read_text(encoding="utf-8")
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    return tuple(dict.fromkeys(fold(line) for line in lines if line))


@cache
def both(name: str) -> tuple[str, ...]:
    """Return the folded words of a list in French and in English."""
    return tuple(dict.fromkeys(word for language in LANGUAGES for word in words(name, language)))


def any_of(terms: tuple[str, ...]) -> str:
    """Return a pattern for any of the terms, to be put between word boundaries."""
    longest_first = sorted(terms, key=len, reverse=True)
    return (
        "(?:"
        + "|".join(re.escape(term.removesuffix("*")) + r"\w*" * term.endswith("*") for term in longest_first)
        + ")"
    )


def whole(terms: tuple[str, ...]) -> "re.Pattern[str]":
    """Return an expression that finds any of the terms as whole words."""
    return re.compile(rf"(?<!\w){any_of(terms)}(?!\w)")


@cache
def finder(name: str) -> "re.Pattern[str]":
    """Return an expression that finds the words of a list, in either language."""
    return whole(both(name))
