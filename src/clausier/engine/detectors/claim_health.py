"""A health claim: that a product cures, treats or prevents an illness.

Rule: Canada's Food and Drugs Act, s. 3 and Schedule A.1, Regulation (EC) 1924/2006, FTC substantiation; a cosmetic or a
supplement that claims to treat is a drug without approval. Mistaken for: the caution that denies the claim ("ne
prévient aucune maladie"), balanced statements ("reduces your exposure") and other things that are treated or fought.
"""

import re

from clausier.engine.detector import Said
from clausier.engine.speech import affirmed

_DENIED_INSIDE = re.compile(r"(?<!\w)(?:aucune?|pas|not|no known|any (?:disease|illness))(?!\w)")


def _claims(match: "re.Match[str]") -> bool:
    """Tell whether the product is said to do it: the denial may stand before or inside."""
    return affirmed(match) and not _DENIED_INSIDE.search(match[0])


DETECTORS = (Said("claim.health", "cures", confidence=0.8, valid=_claims),)
