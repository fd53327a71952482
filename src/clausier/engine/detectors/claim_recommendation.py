"""A recommendation to buy, sell or hold a security.

Rule: recommending a security in public is the business of the registered (FINRA 2111 and 2210, Regulation 31-103,
article 20 of the European market abuse regulation). Mistaken for: everyday buying ("achetez vos billets"), market slang
about other things, a question, and the sentence that says one never recommends.
"""

import re
from functools import lru_cache

from clausier.engine.detector import Derived, Found, Known, Pattern, Said, View
from clausier.engine.names import joined
from clausier.engine.phrases import phrases
from clausier.engine.speech import affirmed, sentence
from clausier.engine.together import Together

KIND = "claim.recommendation"
TO_COME = (
    "remercierez", "thank me", "va monter", "va exploser", "va doubler", "to the moon", "earnings", "resultats",
    "bourse", "going up", "about to pop", "skyrocket*", "tsx", "nasdaq", "nyse", "rocket", "graphique", "chart",
    "analyst*", "numbers", "chiffres", "annonce", "takeover", "merger", "fusion", "bucks", "piasses", "ipo", "dip",
    "creux", "ticker", "trimestre", "quarter*", "contract", "contrat",
)  # fmt: skip
_OWN_WISH = re.compile(
    r"(?<!\w)(?:i|we|you|they|he|she|who|people|je|on|nous|ils|elle|il|qui|can|could|may|how do|how|want|wanna|to"
    r"|should i|peux-tu|pouvez-vous|pour|comment|before you|avant d[e'])(?: \w{1,15}){0,2} $"
)
_TICKER = re.compile(r"\$[A-Z]{1,5}(?![\w.])|(?<=\w \()[A-Z]{2,5}(?=\))")
_HOUSE = re.compile(
    r"banque|bank|caisse|creditunion|courti|broker|invest|fonds|fund|placement|patrimoine|wealth|securities|gestiondactif"
    r"|assetmanag|valeursmobilieres|bourse|trading|etf|fnb"
)


@lru_cache(maxsize=32)
def _trades(known: Known) -> bool:
    """Tell whether the organisation lives by money: what it tells others to buy there is a security."""
    offered = [name for each in known.facts.offerings for name in (*each.names.values(), *each.also)]
    named = [name for each in known.facts.names.values() for name in each]
    return any(_HOUSE.search(joined(name)) for name in (*named, *offered))


def _advises(match: "re.Match[str]") -> bool:
    """Tell whether others are advised: "I want to buy shares" and "can you sell stocks" ask, they advise nobody."""
    start = match.start()
    return affirmed(match) and not _OWN_WISH.search(match.string[max(0, start - 40) : start])


def _told_to_trade(match: "re.Match[str]", view: View) -> bool:
    del view
    return _advises(match)


def _ticker(view: View) -> "list[Found]":
    """Return the sentences that tell others to trade what a ticker names, or what a house of finance offers."""
    text = view.text.folded
    named = [view.text.folded_span(*match.span()) for match in _TICKER.finditer(view.text.raw)]
    if _trades(view.known):
        named += [(each.start, each.end) for each in view.of("about.offering")]
    found = []
    for match in view.phrases("trading"):
        start, end = sentence(text, *match.span())
        held = any(start <= place and stop <= end for place, stop in named)
        if held and text[end : end + 1] != "?" and _advises(match):
            found.append(Found(KIND, start, end, 0.65))
    return found


DETECTORS = (
    Said(KIND, "recommendations", valid=_advises),
    Together(KIND, "securities", "trading", unless=("scam-warnings",)),
    Derived((KIND,), _ticker, after=("about.",), anchors=phrases("trading").anchors),
    # "Achetez du Cascadia Lithium avant vendredi": a proper name, with a nod to the gain to come.
    Pattern(
        KIND,
        r"\b(?:[Aa]ch[eè]te(?:z)?|[Vv]ende?[zs]|[Bb]uy|[Ss]ell|[Dd]ump|[Ss]hort|[Gg]rab|[Ll]iquide[zs]?"
        r"|[Ee]mbarquez sur) "
        r"(?:(?:du|de la|de l['’]|des|de|d['’]|your|vos|tes|some|all your|le creux de) ?)?"
        r"\$?[A-Z][\w&.-]{1,30}(?: [A-Z][\w&.-]{1,30}){0,3}"
        r"(?: (?:avant|maintenant|aujourd['’]hui|before|now|today)\b)?",
        raw=True,
        anchors=("achete", "vend", "buy", "sell", "dump", "short", "grab", "liquide", "embarquez"),
        confidence=0.3,
        wanted=TO_COME,
        near=60,
    ),
)
