"""A password given with the name of a user, or as what one types to come in.

« identifiants : admin / … », "user: events, pass: …", "use … to log in", « tapez … comme mot de passe ».
Mistaken for: programs and services that one comes in with ("log in with your library card"), names of users.
"""

import re

from clausier.engine.passwords import (
    DEVICE,
    MARKS,
    TYPE,
    VALUE,
    is_closed,
    is_coined,
    is_odd,
    is_plain,
    is_strong,
    password,
)

IDENTITY = (
    r"(?i:cred(?:ential)?s?|identifiants?|log ?in|acc[èe]s|access|connexion|user(?:name)?|utilisateur|usager|admin|root"
    r"|connecte[sz]?[- ](?:toi|vous)|sign in|network|r[ée]seau|wi-?fi|courriel|compte|account|host|h[ôo]te)"
)
AS = r"(?:[^\n:=]{0,40}[:=])?\s?(?i:avec |with |as |is |est |en tant que )?[\w.@+-]{2,40}"
AND = r"(?:\s?[/|,]\s?|\s(?i:et|and|puis|then|with|avec)\s)"
ACCOUNT = (
    r"(?i:user(?:name)?|login|log-in|utilisateur|usager|compte|id|ssid|wi-?fi|network|r[ée]seau)[ :]{1,2}"
    r"[\w.@+-]{2,40}[ ,;/\n]{1,3}(?i:and |et )?"
)
ENTER = (
    r"\s?[»”\"'’]?(?:\s\w{1,12}){0,2}?\s(?i:to (?:log|sign|get) ?(?:in|on)|to unlock|as (?:\w{2,5} )?(?:\w{1,10} )?pass"
    r"|for (?:the|your|our) (?:\w{1,10} )?pass|when (?:it|they|you)\b[^\n]{0,20} (?:asks?|prompted|pass)|tout attach"
    r"|comme (?:nouveau )?(?:mot de passe|mdp|password|pass)|pour (?:te |vous |se |me |y |vous y )?"
    r"(?:entrer|connecter|ouvrir|acc[ée]der|rentrer|lo[gu]{1,3}er|d[ée]verrouiller))"
)
IDENTITIES = (
    "cred", "identifiant", "login", "log in", "acces", "connexion", "user", "utilisateur", "usager", "admin", "root",
    "connecte", "sign in", "network", "reseau", "wifi", "wi-fi", "courriel", "compte", "account", "host", "hote",
)  # fmt: skip
LOGIN = r"(?i:log ?in|sign in|connecte[rsz]?|connexion|wi-?fi|network|r[ée]seau)"
LOGINS = ("login", "log in", "sign in", "connecte", "connexion", "wifi", "wi-fi", "network", "reseau")
ROOTS = ("root:", "admin:", "guest:", "postgres:", "invite:")
ENTRANCES = (
    "log in", "login", "sign in", "log on", "as the pass", "as your pass", "as our pass", "as my pass", "password",
    "passphrase", "as their pass", "mot de passe", "mdp", "pour entrer", "pour te conn", "pour se conn",
    "pour vous conn", "pour ouvrir", "pour acce", "pour rentrer", "unlock", "deverr", "tout attache",
)  # fmt: skip


def _paired(match: "re.Match[str]") -> bool:
    """Tell whether what stands after a user's name is a password."""
    return is_strong(match) and any(map(str.isdigit, match["value"]))


def _typed(match: "re.Match[str]") -> bool:
    """Tell whether what somebody types to come in is a password: coined, or between quotation marks."""
    return is_coined(match) or (is_closed(match) and (is_plain(match) or is_strong(match)))


def _labelled(match: "re.Match[str]") -> bool:
    """Tell whether what stands after a user's name and « mdp » is a password: any word but those said of passwords."""
    return is_strong(match) or is_plain(match)


def _near(match: "re.Match[str]") -> bool:
    """Tell whether what stands in the sentence of a word for password is one, and no device or edition."""
    return is_strong(match) and DEVICE.fullmatch(match["value"]) is None


def _entered(match: "re.Match[str]") -> bool:
    """Tell whether what one comes in with is a password, and no name of a user."""
    return is_coined(match) and (is_odd(match["value"]) or not MARKS.isdisjoint(match["value"]))


# A word for password, then anywhere in its sentence what only a password looks like.
SPOKEN = (
    r"(?i:mots? ?d(?:e|['’]) ?pass(?:es?)?|mdp|pass ?words?|pwd|pw|passe?(?=\s?[:=])|(?:our|my|admin|new|old|the) pass"
    r"|passcode|creds?|credentials?|identifiants?|code d['’]acc[èe]s)(?!\w)"
)
COINED = (
    r"(?P<quoted>[«“\"'`‘(]{0,2})(?P<value>(?=[^\s«»“”\"`,]{0,30}[\d#$!%&])(?=[^\s«»“”\"`,]{0,30}[a-z])[A-Za-z]"
    r"[^\s«»“”\"`,]{4,38}[^\s«»“”\"`’'.,;:?)])"
)
OPENS = r"(?i:s['’]ouvre|ouvre|opens?|unlocks?|d[ée]marre|starts)\s(?i:avec|with)"
OPENED = ("ouvre avec", "open with", "opens with", "unlock with", "unlocks with", "demarre avec", "starts with")
LABEL = r"(?i:pass|pw|mdp|mot de passe|password|key|cl[ée])[ :=]{1,2}"
DETECTORS = (
    password(
        rf"{SPOKEN}(?:['’]s)?[^\n.!?@]{{0,60}}?[\s:/]{COINED}",
        ("passe", "mdp", "password", "pass word", "pwd", "pw ", "pass ", "passcode", "cred", "identifiant", "d'acces"),
        0,
        0.6,
        _near,
    ),
    password(ACCOUNT + LABEL + VALUE, ("pass", "pw", "mdp", " key", " cle"), 0, 0.85, _labelled),
    password(rf"{IDENTITY}(?!\w){AS}{AND}{VALUE}", IDENTITIES, 1, 0.9, _paired),
    password(rf"(?i:root|admin|guest|postgres|invité):{VALUE}", ROOTS, 1, 0.8, _paired),
    password(rf"{TYPE}\s(?i:the |le |la )?{VALUE}{ENTER}", ENTRANCES, 0, 0.8, _typed),
    password(rf"{OPENS}\s{VALUE}", OPENED, 1, 0.7, is_coined),
    password(rf"{LOGIN}(?!\w)[^\n]{{0,60}}?\s{TYPE}\s{VALUE}", LOGINS, 1, 0.7, _entered),
)
