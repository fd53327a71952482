"""A word of abuse with two letters changed over or one left out: wmoen, imimgrants, idoit, dégoutnat.

Whoever types so to slip through is still read by people. The misspellings of the words that matter are made once, so
that a message is looked up word by word and most hold none. What is itself a word of French or English, by the list
``no-misspellings``, is nobody's misspelling. Nothing is told here: the message is only read again with the word meant.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from clausier.engine.text import Text, fold
from clausier.engine.words import LANGUAGES, both, lines

LISTS = ("groups", "traits", "identity", "slurs", "doubtful", "insults", "slights", "vile", "profanity", "attacks")
SWAPPED, SHORTENED = 4, 6  # letters of the words that are known with two changed over, and with one left out

_WORD = re.compile(r"[a-z]{4,24}")


class Respelt(NamedTuple):
    """The word meant at a span of a folded text."""

    start: int
    end: int
    text: str


def is_misspelt(text: Text) -> bool:
    """Tell whether a text holds a misspelling of a word that matters."""
    return not meant().keys().isdisjoint(text.letters)


def respelt(folded: str) -> Iterator[Respelt]:
    """Yield the words meant by those that are misspelt in a folded text."""
    for match in _WORD.finditer(folded):
        word = meant().get(match[0])
        if word:
            yield Respelt(*match.span(), word)


def corrected(folded: str) -> str:
    """Return a folded text with the words meant."""
    return _WORD.sub(lambda match: meant().get(match[0], match[0]), folded)


@cache
def meant() -> dict[str, str]:
    """Return the misspellings of the words that matter, each with its word."""
    told: dict[str, str] = {}
    for word in sorted(written()):
        told.update(dict.fromkeys(misspellings(word), word))
    for name in ("no-misspellings", "stopwords", "first-names"):
        for word in both(name):
            told.pop(word, None)
    for word in told.keys() & written().keys():
        del told[word]
    return told


@cache
def written() -> dict[str, str]:
    """Return the words that matter, folded, each as it is written."""
    told = {fold(line): line for name in LISTS for each in LANGUAGES for line in lines("words", name, each)}
    return {word: line for word, line in told.items() if word.isascii() and word.isalpha()}


def misspellings(word: str) -> list[str]:
    """Return a word with two neighbours changed over, then with one letter other than its first left out."""
    cuts = [(word[:at], word[at:]) for at in range(len(word))]
    swapped = [before + after[1] + after[0] + after[2:] for before, after in cuts[:-1] if after[0] != after[1]]
    shortened = [before + after[1:] for before, after in cuts[1:]]
    return (swapped if len(word) >= SWAPPED else []) + (shortened if len(word) >= SHORTENED else [])
