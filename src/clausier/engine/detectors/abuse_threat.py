"""A threat to a person: to kill, to hurt, to find, to burn, or a wish that somebody else do it.

Mistaken for: idioms (killed it, tuer le temps, my wife is going to murder me), threats of lawsuits and of complaints,
hyperbole about oneself or things, and news of a threat. A threat is for people to weigh: it is held, never judged here.
"""

import re
from functools import partial

from clausier.engine.detector import Pattern
from clausier.engine.speech import denied, reported

_WHOM_EN = (
    r"(?:you|u|ya|him|her|them|your (?:kids?|family|house|wife|husband|face|legs?|neck|car|office|head)|(?:the|that|this|your) (?:\w+ ){0,2}"
    r"(?:mayor|councillors?|council|driver|foreman|manager|director|guy|clerk|inspector|cop|staff|crew|people|building|office|bastard|bitch|prick|idiot))"
)
_HARM_EN = r"(?:kill|murder|shoot|stab|strangle|beat|hurt|punch|slap|smash|burn|bury|end|gut|hunt down|run over|break|destroy|hang|choke|slit|torch|bomb)"
_WHOM_FR = (
    r"(?:(?:le|la|les|ton|ta|tes|votre|vos|ce|cet|cette|ces|l'|son|sa) ?(?:\w+ ){0,2}?(?:maire|mairesse|conseillere?s?|chauffeur|contremaitre|directeur|directrice"
    r"|inspecteur|gars|fille|commis|agente?|employee?s?|police|policier|famille|enfants?|maison|bureau|batiment|hotel de ville|mairie|gueule|face|dents|jambes|char))"
)
_HARM_FR = r"(?:tuer|crever|egorger|frapper|tabasser|planter|poignarder|descendre|abattre|pendre|bruler|cogner|etrangler|massacrer|buter|eclater|defoncer|trouver|retrouver|attendre|casser|peter|arracher|demolir|ecraser|ramasser|faire sauter)"


def _meant(match: "re.Match[str]") -> bool:
    return not denied(match.string, match.start(), near=20) and not reported(match.string, match.start())


_threat = partial(Pattern, "abuse.threat", confidence=0.8, valid=_meant)

DETECTORS = (
    _threat(
        rf"(?<!\w)(?:i'll|i will|i'm (?:going to|gonna|coming to)|i am going to|imma|we'll|we will|we're (?:going to|gonna|coming to)|gonna|someone (?:should|will|oughta|needs to)"
        rf"|somebody (?:should|will|oughta|needs to)|they should|i want to|i swear i'?ll|i could|let's|ready to|about to) (?:\w+ ){{0,2}}{_HARM_EN}(?: down)? {_WHOM_EN}(?!\w)(?! portrait|'s portrait)",
        
    ),
    _threat(
        r"(?<!\w)(?:watch your back|you(?:'re| are)(?: all)? (?:dead|done for|a dead man)|dead m[ae]n walking|i know where you (?:live|work|park|sleep)|we know where (?:you|he|she|they) lives?"
        r"|(?:come|coming) (?:for|after) you|sleep with one eye open|you(?:'ll| will| are going to| gonna) (?:pay for (?:this|it)|regret (?:this|it)|be sorry|bleed|burn)"
        r"|bullet (?:in|through|with)|deserves? (?:to (?:be (?:shot|hanged|hung|beaten|killed)|die)|a bullet|a beating)|should be (?:shot|hanged|hung|lynched|killed|put down|beaten)"
        r"|(?:i )?hope (?:you|he|she|they) (?:all )?(?:die|burn|choke|get (?:hit|run over|shot|cancer))|won't (?:leave|walk out|get out) (?:of )?(?:here |there )?alive|kill yourself|kys"
        r"|blow up (?:the|your)|burn (?:it|the place|this place|your \w+) (?:all )?down|nice (?:house|family|kids) you(?:'ve| have) got)(?!\w)",
        
    ),
    _threat(
        rf"(?<!\w)(?:je vais|j'vais|m'as|j'm'en vais|on va|on s'en va|nous allons|je viendrai|on devrait|quelqu'un devrait|il faudrait|faudrait|je m'en viens) (?:bien |tous |toutes |juste |venir |aller |finir par )?"
        rf"(?:te |t'|vous |le |la |les |lui |leur |l')(?:en )?(?:faire )?{_HARM_FR}(?!\w)(?! (?:un prix|une|les frais))",
        
    ),
    _threat(
        rf"(?<!\w)(?:je vais|j'vais|m'as|on va|on devrait|faudrait|faut|il faut|je veux|qu'on) (?:\w+ )?(?:{_HARM_FR}|pende|brule|tue|abatte) {_WHOM_FR}(?!\w)",
        
    ),
    _threat(
        r"(?<!\w)(?:(?:je sais|on sait) (?:tres bien )?ou (?:tu|vous|il|elle) (?:habite|reste|demeure|travaille|restes|habites|habitez|restez|travailles|travaillez)[sz]?|t'es mort|tu es mort|vous etes morts|t'es un homme mort"
        r"|(?:tu vas|vous allez|il va|elle va|ils vont) (?:le |me le |y )?(?:payer (?:cher|pour)|regretter|gouter|saigner|crever|mourir|manger (?:une|la|des))|(?:j'aurai|on aura|avoir) (?:ta|sa|votre|leur) peau|les deux pieds devant"
        r"|une balle (?:dans|entre)|merite(?:nt|s|z)? (?:une balle|la mort|de (?:mourir|crever)|d'etre (?:pendue?|tuee?)s?|une bonne volee)|mort (?:au|a la|aux) (?:maire|mairesse|conseil|flics?|policiers?)|(?:creve|crevez|va mourir|va crever)(?! de)"
        r"|on (?:va )?lui fai(?:re|t) (?:la meme chose|pareil|sa fete)|lui faire (?:pareil|sa fete)|surveille(?:z)? (?:tes|vos) arrieres|fais attention a (?:toi|tes enfants|ta famille)|dors? (?:juste )?d'un oeil|ca va (?:mal finir|saigner|faire mal)|te faire la peau"
        r"|(?:mettre|foutre|crisser|sacrer) le feu (?:a|au|aux) (?:votre|vos|la mairie|l'hotel de ville|ton|ta))(?!\w)",
        
        confidence=0.75,
    ),
)
