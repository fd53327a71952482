"""Personal information of somebody else, given to expose them: an address with "go say hi", a number with "let it ring".

Derived: a coordinate that the other detectors found (telephone, e-mail, address, plate) of a third person, and words
that expose or set people on them. Mistaken for: one's own coordinates, a tenant's address in a complaint, a plate given
to have a car moved, a witness's number.
"""

import re
from collections.abc import Iterator

from clausier.engine.detector import Derived, Found, View

COORDINATES = ("pi.phone", "pi.email", "pi.address", "pi.licence-plate", "pi.ip-address")
NEAR = 160  # characters around the coordinate
_SETS_ON = re.compile(
    r"(?<!\w)(?:name and shame|(?:text|call|phone|ring|e-?mail|message|visit|dm|harass|spam|flood|bother) (?:her|him|them|this (?:guy|woman|clown|man))|(?:go|come) (?:say hi|see (?:him|her|them)|visit|pay)|say hi|pay (?:him|her|them) a visit|(?:blow|light) up (?:his|her|their)"
    r"|(?:his|her|their|ton|your|son|leur) (?:real|true|vrai|veritable) (?:name|nom)|(?:real|true) (?:name|identity)|vrai nom|(?:he|she|they) lives? (?:at|on|here)|here(?:'s| is) (?:his|her|their|where)|(?:his|her|their) (?:home )?(?:address|number|cell|phone|plate)(?: is|:)|at home|where (?:he|she|they) lives?|give (?:him|her|them) (?:hell|a call)|make (?:him|her|them) pay|knock on (?:his|her|their)|do your thing|spread (?:the word|this)"
    r"|(?:appelez|appelle|textez|texte|ecrivez|harcelez|inondez|derangez|reveillez)[- ](?:le|la|les|lui|leur)|faites[- ](?:le|la|les|lui|leur)[- ](?:sonner|savoir|payer|une visite|passer)|(?:allez|va|passez|passe)[- ](?:donc )?(?:le|la|les|lui|leur)?[- ]?(?:voir|saluer|dire|sonner|cogner|rendre visite|faire un tour)|rendez[- ](?:lui|leur) visite|cogner (?:a|chez)|(?:le |tout le )?monde saura|a la maison|chez (?:lui|elle|eux)|partagez|faites (?:tourner|circuler)"
    r"|(?:voici|voila) (?:son|sa|ses|leur) (?:adresse|numero|cell\w*|courriel|plaque|char)|son (?:adresse|numero|cell\w*)(?: perso\w*)?(?: est|,| c'est| :|:)|(?:il|elle) (?:reste|habite|demeure)[ ,](?:au|a|sur|dans)|toute la nuit|gatez-vous|amusez-vous|a vous de jouer|balance|donnez-lui|remerciez-l[ea])(?!\w)"
)
_TARGET = re.compile(r"(?<!\w)(?:le gars|la fille|la bonne femme|le bonhomme|the guy|the woman|the clown|cet?(?:te)? \w+ ?,|agente?|qui (?:teste|a fait|a signe|a donne)|anonymous|anonyme|whiner|stool)(?!\w)")
_HELPFUL = re.compile(r"(?<!\w)(?:prevenez la police|call (?:the police|911)|appelez (?:la police|le 911|la remorque)|send an inspector|a l'aide|it's at the front desk|merci de bouger|temoins?|witness\w*|perdue?|trouvee?|lost|found)(?!\w)")
_OWN = re.compile(r"(?<!\w)(?:mon|ma|mes|my|mine|moi|me|chez nous|joignable|reach me|call me|contact me)\W+(?:[\w'-]+\W+){0,4}$")


def look(view: View) -> Iterator[Found]:
    """Yield the exposed coordinates, with the words around them that expose."""
    text = view.text.folded
    for each in view.of(*COORDINATES):
        before, after = view.around(each.start, each.end, NEAR)
        exposes = _SETS_ON.search(before) or _SETS_ON.search(after)
        threatened = view.of("abuse.threat") and _TARGET.search(before)
        if (exposes or threatened) and not _OWN.search(before) and not _HELPFUL.search(text):
            yield Found("abuse.doxxing", each.start, each.end, 0.7)


DETECTORS = (Derived(("abuse.doxxing",), look, after=(*COORDINATES, "abuse.threat")),)
