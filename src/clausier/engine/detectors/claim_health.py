"""A health claim: that a product cures, treats or prevents an illness.

Rule: Canada's Food and Drugs Act, s. 3 and Schedule A.1, Regulation (EC) 1924/2006, FTC substantiation; a cosmetic or a
supplement that claims to treat is a drug without approval. Mistaken for: the caution that denies the claim ("ne
prévient aucune maladie"), balanced statements ("reduces your exposure"), other things that are treated or fought, the
care that a patient had, and one's own illness when no product is named.
"""

import re
from collections.abc import Iterator

from clausier.engine.detector import Derived, Found, View
from clausier.engine.speech import affirmed, before

_DENIED_INSIDE = re.compile(r"(?<!\w)(?:aucune? (?:maladie|effet)|not|no known|any (?:disease|illness))(?!\w)")
_IN_CARE = re.compile(
    r"(?:(?:traite|soigne|opere|hospitalise|suivi)e?s? (?:pour|a l'hopital)|treated (?:for|at)|diagnosed|chimio"
    r"|vaccin\w{0,6}|clsc"
    r"|hopital|infirmiere|surgery|chemo|hospital|nurses?|funeral|fundrais|collecte de fonds|levee de fonds|campagne)"
)
_OWN = re.compile(r"(?<!\w)(?:my|mon|ma|mes|our|his|her|son|sa|ses) $")


def look(view: View) -> Iterator[Found]:
    """Yield the claims, but for those that are denied and the tales of one's own care."""
    text = view.text.folded
    for match in view.phrases("cures"):
        if not affirmed(match) or _DENIED_INSIDE.search(match[0]):
            continue
        own = _OWN.search(before(text, match.start())) is not None
        if (own or _IN_CARE.search(text)) and not view.of("about.offering"):
            continue
        yield Found("claim.health", *match.span(), 0.8)


DETECTORS = (Derived(("claim.health",), look, after=("about.",), lists=("cures",)),)
