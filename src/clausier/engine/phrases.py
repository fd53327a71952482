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
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import cache
from sys import intern
from typing import NamedTuple

from clausier.engine.anchors import Literals, literals_of
from clausier.engine.beginnings import beginnings, places
from clausier.engine.text import fold
from clausier.engine.words import LANGUAGES, lines, words
from clausier.library import LIBRARY

READY = LIBRARY / "phrases.json"
LONG = 10_000  # characters: what is longer is read in one pass
FEW_WORDS = r"(?:[\w'-]{1,30} ){0,4}?"

_DEFINITION = re.compile(r"([a-z]+) = (.+)")
_SUGAR = re.compile(r"\\.[*+?]?|\.\.\. ?|\{([a-z]+)\}|\((?:\?<?[:=!])?|(?<=\w)\*|[^\\.{(*]+|.", re.DOTALL)


class Choice(NamedTuple):
    """What a name of a file stands for: the pattern, and the literals of which it holds one."""

    pattern: str
    anchors: Literals


class _Line:
    """A phrase of a list. What it takes to find it is made when it is first looked for, as most never are."""

    __slots__ = ("_ready", "_words")

    def __init__(self, words: str) -> None:
        self._words = words
        self._ready: tuple[re.Pattern[str], tuple[str, ...]] | None = None

    @property
    def pattern(self) -> str:
        """The regular expression of the phrase."""
        return rf"(?<!\w)(?:{self._words})(?!\w)"

    def findall(self, text: str) -> "list[re.Match[str]]":
        """Return the places of the phrase, in order; none overlaps another."""
        if self._ready is None:
            self._ready = re.compile(self.pattern), beginnings(self.pattern)
        regex, starts = self._ready
        if not starts or len(text) > LONG:
            return list(regex.finditer(text))
        found: list[re.Match[str]] = []
        end = 0
        for place in places(starts, text) if len(starts) > 1 or starts[0] in text else ():
            if place >= end and (match := regex.match(text, place)):
                found.append(match)
                end = match.end()
        return found


class Phrases:
    """The phrases of a list."""

    def __init__(self, branches: list[Choice]) -> None:
        self._lines = [_Line(branch.pattern) for branch in branches]
        # Forty thousand literals, so those of one phrase share one tuple, and lists that have one share its string.
        self._of_literal: dict[str, tuple[int, ...]] = {}
        for index, branch in enumerate(branches):
            alone = (index,)
            for literal in branch.anchors or ("",):
                others = self._of_literal.get(literal)
                self._of_literal[intern(literal)] = (*others, index) if others else alone
        self.always = self._of_literal.pop("", ())  # the phrases without any

    @property
    def literals(self) -> AbstractSet[str]:
        """The literals of the phrases."""
        return self._of_literal.keys()

    @property
    def patterns(self) -> tuple[str, ...]:
        """The regular expression of each phrase."""
        return tuple(line.pattern for line in self._lines)

    @property
    def anchors(self) -> tuple[str, ...]:
        """The literals without one of which no phrase is there; none when some phrase has none."""
        return () if self.always else tuple(sorted(self.literals))

    def finditer(self, text: str, seen: AbstractSet[str] | None = None) -> Iterator["re.Match[str]"]:
        """Yield the places of the phrases; ``seen`` holds the literals of the whole message, when they are known."""
        indexes = set(self.always)
        for literal in self._of_literal if seen is None else self._of_literal.keys() & seen:
            indexes.update(self._of_literal[literal])
        found: list[re.Match[str]] = []
        for index in sorted(indexes):
            found += self._lines[index].findall(text)
        return iter(found)

    def search(self, text: str, seen: AbstractSet[str] | None = None) -> "re.Match[str] | None":
        """Return the first place of a phrase, or None."""
        return min(self.finditer(text, seen), key=lambda match: match.span(), default=None)


@cache
def phrases(name: str, *languages: str) -> Phrases:
    """Return the phrases of a list, in French and in English when no language is given."""
    return Phrases([branch for language in languages or LANGUAGES for branch in read(name, language)])


def read(name: str, language: str) -> list[Choice]:
    """Return the phrases of a list in a language: as read beforehand, else read now."""
    row = beforehand().get(f"{name}.{language}")
    if row is None:
        return _branches("phrases", name, language)
    branches: list[tuple[str, list[str]]] = json.loads(row)
    return [Choice(pattern, frozenset(anchors)) for pattern, anchors in branches]


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
        (f"{name}.{language}", [[each.pattern, sorted(each.anchors)] for each in _branches("phrases", name, language)])
        for name in _names()
        for language in LANGUAGES
    )
    rows = ",\n".join(f"{json.dumps(name)}: {json.dumps(each, ensure_ascii=False)}" for name, each in lists)
    return f'{_head()}\n"lists": {{\n{rows}}}}}'


def _head() -> str:
    """Return the first line of ``library/phrases.json``."""
    return f'{{"digest": "{_digest()}",'


def _names() -> list[str]:
    return sorted({file.name.split(".")[0] for file in (LIBRARY / "phrases").iterdir()})


@cache
def list_bits() -> dict[str, int]:
    """Return the bit of each list, in masks of lists."""
    return {name: 1 << index for index, name in enumerate(_names())}


def lists_with() -> dict[str, int]:
    """Return the mask of the lists that have a phrase with each literal; with the empty one, a phrase without any."""
    masks: dict[str, int] = {}
    for name, bit in list_bits().items():
        listed = phrases(name)
        for literal in (*listed.literals, *(("",) if listed.always else ())):
            masks[literal] = masks.get(literal, 0) | bit
    return masks


def _branches(folder: str, name: str, language: str) -> list[Choice]:
    return branches_of(lines(folder, name, language), language)


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
