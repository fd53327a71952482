"""A payment card number: 12 to 19 digits, a known issuer, and a Luhn check (ISO/IEC 7812).

Mistaken for: tracking numbers, receipts and bar codes. The issuer's prefix with its length, beside the check, leaves
about one random number in two hundred; words that announce another number lower it.
"""

import re

from clausier.engine.detector import Pattern

# Prefixes and lengths: Visa, Mastercard (two ranges), American Express, Discover, Diners, JCB, UnionPay, Maestro.
ISSUERS = re.compile(
    r"4(?:\d{12}|\d{15}|\d{18})|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}"
    r"|6(?:011|4[4-9]\d|5\d\d)\d{12}|3(?:0[0-5]|[68]\d)\d{11}|35(?:2[89]|[3-8]\d)\d{12}|(?:2131|1800)\d{11}|62\d{14}"
    r"|(?:50(?:18|20|38)|5893|6304|67\d\d)\d{8,15}"
)
OTHER_NUMBERS = (
    "suivi", "colis", "imei", "code-barres", "isbn", "gtin", "ean", "facture", "commande",
    "tracking", "parcel", "barcode", "bar code", "upc", "invoice", "order",
)  # fmt: skip


def _valid(match: "re.Match[str]") -> bool:
    from stdnum import luhn

    number = re.sub(r"\D", "", match[0])
    return bool(ISSUERS.fullmatch(number)) and luhn.is_valid(number)


DETECTORS = (
    Pattern(
        kind="pi.payment-card",
        pattern=(
            r"(?<![\w/.$#-])(?<!\d[ ,])(?:(?:\d{4}([ -]))(?:\d{4}\1){2}\d{4}(?!\w|[.,/-]?\d| \d{3})"
            r"|\d(?:[ .-]?\d){11,18}(?!\w|[ .,/-]?\d| ?[$%]))"
        ),
        together=12,
        confidence=0.9,
        valid=_valid,
        unwanted=OTHER_NUMBERS,
    ),
)
