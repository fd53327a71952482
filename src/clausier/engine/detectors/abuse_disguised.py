"""Abuse in disguise: what the detectors of abuse find once a message is read through it.

A message that shows signs of a disguise (``engine/deobfuscation.py``) is read a second time without it. Mistaken for:
codes, plates and postal codes, laughter and drawn-out words, which mean nothing once read so.
"""

from collections.abc import Iterator
from functools import lru_cache

from clausier.engine.deobfuscation import plain_of
from clausier.engine.detector import Derived, Found, Known, View
from clausier.engine.detectors import detectors_of
from clausier.engine.scanner import Scanner
from clausier.engine.text import Text

MODULES = (
    "abuse_harassment",
    "abuse_hate",
    "abuse_insult",
    "abuse_profanity",
    "abuse_self_harm",
    "abuse_sexual",
    "abuse_threat",
)
KINDS = tuple(f"abuse.{each.removeprefix('abuse_').replace('_', '-')}" for each in MODULES)
SURE = 0.95  # how much of its confidence a finding keeps


@lru_cache(maxsize=8)
def _scanner(known: Known) -> Scanner:
    return Scanner([each for name in MODULES for each in detectors_of(name)], known)


def look(view: View) -> Iterator[Found]:
    """Yield the abuse that shows once the disguise is off."""
    plain = plain_of(view.text.folded)
    if plain is None:
        return
    inner = View(Text(plain.text), view.context, view.known, view.language)
    _scanner(view.known).scan(inner)
    for each in inner.found:
        if each.end > each.start:
            yield Found(each.kind, *plain.folded(each.start, each.end), round(each.confidence * SURE, 3))


DETECTORS = (Derived(KINDS, look),)
