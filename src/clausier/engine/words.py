"""The lists of ``library/words``: one word or phrase a line, one file a language, read once when first needed.

A line is folded as messages are, so it is written as people write; what follows ``#`` at the start of a line is a
comment. Lists of plain words are looked up as they are (``words``). Lists of phrases are found in a text (``finder``)
and have a little grammar over plain words:

    word*          any ending                 (a|b)    one or the other
    e?             an optional letter         (a|b )?  an optional word
    ...            up to four words           {name}   one of the line ``name = a|b`` of the same file, or of
                                                       another list: ``name = @list``

and, where that is not enough, any part of a regular expression.
"""

import re
from functools import cache

from clausier.engine.text import fold
from clausier.library import LIBRARY

LANGUAGES = ("fr", "en")
FEW_WORDS = r"(?:[\w'-]{1,30} ){0,4}?"

_DEFINITION = re.compile(r"([a-z]+) = (.+)")
_SUGAR = re.compile(r"\\.[*+?]?|\.\.\. ?|\{([a-z]+)\}|\((?:\?<?[:=!])?|(?<=\w)\*|[^\\.{(*]+|.", re.DOTALL)


@cache
def words(name: str, language: str) -> tuple[str, ...]:
    """Return the folded words of a list in a language."""
    return tuple(dict.fromkeys(map(fold, _lines(name, language))))


@cache
def both(name: str) -> tuple[str, ...]:
    """Return the folded words of a list in French and in English."""
    return tuple(dict.fromkeys(word for language in LANGUAGES for word in words(name, language)))


def _lines(name: str, language: str) -> list[str]:
    text = (LIBRARY / "words" / f"{name}.{language}.txt").read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]


@cache
def phrases(name: str, *languages: str) -> str:
    """Return a pattern for any phrase of a list, in both languages when none is given."""
    branches = [branch for language in languages or LANGUAGES for branch in _branches(name, language)]
    return rf"(?<!\w)(?:{'|'.join(branches)})(?!\w)"


@cache
def finder(name: str, *languages: str) -> "re.Pattern[str]":
    """Return an expression that finds the phrases of a list."""
    return re.compile(phrases(name, *languages))


def _branches(name: str, language: str) -> list[str]:
    choices: dict[str, str] = {}
    branches = []
    for line in _lines(name, language):
        definition = _DEFINITION.fullmatch(line)
        if not definition:
            branches.append(_regular(line, choices))
        elif definition[2].startswith("@"):
            choices[definition[1]] = f"(?:{'|'.join(_branches(definition[2][1:], language))})"
        else:
            choices[definition[1]] = f"(?:{_regular(definition[2], choices)})"
    return sorted(dict.fromkeys(branches), key=len, reverse=True)


def _regular(line: str, choices: dict[str, str]) -> str:
    """Return the regular expression of a line."""

    def plain(match: "re.Match[str]") -> str:
        piece = match[0]
        if piece.startswith("..."):
            return FEW_WORDS
        if match[1]:
            return choices[match[1]]
        return {"(": "(?:", "*": r"\w{0,20}"}.get(piece) or (piece if piece.startswith("\\") else fold(piece))

    return _SUGAR.sub(plain, line)


def any_of(terms: tuple[str, ...]) -> str:
    """Return a pattern for any of some plain terms, to be put between word boundaries."""
    return "(?:" + "|".join(re.escape(term) for term in sorted(terms, key=len, reverse=True)) + ")"


def whole(terms: tuple[str, ...]) -> "re.Pattern[str]":
    """Return an expression that finds any of some plain terms as whole words."""
    return re.compile(rf"(?<!\w){any_of(terms)}(?!\w)")
