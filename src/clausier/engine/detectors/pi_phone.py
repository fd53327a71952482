"""A telephone number: North America (NANP), France, or international with its plus sign.

The area code and the exchange of a NANP number begin with 2 to 9 and are not N11 (North American Numbering Plan
Administration); French numbers are ten digits from 01 to 07 and 09 (ARCEP); E.164 allows 8 to 15 digits.
Numbers that a caller does not pay (800, 888, 0800…) belong to organisations, and the organisation's published
numbers are public. Mistaken for: order, file and tracking numbers, dates, and pieces of longer numbers.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from clausier.engine.detector import Known, Pattern

CALL = (
    "tel", "telephone", "cell", "cellulaire", "mobile", "portable", "appel*", "rappel*", "joindre", "joignable",
    "rejoindre", "rejoign*", "texte*", "texto", "sms", "sonner", "fax", "telec*", "numero", "phone", "call*",
    "text", "dial", "reach", "ring", "whatsapp", "signal",
)  # fmt: skip
OTHER_NUMBERS = (
    "commande*", "facture*", "suivi", "colis", "dossier*", "reference*", "ref", "billet*", "isbn", "requete*",
    "demande no", "confirmation", "transaction", "matricule", "recu", "contrat", "client", "serie", "order", "invoice",
    "tracking", "parcel", "case", "file", "ticket", "receipt", "serial", "account", "compte", "upc", "sku",
    "modele",
)  # fmt: skip
FREE_OF_CHARGE = frozenset({"800", "822", "833", "844", "855", "866", "877", "888", "900"})
# The groups of other countries, which only the words of a call tell.
ANNOUNCED = (
    r"(?:(?:tele|cell)?phone|tel|cell|cellulaire|mobile|portable|fax|whatsapp|call|dial|ring|appel\w{0,6}|joindre"
    r"|joignable|texte[rz]?)(?!\w)"
)
GROUPS = r"(?:\+?\d{1,4}|\+?\d{0,3} ?\(\d{1,5}\))(?:[ ./()-]{1,3}\d{2,8}){1,5}"
# No part of a longer number, of a decimal or of a code; "1-" and "+1-" before a number belong to it.
THREES = re.compile(r"\d{3}[ .-]?\d{2,3}[ .-]?\d{3,4}")  # a social insurance number, which is told as such
YEAR = re.compile(r"(?:19|20)\d\d[-/ .]")
LENGTHS, FEWEST = range(7, 16), 2
DATE = re.compile(r"(?:19|20)\d\d[-/. ][01]?\d[-/. ][0-3]?\d|[0-3]?\d[-/. ][01]?\d[-/. ](?:19|20)?\d\d(?!\d)")
BEGIN = r"(?<![\w$/#=])(?<!\d[ .,-])(?<![\w]-)"
EXTENSION = r"(?:,? ?(?:x|ext|poste|extension)\.? ?\d{1,6})?"
END = EXTENSION + r"(?!\w|[ .,-]?\d|[/%$]| ?\$)"


UNSURE = 0.25  # an exchange that ends with 11 is given to nobody, but people mistype


def _nanp(match: "re.Match[str]") -> bool | float:
    number = re.sub(r"\D", "", match[0])[-10:]
    area, exchange = number[:3], number[3:6]
    if area in FREE_OF_CHARGE or area.endswith("11"):
        return False
    return UNSURE if exchange.endswith("11") else True


@lru_cache(maxsize=8)
def _listed(known: Known) -> frozenset[str]:
    return frozenset(_national(phone) for phone in known.facts.contacts.phones)


def _national(phone: str) -> str:
    return re.sub(r"\D", "", phone).removeprefix("1")


def _public(match: "re.Match[str]", known: Known) -> bool:
    return _national(match[0]) in _listed(known)


def _phone(digits: int, confidence: float, pattern: str, valid: Callable[["re.Match[str]"], bool | float]) -> Pattern:
    return Pattern(
        kind="pi.phone",
        pattern=BEGIN + pattern + END,
        together=digits,
        confidence=confidence,
        valid=valid,
        public=_public,
        wanted=CALL,
        unwanted=OTHER_NUMBERS,
    )


def _world(match: "re.Match[str]") -> bool:
    """Tell whether the groups of a number are those of a telephone of some country: not of a date, nor of a card."""
    digits = re.sub(r"\D", "", match["number"]).removeprefix("1")
    if DATE.match(match["number"]) or digits[:3] in FREE_OF_CHARGE or THREES.fullmatch(match["number"]):
        return False
    if YEAR.match(match["number"]):
        return False
    return len(digits) in LENGTHS and len(set(digits)) > FEWEST


def _always(match: "re.Match[str]") -> bool:
    return bool(match)


DETECTORS = (
    _phone(10, 0.85, r"(?:\+?1[ .-]?)?(?:\([2-9]\d\d\) ?-?|[2-9]\d\d[ .-])[2-9]\d\d[ .-]?\d{4}", _nanp),
    _phone(10, 0.3, r"(?:\+?1)?[2-9]\d\d[2-9]\d{6}", _nanp),
    _phone(7, 0.25, r"(?<!\) )(?<!\))[2-9]\d\d[.-]\d{4}", _always),
    _phone(10, 0.85, r"(?:(?:\+|00)33 ?(?:\(0\) ?)?|0)[1-79](?:[ .-]\d\d){4}", _always),
    _phone(10, 0.3, r"0[1-79]\d{8}", _always),
    _phone(8, 0.85, r"\+[2-9](?:[ ().-]{0,2}\d){7,14}", _always),
    _phone(10, 0.85, r"(?:\+1|001|00 1)[ .-]\(?\d{3}\)?[ .-]\d{3}[ .-]?\d{4}", _always),
    _phone(10, 0.6, r"[2-9](?: \d){2}[ .-]{1,3}[2-9](?: \d){2}[ .-]{1,3}\d(?: \d){3}", _nanp),
    _phone(10, 0.6, r"[2-9]\d\d/[2-9]\d\d-\d{4}", _nanp),
    # An area code between brackets, or with the zero of a national call.
    _phone(8, 0.6, r"\(0\d{1,4}\)[ -]?\d{3,4}(?:[ -]?\d{2,4}){1,2}", _always),
    _phone(9, 0.5, r"(?P<number>0\d{1,4}[ -]\d{3,4}[ -]\d{3,4})", _world),
    Pattern(
        kind="pi.phone",
        pattern=rf"(?<!\w){ANNOUNCED}[^\d\n+(]{{0,25}}(?P<number>(?>{GROUPS}|\+?\d{{9,13}})){END}",
        anchors=(
            "phone",
            "tel",
            "cell",
            "mobile",
            "portable",
            "fax",
            "whatsapp",
            "call",
            "dial",
            "ring",
            "appel",
            "join",
        ),
        digits=7,
        group="number",
        confidence=0.7,
        valid=_world,
        public=_public,
        unwanted=OTHER_NUMBERS,
        near=25,
    ),
)
