"""A driver's licence number: Quebec and Ontario by their form, others by the words that announce them.

Quebec (SAAQ): a letter and twelve digits, of which six are the day, month and year of birth. Ontario: a letter and
fourteen digits that end with the year, month (plus 50 for women) and day of birth. The date inside is what makes
them sure.
Mistaken for: part and model numbers, and building permits (« permis » alone announces nothing).
"""

import re
from datetime import date

from clausier.engine.detector import Pattern

WORDS = ("permis", "licence", "license", "conduire", "driver*", "saaq", "dl")
OTHER_CODES = ("commande", "facture", "suivi", "modele", "piece", "construction", "order", "invoice", "model", "part")
NUMBERED = r"(?: (?:no|numero|number|is|est|le|my|mon))?[ .:#°(]{0,4}"
ANNOUNCED = r"(?:permis de conduire|driver'?s?'? licen[cs]e|driving licen[cs]e|licen[cs]e|\bdl)(?!\w)"
NUMBER = r"(?:[a-z]{2}[ -])?[a-z]{0,2}\d(?:[ -]?\d){5,13}"


def _day_month_year(match: "re.Match[str]") -> bool:
    digits = re.sub(r"\D", "", match[0])
    return _is_date(digits[8:10], digits[6:8], digits[4:6])


def _year_month_day(match: "re.Match[str]") -> bool:
    digits = re.sub(r"\D", "", match[0])
    return _is_date(digits[8:10], digits[10:12], digits[12:14])


def _is_date(year: str, month: str, day: str) -> bool:
    try:
        date(2000 + int(year), int(month) % 50, int(day))
    except ValueError:
        return False
    return True


DETECTORS = (
    Pattern(
        kind="pi.driver-licence",
        pattern=r"(?<![\w-])[a-z]\d{4}[ -]?\d{6}[ -]?\d\d(?!\w|-\d)",
        together=12,
        confidence=0.75,
        valid=_day_month_year,
        wanted=WORDS,
        unwanted=OTHER_CODES,
    ),
    Pattern(
        kind="pi.driver-licence",
        pattern=r"(?<![\w-])[a-z]\d{4}[ -]?\d{5}[ -]?\d{5}(?!\w|-\d)",
        together=14,
        confidence=0.75,
        valid=_year_month_day,
        wanted=WORDS,
        unwanted=OTHER_CODES,
    ),
    Pattern(
        kind="pi.driver-licence",
        pattern=rf"(?<!\w){ANNOUNCED}{NUMBERED}(?P<number>{NUMBER})(?![\w$%]|[ -]\d)",
        anchors=("permis de conduire", "licence", "license", "dl "),
        digits=6,
        group="number",
        confidence=0.7,
        unwanted=OTHER_CODES,
    ),
)
