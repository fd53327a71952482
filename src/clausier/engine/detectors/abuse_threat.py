"""A threat to a person: to kill, to hurt, to find, to burn, or a wish that somebody else do it.

Mistaken for: idioms (killed it, tuer le temps, my wife is going to murder me), threats of lawsuits and of complaints,
hyperbole about oneself or about things, a game that is to be won, a dish to die for, and news of a threat. A threat is
for people to weigh: never judged here.
"""

import re

from clausier.engine.detector import Said
from clausier.engine.speech import denied, in_play, reported


def _meant(match: "re.Match[str]") -> bool:
    text, start = match.string, match.start()
    return not (denied(text, start, near=20) or reported(text, start) or in_play(text, *match.span()))


DETECTORS = (Said("abuse.threat", "threats", confidence=0.8, valid=_meant),)
