"""A bank account: an IBAN, the Canadian institution, transit and account, a French RIB, an American or British number.

The length and structure of an IBAN are those of its country and its check is modulo 97 (ISO 13616, python-stdnum).
Canadian numbers (Payments Canada, rule on direct deposits: institution of 3 digits, transit of 5, account of 7 to 12)
have no check: they need a known institution or the words of banking nearby. The routing number of the United States
and the RIB of France have one (ABA; Banque de France, key modulo 97). An account number alone needs its bank.
Mistaken for: invoice references that begin like an IBAN, file numbers in three groups, accounts of customers.
"""

import re
from collections.abc import Iterator

from clausier.engine.detector import Derived, Found, Pattern, View

KIND = "pi.bank-account"
BEGIN = re.compile(r"(?<![\w/-])[a-z]{2}\d\d(?=[ -]?\w)")
LENGTHS = range(15, 35)
FEWEST = 5  # different characters: the sample of a form is all zeros
WORDS = (
    "transit", "institution", "succursale", "folio", "compte", "bancaire", "banque*", "depot", "depos*", "specimen",
    "cheque*", "virement*", "virer", "caisse", "desjardins", "branch", "account", "acct", "bank*", "deposit*", "slip",
    "bordereau", "wire*", "payroll", "transfer*", "iban", "rib", "rbc", "td", "bmo", "cibc", "scotia*", "tangerine",
    "laurentienne", "credit union", "chase", "wells fargo", "etransfer", "e-transfer", "paie", "chequing", "checking",
    "savings", "epargne",
)  # fmt: skip
OTHER_NUMBERS = (
    "dossier*", "commande*", "facture*", "suivi", "colis", "reference*", "ref", "client*", "abonne*", "file*", "order*",
    "invoice", "tracking", "parcel", "case", "customer", "ticket", "water", "hydro", "taxes", "library", "bibliotheque",
    "twitter", "instagram", "facebook",
)  # fmt: skip
# Institutions whose numbers people write (Payments Canada, Financial Institutions File).
INSTITUTIONS = frozenset({
    "001", "002", "003", "004", "006", "010", "016", "030", "039", "117", "177", "219", "260", "309", "310", "320",
    "340", "352", "509", "540", "607", "608", "614", "621", "809", "815", "819", "828", "829", "837", "839", "849",
    "865", "879", "889", "899",
})  # fmt: skip
INSTITUTION = r"inst(?:itution|\.)?[^\d\n]{0,12}\d{3}(?!\d)"
TRANSIT = r"(?:transit|succ(?:ursale|\.)?|branch)[^\d\n]{0,12}\d{5}(?!\d)"
DIGITS, PLACE = r"\d(?:[ -]?\d){4,13}", r"(?![^\d\n]{0,25}(?:transit|inst|succ))"
ACCOUNT = rf"(?:compte|account|acct|cpt|folio|n[o°º]\.?|numero|number){PLACE}[^\d\n]{{0,25}}{DIGITS}"
NAMED = ("compte", "account", "acct")
ALONE = rf"(?:{'|'.join(NAMED)})(?!\w)[^\d\n]{{0,40}}(?<![\w$#])(?P<number>{DIGITS})(?!\w|[.,]\d| ?[$%€])"
BETWEEN = r"[^\d\n]{1,12}"
PART = rf"(?:{INSTITUTION}|{TRANSIT}|{ACCOUNT})"
ANY_ACCOUNT = re.compile(r"compte|account|acct|cpt|folio|\bn[o°º]\b|num")
PARTS = re.compile(r"(inst)|(transit|succ|branch)|(compte|account|acct|cpt|folio|n[o°º]\b|num)")
ROUTING = r"(?:routing|aba|rtn|transit)[^\d\n]{0,20}(?P<routing>\d{9})(?!\d)"


def _is_account(match: "re.Match[str]") -> bool:
    """Tell whether the labelled numbers are those of an account and of where it is."""
    return len({found.lastindex for found in PARTS.finditer(match[0])}) > 1 and ANY_ACCOUNT.search(match[0]) is not None


def _is_grouped(match: "re.Match[str]") -> bool | float:
    """Tell how surely three groups are an account: a known institution tells more than any other number."""
    groups = re.split(r"[ -]", match[0])
    return 0.55 if {*groups[:2]} & INSTITUTIONS else True


def _is_routing(match: "re.Match[str]") -> bool:
    """Tell whether nine digits pass the check of the American Bankers Association."""
    digits = [int(each) for each in match["routing"]]
    return sum(weight * each for weight, each in zip((3, 7, 1) * 3, digits, strict=True)) % 10 == 0 and any(digits)


def _is_rib(match: "re.Match[str]") -> bool:
    """Tell whether the key of a French RIB is right; its letters count as digits (A and J are 1, S is 2)."""
    plain = re.sub(r"\W", "", match[0])
    digits = "".join(each if each.isdigit() else str((ord(each) - 97 + (each >= "s")) % 9 + 1) for each in plain)
    bank, branch, account, key = int(digits[:5]), int(digits[5:10]), int(digits[10:21]), int(digits[21:])
    return key == 97 - (89 * bank + 15 * branch + 3 * account) % 97 and len(set(digits)) > FEWEST


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
        valid=_is_grouped,
        wanted=WORDS,
        unwanted=OTHER_NUMBERS,
    ),
    Pattern(
        kind=KIND,
        pattern=rf"(?<!\w){PART}{BETWEEN}{PART}(?:{BETWEEN}{PART})?(?!\w)",
        anchors=("inst", "transit", "succ", "branch"),
        digits=10,
        confidence=0.9,
        valid=_is_account,
    ),
    Pattern(
        kind=KIND,
        pattern=rf"(?<!\w){ALONE}",
        anchors=NAMED,
        digits=6,
        group="number",
        confidence=0.25,
        wanted=tuple(each for each in WORDS if each not in NAMED),
        unwanted=OTHER_NUMBERS,
        near=60,
    ),
    Pattern(
        kind=KIND,
        pattern=rf"(?<!\w){ROUTING}(?:[^\d\n]{{1,30}}{DIGITS})?(?!\w)",
        anchors=("routing", "aba", "rtn", "transit"),
        digits=9,
        confidence=0.85,
        valid=_is_routing,
    ),
    Pattern(
        kind=KIND,
        pattern=rf"(?<!\w)sort code[^\d\n]{{0,12}}\d\d[ -]?\d\d[ -]?\d\d(?:[^\d\n]{{1,30}}{DIGITS})?(?!\w)",
        anchors=("sort code",),
    ),
    Pattern(
        kind=KIND,
        pattern=r"(?<![\w-])\d{5}[ -]?\d{5}[ -]?(?:[0-9a-z][ -]?){11}\d\d(?!\w|[ -]?\d)",
        together=10,
        confidence=0.6,
        valid=_is_rib,
        wanted=WORDS,
        unwanted=OTHER_NUMBERS,
    ),
)
