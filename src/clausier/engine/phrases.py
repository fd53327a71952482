"""The lists of phrases of ``library/phrases``: what people say, one phrase a line, one file a language.

A line is written as people write, with a little grammar over plain words:

    word*          any ending                 (a|b)    one or the other
    e?             an optional letter         (a|b )?  an optional word
    ...            up to four words           {name}   one of the line ``name = a|b`` of the same file, or of a list
                                                       of words or phrases: ``name = @list``

and, where that is not enough, any part of a regular expression. A line that begins with ``#`` is a comment.

Each phrase runs only where one of its own literals was seen, so a list may be as long as it needs to be.

Reading all the lists takes a tenth of a second, a third of the start of a check: ``library/phrases.json`` holds them
read (``python -m clausier.engine.phrases`` writes it). It is taken only while no list has changed since.
"""

import hashlib
import json
import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from clausier.engine.anchors import Literals, literals_of
from clausier.engine.beginnings import beginnings, places
from clausier.engine.text import fold
from clausier.engine.traces import is_sign, left_by, traces_of
from clausier.engine.words import LANGUAGES, lines, words
from clausier.library import LIBRARY

READY = LIBRARY / "phrases.json"
LONG = 10_000  # characters: what is longer is read in one pass
FEW_WORDS = r"(?:[\w'-]{1,30} ){0,4}?"

_DEFINITION = re.compile(r"([a-z]+) = (.+)")
_SUGAR = re.compile(r"\\.[*+?]?|\.\.\. ?|\{([a-z]+)\}|\((?:\?<?[:=!])?|(?<=\w)\*|[^\\.{(*]+|.", re.DOTALL)


class Choice(NamedTuple):
    """What a line or a name of a file stands for: the pattern, and the literals of which it holds one."""

    pattern: str
    anchors: Literals


class Row(NamedTuple):
    """A phrase as it is read beforehand: what it leaves in a text, and where in the phrase (``engine/traces.py``).

    A phrase that is told by signs instead of letters leaves its literals, of which a sign is enough, at unknown places,
    and so does one that was not read beforehand.
    """

    pattern: str
    strings: Iterable[str]
    offsets: Iterable[int] | None = None
    also: Iterable[str] = ()


class Phrase:
    """A phrase of a list. What it takes to find it is made when it is first looked for, as most never are."""

    __slots__ = ("_regex", "_starts", "_words")

    def __init__(self, words: str) -> None:
        self._words = words
        self._regex: re.Pattern[str] | None = None
        self._starts: tuple[str, ...] | None = None

    @property
    def pattern(self) -> str:
        """The regular expression of the phrase."""
        return rf"(?<!\w)(?:{self._words})(?!\w)"

    @property
    def regex(self) -> "re.Pattern[str]":
        """The same, compiled."""
        if self._regex is None:
            self._regex = re.compile(self.pattern)
        return self._regex

    def match(self, text: str, begin: int) -> "re.Match[str] | None":
        """Return the phrase, when it begins at a place."""
        return (self._regex or self.regex).match(text, begin)

    def findall(self, text: str) -> "list[re.Match[str]]":
        """Return the places of the phrase, in order; none overlaps another."""
        if self._starts is None:
            self._starts = beginnings(self.pattern)
        if not self._starts or len(text) > LONG:
            return list(self.regex.finditer(text))
        found: list[re.Match[str]] = []
        end = 0
        for begin in places(self._starts, text):
            if begin >= end and (each := self.match(text, begin)):
                found.append(each)
                end = each.end()
        return found


def read(name: str, language: str) -> list[Row]:
    """Return the phrases of a list in a language: as read beforehand, else read now."""
    ready = beforehand().get(f"{name}.{language}")
    if ready is None:
        return rows_of(lines("phrases", name, language), language)
    return [Row(*row) for row in json.loads(ready)]


@cache
def patterns(name: str, language: str) -> frozenset[str]:
    """Return the regular expressions of the phrases of a list in a language."""
    return frozenset(Phrase(row.pattern).pattern for row in read(name, language))


def rows_of(lines_of_a_list: Iterable[str], language: str) -> list[Row]:
    """Return the phrases of the lines of a list, read as quickly as they can be."""
    return [Row(each.pattern, left_by(each.anchors)) for each in branches_of(lines_of_a_list, language)]


@cache
def beforehand() -> dict[str, bytes]:
    """Return the lists that were read beforehand, as JSON each; none when one of them has changed since."""
    head, *rows = READY.read_bytes().splitlines() if READY.is_file() else [b""]
    if head != _head().encode():
        return {}
    named = (row.rstrip(b",}").split(b": ", 1) for row in rows[1:])
    return {name.decode().strip('"'): each for name, each in named}


def _digest() -> str:
    """Return the SHA-256 of all the lists, in hexadecimal."""
    files = (file for folder in ("phrases", "words") for file in sorted((LIBRARY / folder).iterdir()))
    return hashlib.sha256(b"".join(file.name.encode() + file.read_bytes() for file in files)).hexdigest()


def made_ready() -> str:
    """Return the lists read, as the text of ``library/phrases.json``: a line each, so that a change shows."""
    lists = (
        (f"{name}.{language}", [_row(each) for each in branches_of(lines("phrases", name, language), language)])
        for name in names()
        for language in LANGUAGES
    )
    rows = ",\n".join(f"{json.dumps(name)}: {json.dumps(each, ensure_ascii=False)}" for name, each in lists)
    return f'{_head()}\n"lists": {{\n{rows}}}}}'


def _row(branch: Choice) -> Row:
    traces = traces_of(branch.pattern)
    literals = left_by(branch.anchors)
    if not traces.strings or all(map(is_sign, literals)):
        return Row(branch.pattern, literals)
    offsets = None if traces.offsets is None else sorted(traces.offsets)
    return Row(branch.pattern, sorted(traces.strings), offsets, sorted(traces.also))


def _head() -> str:
    """Return the first line of ``library/phrases.json``."""
    return f'{{"digest": "{_digest()}",'


@cache
def names() -> tuple[str, ...]:
    """Return the names of the lists."""
    return tuple(sorted({file.name.split(".")[0] for file in (LIBRARY / "phrases").iterdir()}))


def branches_of(lines_of_a_list: Iterable[str], language: str) -> list[Choice]:
    """Return the phrases of the lines of a list; a definition holds for the lines after it."""
    choices: dict[str, Choice] = {}
    branches = []
    for line in lines_of_a_list:
        definition = _DEFINITION.fullmatch(line)
        if not definition:
            branches.append(_choice(line, choices))
        elif definition[2].startswith("@"):
            choices[definition[1]] = _list(definition[2][1:], language)
        else:
            choices[definition[1]] = _choice(definition[2], choices)
    return branches


@cache
def _list(name: str, language: str) -> Choice:
    """Return any word of a list as one choice."""
    terms = sorted(words(name, language), key=len, reverse=True)
    return _choice("|".join(terms), {})


def _choice(line: str, choices: dict[str, Choice]) -> Choice:
    """Return the regular expression of a line, and its anchors."""
    anchors = literals_of(line, {name: choice.anchors for name, choice in choices.items()})
    return Choice(f"(?:{_regular(line, choices)})", anchors)


def _regular(line: str, choices: dict[str, Choice]) -> str:
    """Return the regular expression of a line."""

    def plain(match: "re.Match[str]") -> str:
        piece = match[0]
        if piece.startswith("..."):
            return FEW_WORDS
        if match[1]:
            return choices[match[1]].pattern
        return {"(": "(?:", "*": r"\w{0,20}"}.get(piece) or (piece if piece.startswith("\\") else fold(piece))

    return _SUGAR.sub(plain, line)


if __name__ == "__main__":
    print(made_ready())  # noqa: T201  # a generator writes its file
