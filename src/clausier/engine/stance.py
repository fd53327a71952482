"""What a message says for the thing it speaks of: praise, advice, defence, an invitation.

The lists of phrases hold what people say; the expressions here hold the forms that take any word ("the tidiest", "les
mieux entretenus", "venez marcher"). They say nothing of what is praised: whoever asks knows whom the message is about.
"""

import re

from clausier.engine.detector import View
from clausier.engine.speech import denied
from clausier.engine.voice import FIRST_PERSON

NEAR = 14  # characters before praise in which a denial is one of it

_ABOVE_ALL = re.compile(
    r"(?<!\w)(?:(?:le|la|les|des) (?:plus|mieux) [a-z]{3,20}|(?:le|la|les) mieux|tellement"
    r"|(?:the|'s|our|your) (?!(?:rest|test|guest|interest|request|contest|forest|harvest|protest|arrest|latest|west"
    r"|nest|chest|quest)(?!\w))[a-z]{1,12}est|(?:the|my) most [a-z]{3,15}"
    r"|(?:nobody|no one|nothing|never|nowhere|personne|rien|jamais) [\w' ]{0,20}"
    r"(?:better|[a-z]{3,10}er|mieux|meilleure?|plus|aussi)"
    r"|(?:vaut|vaux|valent) (?:la|le|les|bien|son|vraiment)|worth (?:a|the|it|every)|you're welcome)(?!\w)"
)
_RECOMMENDED = re.compile(
    r"(?<!\w)(?:je (?:vous |te |le |la |les )?(?:recommande|conseille|suggere)"
    r"|i(?:'d| would)? (?:highly |always )?recommend)(?!\w)"
)
_URGED = re.compile(
    r"(?<!\w)(?:[a-z]{2,12}ez-(?:y|en|le|la|les|leur)|(?:dis|dites)-(?:le|leur)|essay\w{1,4}|tell your [a-z]{3,12}"
    r"|(?:allez|venez|courez|passez|viens) (?:donc |tous |toutes )?[a-z]{2,12}(?:er|ir|re)"
    r"|(?:come|go|look at|try|should try|run to|head to|book|take|ride|visit) [a-z]{2,12})(?!\w)"
)
# What is compared, held right, or one of a kind, whatever it is.
_WEIGHED = re.compile(
    r"(?<!\w)(?:(?:c'est|est|sont|etait|it's|is|are|was|were) (?:\w{1,9} )?(?:plus|moins|more|less|way|much)"
    r" [a-z]{4,14}"
    r"|(?:est|etait|is|was|were) (?:le bon|la bonne|the right) ?(?:one|choix|choice|call|thing|move|decision)?"
    r"(?=[.,!]|$)"
    r"|(?:the only|la seule|le seul|les seuls|les seules) [a-z' ]{3,25} (?:that|who|qui|que|where|ou))(?!\w)"
)
# One word may only tell how a thing is; two say that it is good.
_QUALITIES = re.compile(
    r"(?<!\w)(?:free|warm|clean|quiet|cheap|bright|safe|easy|fast|quick|simple|calm|cosy|cozy|friendly|affordable|fresh"
    r"|smooth|soft|spacious|modern|reliable|punctual|gratuite?s?|propres?|tranquilles?|lumineu\w{1,3}|pas cher|rapides?"
    r"|faciles?|simples?|calmes?|chaleureu\w{1,3}|abordables?|frais|fraiches?|douce?s?|spacieu\w{1,3}|modernes?|fiables?"
    r"|ponctuel\w{0,3}|au chaud|efficaces?)(?!\w)"
)
# A report is plain; who judges says how much, how often, in spite of what, or not.
_JUDGING = re.compile(
    r"(?<!\w)(?:franchement|honnetement|vraiment|toujours|jamais|enfin|meme|seulement|juste|quand meme|mais|pourtant"
    r"|tellement|trop|assez|sans|zero|aucune?|pas|ben|chaque|tout|personne|quelle?s?|ceux qui|celles qui|bonne?s?"
    r"|honestly|really|always|never|finally|even|only|just|but|yet|still|way|so|no|too|not|\w+n't|every|all|nobody"
    r"|what an?|those who|people who|anyone who|good|right|better|mieux)(?!\w)"
)
_SCHEDULED = re.compile(
    r"\d|(?<!\w)(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|hier|cette semaine|du mois"
    r"|commence\w{0,2}"
    r"|a lieu|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|yesterday"
    r"|this week|of the month|starts?"
    r"|takes place)(?!\w)"
)


def judges(view: View) -> bool:
    """Tell whether the message judges, and does so in general."""
    return _JUDGING.search(view.text.folded) is not None and general(view)


def general(view: View) -> bool:
    """Tell whether the message tells of no day or number, and of nothing that its author lived."""
    text = view.text.folded
    return not (_SCHEDULED.search(text) or FIRST_PERSON.search(text))


def acclaims(view: View) -> bool:
    """Tell whether something is called the best there is, whatever the quality."""
    return _ABOVE_ALL.search(view.text.folded) is not None


def stands_for(view: View) -> bool:
    """Tell whether the message praises, recommends or defends what it speaks of, or sends others to it."""
    if acclaims(view) or _RECOMMENDED.search(view.text.folded) or _says(view, "praise") or _says(view, "standing"):
        return True
    if _WEIGHED.search(view.text.folded) or len(_QUALITIES.findall(view.text.folded)) > 1:
        return True
    # "Sign up before Friday" is how a notice ends too, and "is it worth a visit?" asks.
    if view.says("notices") or view.text.folded.rstrip().endswith("?"):
        return False
    return _URGED.search(view.text.folded) is not None or _says(view, "advocacy")


def _says(view: View, name: str) -> bool:
    """Tell whether a phrase of a list stands in the message and is not denied."""
    return any(not denied(view.text.folded, match.start(), near=NEAR) for match in view.phrases(name))
