"""The social security number of the United States (SSN).

Nine digits in groups of 3, 2 and 4. The Social Security Administration never gives an area of 000, 666 or 900 and
above, a group of 00, a serial of 0000, nor the numbers that were published in advertisements (python-stdnum knows
them). There is no check digit: other ways to write it than with two hyphens need the words of the number nearby.
Mistaken for: file, roll and part numbers.
"""

import re

from clausier.engine.detector import Pattern

NAMES = (
    "ssn",
    "ss#",
    "social",
    "social security",
    "securite sociale",
    "socials",
    "medicaid",
    "irs",
    "w-9",
    "1099",
    "us tax",
    "tax form",
    "tax return",
)
OTHER_NUMBERS = (
    "social insurance", "assurance sociale", "commande", "facture", "suivi", "matricule", "piece", "modele",
    "reference", "ref", "dossier", "lot", "order", "invoice", "tracking", "part", "model", "reference", "case",
    "file", "sku", "ticket",
)  # fmt: skip


def _valid(match: "re.Match[str]") -> bool:
    from stdnum.us import ssn

    return bool(ssn.is_valid(re.sub(r"\D", "", match[0])))


DETECTORS = tuple(
    Pattern(
        kind="pi.ssn",
        pattern=rf"(?<![\w/.$#-])(?<!\d[ ,]){number}(?!\w|[ .,/-]?\d| ?[$%])",
        together=9,
        confidence=confidence,
        valid=_valid,
        wanted=NAMES,
        unwanted=OTHER_NUMBERS,
    )
    for number, confidence in ((r"\d{3}-\d{2}-\d{4}", 0.8), (r"\d{3}[ .]\d{2}[ .]\d{4}", 0.3), (r"\d{9}", 0.2))
)
