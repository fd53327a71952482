"""The author may be in danger: says that they want to die, to stop, or how.

A sign for people to act on at once, in Canada with 9-8-8 and in Quebec with 1 866 APPELLE; never a ground against the
author. Mistaken for: hyperbole (I'd rather die than pay, mort de rire), somebody else in danger, which is an emergency
of another kind, and prevention messages.
"""

import re

from clausier.engine.detector import Said
from clausier.engine.speech import reported

AROUND = 60  # characters in which a jest shows
_IN_JEST = re.compile(
    r"(?<!\w)(?:lol|lmao|mdr|ptdr|haha\w{0,20}|hihi|rather|plutot|de rire|laughing|de honte|de faim|de froid"
    r"|to know)(?!\w)|[😂🤣😆💀]"
)


def _earnest(match: "re.Match[str]") -> bool:
    around = match.string[max(0, match.start() - AROUND) : match.end() + AROUND]
    return not _IN_JEST.search(around) and not reported(match.string, match.start())


DETECTORS = (Said("abuse.self-harm", "self-harm", confidence=0.85, valid=_earnest),)
