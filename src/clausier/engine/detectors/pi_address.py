"""The postal address of a private person, as Quebec, the rest of Canada and France write it.

A number, a kind of street and its name are not enough: shops, schools and works have addresses too. It takes a flat
number, a postal code, a person named just before, or words of living, sending and visiting nearby.
Mistaken for: places of works and events, public buildings, and the organisation's own addresses.
The pattern reads the message as written, since capitals tell where the name of a street ends.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from string import ascii_lowercase

from clausier.engine.detector import Detector, Found, Hit, Known, Pattern, View
from clausier.engine.people import CERTAIN, people
from clausier.engine.text import Text, fold

BEGIN = r"(?<![\w$.,/-])(?<!\d )\d"
NUMBER = r"(?:\d{0,3}[- ]{1,3}\d{1,5}|\d{0,4})[A-Da-d]?(?: ?(?:bis|ter|quater|½))?"  # but for its first digit
OF = r"(?i:de|du|des|la|le|les|aux?)"
WORD = r"(?:[A-Z][a-z]{0,2}\.|(?![A-Z]\d[A-Z]|\d[A-Z]\d)[A-ZÀ-ÖØ-Þ0-9][\w'’-]{0,25})"
FRENCH_KIND = (
    r"(?i:rue|avenue|av\.?|boulevard|boul\.?|bd|blvd|chemin|ch\.|mont[ée]e|rang|route|all[ée]e|impasse|place|pl\.|quai"
    r"|cours|c[ôo]te|terrasse|square|croissant|promenade|ruelle|sentier|passage|faubourg|rond-point|hameau|r\.)"
)
# The first word of a name may be in small letters (« 45 rue des pins »), the next ones tell by their capital.
FRENCH = (
    rf"{NUMBER},?\s{FRENCH_KIND}(?:\s{OF}){{0,2}}\s(?i:[dl]['’])?(?:[Ss]te?\.\s?)?(?:\w[\w'’-]{{1,25}}|\d(?!\w))"
    rf"(?:\s(?:{OF}\s)?(?i:[dl]['’])?{WORD}){{0,2}}"
)
ENGLISH_KIND = (
    r"(?i:(?:street|avenue|road|boulevard|drive|lane|court|crescent|place|way|terrace|circle|trail|parkway|row|close"
    r"|highway|square|mews|gardens|heights|hill|grove|walk|gate)|(?:st|ave|rd|blvd|dr|ln|ct|cres|pl|pkwy|hwy)\.?)(?!\w)"
)
ENGLISH = rf"{NUMBER}\s(?:{WORD}\s){{1,3}}{ENGLISH_KIND}(?:\s(?:[NSEW]|North|South|East|West)(?!\w))?"
ORDINAL = rf"{NUMBER},?\s\d{{1,3}}(?:e|re|er|ère|ième)\s(?i:rue|avenue|av\.|rang|boulevard)(?!\w)"
LOWER = rf"{NUMBER}\s(?:[a-z][\w'-]{{2,20}}\s){{1,2}}(?:street|st|avenue|ave|road|rd|drive|lane|crescent|court)(?!\w)"
HOME = r"(?i:app(?:artement|art|t)?|apt|apartment|unit[eé]?|logement|log|porte)\.?\s?#?|#"
UNIT = rf"(?:,?\s?(?P<unit>(?:{HOME})\s?(?:\d{{1,4}}[A-Za-z]?|[A-Z])(?!\w)))?"
CODE = (
    r"(?P<code>[A-CEGHJ-NPR-TVXYa-ceghj-npr-tvxy]\d[A-Za-z][ -]?\d[A-Za-z]\d"  # Canada
    r"|\d{5}(?=[ ,]{1,2}[A-Z])|(?<=[A-Z]{2} )\d{5})(?!\w)"  # France, before the town; United States, after the state
)
# The names of a town and a province, with the code; or a town alone.
NAMED = r"[ ,]{1,2}\(?[A-ZÀ-Þ][\w'’-]{1,30}\)?"
TAIL = rf"(?:(?:{NAMED}){{0,4}}[ ,]{{1,2}}{CODE}(?:{NAMED})?|,{NAMED})?"
NEAR = 110
FLAT = re.compile(r"(\d{1,4}) ?- ?(\d{1,5})")
PERSON = re.compile(r"(?:(?:M|Mr|Mme|Mlle|Me|Dr|Mrs|Ms)\.?|[A-ZÀ-Þ][\w'’-]{1,20})\s[A-ZÀ-Þ][\w'’-]{1,25}[ ,:(–-]{1,3}$")
SHOP = re.compile(
    r"\W{1,3}(?i:l[ea]s?|l['’]|the|un|une|a|an)?\s?(?i:d[ée]panneur|magasin|boutique|[ée]cole|store|shop|school)"
)
LIVING = (
    "j'habite*", "habite*", "demeure*", "reste au", "restons au", "restent au", "domicil*", "mon adresse",
    "son adresse", "adresse", "chez moi", "chez nous", "chez lui", "chez elle", "ma maison", "sa maison",
    "mon logement", "locataire*", "voisin*", "livr*", "expedi*", "retourn*", "envoy*", "poste*", "colis", "vit au",
    "loge", "mon entree", "ma cour", "chalet", "mon cell", "ma mere", "mes parents", "ses parents", "sa femme",
    "son mari", "la maison de", "i live", "we live", "lives at", "live at", "living at", "lives on", "live on",
    "my address", "his address", "her address", "address", "my house", "my home", "our house", "house of", "my place",
    "home address", "mailing", "ship*", "deliver*", "return", "send", "tenant*", "neighbour*", "neighbor*",
    "resident", "resides", "her place", "his place", "new place", "my driveway", "cottage", "moved to", "her parents",
    "his parents", "my parents", "dob", "drop by", "my cell", "my mother", "kids", "wife", "husband", "fuite d'eau",
    "water leak", "no water", "plus d'eau", "pus d'eau", "sous-sol", "basement", "party", "chez", "backyard",
    "front yard",
)  # fmt: skip
PLACES = (
    "bibliotheque", "ecole", "arena", "parc", "piscine", "magasin", "boutique", "restaurant", "cafe", "eglise",
    "bureau*", "siege", "succursale*", "clinique", "hopital", "pharmacie", "chantier", "travaux", "fermee", "accident",
    "incendie", "depanneur", "centre", "garderie", "salle", "theatre", "musee",
    "library", "school", "rink", "park", "pool", "store", "shop", "church", "office*", "branch", "clinic", "hospital",
    "pharmacy", "closed", "fire", "centre", "center", "daycare", "hall", "museum",
    "stop at", "arret",
)  # fmt: skip


def _confidence(match: "re.Match[str]") -> float:
    if SHOP.match(match.string, match.end()):
        return 0.0
    person = PERSON.search(match.string, max(0, match.start() - 60), match.start())
    if match["unit"] or match["code"] or _is_flat(match):
        return 1.0 if person else 0.75
    return 0.75 if person else 0.65 if _is_somebody_near(match) else 0.3


def _is_flat(match: "re.Match[str]") -> bool:
    """Tell whether the first of two numbers is that of a flat: no range of houses counts down."""
    numbers = FLAT.match(match[0])
    return numbers is not None and int(numbers[1]) > int(numbers[2])


def _is_somebody_near(match: "re.Match[str]") -> bool:
    before = Text(match.string[max(0, match.start() - NEAR) : match.start()])
    return any(each.sure >= CERTAIN for each in people(before, 0, len(before.folded)))


@lru_cache(maxsize=8)
def _listed(known: Known) -> tuple[str, ...]:
    return tuple(_plain(address) for address in known.facts.contacts.addresses)


def _plain(address: str) -> str:
    return " ".join(fold(address).replace(",", " ").split())


def _public(match: "re.Match[str]", known: Known) -> bool:
    return _plain(match[0]).startswith(_listed(known))


STREETS = tuple(
    Pattern(
        kind="pi.address",
        pattern=f"{BEGIN}(?>{street}){UNIT}{TAIL}",
        raw=True,
        digits=1,
        valid=_confidence,
        public=_public,
        wanted=LIVING,
        unwanted=PLACES,
        near=60,
    )
    for street in (FRENCH, ENGLISH, LOWER, ORDINAL)
)

# The first letters, up to any other sign, of each kind of street in the patterns above.
KINDS = frozenset({
    b"rue", b"avenue", b"av", b"boulevard", b"boul", b"bd", b"blvd", b"chemin", b"ch", b"montee", b"rang", b"route",
    b"allee", b"impasse", b"place", b"pl", b"quai", b"cours", b"cote", b"terrasse", b"square", b"croissant",
    b"promenade", b"ruelle", b"sentier", b"passage", b"faubourg", b"rond", b"hameau", b"r", b"street", b"road",
    b"drive", b"lane", b"court", b"crescent", b"way", b"terrace", b"circle", b"trail", b"parkway", b"row", b"close",
    b"highway", b"mews", b"gardens", b"heights", b"hill", b"grove", b"walk", b"gate", b"st", b"ave", b"rd", b"dr",
    b"ln", b"ct", b"cres", b"pkwy", b"hwy",
})  # fmt: skip
_ONLY_LETTERS = bytes(code if chr(code) in ascii_lowercase else ord(" ") for code in range(256))


class Streets(Detector):
    """The addresses, in a message that has a number and names a kind of street."""

    kinds = ("pi.address",)
    digits = 1
    placed = False

    def find(self, view: View, hits: list[Hit]) -> Iterator[Found]:
        """Yield what the patterns find."""
        if not KINDS.isdisjoint(view.text.coded.translate(_ONLY_LETTERS).split()):
            for street in STREETS:
                yield from street.find(view, hits)


DETECTORS = (Streets(),)
