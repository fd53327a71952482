"""Personal information of somebody else, given to expose them: an address with "go say hi", a number to "let ring".

Derived: a coordinate that the other detectors found (telephone, e-mail, address, plate) of a third person, and words
that expose or set people on them, or a threat. Mistaken for: one's own coordinates, a tenant's address in a complaint,
a plate given to have a car moved, a witness's number.
"""

import re
from collections.abc import Iterator

from clausier.engine.detector import Derived, Found, View

COORDINATES = ("pi.phone", "pi.email", "pi.address", "pi.licence-plate", "pi.ip-address")
HOSTILE = ("abuse.threat", "abuse.insult", "abuse.harassment", "abuse.hate", "abuse.profanity")
NEAR = 160  # characters around the coordinate in which the words that expose stand
OWN = frozenset({"mon", "ma", "mes", "moi", "my", "mine", "me", "nous", "our", "joignable", "nos", "notre"})
# "her number is", "sa plaque :", "they live at": the coordinate of somebody of whom one speaks.
_ABOUT = re.compile(
    r"(?<!\w)(?:his|her|their|\w+'s|son|sa|leur|he|she|they|il|elle|ils) (?:\w+ ){0,3}(?:address|number|cell|phone|plate"
    r"|e-?mail|home|house|place|lives?|adresse|numero|cell\w*|tel\w*|plaque|courriel|maison|habite\w*|reste\w*|demeure\w*)"
    r"[\w :,'=-]{0,20}$"
)
OWN_NEAR = 5  # words before the coordinate


def look(view: View) -> Iterator[Found]:
    """Yield the exposed coordinates."""
    if view.says("helping"):
        return
    hostile = view.of(*HOSTILE)
    for each in view.of(*COORDINATES):
        before, after = view.around(each.start, each.end, NEAR)
        exposed = hostile or view.says("exposing", before) or view.says("exposing", after) or _ABOUT.search(before)
        if exposed and OWN.isdisjoint(re.findall(r"\w+", before)[-OWN_NEAR:]):
            yield Found("abuse.doxxing", each.start, each.end, 0.7)


DETECTORS = (Derived(("abuse.doxxing",), look, after=(*COORDINATES, *HOSTILE)),)
