"""A contest, draw or giveaway is announced.

Rule: Canada's Competition Act, s. 74.06 (prizes, odds and dates disclosed), Quebec's rules on publicity contests, the
terms of each network; a contest needs published rules. Mistaken for: a staffing competition ("concours 2026-114"), a
contest denied or fraudulent, "draw the line", the pull of a cable.
"""

from clausier.engine.detector import Pattern
from clausier.engine.speech import affirmed
from clausier.engine.words import phrases

KIND = "claim.contest"
PRIZES = (
    "gagne", "gagner", "gagnez", "gagnerez", "remporte*", "prix", "cadeau*", "partag*", "aimez", "identifi*",
    "commentez", "abonn*", "participe*", "chance", "win", "prize*", "share", "like", "tag", "follow", "comment",
    "enter", "rules", "reglement*", "admissible*", "eligible",
)  # fmt: skip

DETECTORS = (
    Pattern(KIND, phrases("contests"), confidence=0.8, valid=affirmed),
    Pattern(
        KIND,
        r"(?<!\w)(?:concours|tirages?(?: au sort)?|contest|raffle|prize draw|loterie"
        r"|(?:our|the|a|this|big|lucky) draw)(?!\w)"
        r"(?! (?:de dotation|no|n°|20\d\d|de circonstances|hippique|de cables?|public|d'entree))",
        confidence=0.3,
        valid=affirmed,
        wanted=PRIZES,
        near=90,
    ),
)
