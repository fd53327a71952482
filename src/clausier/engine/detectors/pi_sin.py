"""The Canadian social insurance number (*numéro d'assurance sociale*, NAS).

Nine digits, the last one a Luhn check (Employment and Social Development Canada). The first digit tells the province
of registration; none begins with 8, and those that begin with 0 belong to fictitious taxpayers.
Mistaken for: order, invoice and file numbers, one in ten of which passes the check. So nine digits in a row need the
words of the number nearby, and grouped ones (3-3-3) yield to words that announce another number.
"""

import re

from clausier.engine.detector import Pattern

BIRTH = ("dob", "ddn", "nee le", "ne le", "born", "naissance", "birth", "t4", "releve 1", "revenu quebec", "impots")
NAMES = ("nas", "n.a.s", "sin", "s.i.n", "sins", "assurance sociale", "social insurance", "ass. sociale")
OTHER_NUMBERS = (
    "commande", "facture", "suivi", "colis", "dossier", "reference", "ref", "billet", "isbn", "siren", "siret",
    "requete", "photo", "score", "order", "invoice", "tracking", "parcel", "case", "file", "ticket", "confirmation",
)  # fmt: skip

NEVER_ISSUED = 0.2  # the sample number of the government, 046 454 286, is one

# Neither part of a longer number, nor an amount, nor a count of things.
COUNTED = r" ?(?:[$€%]|dollars|points|octets|bytes|votes|vues|views|fois|times|personnes|people)"
ALONE = r"(?<![\w/$#-])(?<!\d[ .,]){}(?!\w|[ .,/-]?\d|" + COUNTED + ")"


def _valid(match: "re.Match[str]") -> bool | float:
    """Tell whether a number is one; those that begin with 0 or 8 are never issued, and count where words name them."""
    from stdnum import luhn

    number = re.sub(r"\D", "", match[0])
    if not luhn.is_valid(number) or len(set(number)) == 1:
        return False
    return number[0] not in "08" or NEVER_ISSUED


DETECTORS = (
    Pattern(
        kind="pi.sin",
        pattern=ALONE.format(r"\d{3}([ .-])\d{3}\1\d{3}"),
        together=9,
        confidence=0.8,
        valid=_valid,
        wanted=NAMES,
        unwanted=OTHER_NUMBERS,
    ),
    Pattern(
        kind="pi.sin",
        pattern=ALONE.format(r"\d{9}"),
        together=9,
        confidence=0.3,
        valid=_valid,
        wanted=(*NAMES, *BIRTH),
        unwanted=OTHER_NUMBERS,
        near=80,
    ),
    # Other separators, as people type them: only the words of the number tell it.
    Pattern(
        kind="pi.sin",
        pattern=ALONE.format(r"(?:\d{3}[ ./-]{0,3}\d{3}[ ./-]{0,3}\d{3}|\d(?:[ .-]\d){8})"),
        together=9,
        confidence=0.2,
        valid=_valid,
        wanted=NAMES,
        unwanted=OTHER_NUMBERS,
    ),
)
