"""A likely swindle: a bait (refund, prize, loan, blocked account, miracle investment) and a demand (card, code, link).

From the patterns that the Canadian Anti-Fraud Centre and Cybermalveillance.gouv.fr publish. A link that wears the name
of the organisation and is not one of its domains weighs as much as a demand. What these do not tell is weighed word by
word (``engine/weighing.py``); such a finding is a learned one. Mistaken for: somebody who warns of a swindle or asks
whether it is one, and a customer's own trouble with a refund.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from clausier.document.vocabulary import INCOMING
from clausier.engine.detector import Derived, Found, Known, View
from clausier.engine.names import joined
from clausier.engine.text import HOST
from clausier.engine.weighing import confidence_of, weighed

WORTH_READING = 0.02  # the share of the words under which the lists are not even looked at
LIKELY, VERY_LIKELY = 0.25, 0.6  # the share from which a message is held for a swindle, with a sign of one and without
TWICE = 2  # as much promotion as swindle in the words: something is sold, and that is all
# Whoever gives such a number or a secret is no swindler, but perhaps somebody who answers one.
HANDED_OVER = (
    *("pi.sin", "pi.health-card", "pi.ssn", "pi.nir", "pi.payment-card", "pi.bank-account", "pi.birth-date"),
    *("pi.driver-licence", "pi.licence-plate", "pi.ip-address", "pi.address", "secret."),
)
TELLING = 5  # letters of a name that a host may wear

_HOST = re.compile(r"(?<![\w@.-])(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,10}(?![\w@])")
_MINE = re.compile(r"(?<!\w)(?:i|i'm|i've|my|we|our|je|j|mon|ma|mes|nous|notre)(?!\w)")


def look(view: View) -> Iterator[Found]:
    """Yield the likely swindle, from its bait to its demand."""
    if view.context.direction != INCOMING or not view.text.folded:
        return
    shares = weighed(view)
    share = shares["spam.scam"]
    if share < WORTH_READING:
        return
    lure, bait = _lookalike(view), min(view.phrases("baits"), key=lambda match: match.start(), default=None)
    demand = max(view.phrases("demands"), key=lambda match: match.end(), default=None)
    if (bait and (demand or lure)) or (lure and demand):
        told = bait and not lure and _in_trouble(view.text.folded, bait.start())
        sold = not lure and shares["spam.promotion"] > TWICE * share
        if not told and not sold and not view.says("scam-warnings"):
            signs = [match for match in (bait, demand, lure) if match]
            span = min(match.start() for match in signs), max(match.end() for match in signs)
            yield Found("spam.scam", *span, 0.85 if lure else 0.7)
            return
    likely = LIKELY if (bait or demand) and not view.says("scam-warnings") else VERY_LIKELY
    if share > likely and share >= shares["spam.promotion"] and not view.of(*HANDED_OVER):
        yield Found("spam.scam", 0, len(view.text.folded), confidence_of(share, likely), learned=True)


def _in_trouble(text: str, start: int) -> bool:
    """Tell whether the bait is the author's own affair, of which they ask something."""
    return "?" in text and _MINE.search(text, 0, start) is not None


@lru_cache(maxsize=32)
def _names(known: Known) -> tuple[str, ...]:
    names = [joined(name) for each in known.facts.names.values() for name in each]
    names += [domain.partition(".")[0] for domain in known.facts.domains]
    return tuple(name for name in names if len(name) >= TELLING)


def _lookalike(view: View) -> "re.Match[str] | None":
    """Return a link that wears the organisation's name and does not lead to it."""
    if not HOST.search(view.text.folded):
        return None
    ours = tuple("." + domain for domain in view.known.facts.domains)
    for match in _HOST.finditer(view.text.folded):
        if not f".{match[0]}".endswith(ours) and any(name in joined(match[0]) for name in _names(view.known)):
            return match
    return None


DETECTORS = (Derived(("spam.scam",), look, after=HANDED_OVER),)
