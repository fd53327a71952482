"""Unsolicited promotion in a comment: somebody's channel, shop, services or link.

Some words only promotion says ("check out my channel"). Otherwise two signs are needed: that something is offered, and
a call to come and get it or a link that leads elsewhere. Mistaken for: a person who looks for a service, a community
notice that asks leave, a lost cat with a reward, and a link given to help.
"""

import re
from collections.abc import Iterator

from clausier.document.vocabulary import INCOMING
from clausier.engine.detector import Derived, Found, View
from clausier.engine.phrases import phrases

_LINK = re.compile(
    r"(?<![\w@.])(?:https?://\S{1,300}|(?:[a-z0-9-]{1,63}\.){1,5}(?:com|ca|qc|net|org|info|biz|shop|store|online|site|xyz|club"
    r"|example|ly|me|io|be|gl|fr|co|top|live)(?![\w@]))"
)


def look(view: View) -> Iterator[Found]:
    """Yield the promotion, from its first sign to its last."""
    if view.context.direction != INCOMING:
        return
    strong = _first(view, "promotions")
    if strong:
        yield Found("spam.promotion", *strong.span(), 0.85)
        return
    said = [match for match in (_first(view, "offers"), _first(view, "calls")) if match]
    link = _link(view) if said else None
    signs = [*said, link] if link else said
    if len(signs) > 1 and not view.says("asks") and not view.of("spam.scam"):
        start, end = min(match.start() for match in signs), max(match.end() for match in signs)
        yield Found("spam.promotion", start, end, 0.7)


def _first(view: View, name: str) -> "re.Match[str] | None":
    return min(view.phrases(name), key=lambda match: match.start(), default=None)


def _link(view: View) -> "re.Match[str] | None":
    """Return the first link that does not lead to the organisation."""
    domains = view.known.facts.domains
    links = _LINK.finditer(view.text.folded)
    return next((match for match in links if not any(domain in match[0] for domain in domains)), None)


ANCHORS = tuple(anchor for name in ("promotions", "offers", "calls") for anchor in phrases(name).anchors)

DETECTORS = (Derived(("spam.promotion",), look, after=("spam.scam",), anchors=ANCHORS),)
