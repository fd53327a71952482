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


DETECTORS = (
    Pattern(
        kind="pi.health-card",
        pattern=(
            r"(?<![\w-])[a-z]{4}[ .-]?(?P<year>\d\d)(?P<month>0[1-9]|1[0-2]|5[1-9]|6[0-2])[ .-]?(?P<day>\d\d)\d\d"
            r"(?![\w]|-\d)"
        ),
        digits=8,
        confidence=0.85,
        valid=_valid,
        wanted=("ramq", "nam", "maladie", "soleil", "health", "medicare", "carte", "card"),
        unwanted=OTHER_CODES,
    ),
)
