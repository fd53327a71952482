"""A promise of returns: guaranteed, without risk, or exaggerated.

Rule: FINRA 2210(d)(1)(B) (no promissory, exaggerated or unwarranted claim), the Quebec Securities Act, s. 11 to 15 of
Regulation 31-103, ASIC and AMF-France doctrine alike. Mistaken for: the warning that nothing is guaranteed, the name
of a product ("guaranteed investment certificate"), a stated fixed rate, and warnings against swindles.
"""

from functools import partial

from clausier.engine.detector import Pattern
from clausier.engine.speech import affirmed

_MONEY = (
    *(
        "placement*",
        "epargne*",
        "fonds",
        "rendement*",
        "argent",
        "invest*",
        "capital",
        "portefeuille",
        "interet*",
        "gain*",
    ),
    *(
        "profit*",
        "sou",
        "sous",
        "saving*",
        "fund",
        "funds",
        "money",
        "return*",
        "portfolio",
        "yield*",
        "stock*",
        "action*",
    ),
    *("bourse", "market*", "marche*", "dividend*", "banque", "bank", "%", "revenu*", "income", "mise", "client*"),
)
_promise = partial(Pattern, "claim.promissory", valid=affirmed)
_GAIN_EN = r"(?:returns?|growth|income|profits?|gains?|yields?|money|capital|results?|savings|investments?)"
_GAIN_FR = (
    r"(?:rendements?|gains?|profits?|revenus?|croissance|capital|argent|plus-values?|resultats?|epargne|placements?)"
)

DETECTORS = (
    _promise(
        rf"\bguarantee[ds]? (?:\w+ )?(?:an? )?(?:\d+(?:[.,]\d+)? ?(?:%|per ?cent)|{_GAIN_EN})(?! certificates?)"
        rf"|\b{_GAIN_EN} (?:\S+ ){{0,3}}(?:is|are|'s) (?:\w+ )?(?:guaranteed|assured|certain)\b"
        r"|\b(?:we|i) guarantee (?!(?:that )?no\b)[^.!?\n]{0,50}(?:%|returns?|profits?|money|income)"
        r"|\bguaranteed to (?:grow|double|rise|go up|make|pay|earn|beat)\b",
        
    ),
    _promise(
        rf"\b(?<!certificat de )(?<!certificats de ){_GAIN_FR} (?:\S+ ){{0,7}}(?:est |sont |sera |seront )?(?:\w+ement )?(?:garantie?s?|assuree?s?)\b"
        r"|\b(?:garantie?s?|garantit|garantissons|assuree?s?) (?:a |un )?(?:\w+ ){0,2}\d+(?:[.,]\d+)? ?%"
        r"|\b\d+(?:[.,]\d+)? ?% (?:\S+ ){0,4}(?:garantie?s?|assuree?s?)\b|, garantie?[.!]"
        rf"|\b(?:garantit|garantissons|garantie? d'|assure) (?:\w+ ){{0,2}}{_GAIN_FR}\b",
        
    ),
    _promise(
        r"\b(?:risk[- ]free|zero[- ]risk|no[- ]risk|without (?:any )?risk|sans (?:aucun |le moindre )?risques?"
        r"|(?:zero|aucun|nul) risques?(?: de \w+)?)\b",
        
        confidence=0.3,
        valid=None,
        wanted=_MONEY,
        near=70,
    ),
    _promise(
        r"\b(?:can't|cannot|can not|never|won't|impossible to) (?:ever )?(?:lose|go wrong|go down)\b"
        r"|\bnever (?:has|had|have) an? (?:down|bad|losing|negative) (?:year|month|quarter|day)\b|\bonly (?:ever )?goes? up\b"
        r"|\b(?:impossible de|ne (?:peut|peux|pouvez) pas|(?:jamais|plus) (?:de )?) ?perd(?:re|ez)\b"
        r"|\bne (?:perd|baisse|descend)\w* jamais\b|\bne fait que monter\b",
        
        confidence=0.4,
        valid=None,
        wanted=_MONEY,
        near=70,
    ),
    _promise(
        r"\b(?:double|triple|quadruple|multiply)s?d? (?:your|my|their) (?:money|savings|investments?|portfolio|capital|income)\b"
        r"|\b(?:doubl|tripl|multipli)(?:ez|er|e|es) (?:votre|vos|ton|tes|son|leur) (?:argent|epargnes?|placements?|mise|capital"
        r"|economies|revenus?|portefeuille)\b[^.!?\n]{0,30}"
        r"|\b(?:get rich|become a millionaire|make you rich|devenez (?:riches?|millionnaires?)|vous rendr\w+ riches?)\b",
        
    ),
    _promise(
        r"\b(?:at least |minimum (?:of |de )?|au moins |jusqu'a |up to )?\d+(?:[.,]\d+)? ?(?:%|per ?cent|pour cent) "
        r"(?:of returns? |de rendement )?(?:a year|per year|every year|annually|a month|every month|par an(?:nee)?|chaque annee"
        r"|par mois|chaque mois)(?: minimum| at least| guaranteed| no matter what| garantie?s?| assuree?s?| au moins)",
        
    ),
)
