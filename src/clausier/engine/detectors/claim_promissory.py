"""A promise of returns: guaranteed, without risk, or exaggerated.

Rule: FINRA 2210(d)(1)(B) (no promissory, exaggerated or unwarranted claim), Quebec's Securities Act and Regulation
31-103, the doctrine of the AMF in France alike. Mistaken for: the warning that nothing is guaranteed, the name of a
product ("guaranteed investment certificate"), a stated fixed rate, and warnings against swindles.
"""

import re
from collections.abc import Iterator

from clausier.engine.detector import Derived, Found, Said, View
from clausier.engine.speech import affirmed, ruled_out, sentence
from clausier.engine.together import Together
from clausier.engine.voice import deals_in_money

KIND = "claim.promissory"
MONEY = (
    "placement*", "epargne*", "fonds", "rendement*", "argent", "invest*", "capital", "portefeuille*", "interet*",
    "gain*", "profit*", "sou", "sous", "saving*", "fund", "funds", "money", "return*", "portfolio", "yield*",
    "stock*", "action*", "bourse", "market*", "marche*", "dividend*", "banque", "bank", "revenu*", "income", "mise",
    "crypto*", "bitcoin*",
)  # fmt: skip

BALANCED = ("caveats", "fixed-income", "scam-warnings")  # lists of which nothing stands beside an earnest promise


def _in_earnest(match: "re.Match[str]") -> bool:
    return not ruled_out(match.string, match.start())


def look(view: View) -> Iterator[Found]:
    """Yield what is said for certain of what a house of finance offers: the thing itself is the gain."""
    if not deals_in_money(view.known) or any(map(view.says, BALANCED)):
        return
    text, offered = view.text.folded, view.of("about.offering")
    for match in view.phrases("certainty") if offered else ():
        start, end = sentence(text, *match.span())
        held = any(start <= each.start and each.end <= end for each in offered)
        if held and text[end : end + 1] != "?" and affirmed(match):
            yield Found(KIND, start, end, 0.55)


DETECTORS = (
    Said(KIND, "promises", valid=affirmed),
    # "No risk" is a promise where money is spoken of; its own "no" is no denial.
    Said(KIND, "no-risk", confidence=0.35, valid=_in_earnest, wanted=MONEY, near=70),
    Together(KIND, "certainty", "gains", unless=BALANCED),
    Derived((KIND,), look, after=("about.",), lists=("certainty",)),
)
