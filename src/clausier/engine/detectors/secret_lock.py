"""What opens a lock, that a sentence gives: the code of a door, of an alarm or of a padlock, a PIN, a combination.

Digits after the words of a lock, a combination of three numbers, or digits with a sign or a word; digits one by one
or spelled too, where the sentence says what they open.
Mistaken for: the code of a discount or of a product, years, and counts of digits.
"""

import re

from clausier.engine.passwords import BETWEEN, EQUALS, IS, password

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
    r"|(?<=ation)|(?<=vocale)|(?<=mail)|(?<=tablette)|(?<=tablet)|(?<=clavier)|(?<=keypad)|(?<=coffre)|(?<=safe))\s"
)
OPENS = (
    r"[A-Z]{1,2}\d{3,6}[#*]?|[A-Z]{0,2}\d{3,6}-[A-Z][a-z]{2,10}|\d{1,2}(?:-\d{1,2}){2}|\d{4,8}(?:[#*][A-Z0-9]{0,2})?"
)

PLACE = (
    r"\s(?i:[àa]|de|pour|sur|at|for|on|to)\s(?i:la |le |l['’]|the )?"
    r"(?i:porte|door|gate|garage|alarme?|cadenas|lock(?:er)?|entr[ée]e|entrance|local|shed|cabanon)(?!\w)"
)

# In a sentence that says what opens: any words between the code and its digits.
OPENED = re.compile(
    r"(?i)\b(?:portes?|portail|alarmes?|syst[èe]me|d[ée]sarm\w+|d[ée]verr\w+|d[ée]barr\w+|ouvr\w{1,3}|clavier|coffres?"
    r"|cadenas|garage|barri[èe]re|casiers?|bo[îi]te|vocale|tablettes?|cell|cellulaire|t[ée]l[ée]phone|entr[ée]e|local"
    r"|chalet|cabanon|hangar|remise|armoire|vestiaire|ascenseur|classeur|entrep[ôo]t|toilettes?|salle|camion|doors?|gates?"
    r"|alarms?|system|disarm\w*|unlock\w*|opens?|keypad|safe|vault|padlock|lock|locker|lockbox|key ?box|shed|room"
    r"|voice ?mail|mailbox|tablets?|phone|ipad|laptop|entrance|building|elevator|storage|cabin|cabinet|truck|washroom"
    r"|supply|back|closet)\b"
)
_NUMERAL = (
    r"(?i:z[ée]ro|un|deux|trois|quatre|cinq|six|sept|huit|neuf|one|two|three|four|five|seven|eight|nine|di[èe]se|pound"
    r"|[ée]toile|star)"
)
SPELLED = rf"{_NUMERAL}(?:,? (?:et |and )?{_NUMERAL}){{2,7}}|\d(?:[- ]\d){{2,7}}"
GIVES = (
    r"(?:\s?[:=→]\s?|\s(?i:est|c['’ ]?est|c|soit|is|it['’]?s|was|so|reste|demeure|stays|still|['’]s"
    r"|chang[ée]e? (?:pour|à)|changed to)\s"
    r"(?i:toujours |encore |still |now |le |the )?)"
)


def _opens(match: "re.Match[str]") -> bool:
    """Tell whether the sentence of a code says what it opens."""
    return OPENED.search(match.string, max(0, match.start() - 60), match.end()) is not None


# What one types where something opens, or before the key that ends a code.
TYPES = (
    r"(?:(?i:tape[rsz]?|fai(?:s|tes)|compose[rsz]?|entre[rsz]?|pitonne[rsz]?|punch(?: in)?|enter|type|dial|key in"
    r"|put in|faisant|tapant|composant|appuyant sur|hitting|pressing|punching|entering|dialing)"
    r"|(?i:ouvre|d[ée]barre|d[ée]verrouille|d[ée]sarme|opens?|unlocks?|disarms?)\s(?i:avec|with))\s(?i:le |the )?"
)
TYPED = (
    "tape", "tapant", "fais ", "faites ", "faisant", "compos", "entre", "pitonne", "punch", "enter", "type", "dial",
    "key in", "put in", "appuyant", "hitting", "pressing", "avec ", "with ",
)  # fmt: skip
CODES = ("code", "combin", "combo", "nip", "pin", "clavier", "keypad", "de passe", "mdp", "password")
KEY = (
    r"\s?(?:,|(?i:puis|then|et|and|\+))?\s"
    r"(?i:(?:la |sur |the )?(?:touche )?(?:[ée]toile|di[èe]se|carr[ée]|star|pound|hash))(?!\w)"
)
WAKES = (
    r"\s(?i:l['’]|la |le |les )?(?i:ouvre|d[ée]barre|d[ée]verrouille|d[ée]sarme|opens?|unlocks?|disarms?|wakes?)(?!\w)"
)
NOT_MORE = r"(?!\w|[-.,:/ ]\d| ?[$%]|-\w)"
ALONE = r"(?<![\w.,/#-])"

DETECTORS = (
    password(rf"{TYPES}(?P<value>\d(?:[- ]\d){{2,7}}|{OPENS}){NOT_MORE}[^\n.!?]{{0,40}}", TYPED, 4, 0.7, _opens),
    password(
        rf"{ALONE}(?P<value>\d{{3,8}}){KEY}", ("etoile", "diese", "carre", "star", "pound", "hash"), 3, 0.6, _opens
    ),
    password(
        rf"(?i:codes?|combinaison|combination|combo|nip|pin|clavier|keypad|digicode|passcode"
        rf"|mots? de passe|mdp|password)(?!\w)[^\n.!?:=]{{0,50}}?"
        rf"{GIVES}[«“\"]?\s?(?P<value>{SPELLED}|{OPENS}){NOT_MORE}",
        CODES,
        0,
        0.75,
        _opens,
    ),
    password(
        rf"{ALONE}(?P<value>\d{{4,8}}[#*]?){WAKES}",
        ("ouvre", "debarre", "verrouille", "desarme", "open", "unlock", "disarm", "wake"),
        4,
        0.6,
        _opens,
    ),
    password(rf"(?i:code)\s(?P<value>{OPENS}){PLACE}", ("code",), 4, 0.8),
    password(
        rf"{LOCK}(?!\w){BETWEEN}(?:{LINK}|{AT_ONCE})[«“\"]?\s?(?P<value>{OPENS}){NOT_MORE}",
        (*CODES, "alarm", "cadenas", "padlock", "fob"),
        4,
        0.8,
    ),
)
