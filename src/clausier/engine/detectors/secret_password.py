"""A password that a sentence gives: « le mot de passe est … », "password: …", « identifiants : admin / … ».

Only a value that looks chosen as a password is one: letters with digits, or with marks that no word holds.
Mistaken for: sentences about passwords (« mot de passe oublié », "password is required"), rules and bad examples.
The pattern reads the message as written: capitals and marks belong to the value.
"""

import re

from clausier.engine.detector import Pattern

WORD = (
    r"(?i:mots? de passe|mdp|pass ?words?|passwd|pass ?phrase|passcode|pwd|psw|pw|pass"
    r"|code wi-?fi|cl[ée] (?:du )?wi-?fi|wi-?fi key|network key)"
)
IDENTITY = r"(?i:cred(?:ential)?s?|identifiants?|log ?in|acc[èe]s|connexion|user(?:name)?|utilisateur|admin)"
PIN = r"(?i:nip|code pin|pin code|pin|code (?:de l['’]|d['’])alarme|alarm code|door code|code de (?:la )?porte)"
EQUALS = r"[:=→>]{1,3}\s?"
LINK = (
    rf"(?:{EQUALS}|\s(?:{EQUALS}|(?=[«“\"`])"
    r"|(?i:est|is|was|c(?:['’ ]?est)?|sera|will be)\s(?i:toujours |still |now |maintenant )?(?::\s?)?))"
)
BETWEEN = r"(?:\s[\w'’()@.-]{1,14}){0,4}?"
VALUE = r"[«“\"'`‘(]{0,2}\s?(?P<value>[^\s«»“”\"`,]{4,32}[^\s«»“”\"`’'.,;:?)])"
MARKS = frozenset("!@#$%^&*_+=~|<>?")
EXAMPLES = frozenset({
    "password123", "password1", "motdepasse123", "motdepasse1", "azerty123", "qwerty123", "p@ssw0rd", "abc123",
})  # fmt: skip


def _strong(match: "re.Match[str]") -> bool:
    value = match["value"]
    if value.lower() in EXAMPLES or "://" in value or value[0] in "[<{":
        return False
    return any(map(str.isalpha, value)) and (any(map(str.isdigit, value)) or _is_marked(value))


def _very_strong(match: "re.Match[str]") -> bool:
    """Tell whether nothing but a password would be written so: no word links it to its name."""
    value = match["value"]
    mixed = value != value.lower() and value != value.upper()
    return _strong(match) and any(map(str.isdigit, value)) and mixed and not MARKS.isdisjoint(value)


def _is_marked(value: str) -> bool:
    return not MARKS.isdisjoint(value.strip("!*_#@"))


DETECTORS = (
    Pattern(
        kind="secret.password",
        pattern=rf"(?<!\w){WORD}{BETWEEN}{LINK}{VALUE}",
        anchors=("pass", "mdp", "pwd", "psw", "wifi", "wi-fi", "network key"),
        raw=True,
        group="value",
        valid=_strong,
    ),
    Pattern(
        kind="secret.password",
        pattern=rf"(?<!\w){WORD}\s{VALUE}",
        anchors=("pass", "mdp", "pwd", "psw", "pw", "wifi", "wi-fi", "network key"),
        raw=True,
        digits=1,
        group="value",
        valid=_very_strong,
    ),
    Pattern(
        kind="secret.password",
        pattern=rf"(?<!\w){IDENTITY}(?!\w)(?:[^\n:=]{{0,40}}[:=])?\s?[\w.@-]{{2,40}}\s?[/|,]\s?{VALUE}",
        anchors=("cred", "identifiant", "login", "log in", "acces", "connexion", "user", "utilisateur", "admin"),
        raw=True,
        group="value",
        valid=_strong,
    ),
    Pattern(
        kind="secret.password",
        pattern=rf"(?<!\w){PIN}{BETWEEN}{LINK}(?P<value>\d{{4,8}})(?!\w|[-.,:/ ]\d| ?[$%])",
        anchors=("nip", "pin", "alarm", "door code", "porte"),
        raw=True,
        digits=4,
        group="value",
        confidence=0.8,
    ),
)
