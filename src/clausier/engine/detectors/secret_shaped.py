"""A password that nothing names: what only a password looks like, in a line that says what one opens with it.

« le fichier est verrouillé avec Ferry-Boat-61 », "frontdesk and Skates4ever get you into the booking tool".
Letters with a digit and a mark among them need the words of an access in their line; a word with digits also needs
what hands it over ("with", « tapez », a colon), since devices, events and people's handles are named so too.
Mistaken for: models and editions (iPhone-15), addresses, files, tags and handles.
"""

import re

from clausier.engine.passwords import DEVICE, MARKS, PROGRAM, is_refused, no_passwords, password
from clausier.engine.text import fold

ACCESS = re.compile(
    r"(?i)(?<!\w)(?:log(?:s|ged|ging)? ?(?:in|into|on)|logins?|sign(?:s|ed|ing)? in(?:to)?|passcode|unlock\w{0,3}"
    r"|lock(?:s|ed) (?:with|itself|by)|it['’]?s locked|encrypted|(?:password|pass)[- ]protected|vpn|wi-?fi|routers?"
    r"|modem|laptop|intranet|extranet|portal|shared (?:drive|inbox|mailbox|account)|credentials?|default is"
    r"|into the \w{1,12} ?(?:tool|app|site|system|account|portal)|for everything|magic word"
    r"|connect(?:e|er|ez|ons)|connexion|identifiants?|d[ée]verrouill\w{1,3}|verrouill[ée]e?s?|chiffr[ée]e?s?"
    r"|prot[ée]g[ée]e?s? (?:avec|par)|est prot[ée]g[ée]|routeur|ordi(?:nateur)?|session|portail|acc[èe]s"
    r"|compte \w{1,12} de|bo[îi]te (?:partag[ée]e|courriel|commune)|mot magique|pour tout|partout)(?!\w)"
)
ANCHORS = (
    "log in", "login", "log on", "logs in", "logged in", "logged on", "logging", "sign in", "signs in", "signed in",
    "signing in", "passcode", "unlock", "locks ", "locked", "encrypt", "protected", "vpn", "wifi", "wi-fi", "router",
    "modem", "laptop", "intranet", "extranet", "portal", "shared ", "credential", "default is", "into the ",
    "connecte", "connectons", "connexion", "identifiant", "verrouill", "chiffre", "protege", "routeur", "ordi",
    "session", "portail", "acces", "compte ", "boite ", "mot magique", "magic word", "for everything", "pour tout",
    "partout",
)  # fmt: skip
HANDED = re.compile(
    r"(?i)(?:(?<!\w)(?:with|avec|type|tape[rsz]?|enter|entre[rsz]?|pitonne[rz]?|use|utilise[rsz]?|is|est|c['’ ]?est"
    r"|still|toujours|key|cl[ée]|and|et|pis|puis|then)\s|[:=/>]\s?)[«“\"']?\s?$"
)
VALUE = r"(?<![^\s«“\"'’(:=>])(?P<value>[^\W_][^\s«»“”\"`,]{4,18}[^\s«»“”\"`’'.,;:?)])(?![^\s«»“”\"`’'.,;:?)])"
_PARTED = re.compile(r"[^\W\d_]{3,}[!#$%*^][^\W\d_]{3,}")  # a mark amid letters
_CHOSEN = re.compile(
    r"[^\W\d_]{4,}\d{1,4}|(?:[^\W\d_]{3,}[-_.]){1,3}(?:[^\W\d_]{0,12}\d{1,4})|[^\W\d_]{4,}\d[^\W\d_]{3,}"
)
_SHUFFLED = re.compile(r"(?:[a-z]{0,4}\d{1,3}[a-z]{1,4}){2,6}\d{0,3}")
_ELSEWHERE = re.compile(r"\w@\w|://|[/<>{}\[\]()\\]|\.(?:com|ca|org|net|example|pdf|docx?|xlsx?|jpe?g|png|mp4)(?!\w)")
REACH = 90  # characters on each side of a value, in its line, where the access is told
MARKED, LINKED = 0.7, 0.6


def _shaped(match: "re.Match[str]") -> bool | float:
    """Tell how surely a value is a password, by its form and by its line."""
    value = match["value"].rstrip("!")
    is_marked = _is_marked(value)
    if not is_marked and not (_CHOSEN.fullmatch(value) or _SHUFFLED.fullmatch(value)):
        return False
    before = match.string[max(0, match.start() - REACH) : match.start("value")].rpartition("\n")[2]
    after = match.string[match.end() : match.end() + REACH].partition("\n")[0]
    if _is_elsewhere(match) or not (ACCESS.search(before) or ACCESS.search(after)):
        return False
    return MARKED if is_marked else LINKED if HANDED.search(before) else False


def _is_marked(value: str) -> bool:
    """Tell whether a value holds letters, a digit and a mark, or a mark amid letters."""
    mixed = any(map(str.isalpha, value)) and any(map(str.isdigit, value)) and not MARKS.isdisjoint(value)
    return mixed or _PARTED.fullmatch(value) is not None


def _is_elsewhere(match: "re.Match[str]") -> bool:
    """Tell whether a value is an address, a file, a device, or refused by what follows."""
    value = match["value"]
    named = fold(value) in no_passwords() or DEVICE.fullmatch(value) or PROGRAM.fullmatch(value)
    return bool(named or _ELSEWHERE.search(value)) or is_refused(match)


DETECTORS = (password(VALUE, ANCHORS, 0, LINKED, _shaped),)
