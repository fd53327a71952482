"""Harassment: contact that is pursued against somebody's will, calls to pile on, campaigns to humiliate.

The frame is that of section 81.18 of the Act respecting labour standards (CQLR c. N-1.1): vexatious, repeated or
grave, hostile or unwanted. Mistaken for: a persistent customer (I will call every day until it is mended), a prayer to
share a notice, sport, criticism of a decision, and the account of a victim.
"""

import re

from clausier.engine.detector import Said
from clausier.engine.speech import denied, in_play, quoted


def _meant(match: "re.Match[str]") -> bool:
    text, start = match.string, match.start()
    return not (denied(text, start, near=14) or quoted(text, start) or in_play(text, *match.span()))


DETECTORS = (Said("abuse.harassment", "harassing", confidence=0.75, valid=_meant),)
