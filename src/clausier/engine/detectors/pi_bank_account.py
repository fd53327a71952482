"""A bank account: an IBAN, or the Canadian institution, transit and account numbers.

The length and structure of an IBAN are those of its country and its check is modulo 97 (ISO 13616, python-stdnum).
Canadian numbers (Payments Canada, rule on direct deposits: institution of 3 digits, transit of 5, account of 7 to 12)
have no check and need the words of banking nearby.
Mistaken for: invoice references that begin like an IBAN, and file numbers in three groups.
"""

import re
from collections.abc import Iterator

from clausier.engine.detector import Derived, Found, Pattern, View

KIND = "pi.bank-account"
BEGIN = re.compile(r"(?<![\w/-])[a-z]{2}\d\d(?=[ -]?\w)")
LENGTHS = range(15, 35)
FEWEST = 5  # different characters: the sample of a form is all zeros
WORDS = (
    "transit", "institution", "succursale", "folio", "compte", "bancaire", "banque", "depot direct", "specimen",
    "cheque", "virement", "caisse", "desjardins", "branch", "account", "bank", "banking", "direct deposit",
    "slip", "bordereau", "void cheque", "wire", "payroll", "transfer", "iban", "rib",
)  # fmt: skip
INSTITUTION = r"inst(?:itution|\.)?[^\d\n]{0,12}\d{3}"
TRANSIT = r"(?:transit|succ(?:ursale|\.)|branch)[^\d\n]{0,12}\d{5}"
ACCOUNT = r"(?:compte|account|acct|cpt|folio)[^\d\n]{0,12}\d[\d -]{4,12}\d"
BETWEEN = r"[^\d\n]{1,6}"


def _ibans(view: View) -> Iterator[Found]:
    """Yield each IBAN; words may follow it without a mark, so its country and its check tell where it ends."""
    from stdnum import iban

    text = view.text.folded
    for begin in BEGIN.finditer(text):
        places = list(_places(text, begin.start()))
        for length, place in enumerate(places, 1):
            ends = length in LENGTHS and not text[place + 1 : place + 2].isalnum()
            number = "".join(text[each] for each in places[:length]) if ends else ""
            if len(set(number)) > FEWEST and iban.is_valid(number, check_country=False):
                yield Found(KIND, begin.start(), place + 1, 0.95)


def _places(text: str, start: int) -> Iterator[int]:
    """Yield the places of the letters and digits from ``start`` on, with a space or hyphen between two at most."""
    for place in range(start, min(len(text), start + 2 * LENGTHS.stop)):
        if text[place].isalnum():
            yield place
        elif text[place] not in " -" or text[place - 1] in " -":
            return


DETECTORS = (
    Derived(kinds=(KIND,), look=_ibans, digits=10),
    Pattern(
        kind=KIND,
        pattern=r"(?<![\w/.$#-])(?<!\d )(?:\d{5}[ -]\d{3}|\d{3}[ -]\d{5})[ -]\d(?:-?\d){6,11}(?!\w|[ .,/-]?\d)",
        together=15,
        confidence=0.3,
        wanted=WORDS,
    ),
    Pattern(
        kind=KIND,
        pattern=rf"(?<!\w)(?:{INSTITUTION}{BETWEEN}{TRANSIT}|{TRANSIT}{BETWEEN}{INSTITUTION}){BETWEEN}{ACCOUNT}(?!\w)",
        anchors=("inst",),
        digits=14,
        confidence=0.9,
    ),
)
