"""A contest, draw or giveaway is announced.

Rule: Canada's Competition Act, s. 74.06 (prizes, odds and dates disclosed), Quebec's rules on publicity contests, the
terms of each network; a contest needs published rules. Mistaken for: a staffing competition ("concours 2026-114"), a
contest denied or fraudulent, "draw the line", the pull of a cable.
"""

import re
from collections.abc import Iterator

from clausier.engine.anchors import anchors_of
from clausier.engine.detector import Derived, Found, View
from clausier.engine.speech import affirmed
from clausier.engine.words import whole

PRIZES = (
    "gagne", "gagner", "gagnez", "gagnerez", "remporte", "remportez", "remporter", "prix", "cadeau", "cadeaux",
    "partagez", "partage", "aimez", "identifiez", "commentez", "commente", "abonnez", "participez", "participe",
    "chance", "win", "wins", "prize", "prizes", "share", "like", "tag", "follow", "comment", "enter", "rules",
    "reglement", "reglements", "admissible", "eligible", "gagnant", "gagnants", "lot",
)  # fmt: skip
NEAR = 90  # characters around the word in which a prize, or what to do for it, stands

_PAST = re.compile(r"(?:gagnante?s?|winners?|resultats?) (?:du|de notre|de ce|des|of (?:the|our)|in our) $")
_NAMED = (
    r"(?<!\w)(?:concours|tirages?(?: au sort)?|contest|raffle|prize draw|loterie"
    r"|(?:our|the|a|this|big|lucky) draw)(?!\w)"
    r"(?! (?:de dotation|no|n°|20\d\d|de circonstances|hippique|de (?:cables?|la rue)|public|d'entree|d'emploi))"
)
_NAME = re.compile(_NAMED)
_PRIZE = whole(PRIZES)
_CABLES = re.compile(r"dotation|cables|d'embauche|staffing competition")


def look(view: View) -> Iterator[Found]:
    """Yield the announcement, from its first words to its last: a contest is one thing, however often it is named."""
    text = view.text.folded
    said = [match for match in view.phrases("contests") if _announced(match)]
    for match in _NAME.finditer(text):
        if _announced(match) and (said or _PRIZE.search("".join(view.around(*match.span(), NEAR)))):
            said.append(match)
    if said and not _CABLES.search(text):
        yield Found("claim.contest", min(match.start() for match in said), max(match.end() for match in said), 0.8)


def _announced(match: "re.Match[str]") -> bool:
    """Tell whether the contest is announced: neither denied nor over."""
    return affirmed(match) and not _PAST.search(match.string[: match.start()])


DETECTORS = (Derived(("claim.contest",), look, anchors=anchors_of(_NAMED), lists=("contests",)),)
