"""A contest, draw or giveaway is announced.

Rule: Canada's Competition Act, s. 74.06 (prizes, odds and dates disclosed), Quebec's rules on publicity contests, the
terms of each network; a contest needs published rules. Mistaken for: a staffing competition ("concours 2026-114"), a
contest denied or fraudulent, "draw the line", the pull of a cable.
"""

import re

from clausier.engine.detector import Pattern, Said
from clausier.engine.speech import affirmed

KIND = "claim.contest"
PRIZES = (
    "gagne", "gagner", "gagnez", "gagnerez", "remporte*", "prix", "cadeau*", "partag*", "aimez", "identifi*",
    "commentez", "abonn*", "participe*", "chance", "win", "prize*", "share", "like", "tag", "follow", "comment",
    "enter", "rules", "reglement*", "admissible*", "eligible",
)  # fmt: skip

_PAST = re.compile(r"(?:gagnante?s?|winners?|resultats?) (?:du|de notre|de ce|des|of (?:the|our)|in our) $")


def _announced(match: "re.Match[str]") -> bool:
    """Tell whether the contest is announced: neither denied nor over."""
    return affirmed(match) and not _PAST.search(match.string[: match.start()])


DETECTORS = (
    Said(KIND, "contests", confidence=0.8, valid=_announced),
    Pattern(
        KIND,
        r"(?<!\w)(?:concours|tirages?(?: au sort)?|contest|raffle|prize draw|loterie"
        r"|(?:our|the|a|this|big|lucky) draw)(?!\w)"
        r"(?! (?:de dotation|no|n°|20\d\d|de circonstances|hippique|de cables?|public|d'entree))",
        confidence=0.3,
        valid=_announced,
        wanted=PRIZES,
        near=90,
    ),
)
