"""Personal information of somebody else, given to expose them: an address with "go say hi", a number to "let ring".

Derived: a coordinate that the other detectors found (telephone, e-mail, address, plate) of a third person, and words
that expose or set people on them, a threat, or that person's name before it in a message received in which nobody asks
for anything. Mistaken for: one's own coordinates, a tenant's address in a complaint, a plate given to have a car moved,
a witness's number.
"""

import re
from collections.abc import Iterator

from clausier.document.vocabulary import INCOMING
from clausier.engine.detector import Derived, Found, View
from clausier.engine.text import fold

COORDINATES = ("pi.phone", "pi.email", "pi.address", "pi.licence-plate", "pi.ip-address")
NAMED = ("pi.phone", "pi.email", "pi.address")  # whose owner may be named before them
HOSTILE = ("abuse.threat", "abuse.harassment")
NEAR = 70  # characters before the coordinate in which it is told whose it is
MANY = 25  # digits: a form that somebody fills in, not a person that somebody exposes
OWN = frozenset(
    {"mon", "ma", "mes", "moi", "my", "mine", "me", "nous", "our", "joignable", "nos", "notre", "suis", "am", "i'm"}
)
OWN_NEAR = 5  # words before the coordinate

# Their own family is nobody that people expose: « ma tante », "Aunt Rose".
_NAME = re.compile(
    r"\b(?!(?:Aunt|Uncle|Grand\w+|Tante|Oncle|Mamie|Papi|Mom|Dad)\b)"
    r"[A-ZÉÈ][a-zéèêëïôç'-]{1,20} (?:[A-Z]\. )?[A-ZÉÈ][a-zéèêëïôç'-]{1,20}"
)
# Who writes gives their own coordinates, or asks for something: a reply, a document, a change of address.
_ASKS = re.compile(
    r"\?|(?<!\w)(?:je m'appelle|mon nom|i'm|i am|je suis|call|reach|repl(?:y|ies)|repond\w*|contact\w*|rappelez|joindre"
    r"|signe|merci|thanks?|regards|cordialement|please|svp|ma|mon|my|mes|moi|me|notre|our|demande\w*|requests?|acces\w*"
    r"|changement|change|reimbursement|remboursement|remorque\w*|refund|order|commande|livr\w+|deliver\w*"
    r"|priere|poster|mail|send|envoy\w+|residents?|residence|plaignante?|complainant|moved|demenag\w+|applicant|requerante?)(?!\w)"
)

# Where anybody is welcome: a shop, a sale, lights to look at. An address that is praised exposes nobody.
_WELCOMING = re.compile(
    r"(?<!\w)(?:garage (?:est|is)|boutique|magasin|depanneur|shop|store|clinique|clinic|restaurant|cafe|boulangerie"
    r"|bakery|marche|vente|sale|kiosque|stand|decorations?|lumieres|lights|display|expo\w{0,8}|honnetes?|honest"
    r"|recommande|recommend|incroyables?|incredible|magnifiques?|beautiful|delicieu\w{1,3}|delicious|meilleure?s?|best"
    r"|portes ouvertes|open house|gratuite?|free|bravo|belle|beau)(?!\w)"
)


def look(view: View) -> Iterator[Found]:
    """Yield the exposed coordinates."""
    coordinates = view.of(*COORDINATES)
    if not coordinates or view.says("helping"):
        return
    welcoming = _WELCOMING.search(view.text.folded) is not None and not view.of("abuse.insult")
    exposed = (view.says("exposing") and not welcoming) or view.of(*HOSTILE)
    for each in coordinates:
        if not _is_own(view, each) and (exposed or (each.kind in NAMED and _named(view, each))):
            yield Found("abuse.doxxing", each.start, each.end, 0.7 if exposed else 0.55)


def _is_own(view: View, found: Found) -> bool:
    """Tell whether who writes says that a coordinate is theirs; a name between the two says that it is not."""
    start, _ = view.text.span(found.start, found.end)
    before = view.text.raw[max(0, start - NEAR) : start]
    name = max((each.end() for each in _NAME.finditer(before)), default=0)
    return not OWN.isdisjoint(re.findall(r"[\w']+", fold(before[name:]))[-OWN_NEAR:])


def _named(view: View, found: Found) -> bool:
    """Tell whether a message received names somebody before a coordinate, and neither asks nor presents its author."""
    if view.context.direction != INCOMING or view.text.digits > MANY or _ASKS.search(view.text.folded):
        return False
    start, _ = view.text.span(found.start, found.end)
    return _NAME.search(view.text.raw, max(0, start - NEAR), start) is not None


DETECTORS = (Derived(("abuse.doxxing",), look, after=(*COORDINATES, *HOSTILE), needs=COORDINATES),)
