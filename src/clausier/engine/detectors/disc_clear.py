"""The author tells the tie clearly: plain words of employment, payment or gift, in sight and in the post's language.

What a public notice asks of influencers (Competition Bureau, FTC 16 CFR 255, the ARPP's code) and of employees alike.
Mistaken for: working in general ("je travaille de la maison"), so a tie is with somebody named; and a clear tag that is
buried or in another language than the post, which is only vague. An official account is its own disclosure.
"""

from collections.abc import Iterator

from clausier.engine.detector import Derived, Found, View
from clausier.engine.disclosure import ANCHORS, statements
from clausier.engine.voice import discloses


def look(view: View) -> Iterator[Found]:
    """Yield the clear statements of a tie."""
    if discloses(view):
        for statement in statements(view):
            if statement.clear:
                yield Found("disc.clear", statement.start, statement.end, 0.9)


DETECTORS = (Derived(("disc.clear",), look, after=("about.",), anchors=ANCHORS),)
