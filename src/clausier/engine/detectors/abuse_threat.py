"""A threat to a person: to kill, to hurt, to find, to burn, or a wish that somebody else do it.

Mistaken for: idioms (killed it, tuer le temps, my wife is going to murder me), threats of lawsuits and of complaints,
hyperbole about oneself or about things, a game that is to be won, a dish to die for, and news of a threat. A threat is
for people to weigh: never judged here.
"""

import re

from clausier.engine.detector import Said
from clausier.engine.speech import denied, reported, sentence

_IN_PLAY = re.compile(
    r"(?<!\w)(?:de rire|laughing|finales?|finals?|semis|playoffs?|tournois?|tournaments?|match|hockey|soccer|ping-pong"
    r"|series?|championnat|championship|paintball|ligue|league|elections?|aux urnes|at the polls|gout\w{2,4}|taste[sd]?"
    r"|gateau|cake|recettes?|recipe|portrait|dents pour|intersection|passage pieton|crosswalk|stop sign"
    r"|un arret|coin (?:de|\d))(?!\w)"
)


def _meant(match: "re.Match[str]") -> bool:
    text, start = match.string, match.start()
    if denied(text, start, near=20) or reported(text, start):
        return False
    return _IN_PLAY.search(text, *sentence(text, *match.span())) is None


DETECTORS = (Said("abuse.threat", "threats", confidence=0.8, valid=_meant),)
