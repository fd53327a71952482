"""An insult aimed at a person or at the people of the organisation.

Some nouns insult whoever they are said of (moron, niaiseux); others only once they are said of somebody ("you're a
clown", "la nana qui répond est une cruche"). Mistaken for: criticism of things and of decisions, which is no insult (a
"stupid form", "c'est nul"), what the author says of themself, plain senses (la cave, the pigs), and insults quoted in
order to report them. Whether an insult is a ground for removal is for the policy and a person to say.
"""

import re
from collections.abc import Iterator
from functools import cache, partial

from clausier.engine.detector import Found, Hit, Known, Lexicon, Pattern, View
from clausier.engine.speech import before, denied, reported
from clausier.engine.words import any_of, both, words

KIND = "abuse.insult"
# "I felt like an idiot", "it's a cheap joke": of oneself, or of a thing.
_OF_NOBODY = re.compile(
    r"(?<!\w)(?:i(?:'m| am| was| feel| felt| look| looked)|im|je suis|j'ai l'air|je me sens|je passe pour|ma[dk]es? me|fait sentir"
    r"|c'est|it's|it is|that's|that is|this is)\W+(?:[\w']+\W+){0,3}$"
)
_BADLY_EN = r"(?:dirty|fat|filthy|greedy|lazy|lying|old|pathetic|stupid|ugly|useless|worthless|fucking|corrupt|incompetent|brain-dead)"
_BADLY_FR = r"(?:gros|grosse|maudite?s?|sale|sales|vieux|vieille|pauvre|petite?|ostie de|ostie d'|osti de|crisse de|tabarnak de|espece de|espece d'|bande de|bande d'|gang de|gang d'|tas de|vrai|vraie|putain de)"
_FEW = r"(?:[\w'-]+ ){0,4}?"


def _terms(known: Known) -> dict[str, float]:
    del known
    return _insults()


@cache
def _insults() -> dict[str, float]:
    return dict.fromkeys(both("insults"), 0.7)


def _meant(text: str, start: int) -> bool:
    """Tell whether an insult is meant for another person: not oneself or a thing, not denied, not reported."""
    said = before(text, start)
    return not (_OF_NOBODY.search(said) or denied(text, start, near=14) or reported(text, start))


class Insults(Lexicon):
    """Nouns that insult whoever they are said of."""

    def find(self, view: View, hits: list[Hit]) -> Iterator[Found]:
        """Yield the nouns that are meant."""
        return (each for each in super().find(view, hits) if _meant(view.text.folded, each.start))


def _said(match: "re.Match[str]") -> bool:
    return _meant(match.string, match.start())


_insult = partial(Pattern, KIND, confidence=0.75, valid=_said)
_SLIGHT_EN, _SLIGHT_FR = any_of(words("slights", "en")), any_of(words("slights", "fr"))
_WHO_EN = rf"(?:you|you people|you guys|you all|y'all|they|he|she|who|whoever {_FEW}|(?:the|your|this|that|our|their|these) {_FEW}{any_of(words('people', 'en'))} ?{_FEW})"
_WHO_FR = rf"(?:tu|t'|vous|ils|elles|qui|(?:l[ea]s? |l'|ton |ta |tes |votre |vos |ce |cette |ces ){_FEW}{any_of(words('people', 'fr'))} ?{_FEW})"

DETECTORS = (
    Insults(KIND, _terms),
    _insult(
        rf"(?<!\w){_WHO_EN}(?:'re|'s| ?are| ?is) (?!not\b){_FEW}{_SLIGHT_EN}(?!\w)(?! (?:at|day|week|for|to)\b)",
        
    ),
    _insult(
        rf"(?<!\w)(?:you|these|those|{_BADLY_EN}|bunch of|pack of|what an?|such an?) (?:{_BADLY_EN} )?{_SLIGHT_EN}(?!\w)"
        rf"(?=s?(?:[!.,;]| of you| at| in| from| who| behind|$))",
        
    ),
    _insult(
        rf"(?<!\w){_WHO_FR} ?(?:es|etes|est|sont|as l'air|avez l'air|a l'air|ont l'air) (?!pas\b){_FEW}{_SLIGHT_FR}(?!\w)",
        
    ),
    _insult(
        rf"(?<!\w){_BADLY_FR} ?{_SLIGHT_FR}(?!\w)|(?<!\w)(?:une? )?{_SLIGHT_FR} finie?s?(?!\w)|(?<!\w)(?:le|un|ce|mon) caves?(?!\w)",
        
    ),
    _insult(
        r"(?<!\w)(?:(?:ferme[zr]?|farme) (?:donc )?(?:vos|ta|vot'|votre|la|leur) (?:grande )?gueules?|ta gueule|vos gueules|vot' gueule"
        r"|va (?:donc )?chier|allez (?:donc |tous )?chier|va te faire \w+|allez (?:tous )?vous faire (?:foutre|voir|enculer)"
        r"|mange[zr]? (?:donc )?(?:de la |d'la )(?:marde|merde)|pas invente (?:l'eau chaude|le fil a couper le beurre|les boutons a quatre trous)"
        r"|(?:une |sa |ta )?(?:tronche|tete|face|gueule) d[e'] ?(?!mort\b|lit\b|liste\b|serie\b|ligne\b)[\w-]+|(?:ce|ces|le|un|petit|maudit) ti-culs? (?:de|d'|qui|a)"
        r"|(?:restez|reste|retourne|retournez) (?:donc )?(?:couche|te coucher|vous coucher))(?!\w)",
        
    ),
    _insult(
        r"(?<!\w)(?:fuck (?:you|off|yourself|all of you|the lot of you)|go fuck yourselves?|screw you|(?:shut|stfu) (?:up|your (?:mouth|trap|face|pie ?hole))"
        r"|stfu|kiss my ass|eat shit|go to hell|drop dead|you suck|you people suck|get a (?:brain|life|clue)|not the sharpest (?:tool|knife)"
        r"|(?:as )?dumb as (?:a|an|rocks?|bricks?)|pea[- ]brained?|brain[- ]dead|two brain cells|fire that (?:\w+ )?(?:clown|moron|idiot))(?!\w)",
        
    ),
)
