"""A password that a sentence gives: « le mot de passe est … », "password: …", « identifiants : admin / … ».

What is given tells as much as the words before it: letters with digits or marks are a password after any link, digits
alone after the words of a password or of a lock, a plain word only between quotation marks.
Mistaken for: sentences about passwords (« mot de passe oublié », "password must have 8 characters"), rules, bad
examples, codes of a discount. The patterns read the message as written: capitals and marks belong to the value.
"""

import re
from collections.abc import Callable
from functools import cache

from clausier.engine.detector import Pattern
from clausier.engine.text import fold
from clausier.engine.words import both

WORD = (
    r"(?P<word>(?i:mots? de passes?|mdp|pass[ _-]?words?|passwd|pass[ -]?phrase|phrase de passe|passcode|pwd|pswd|psw"
    r"|pw|p/w|(?:code|cl[ée]|key|password) (?:du |de la |pour le |of the |for the )?wi-?fi"
    r"|wi-?fi (?:key|code|pass(?:word|code)?)(?!\w)"
    r"|(?:network|wpa2?|security) key|cl[ée] (?:r[ée]seau|de s[ée]curit[ée]|wpa2?)|(?:secret|vault|safe) code"
    r"|code (?:secret|du coffre)|pass(?!\w)|wi-?fi(?!\s(?:pass|key|code|mot|mdp|pw))))"
)
IDENTITY = (
    r"(?i:cred(?:ential)?s?|identifiants?|log ?in|acc[èe]s|access|connexion|user(?:name)?|utilisateur|usager|admin"
    r"|connecte[sz]?[- ](?:toi|vous)|sign in|network|r[ée]seau|wi-?fi|courriel|compte|account)"
)
LOCK = (
    r"(?i:nip|pin|code pin|pin code|code (?:de l['’]|d['’])alarme|alarme?|alarm code|cadenas|combination|combinaison"
    r"|keypad|(?:door|gate|garage|lock|entry|key|access|cabinet|locker|shed|cage|panel|storage|fob|alarm)"
    r" ?(?:code|combo)"
    r"|code (?:de la |du |de l['’]|d['’]|pour la |pour le )?"
    r"(?:porte|garage|cadenas|entr[ée]e|casier|local|acc[èe]s|cabanon|remise|armoire|barri[èe]re|portail|puce|cl[ée]))"
)
EQUALS = r"[:=→>]{1,3}\s?"
IS = (
    r"(?i:est|is|was|were|are|c(?:['’ ]?[ée]tait|['’ ]?est)?|sera|will be|devient|becomes|changed to|set to|reset to"
    r"|chang[ée] (?:pour|en|à)|it['’]s|its|this|avec|with)"
)
LINK = (
    rf"(?:[\"']?\s?{EQUALS}|['’]s\s|\s\((?=\S{{5}})|\s[–—-]\s|\s(?=[«“\"`])"
    rf"|\s{IS}\s(?i:toujours |still |now |maintenant )?(?::\s?)?)"
)
BETWEEN = r"(?:(?>\s[\w'’()@./#-]{1,14},?)){0,6}?"
VALUE = r"(?P<quoted>[«“\"'`‘(]{0,2})\s?(?P<value>[^\s«»“”\"`,]{3,40}[^\s«»“”\"`’'.,;:?)])"
# What opens a lock: digits, a combination of three numbers, digits with a sign or a word.
LOCKED = r"\d{4,8}(?:[#*][A-Z0-9]{0,2})?|\d{1,2}(?:-\d{1,2}){2}|[A-Z]{0,2}\d{3,6}-[A-Z][a-z]{2,10}"
START = r"(?<![^\W_])"
MARKS = frozenset("!@#$%^&*_+=~|<>?")
REFUSED = re.compile(
    r"\s{0,2}[»”\"'’)]?\s{0,2}(?i:(?:est|is|was|a été|gets?) (?:refus|reject|trop|too|invalid|interdit|not allowed)"
    r"|caract[èe]res|characters?|chars|chiffres|digits|lettres|letters|fois|times|jours|days|mois|months|minutes|[$%€])"
)
_DIGIT = re.compile(r"\d")
CLOSED = re.compile(r"\s?[»”\"'`’)]")
OFFER = re.compile(
    r"(?i:promo|rabais|discount|coupon|referral|parrain|postal|barres?\b|\bqr\b|produit|suivi|tracking|r[ée]duction)"
)
GIVEN, DIGITS, QUOTED = 0.9, 0.7, 0.6
FEWEST_LETTERS = 5
SHORT = ("pass", "wifi", "wi-fi")  # words that mean something else as often


def _given(match: "re.Match[str]") -> bool | float:
    """Tell how surely a value that is linked to a word for password is one."""
    value = match["value"]
    if _is_strong(match):
        return GIVEN
    if match["word"].lower() in SHORT or REFUSED.match(match.string, match.end()):
        return False
    if value.isdigit():
        return DIGITS
    plain = value.isalpha() and len(value) >= FEWEST_LETTERS and fold(value) not in _no_passwords()
    return QUOTED if plain and match["quoted"] and CLOSED.match(match.string, match.end()) else False


@cache
def _no_passwords() -> frozenset[str]:
    """Return what stands where a password would: bad examples, programs, what is said of passwords."""
    return frozenset(both("no-passwords"))


def _is_strong(match: "re.Match[str]") -> bool:
    """Tell whether a value holds letters, and digits or marks among them."""
    value = match["value"]
    before = match.string[max(0, match.start() - 200) : match.start()].rpartition(" ")[2]
    if fold(value) in _no_passwords() or "://" in value or "://" in before or value[0] in "[<{":
        return False
    marked = _DIGIT.search(value) is not None or not MARKS.isdisjoint(value.strip("!*_#@?"))
    return marked and any(map(str.isalpha, value)) and not REFUSED.match(match.string, match.end())


def _is_written(match: "re.Match[str]") -> bool:
    """Tell whether a value is a password with no word that links it."""
    sure = match.groupdict().get("word", "").lower() not in SHORT or _is_odd(match["value"])
    return sure and _is_strong(match) and _DIGIT.search(match["value"]) is not None


def _is_code(match: "re.Match[str]") -> bool:
    """Tell whether what a code is said to be is odd enough, and no code of a discount."""
    around = match.string[max(0, match.start() - 30) : match.end() + 30]
    return _is_strong(match) and _is_odd(match["value"]) and not OFFER.search(around)


def _is_odd(value: str) -> bool:
    """Tell whether only a password would be written so: both cases, digits, a mark or a digit amid letters."""
    mixed = value != value.lower() and value != value.upper() and _DIGIT.search(value) is not None
    return mixed and (not MARKS.isdisjoint(value) or re.search(r"[A-Za-z]\d[a-z]{2}", value) is not None)


PASSWORDS = ("pass", "mdp", "pwd", "psw", "pswd", "pw", "p/w", "wifi", "wi-fi", " key", "cle ", "code")
IDENTITIES = (
    "cred", "identifiant", "login", "log in", "acces", "connexion", "user", "utilisateur", "usager", "admin",
    "connecte", "sign in", "network", "reseau", "wifi", "wi-fi", "courriel", "compte", "account",
)  # fmt: skip
AS = r"(?:[^\n:=]{0,40}[:=])?\s?(?i:avec |with |as |en tant que )?[\w.@+-]{2,40}"
AND = r"(?:\s?[/|,]\s?|\s(?i:et|and|puis|then|with|avec)\s)"
PLACE = r"(?:(?<=code)|(?<=porte)|(?<=[nN][iI][pP]))\s"


def _password(
    pattern: str, anchors: tuple[str, ...], digits: int, confidence: float, valid: Callable[..., bool | float] | None
) -> Pattern:
    return Pattern(
        kind="secret.password",
        pattern=START + pattern,
        anchors=anchors,
        digits=digits,
        raw=True,
        group="value",
        confidence=confidence,
        valid=valid,
    )


ACCOUNT = r"(?i:user(?:name)?|login|log-in|utilisateur|usager|compte|id)[ :]{1,2}[\w.@+-]{2,40}[ ,;/]{1,3}"
DETECTORS = (
    _password(rf"{ACCOUNT}(?i:pass|pw|mdp|mot de passe|password)[ :]{{1,2}}{VALUE}", PASSWORDS, 0, 0.85, _is_strong),
    _password(WORD + BETWEEN + LINK + VALUE, PASSWORDS, 0, 0.9, _given),
    _password(rf"{WORD}\s{VALUE}", PASSWORDS, 1, 0.8, _is_written),
    _password(rf"(?i:code|combo)(?!\w){BETWEEN}(?:{LINK}|\s){VALUE}", ("code", "combo"), 1, 0.7, _is_code),
    _password(rf"{IDENTITY}(?!\w){AS}{AND}{VALUE}", IDENTITIES, 1, 0.9, _is_written),
    _password(
        rf"{LOCK}(?!\w){BETWEEN}(?:{LINK}|{PLACE})(?P<value>{LOCKED})(?!\w|[-.,:/ ]\d| ?[$%])",
        ("nip", "pin", "alarm", "code", "cadenas", "combin", "keypad"),
        4,
        0.8,
        None,
    ),
)
