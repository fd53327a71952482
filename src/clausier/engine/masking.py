"""Words that must not be shown again: personal information, secrets and protected names are masked in every quote."""

import re

from clausier.document.vocabulary import SIGNALS

BULLET = "•"
SHORT = BULLET * 3


def mask(kind: str, quote: str) -> str:
    """Return the quote of a signal as it may be shown.

    Personal information keeps its separators, so that its author recognizes it; a secret keeps its length alone, since
    its marks are part of it; a protected name keeps nothing.
    """
    signal = SIGNALS.get(kind)
    if signal is None or not signal.masked:
        return quote
    if kind.startswith("conf."):
        return SHORT
    kept = r"[^ \n.,:/@()+-]" if kind.startswith("pi.") else r"\S"
    return re.sub(kept, BULLET, quote)
