"""A contest, draw or giveaway is announced.

Rule: Canada's Competition Act, s. 74.06 (prizes, odds and dates disclosed), Quebec's rules on publicity contests, the
terms of each network; a contest needs published rules. Mistaken for: a staffing competition ("concours 2026-114"), a
contest denied or fraudulent, "draw the line", the pull of a cable.
"""

from functools import partial

from clausier.engine.detector import Pattern
from clausier.engine.speech import affirmed

_contest = partial(Pattern, "claim.contest", valid=affirmed)
_PRIZE = (
    *(
        "gagn*",
        "remport*",
        "prix",
        "cadeau*",
            "partag*",
        "aimez",
        "identifi*",
        "commentez",
        "abonn*",
    ),
    *(
        "participe*",
        "chance",
        "win",
        "winner*",
        "prize*",
        "share",
        "like",
        "tag",
        "follow",
        "comment",
        "enter",
        "rules",
    ),
    *("reglement*", "admissible*", "eligible"),
)

DETECTORS = (
    _contest(
        r"\bcour(?:ez|s|ir) la chance d[e'][^.!?\n]{0,80}|\bchances? (?:to|of|de|d') ?(?:win|gagner|winning|remporter)\b[^.!?\n]{0,60}"
        r"|\benter (?:to win|our|the|for (?:a|your) chance)\b[^.!?\n]{0,60}(?:win|draw|contest|raffle|giveaway|chance)?"
        r"|\b(?:giveaway|sweepstakes?|jeu[- ]concours)\b[^.!?\n]{0,60}",
        
        confidence=0.9,
    ),
    _contest(
        r"\b(?:to|could|will|you'll|and) win (?:an? |one of |two |three |four |five |\$|free |our |the |tickets)[^.!?\n]{0,50}"
        r"|\bwin (?:an? (?:free|pair|trip|year|prize|gift|chance|pass|family|season)|one of|tickets|free)\b[^.!?\n]{0,50}"
        r"|\b(?:gagnez|a gagner|pour gagner|et gagne(?:z)?|remportez) ?(?:une?|des|deux|trois|quatre|cinq|\d+|l'un|plusieurs|votre)?\b[^.!?\n]{0,50}",
        
        confidence=0.7,
    ),
    _contest(
        r"\b(?:concours|tirages?(?: au sort)?|contest|raffle|prize draw|loterie)\b(?! (?:de dotation|no\b|n°|20\d\d|de circonstances|hippique"
        r"|de cables?|public|d'entree))|\b(?:our|the|a|this|big|lucky) draw\b",
        
        confidence=0.3,
        wanted=_PRIZE,
        near=90,
    ),
)
