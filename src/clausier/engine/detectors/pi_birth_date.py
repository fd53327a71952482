"""A date of birth: a date that the words of birth introduce (né le, DDN, born, DOB), or that follows a full name.

A date alone is no personal information. Mistaken for: the birth of a place, an association or a project, the
negation « ne », and dates of events.
"""

import re

from clausier.engine.detector import Pattern
from clausier.engine.people import first_names

MONTHS = (
    r"(?:janv(?:ier)?|fev(?:rier)?|fevr|mars|avr(?:il)?|mai|juin|juil(?:let)?|aout|sept(?:embre)?|oct(?:obre)?"
    r"|nov(?:embre)?|dec(?:embre)?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sep(?:tember)?|october|november|december)\.?"
)
YEAR = r"(?:19|20)\d\d"
DATE = (
    r"(?P<date>"
    rf"{YEAR}[-/. ](?:0?[1-9]|1[0-2])[-/. ](?:3[01]|[12]\d|0?[1-9])"
    rf"|(?:3[01]|[12]\d|0?[1-9])[-/. ](?:3[01]|[12]\d|0?[1-9])[-/. ](?:{YEAR}|\d\d)"
    rf"|(?:3[01]|[12]\d|0?[1-9])(?:er|st|nd|rd|th)?[ -](?:of )?{MONTHS},?[ -](?:{YEAR}|'?\d\d(?! ?[\dh:]))"
    rf"|{MONTHS} (?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?,? {YEAR}"
    rf"|{YEAR}(?:0[1-9]|1[0-2])(?:3[01]|[12]\d|0[1-9])"
    r")(?!\w|[-/.]\d)"
)
NAMED = (
    r"(?:(?:date (?:de )?)?naissance|ddn|d\.d\.n\.?|(?:date of )?birth(?: ?-?date)?|d\.?o\.?b\.?)(?!\w)[^\d\n]{0,20}"
    r"|(?:birthday|b-?day|anniversaire|fete) ?(?::|=|is|est|c'est)(?: le| on)? ?"
)
# « Ne » alone is a negation: only a place may stand between the birth and its date.
BORN = (
    r"(?:nee?s?(?:\(e\)|[·.-]e)?|born)(?: (?:a|au|en|in|at|near) [^\d\n,]{1,25})?,?(?: ?(?:le|on|un|the|:))?"
    r"(?: (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche))? "
)
THINGS = (
    "ville", "municipalite", "bibliotheque", "parc", "aqua*", "association", "organisme", "entreprise", "compagnie",
    "festival", "projet", "club", "idee", "loi", "mouvement", "parti", "banque", "marque", "service", "produit",
    "city", "library", "park", "association", "company", "festival", "project", "club", "idea", "bank", "brand",
)  # fmt: skip
MONTH_NAMES = (
    "janvier", "fevrier", "mars", "avril", "mai ", "juin", "juillet", "aout", "septembre", "octobre", "novembre",
    "decembre", "january", "february", "march", "april", "may ", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip
NAME_BEFORE = re.compile(r"(?<![\w'-])([a-z-]{2,20}) (?:[a-z]\. )?[a-z'-]{2,25}(?: [a-z'-]{2,25})?, (?:le )?$")
LATEST = 2015  # a child is seldom told by a name and a date


def _named(match: "re.Match[str]") -> bool:
    """Tell whether a full name stands just before a date that somebody may be born on."""
    before = NAME_BEFORE.search(match.string, max(0, match.start() - 80), match.start())
    year = int(match[0].split()[-1]) if match[0][-4:].isdigit() else LATEST + 1
    return before is not None and before[1].split("-")[0] in first_names() and year <= LATEST


DETECTORS = (
    *(
        Pattern(
            kind="pi.birth-date",
            pattern=rf"(?<!\w)(?:{words})(?<!\d){DATE}",
            anchors=anchors,
            digits=3,
            group="date",
            confidence=0.85,
            unwanted=THINGS,
        )
        for words, anchors in (
            (NAMED, ("naissance", "ddn", "d.d.n", "birth", "dob", "d.o.b", "b-day", "bday", "anniversaire", "fete")),
            (BORN, ("ne ", "nee ", "nes ", "nees ", "ne(e) ", "e·e ", "e.e ", "e-e ", "ne:", "nee:", "born")),
        )
    ),
    Pattern(
        kind="pi.birth-date",
        pattern=rf"(?<![\w/.-]){DATE}",
        anchors=MONTH_NAMES,
        digits=5,
        confidence=0.7,
        valid=_named,
    ),
)
