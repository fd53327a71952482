"""The Quebec health insurance number (*numéro d'assurance maladie*, NAM) of the RAMQ.

Three letters of the family name, one of the first name, year, month (plus 50 for women) and day of birth, and two
digits that end it. The date inside is what makes it sure.
Mistaken for: product and file codes of four letters and eight digits, whose middle is seldom a date.
"""

import re
from datetime import date

from clausier.engine.detector import Pattern

OTHER_CODES = (
    "commande", "facture", "suivi", "colis", "reference", "ref", "modele", "serie", "produit", "lot",
    "order", "invoice", "tracking", "parcel", "reference", "model", "serial", "product", "batch",
)  # fmt: skip


def _valid(match: "re.Match[str]") -> bool:
    year, month, day = int(match["year"]), int(match["month"]) % 50, int(match["day"])
    return any(_is_date(century + year, month, day) for century in (1900, 2000))


def _is_date(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


# Capitals tell a card from a word before two numbers; in small letters it takes the words of the card.
NUMBER = r"(?P<year>\d\d)(?P<month>0[1-9]|1[0-2]|5[1-9]|6[0-2])[\s.-]?(?P<day>\d\d)\d\d(?!\w|[ -]\d)"
PARTED = r"(?P<year>\d\d)[\s.-]?(?P<month>0[1-9]|1[0-2]|5[1-9]|6[0-2])[\s./-]{0,3}(?P<day>\d\d)[\s.-]?\d\d(?!\w|[ -]\d)"
NAMES = ("ramq", "nam", "maladie", "soleil", "health", "medicare", "carte", "card")

DETECTORS = (
    *(
        Pattern(
            kind="pi.health-card",
            pattern=rf"(?<![\w-]){letters}{{4}}[\s.-]?{NUMBER}",
            raw=raw,
            together=8,
            confidence=confidence,
            valid=_valid,
            wanted=NAMES,
            unwanted=OTHER_CODES,
        )
        for letters, raw, confidence in (("[A-Z]", True, 0.85), ("[a-z]", False, 0.3))
    ),
    Pattern(
        kind="pi.health-card",
        pattern=r"(?<![\w-])[a-z]{3}[\s-]?[a-z][\s./-]{0,3}" + PARTED,
        together=8,
        confidence=0.25,
        valid=_valid,
        wanted=NAMES,
        unwanted=OTHER_CODES,
    ),
    # The same in capitals, with spaces elsewhere than on the card.
    Pattern(
        kind="pi.health-card",
        pattern=r"(?<![\w-])(?:[A-Z]{3}\s[A-Z]|[A-Z]{4}\s{0,3})" + PARTED,
        raw=True,
        together=8,
        confidence=0.7,
        valid=_valid,
        unwanted=OTHER_CODES,
    ),
)
