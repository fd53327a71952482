"""Sexual remarks to or about a person: propositions, demands for pictures, comments on a body.

Mistaken for: a compliment on an object (a sexy bottle), brands and colours (naked juice, nude lipstick), health and
education, artworks, and what somebody reports having received.
"""

import re

from clausier.engine.detector import Said
from clausier.engine.speech import denied, reported


def _meant(match: "re.Match[str]") -> bool:
    return not denied(match.string, match.start(), near=14) and not reported(match.string, match.start())


DETECTORS = (Said("abuse.sexual", "sexual", confidence=0.8, valid=_meant),)
