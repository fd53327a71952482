"""A protected name: the code names of the organisation's protected lists, however they are written.

Case, accents, hyphens, any white space between the words, a hashtag that runs them together, the words the other way
round (*Chickadee Project*) and the plural are the same name. An entry is protected through the whole of its last day,
in the time zone of the organisation's calendar; when the moment of the message is unknown, it is protected.
Mistaken for: parts of the name alone (*Tilleul*), which are ordinary words.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from itertools import permutations
from zoneinfo import ZoneInfo

from clausier.engine.detector import Detector, Found, Hit, Known, View
from clausier.engine.text import fold

MOST_REORDERED = 3  # words: a longer name is a sentence, and has one order
BETWEEN = r"[\s_-]{0,5}"

# What a code name stands beside, in the other language: the same name.
SAME = {
    "projet": "project", "formule": "formula", "dossier": "file", "operation": "operation", "fusion": "merger",
    "plan": "plan", "programme": "program", "acquisition": "acquisition",
}  # fmt: skip
EITHER = {word: f"(?:{french}|{english})" for french, english in SAME.items() for word in (french, english)}

Name = tuple["re.Pattern[str]", date | None]


@lru_cache(maxsize=8)
def _names(known: Known) -> dict[str, list[Name]]:
    """Return the protected names by their longest word: how each is written, and its last day (None is for ever)."""
    names: dict[str, list[Name]] = {}
    for entry in (entry for each in known.protected for entry in each.entries):
        for name in (entry.term, *entry.also):
            words = [word for word in re.split(r"[\s_-]+", fold(name)) if word]
            if words:
                names.setdefault(
                    max((word for word in words if word not in EITHER), key=len, default=words[0]), []
                ).append((_written(words), entry.until))
    return names


def _written(words: list[str]) -> "re.Pattern[str]":
    orders = permutations(words) if len(words) <= MOST_REORDERED else (words,)
    ways = dict.fromkeys(
        BETWEEN.join(rf"{EITHER.get(word) or re.escape(word)}s?" for word in order) for order in orders
    )
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(ways)})(?![^\W_])")


class ProtectedNames(Detector):
    """The names of the protected lists, where their longest word was seen."""

    kinds = ("conf.term",)

    def literals(self, known: Known) -> Iterable[str]:
        """Return the longest word of each name."""
        return _names(known)

    def find(self, view: View, hits: list[Hit]) -> Iterator[Found]:
        """Yield the names that are still protected at the moment of the message."""
        names = _names(view.known)
        for literal in dict.fromkeys(hit.literal for hit in hits):
            for written, until in names[literal]:
                if _still(until, view):
                    for match in written.finditer(view.text.folded):
                        yield Found("conf.term", *match.span(), 0.95)


def _still(until: date | None, view: View) -> bool:
    at = view.context.at
    if until is None or at is None:
        return True
    return at.astimezone(ZoneInfo(view.known.facts.calendar.timezone)).date() <= until


DETECTORS = (ProtectedNames(),)
