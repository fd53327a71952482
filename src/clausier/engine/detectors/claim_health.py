"""A health claim: that a product cures, treats or prevents an illness.

Rule: Canada's Food and Drugs Act, s. 3 and Schedule A.1, Regulation (EC) 1924/2006, FTC substantiation; a cosmetic or a
supplement that claims to treat is a drug without approval. Mistaken for: the caution that denies the claim ("ne prévient
aucune maladie"), balanced statements ("reduces your exposure") and other things that are treated or fought.
"""

import re
from functools import partial

from clausier.engine.detector import Pattern
from clausier.engine.speech import affirmed
from clausier.engine.words import any_of, words

_FR, _EN = any_of(words("illnesses", "fr")), any_of(words("illnesses", "en"))
_CURES_EN = (
    r"(?:cures?|cured|treats?|heals?|healed|prevents?|eliminates?|reverses?|reversed|eradicates?|relieves?|stops?|fights?"
    r"|kills?|gets? rid of|got rid of|banish(?:es)?|wipes? out|protects? (?:\w+ )?(?:from|against)|remed(?:y|ies) (?:for|against)"
    r"|cures? for|treatment for|goodbye(?: to)?|bye(?:-bye)?|no more|the end of)"
)
_CURES_FR = (
    r"(?:guerit|gueri|guerir|guerissent|soigne|soigner|soignent|traite|traiter|traitent|previent|prevenir|previennent|elimine"
    r"|eliminer|combat|combattre|soulage|soulager|fait disparaitre|font disparaitre|vient a bout|supprime|enraye|stoppe"
    r"|eradique|protege (?:du|de la|des|contre)|remede (?:naturel )?(?:contre|pour|a)|traitement (?:contre|de)|fini|finies?"
    r"|adieu|plus (?:de|d'|jamais de)|la fin (?:du|de|des))"
)
_NEGATED = re.compile(r"(?<!\w)(?:aucune?|pas|jamais|not|no known|any (?:disease|illness))(?!\w)")


def _claims(match: "re.Match[str]") -> bool:
    """Tell whether the product is said to do it: the denial may stand before or inside."""
    return affirmed(match) and _NEGATED.search(match[0]) is None


_claim = partial(Pattern, "claim.health", valid=_claims)
_FEW = r"(?:[\w',%-]+ ){0,5}?"

DETECTORS = (
    _claim(
        rf"(?<!\w){_CURES_FR} (?:l'|d'|les |la |le |du |des |de l'|vos |votre )?{_FEW}(?:l'|d'|qu')?{_FR}(?!\w)",
        
        confidence=0.8,
    ),
    _claim(
        rf"(?<!\w){_CURES_EN} {_FEW}{_EN}(?!\w)",
        
        confidence=0.8,
    ),
    _claim(
        rf"(?<!\w){_FR} (?:\S+ ){{0,3}}(?:disparai\w+|disparu\w*|s'envol\w+|gueri\w*|vaincue?s?|n'est plus qu'un)"
        rf"|(?<!\w){_EN} (?:\S+ ){{0,3}}(?:disappear\w*|vanish\w*|is gone|are gone|cured|healed|melts? away|cleared up)",
        
        confidence=0.8,
    ),
    _claim(
        r"\b(?:boosts?|strengthens?|supercharges?) (?:your |the )?(?:immun\w+|metabolism|fertility)\b|\bimmun\w+ booster\b"
        r"|\b(?:renforce|stimule|booste) (?:votre |vos |le |les |l')?(?:systeme immunitaire|immunite|defenses (?:naturelles|immunitaires)|metabolisme|fertilite)\b"
        r"|\banti-?(?:cancer|cancereux|inflammatoire|inflammatory|depresseur|viral)\b|\b(?:clinically proven|cliniquement prouve) (?:to cure|to treat|contre)"
        r"|\b(?:burns?|melts?) (?:away )?(?:body |belly )?fat\b|\b(?:brule|fait fondre) les graisses\b|\bdetoxif\w+ (?:your|le|votre|the)",
        
        confidence=0.7,
    ),
)
