"""A promise of returns: guaranteed, without risk, or exaggerated.

Rule: FINRA 2210(d)(1)(B) (no promissory, exaggerated or unwarranted claim), Quebec's Securities Act and Regulation
31-103, the doctrine of the AMF in France alike. Mistaken for: the warning that nothing is guaranteed, the name of a
product ("guaranteed investment certificate"), a stated fixed rate, and warnings against swindles.
"""

import re

from clausier.engine.detector import Said
from clausier.engine.speech import affirmed, ruled_out
from clausier.engine.together import Together

KIND = "claim.promissory"
MONEY = (
    "placement*", "epargne*", "fonds", "rendement*", "argent", "invest*", "capital", "portefeuille*", "interet*",
    "gain*", "profit*", "sou", "sous", "saving*", "fund", "funds", "money", "return*", "portfolio", "yield*",
    "stock*", "action*", "bourse", "market*", "marche*", "dividend*", "banque", "bank", "revenu*", "income", "mise",
    "crypto*", "bitcoin*",
)  # fmt: skip


def _in_earnest(match: "re.Match[str]") -> bool:
    return not ruled_out(match.string, match.start())


DETECTORS = (
    Said(KIND, "promises", valid=affirmed),
    # "No risk" is a promise where money is spoken of; its own "no" is no denial.
    Said(KIND, "no-risk", confidence=0.35, valid=_in_earnest, wanted=MONEY, near=70),
    Together(KIND, "certainty", "gains", unless=("caveats", "fixed-income", "scam-warnings")),
)
