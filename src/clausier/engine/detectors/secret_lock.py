"""What opens a lock, that a sentence gives: the code of a door, of an alarm or of a padlock, a PIN, a combination.

Digits after the words of a lock, a combination of three numbers, or digits with a sign or a word.
Mistaken for: the code of a discount or of a product, years, and counts of digits.
"""

from clausier.engine.detector import Pattern
from clausier.engine.passwords import BETWEEN, EQUALS, IS, START

LOCK = (
    r"(?i:nip|pin|code pin|pin code|code (?:de l['’]|d['’])alarme|alarme?|alarm code|cadenas|padlock"
    r"|combination|combinaison|combo|keypad|digicode|keycode|fob"
    r"|(?:door|gate|garage|lock|entry|key|access|cabinet|locker|shed|cage|panel|storage|fob|alarm|building|office)"
    r" ?(?:code|combo)"
    r"|code (?:de la |du |de l['’]|d['’]|des |pour la |pour le |pour l['’])?"
    r"(?:porte|garage|cadenas|entr[ée]e|casier|local|acc[èe]s|cabanon|remise|armoire|barri[èe]re|portail|puce|cl[ée]"
    r"|digicode|immeuble|grille|serrure|coffre|bureau|vestiaire|ascenseur|salle|entrep[ôo]t))"
)
LINK = (
    rf"(?:[\"']?\s?{EQUALS}|['’]s\s|\s\(|,\s(?:c['’ ]?est\s)?|\s[–—-]\s|\s(?=[«“\"`])"
    r"|\s(?i:d[ée]sarme|d[ée]barre|ouvre|opens?|disarms?|unlocks?)\s(?i:avec|with)\s"
    rf"|\s{IS}\s(?i:toujours |still |now |maintenant |le |the )?(?::\s?)?)"
)
# Digits may follow these at once: « code 4471 ».
AT_ONCE = (
    r"(?:(?<=code)|(?<=porte)|(?<=[nN][iI][pP])|(?<=[pP][iI][nN])|(?<=alarm)|(?<=alarme)|(?<=combo)|(?<=aison)"
    r"|(?<=ation))\s"
)
OPENS = r"[A-Z]{0,2}\d{3,6}-[A-Z][a-z]{2,10}|\d{1,2}(?:-\d{1,2}){2}|\d{4,8}(?:[#*][A-Z0-9]{0,2})?"

PLACE = (
    r"\s(?i:[àa]|de|pour|sur|at|for|on|to)\s(?i:la |le |l['’]|the )?"
    r"(?i:porte|door|gate|garage|alarme?|cadenas|lock(?:er)?|entr[ée]e|entrance|local|shed|cabanon)(?!\w)"
)

DETECTORS = (
    Pattern(
        kind="secret.password",
        pattern=rf"{START}(?i:code)\s(?P<value>{OPENS}){PLACE}",
        anchors=("code",),
        digits=4,
        raw=True,
        group="value",
        confidence=0.8,
    ),
    Pattern(
        kind="secret.password",
        pattern=(
            rf"{START}{LOCK}(?!\w){BETWEEN}(?:{LINK}|{AT_ONCE})[«“\"]?\s?"
            rf"(?P<value>{OPENS})(?!\w|[-.,:/ ]\d| ?[$%]|-\w)"
        ),
        anchors=("nip", "pin", "alarm", "code", "cadenas", "padlock", "combin", "combo", "keypad", "fob"),
        digits=4,
        raw=True,
        group="value",
        confidence=0.8,
    ),
)
