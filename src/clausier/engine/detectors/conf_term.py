"""A protected name: the code names of the organisation's protected lists, however they are written.

Case, accents, hyphens, a hashtag that runs the words together, the words the other way round (*Chickadee Project*)
and the plural are the same name. An entry is protected through the whole of its last day, in the time zone of the
organisation's calendar; when the moment of the message is unknown, it is protected.
Mistaken for: parts of the name alone (*Tilleul*), which are ordinary words.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from itertools import permutations
from zoneinfo import ZoneInfo

from clausier.document.model import Entry
from clausier.engine.detector import Known, Lexicon, View
from clausier.engine.text import fold

MOST_REORDERED = 3  # a longer name is a sentence: it has one order


@lru_cache(maxsize=8)
def _forms(known: Known) -> dict[str, date | None]:
    """Return each way to write a protected name, with its last day; None is for ever."""
    forms: dict[str, date | None] = {}
    for entry in (entry for each in known.protected for entry in each.entries):
        for form in _written(entry):
            forms[form] = _later(forms[form], entry.until) if form in forms else entry.until
    return forms


def _later(one: date | None, other: date | None) -> date | None:
    return None if one is None or other is None else max(one, other)


def _written(entry: Entry) -> Iterator[str]:
    for name in (entry.term, *entry.also):
        words = fold(name).split()
        orders = permutations(words) if len(words) <= MOST_REORDERED else (tuple(words),)
        for order in orders:
            yield from _joined(order)


def _joined(words: Iterable[str]) -> set[str]:
    """Return the words joined by spaces, hyphens, underscores or nothing, in the singular and the plural."""
    spaced = " ".join(words)
    pieces = re.split(r"[ _-]", spaced)
    joined = {spaced, *(link.join(pieces) for link in (" ", "-", "_", ""))}
    plurals = {f"{pieces[0]}s {' '.join(pieces[1:])}", f"{'s '.join(pieces)}s"} if pieces[1:] else set()
    return joined | {f"{each}s" for each in joined} | plurals


def _terms(known: Known) -> dict[str, float]:
    return dict.fromkeys(_forms(known), 0.95)


def _still(literal: str, view: View) -> bool:
    until, at = _forms(view.known)[literal], view.context.at
    if until is None or at is None:
        return True
    return at.astimezone(ZoneInfo(view.known.facts.calendar.timezone)).date() <= until


DETECTORS = (Lexicon(kind="conf.term", terms=_terms, when=_still),)
