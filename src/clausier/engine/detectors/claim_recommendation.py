"""A recommendation to buy, sell or hold a security.

Rule: recommending a security in public is the business of the registered (FINRA 2111 and 2210, Regulation 31-103,
article 20 of the European market abuse regulation). Mistaken for: everyday buying ("achetez vos billets"), market slang
about other things, a question, and the sentence that says one never recommends.
"""

import re
from collections.abc import Iterator

from clausier.engine.detector import Derived, Found, Pattern, Said, View
from clausier.engine.speech import affirmed, sentence
from clausier.engine.together import Together
from clausier.engine.voice import deals_in_money

KIND = "claim.recommendation"
TO_COME = (
    "remercierez", "thank me", "va monter", "va exploser", "va doubler", "to the moon", "earnings", "resultats",
    "bourse", "going up", "about to pop", "skyrocket*", "tsx", "nasdaq", "nyse", "rocket", "graphique", "chart",
    "analyst*", "numbers", "chiffres", "annonce", "takeover", "merger", "fusion", "bucks", "piasses", "ipo", "dip",
    "creux", "ticker", "trimestre", "quarter*", "contract", "contrat",
)  # fmt: skip
TRADES = (
    "buy", "sell", "dump", "short", "grab", "hold", "own", "trim", "exit", "avoid", "load up", "achet", "vend",
    "liquid", "conservez", "gardez", "vitez", "embarquez", "foncez", "misez", "pariez",
)  # fmt: skip
_OWN_WISH = re.compile(
    r"(?<!\w)(?:i|we|you|they|he|she|who|people|je|on|nous|ils|elle|il|qui|can|could|may|how do|how|want|wanna|to"
    r"|should i|peux-tu|pouvez-vous|pour|comment|before you|avant d[e'])(?: \w{1,15}){0,2} $"
)
_TICKER = re.compile(r"\$[A-Z]{1,5}(?![\w.])|(?<=\w \()[A-Z]{2,5}(?=\))")
_NAMED = re.compile(
    r"(?<!\w)(?:[Bb]uy|[Ss]ell|[Dd]ump|[Ss]hort|[Gg]rab|[Hh]old|[Oo]wn|[Tt]rim|[Ee]xit|[Aa]void|[Ll]oad up on"
    r"|[Aa]chet(?:ez|ons)"
    r"|[Aa]chète|[Vv]end(?:ez|s|ons)|[Ll]iquidez|[Cc]onservez|[Gg]ardez|[ÉéEe]vitez|(?:[Ee]mbarquez|[Ff]oncez|[Mm]isez|[Pp]ariez)"
    r" (?:dans|sur))(?: [a-zéèêàçùû]{1,12}){0,3} (?:[ld]['’])?(?=[A-Z])"
    r"(?!Mon|Tue|Wed|Thu|Fri|Sat|Sun"
    r"|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Noël|Christmas|Easter|Pâques|Halloween|I\b)"
    r"[A-Z][\w&.-]{2,30}"
)
# What a bank's own people buy and hold, too: houses, tickets and their tongue.
_GOODS = re.compile(
    r"(?<!\w)(?:house|home|condo|car|tickets?|coffee|cookies|gifts?|groceries|lunch|maison|billets?|auto"
    r"|cadeaux?|cafe|biscuits"
    r"|on|line|placer?|rendez-vous|calme|silence|contact|souvenir|local|online|from|chez)(?!\w)"
)


def _advises(match: "re.Match[str]") -> bool:
    """Tell whether others are advised: "I want to buy shares" and "can you sell stocks" ask, they advise nobody."""
    start = match.start()
    return affirmed(match) and not _OWN_WISH.search(match.string[max(0, start - 40) : start])


def _told_to_trade(match: "re.Match[str]", view: View) -> bool:
    del view
    return _advises(match)


def look(view: View) -> Iterator[Found]:
    """Yield what tells others to trade what a ticker names or, in a house of finance, what it offers or names."""
    text = view.text.folded
    house = deals_in_money(view.known)
    named = [view.text.folded_span(*match.span()) for match in _TICKER.finditer(view.text.raw)]
    named += [(each.start, each.end) for each in view.of("about.offering")] if house else []
    for match in view.phrases("trading") if named else ():
        start, end = sentence(text, *match.span())
        held = any(start <= place and stop <= end for place, stop in named)
        if held and text[end : end + 1] != "?" and _advises(match):
            yield Found(KIND, start, end, 0.65)
    if house:
        for match in view.phrases("dealing"):
            if _advises(match) and not _GOODS.search(match[0]):
                yield Found(KIND, *match.span(), 0.65)
        for match in _NAMED.finditer(view.text.raw):
            start, end = view.text.folded_span(*match.span())
            told = re.compile(re.escape(text[start:end])).match(text, start)
            if told and _advises(told) and not _GOODS.search(text, start, end + 20):
                yield Found(KIND, start, end, 0.6)


DETECTORS = (
    Said(KIND, "recommendations", valid=_advises),
    Together(KIND, "securities", "trading", unless=("scam-warnings",)),
    Derived((KIND,), look, after=("about.",), anchors=TRADES, lists=("trading", "dealing")),
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
