"""A recommendation to buy, sell or hold a security.

Rule: recommending a security in public is the business of the registered (FINRA 2111 and 2210, Regulation 31-103,
article 20 of the European market abuse regulation). Mistaken for: everyday buying ("achetez vos billets"), market slang
about other things, a question, and the sentence that says one never recommends.
"""

import re

from clausier.engine.detector import Pattern, Said
from clausier.engine.speech import affirmed

KIND = "claim.recommendation"
TO_COME = (
    "remercierez", "thank me", "va monter", "va exploser", "va doubler", "to the moon", "earnings", "resultats",
    "bourse", "going up", "about to pop", "skyrocket*", "tsx", "nasdaq", "nyse", "rocket",
)  # fmt: skip
_OWN_WISH = re.compile(r"(?<!\w)(?:i|we|you|je|can|could|how do|want|wanna|to|peux-tu|pouvez-vous)(?: \w{1,15}){0,2} $")


def _advises(match: "re.Match[str]") -> bool:
    """Tell whether others are advised: "I want to buy shares" and "can you sell stocks" ask, they advise nobody."""
    start = match.start()
    return affirmed(match) and not _OWN_WISH.search(match.string[max(0, start - 40) : start])


DETECTORS = (
    Said(KIND, "recommendations", valid=_advises),
    # "Achetez du Cascadia Lithium avant vendredi": a proper name, with a nod to the gain to come.
    Pattern(
        KIND,
        r"\b(?:[Aa]chetez|[Vv]endez|[Bb]uy|[Ss]ell|[Dd]ump|[Ss]hort) "
        r"(?:(?:du|de la|de l['’]|des|de|d['’]|your|some|vos) ?)?"
        r"\$?[A-Z][\w&.-]{1,30}(?: [A-Z][\w&.-]{1,30}){0,3}"
        r"(?: (?:avant|maintenant|aujourd['’]hui|before|now|today)\b)?",
        raw=True,
        anchors=("achetez", "vendez", "buy", "sell", "dump", "short"),
        confidence=0.3,
        wanted=TO_COME,
        near=60,
    ),
)
