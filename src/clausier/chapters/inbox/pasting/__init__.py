"""A thread copied from a network as text becomes comments: one module a network, one reader for all of them."""

from datetime import datetime

from clausier.chapters.inbox.pasting import facebook, instagram, linkedin, youtube
from clausier.chapters.inbox.pasting.reader import Pasted, Reading, alone, read

DIALECTS = {each.network: each for each in (facebook.DIALECT, instagram.DIALECT, linkedin.DIALECT, youtube.DIALECT)}

__all__ = ["Pasted", "Reading", "split"]


def split(text: str, network: str, now: datetime) -> Reading:
    """Return the comments of a pasted text, in their order.

    Where nothing of the network's interface is recognised, and on networks without a dialect, the text is one comment.
    """
    dialect = DIALECTS.get(network)
    return (read(text, dialect, now) if dialect else None) or alone(text)
