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
    r"|d'ennui|of boredom|(?:die|dying|mourir) (?:of|de) (?!chagrin|grief|sadness|tristesse|ma |my )[a-z]{3,15}"
    r"|to know)(?!\w)|[😂🤣😆💀]"
)


# "You're going to die when you taste it", « mon chum va me tuer »: somebody else does it, or is spoken to.
_BY_OTHERS = re.compile(
    r"(?:(?<!\w)(?:tu|vous|va|vont|ca|he|she|they|you|you're|it|this|that|husband|wife|boss|lineup)"
    r" (?:(?:vas|allez|va|vont|will|would|is|are|gonna|going to|finir par|literally|ll) ){0,3})\Z"
)
# Who tells where help is to be had speaks to whoever needs it.
_PREVENTION = re.compile(
    r"(?<!\w)(?:9-?8-?8|1[ -]?866[ -]?appelle|hotline|help ?line|ligne d'ecoute|someone you (?:love|know)|un proche"
    r"|quelqu'un que vous|you matter|vous n'etes pas seul\w{0,2}|you are not alone|warning signs"
    r"|signes avant-coureurs)(?!\w)"
)


def _earnest(match: "re.Match[str]") -> bool:
    text = match.string
    around = text[max(0, match.start() - AROUND) : match.end() + AROUND]
    if _IN_JEST.search(around) or reported(text, match.start()):
        return False
    return not _BY_OTHERS.search(text, 0, match.start()) and not _PREVENTION.search(text)


DETECTORS = (Said("abuse.self-harm", "self-harm", confidence=0.85, valid=_earnest),)
