"""An unsupported superlative about the organisation's own product or service: "the best", "n° 1", "100 % safe".

Rule: the Competition Act, s. 74.01(1)(b) (claims of performance need adequate and proper testing), article L121-2 of the
French consumer code, the FTC's substantiation doctrine. Mistaken for: everyday superlatives of a person about other
things (the best poutine), fixed phrases ("best before", "best wishes") and a figure given with its source.
"""

import re
from collections.abc import Iterator

from clausier.engine.detector import Derived, Found, View
from clausier.engine.speech import affirmed
from clausier.engine.voice import official

_PLACE_FR = (
    r"(?:du|de la|de l'|d'|au|en|dans la|dans le|des) ?(?:monde|pays|quebec|canada|province|marche|ville|region|amerique\w*"
    r"|france|europe|planete|univers|galaxie|industrie|continent|nord|sud|histoire|coin|annee|siecle|gamme|tous|toutes)"
)
_PLACE_EN = (
    r"(?:in (?:the )?|of (?:the |all )?|on (?:the )?|across (?:the )?|anywhere|around|ever|bar none|period)"
    r"(?:world|country|quebec|canada|province|market|city|town|region|north america|america|france|europe|planet|universe"
    r"|galaxy|industry|earth|history|time|year|business|game|state|states)?"
)
_PLACE = rf"(?:{_PLACE_FR}|{_PLACE_EN})"
_BEST_EN = (
    r"(?:best|safest|greenest|cleanest|fastest|finest|strongest|cheapest|happiest|friendliest|purest|greatest|coolest|smartest"
    r"|healthiest|toughest|gentlest|most [a-z]+)"
)
_CLAIMS = re.compile(
    "|".join(
        (
            rf"(?<!\w)(?:the|our) (?:[\w-]+ )?{_BEST_EN} (?:\S+ ){{0,4}}{_PLACE}(?!\w)",
            rf"(?<!\w)[\w-]+'s? (?:[\w-]+ )?(?:{_BEST_EN}|top|leading) (?!before|practice)[\w-]+",
            rf"(?<!\w)(?:[\w-]+'s )?(?:the )?(?:#|no\.? ?|number )(?:1|one)(?!\w)(?![.,]?\d)(?: [\w-]+){{0,3}}",
            rf"(?<!\w)(?:le|la|les|l'|du|nos|notre) ?(?:plus [a-z-]+|meilleure?s?) (?:\S+ ){{0,4}}{_PLACE}(?!\w)",
            rf"(?<!\w)(?:le|la|les|notre|nos) (?:[\w-]+ ){{1,4}}l[ae]s? plus [a-z-]+(?: (?:\S+ ){{0,2}}{_PLACE})?(?!\w)",
            r"(?<!\w)(?:le|la|les|notre|nos) meilleure?s? (?:[\w-]+ ?){1,3}",
            r"(?<!\w)(?:n[o°º]\.? ?1|numero (?:un|1))(?!\w)(?![.,]?\d)(?: [\w'-]+){0,3}",
            r"(?<!\w)(?:totally |completely |perfectly )?100 ?% (?:safe|secure|effective|natural and safe|reliable|sure?s?|securitaires?"
            r"|efficaces?|fiables?|sans danger|sans risque)(?!\w)|(?<!\w)sans danger a 100 ?%|(?<!\w)(?:totally|completely) safe(?!\w)",
            r"(?<!\w)(?:unmatched|unrivall?ed|unbeatable|unbeaten|second to none|bar none|gold standard|world[- ]class|one and only"
            r"|inegalee?s?|inegalables?|imbattables?|sans egale?|sans pareille?s?|hors pair|la reference absolue)(?!\w)",
            r"(?<!\w)(?:la|le|l'|les) ?seule?s? (?:vraie?s? |veritables? )?(?!fois|choix|chose|jour|moyen|facon|probleme|but|endroit)[\w-]+ (?:qui|vraiment|capable)"
            r"|(?<!\w)la seule vraie [\w-]+|(?<!\w)the only (?:real |true )(?!way|time|thing|one|problem)[\w-]+"
            r"|(?<!\w)nobody (?:else )?does it better|(?<!\w)personne ne fait mieux|(?<!\w)nothing (?:else )?(?:comes close|beats)",
        )
    )
)
_FIXED = re.compile(
    r"best (?:before|wishes|regards|practices?|way|time|moment|of luck|friends?|interests?|efforts?|guess|part|bet|western)|(?:do|does|did|doing) (?:our|my|your|their) best"
    r"|meilleure?s? (?:voeux|pratiques?|delais?|moyen|facon|moment|avant|amie?s?|souvenirs?|choix le|temps)|le plus (?:possible|vite|tot|souvent|grand nombre|simple)"
    r"|most (?:of|people|recent|likely|common|important)|plus (?:important|frequent|recent|commun|proche|bas|tard|haut)"
)
_SOURCE = re.compile(
    r"(?<!\w)(?:source|sources|selon|d'apres|sondage|etude|palmares|classement|according to|survey|study|rated|ranked|ranking|methode|method"
    r"|footnote|statistique canada|statistics canada)(?!\w)"
)
_ANCHORS = (
    *(
        "best",
        "safest",
        "greenest",
        "cleanest",
        "fastest",
        "finest",
        "strongest",
        "cheapest",
        "happiest",
        "friendliest",
    ),
    *(
        "purest",
        "greatest",
        "coolest",
        "smartest",
        "healthiest",
        "toughest",
        "gentlest",
        "most ",
        "top ",
        "leading",
        "#1",
    ),
    *(
        "no. 1",
        "no 1",
        "no.1",
        "number ",
        "numero",
        "n°",
        "nº",
        "plus ",
        "meilleur",
        "100%",
        "100 %",
        " safe",
        "unmatched",
    ),
    *("unrival", "unbeat", "second to none", "bar none", "gold standard", "world-class", "world class", "one and only"),
    *(
        "inegal",
        "imbattable",
        "sans egal",
        "sans pareil",
        "hors pair",
        "reference absolue",
        "seul",
        "the only",
        "nobody",
    ),
    *("personne ne", "nothing "),
)
_OWN_VOICE = ("agency", "paid-partner", "gifted")


def look(view: View) -> Iterator[Found]:
    """Yield the superlatives about what is the organisation's own."""
    if not (official(view) or view.context.author.relation in _OWN_VOICE or view.of("about.")):
        return
    text = view.text.folded
    confidence = 0.4 if _SOURCE.search(text) else 0.75
    for match in _CLAIMS.finditer(text):
        if affirmed(match) and _FIXED.search(match[0]) is None:
            yield Found("claim.superlative", *match.span(), confidence)


DETECTORS = (Derived(("claim.superlative",), look, after=("about.",), anchors=_ANCHORS),)
