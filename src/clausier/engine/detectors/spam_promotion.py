"""Unsolicited promotion in a comment: somebody's channel, shop, services or link.

Some words only promotion says ("check out my channel"). Otherwise two signs are needed: that something is offered, and
a call to come and get it or a link that leads elsewhere. What neither tells is weighed word by word
(``engine/weighing.py``); such a finding is a learned one. Mistaken for: a person who looks for a service, a community
notice that asks leave, a lost cat with a reward, a fan who says to subscribe to an artist, and a link given to help.
"""

import re
from collections.abc import Iterator

from clausier.document.vocabulary import INCOMING
from clausier.engine.detector import Derived, Found, View
from clausier.engine.text import HOST
from clausier.engine.weighing import confidence_of, weighed

WORTH_READING = 0.02  # the share of the words under which the lists are not even looked at
LIKELY, VERY_LIKELY = 0.45, 0.7  # the share from which a message is held for promotion, with another sign and without
BARE = 8  # words at most beside a link that nothing explains

_LINK = re.compile(
    r"(?<![\w@.])(?:https?://\S{1,300}|(?:[a-z0-9-]{1,63}\.){1,5}(?:com|ca|qc|net|org|info|biz|shop|store|online|site|xyz|club"
    r"|example|ly|me|io|be|gl|fr|co|top|live)(?![\w@]))"
)
# A code that is refused, what somebody sells of their own for once.
_HARDLY_SOLD = re.compile(
    r"(?<!\w)(?:(?:promo|promotionnel|discount|rabais|coupon|referral) [\w' ]{0,40}"
    r"(?:refused|rejected|refuse|expired|expire|invalid|invalide|pas passe|n'a pas|didn't|won't"
    r"|(?:doesn't|does not|not|marche|fonctionne) (?:work\w{0,3}|pas|plus))"
    r"|(?:je vends|vends|selling|i sell|i'm selling) (?:mon|ma|mes|my|notre|our) (?:\w{1,12} )?"
    r"(?:billets?|tickets?|vieux|vieille|old|velo|bike|sofa|couch|auto|car|passes?|laissez-passer|place|seats?|pass))(?!\w)"
)


def look(view: View) -> Iterator[Found]:
    """Yield the promotion, from its first sign to its last."""
    if view.context.direction != INCOMING or not view.text.folded:
        return
    shares = weighed(view)
    share, scam = shares["spam.promotion"], shares["spam.scam"]
    if share < WORTH_READING or view.of("spam.scam") or scam > max(share, LIKELY):
        return
    strong, link = _first(view, "promotions"), _link(view)
    if strong and not link and _HARDLY_SOLD.search(view.text.folded):
        strong = None
    others = [match for match in (_first(view, "offers"), _first(view, "calls"), link) if match]
    signs = [strong, *others] if strong else others
    told = len(others) > 1 or (link is not None and len(view.text.words) <= BARE)
    if strong or (told and not view.says("asks") and not view.says("scam-warnings")):
        start, end = min(match.start() for match in signs), max(match.end() for match in signs)
        yield Found("spam.promotion", start, end, 0.85 if strong else 0.7)
        return
    likely = LIKELY if signs else VERY_LIKELY
    if share > likely and not view.of("pi.address", "pi.birth-date", "pi.licence-plate", "secret."):
        yield Found("spam.promotion", 0, len(view.text.folded), confidence_of(share, likely), learned=True)


def _first(view: View, name: str) -> "re.Match[str] | None":
    return min(view.phrases(name), key=lambda match: match.start(), default=None)


def _link(view: View) -> "re.Match[str] | None":
    """Return the first link that does not lead to the organisation."""
    if not HOST.search(view.text.folded):
        return None
    domains = view.known.facts.domains
    links = _LINK.finditer(view.text.folded)
    return next((match for match in links if not any(domain in match[0] for domain in domains)), None)


DETECTORS = (Derived(("spam.promotion",), look, after=("spam.scam", "pi.", "secret.")),)
