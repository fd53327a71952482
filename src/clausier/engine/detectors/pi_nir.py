"""The French social security number (*numéro d'inscription au répertoire*, NIR), with its key.

Sex, year and month of birth, department (2A and 2B for Corsica), commune, order, and a key of two digits: 97 minus
the rest modulo 97 (INSEE). python-stdnum checks the key.
Mistaken for: long references, which pass the check one time in ninety-seven and seldom hold a month. Without its key
the number has no check: it needs the words of the number nearby.
"""

import re
from collections.abc import Callable

from clausier.engine.detector import Pattern

NUMBER = r"[1-478][ .-]?\d\d[ .-]?(?:0[1-9]|1[0-2]|[2-9]\d)[ .-]?(?:\d\d|2[ab])[ .-]?\d{3}[ .-]?\d{3}"
MONTHS = frozenset(f"{month:02}" for month in range(1, 13))
NAMES = ("secu", "securite sociale", "nir", "vitale", "cpam", "ameli", "insee", "assurance maladie")
OTHER_NUMBERS = ("commande", "facture", "suivi", "colis", "reference", "ref", "order", "invoice", "tracking")


def _valid(match: "re.Match[str]") -> bool:
    from stdnum.fr import nir

    return bool(nir.is_valid(re.sub(r"[ .-]", "", match[0])))


def _has_month(match: "re.Match[str]") -> bool:
    return re.sub(r"[ .-]", "", match[0])[3:5] in MONTHS


def _nir(pattern: str, confidence: float, valid: Callable[["re.Match[str]"], bool]) -> Pattern:
    return Pattern(
        kind="pi.nir",
        pattern=rf"(?<![\w/.$#-])(?<!\d[ ,]){pattern}(?!\w|[ .,/-]?\d| ?[$%€])",
        digits=12,
        together=6,
        confidence=confidence,
        valid=valid,
        wanted=NAMES,
        unwanted=OTHER_NUMBERS,
    )


DETECTORS = (_nir(NUMBER + r"[ .-]?\d\d", 0.9, _valid), _nir(NUMBER, 0.2, _has_month))
