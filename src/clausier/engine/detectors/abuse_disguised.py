"""Abuse in disguise: what the detectors of abuse find once a message is read through it.

A message that shows signs of a disguise (``engine/deobfuscation.py``), or a misspelling of a word of abuse or of a
group, is read a second time without it. Mistaken for: codes, plates and postal codes, laughter and drawn-out words,
which mean nothing once read so, and honest slips of the finger, which mean what they would mean well written.
"""

from collections.abc import Iterator

from clausier.engine.deobfuscation import SIGNS, plain_of, shows_signs
from clausier.engine.detector import Derived, Found, View
from clausier.engine.misspelling import is_misspelt
from clausier.engine.text import Text

KINDS = (
    "abuse.harassment",
    "abuse.hate",
    "abuse.insult",
    "abuse.profanity",
    "abuse.self-harm",
    "abuse.sexual",
    "abuse.threat",
)
SOME = frozenset(KINDS)
SURE = 0.95  # how much of its confidence a finding keeps


def look(view: View) -> Iterator[Found]:
    """Yield the abuse that shows once the disguise is off."""
    if shows_signs(view.text.folded):
        yield from _beneath(view)


def look_misspelt(view: View) -> Iterator[Found]:
    """Yield the abuse that shows once its words are well spelt, in a message that shows no other sign."""
    if is_misspelt(view.text) and not shows_signs(view.text.folded):
        yield from _beneath(view)


def _beneath(view: View) -> Iterator[Found]:
    """Yield what is found in a message as it is read without its disguise."""
    plain = plain_of(view.text.folded)
    if plain is None or view.reader is None:
        return
    inner = View(Text(plain.text), view.context, view.known, view.language)
    view.reader.scan(inner, SOME)
    for each in inner.found:
        if each.end > each.start:
            yield Found(each.kind, *plain.folded(each.start, each.end), round(each.confidence * SURE, 3))


DETECTORS = (Derived(KINDS, look, anchors=SIGNS), Derived(KINDS, look_misspelt))
