"""Personal information of somebody else, given to expose them: an address with "go say hi", a number to "let ring".

Derived: a coordinate that the other detectors found (telephone, e-mail, address, plate) of a third person, and words
that expose or set people on them, or a threat. Mistaken for: one's own coordinates, a tenant's address in a complaint,
a plate given to have a car moved, a witness's number.
"""

import re
from collections.abc import Iterator

from clausier.engine.detector import Derived, Found, View

COORDINATES = ("pi.phone", "pi.email", "pi.address", "pi.licence-plate", "pi.ip-address")
HOSTILE = ("abuse.threat", "abuse.harassment")
NEAR = 60  # characters before the coordinate in which it is told whose it is
OWN = frozenset({"mon", "ma", "mes", "moi", "my", "mine", "me", "nous", "our", "joignable", "nos", "notre"})
OWN_NEAR = 5  # words before the coordinate


def look(view: View) -> Iterator[Found]:
    """Yield the exposed coordinates."""
    if view.says("helping"):
        return
    hostile = view.of(*HOSTILE)
    for each in view.of(*COORDINATES):
        before, _ = view.around(each.start, each.end, NEAR)
        exposed = hostile or view.says("exposing")
        if exposed and OWN.isdisjoint(re.findall(r"\w+", before)[-OWN_NEAR:]):
            yield Found("abuse.doxxing", each.start, each.end, 0.7)


DETECTORS = (Derived(("abuse.doxxing",), look, after=(*COORDINATES, *HOSTILE)),)
