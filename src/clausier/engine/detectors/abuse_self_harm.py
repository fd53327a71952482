"""The author may be in danger: says that they want to die, to stop, or how.

A sign for people to act on at once, in Canada with 9-8-8 and in Quebec with 1 866 APPELLE; never a ground against the
author. Mistaken for: hyperbole (I'd rather die than pay, mort de rire), somebody else in danger, which is an emergency
of another kind, and prevention messages.
"""

import re
from functools import partial

from clausier.engine.detector import Pattern
from clausier.engine.speech import before, reported

_JOKING = re.compile(r"(?<!\w)(?:lol|lmao|mdr|ptdr|haha\w*|hihi|rather|plutot|de rire|laughing|de honte|de faim|de froid|de chaud|d'envie|to know|so funny|😂|🤣|😆|💀)")


_SOMEBODY_ELSE = re.compile(
    r"(?<!\w)(?:he|she|they|it|who|you|we|someone|somebody|people|man|woman|(?:he|she|they|it|we|you|who)'\w+|is|are|was|were|il|elle|ils"
    r"|on|tu|vous|nous|quelqu'un|va|vont|veut|veulent|pense|ta|sa|son|ton|votre) (?:\w+ )?$"
)


def _earnest(match: "re.Match[str]") -> bool:
    """Tell whether the author speaks of themself, and not in jest."""
    around = match.string[max(0, match.start() - 60) : match.end() + 60]
    others = _SOMEBODY_ELSE.search(before(match.string, match.start()))
    return not (others or _JOKING.search(around) or reported(match.string, match.start()))


_sign = partial(Pattern, "abuse.self-harm", confidence=0.85, valid=_earnest)

DETECTORS = (
    _sign(
        r"(?<!\w)(?:(?:i )?(?:just )?(?:want|wanna|going|gonna|plan(?:ning)?|ready|about|thinking (?:about|of)|thought (?:about|of)|tried|trying) (?:to |on )?(?:just )?(?:die|dying|kill(?:ing)? myself|end(?:ing)? (?:it(?: all)?|my life|things)|hurt(?:ing)? myself|jump(?:ing)?(?! (?:in|to|for|on|rope))|disappear(?:ing)? (?:for good|forever)|overdos\w+|not wake up|suicide)"
        r"|kill(?:ing)? myself|end my life|take my (?:own )?life|(?:i'm|i am|feeling|feel) suicidal|suicidal thoughts|don't want to (?:live|be here|wake up|be alive|exist)(?: any ?more)?|no reason (?:left )?to (?:live|go on)|better off (?:without me|if i was(?:n't)?|dead)"
        r"|(?:can't|cannot|cant) (?:do this|go on|take (?:it|this)|keep going|live like this) (?:any ?more|any longer)|i (?:just )?want (?:it|this|everything|the pain) to (?:stop|end|be over)|nobody would (?:miss|notice|care)|(?:goodbye|farewell) (?:everyone|world|cruel world)|tonight is my last|my last (?:night|message|post)"
        r"|(?:i've got|i have|with) (?:the|my|a|enough) (?:\w+ )?(?:pills|rope|gun|razor|blade)[\w ]{0,12}(?:lined up|ready|in my hand|in front of me)?|(?:cutting|cut|starving) myself|i wish i (?:was|were) (?:dead|never born))(?!\w)",
        
    ),
    _sign(
        r"(?<!\w)(?:(?:je |j')?(?:veux|voudrais|vais|pense(?: a)?|songe a|ai envie d[e']|prete? a|essaye? de|tente de) ?(?:juste |vraiment |en |d'en )?(?:mourir|crever|(?:me |m')(?:tuer|suicider|pendre|jeter|ouvrir les veines|enlever la vie|faire du mal)|en finir|finir ca|disparaitre)|(?:me|m') ?(?:tuer|suicider|pendre|enlever la vie)(?= |[.,!?]|$)|mes idees (?:noires|suicidaires)|idees suicidaires|en finir avec (?:la vie|tout)"
        r"|(?:je |j')?(?:ne )?(?:veux|voudrais) (?:plus|pas) (?:vivre|etre la|etre ici|me reveiller|exister|continuer|remonter|souffrir)|(?:ne )?(?:pas|plus) (?:jamais )?me reveiller|je (?:n'en |n')?(?:peux|peut|pus?) (?:pus|plus)(?: de (?:vivre|cette vie|souffrir)| continuer)|(?:j'ai )?(?:plus|pus) (?:envie|le gout|la force) de (?:vivre|continuer)|plus (?:de|aucune) raison de vivre"
        r"|(?:personne|nul) (?:ne )?(?:me |va me |va s'en )?(?:regrettera|regretter|manquerai|ennuyer de moi)|(?:serai(?:en)?t|seriez|serait|seront|serez) (?:bien )?mieux sans moi|(?:adieu|au revoir) (?:tout le monde|a tous|la vie)|(?:mon|le) dernier (?:message|soir|jour|post)|j'ai (?:la corde|les pilules|mes pilules|un fusil|une lame|le couteau)|je suis (?:sur|en haut d[ue']|au bord d[ue']) (?:le |la )?(?:pont|toit|rail|rails|voie|balcon)"
        r"|je me (?:coupe|mutile|fais du mal|taillade)|je voudrais (?:etre mort|ne plus etre la|dormir (?:pour toujours|sans)))(?!\w)",
        
    ),
)
