"""The grammar of a postal address: its number and street, and all that may follow them.

Canada (Canada Post, *Addressing Guidelines*), France (La Poste, NF Z10-011), the United States (USPS Publication 28),
and their neighbours. The patterns read the message as written, since capitals tell where a name ends.
A street is found by a pattern; what follows it (flat, box, town, province, code) is read piece by piece, so that no
pattern has to hold every order in which people write them.
"""

import re
from typing import NamedTuple

from clausier.engine.people import first_names
from clausier.engine.text import fold

BEGIN = r"(?<![\w$.,/-])(?<!\d )\d"
# But for its first digit.
NUMBER = r"(?:\d{0,3}[- ]{1,3}\d{1,5}|\d{0,4})(?:-?[A-Da-d](?!\w)| [A-H](?= ))?(?: ?(?:bis|ter|quater|½|1/2))?"
OF = r"(?i:de|du|des|la|le|les|aux?)"
WORD = r"(?:[A-Z][a-z]{0,2}\.|(?![A-Z]\d[A-Z]|\d[A-Z]\d)[A-ZÀ-ÖØ-Þ0-9][\w'’-]{0,25})"
WAY = r"(?:\s(?:[NSEWO]|[NS][EWO]|(?i:north|south|east|west|nord|sud|ouest)|Est)\.?(?!\w))?"
FRENCH_KIND = (
    r"(?i:rue|avenue|ave?\.?|boulevard|boul\.?|bd|blvd|chemin|ch\.|mont[ée]e|mt[ée]e|rang|route|rte|all[ée]e|impasse|place|pl\."
    r"|quai|cours|c[ôo]te|terrasse|square|croissant|promenade|ruelle|sentier|passage|faubourg|rond-point|hameau|r\.)"
)
NAME = r"(?i:[dl]['’])?(?:[Ss]te?\.\s?)?(?:\w[\w'’-]{1,25}|\d(?!\w))"
# The first word of a name may be in small letters (« 45 rue des pins »), the next ones tell by their capital.
NAMED = rf"{FRENCH_KIND}(?:\s{OF}){{0,2}}\s{NAME}(?:\s(?:{OF}\s)?(?i:[dl]['’])?{WORD}){{0,2}}"
FRENCH = rf"{NUMBER},?\s{NAMED}{WAY}"
ENGLISH_KIND = (
    r"(?i:(?:street|avenue|road|boulevard|drive|lane|court|crescent|place|way|terrace|circle|trail|parkway|row|close"
    r"|highway|square|mews|gardens|heights|hill|grove|walk|gate|path|loop|ridge|landing|green|common|sideroad)"
    r"|(?:st|ave|rd|blvd|dr|ln|ct|cres|pl|pkwy|hwy|terr|cir)\.?)(?!\w)"
)
ENGLISH = rf"{NUMBER}\s(?:{WORD}\s){{1,3}}{ENGLISH_KIND}{WAY}"
NUMBERED = (
    rf"{NUMBER},?\s(?i:(?:county |range |township )?road|hwy|highway|rte|route|concession|line)\s\d{{1,4}}(?!\w){WAY}"
)
ORDINAL = (
    rf"{NUMBER},?\s(?:-\s)?(?:\d{{1,3}}(?:e|re|er|ère|ième|st|nd|rd|th)\s(?i:rue|avenue|av\.|ave|rang|boulevard|street"
    rf"|st)|(?i:grande[- ]all[ée]e))(?!\w){WAY}"
)
LOWER = (
    rf"{NUMBER}\s(?:[a-z][\w'-]{{2,20}}\s){{1,2}}(?:street|st|avenue|ave|road|rd|drive|lane|crescent|court)(?!\w){WAY}"
)
REVERSED = r"(?i:rue|avenue|chemin|route|place)(?:\s(?:de|du|des|la|le|les))?\s[A-ZÀ-Þ][\w'’-]{1,25}\s\d{1,3}[a-c]?"

HOME = (
    r"(?i:app(?:artement|art|t)?|apt|apartment|unit[eé]?|logement|log|porte|condo|chambre|ch|casita|lgt"
    r"|bo[iî]te aux lettres)\.?\s?#?|#\s?"
)
PART = (
    r"(?i:bureau|suite|ste|local|niveau|b[âa]t(?:iment)?|building|bldg|esc(?:alier)?|bloc|block|room|rm|lot|site|comp"
    r"|entr[ée]e|bo[iî]te|box|buzzer|[ée]tage|floor|r[ée]sidence)\.?\s?#?"
)
MARK = r"(?:[A-Z]?-?\d{1,4}[A-Za-z]?|[A-Z])(?!\w)"
LEVEL = (
    r"(?i:(?:\d{1,2}(?:e|er|ère|nd|rd|th|st)|second|deuxi[eè]me|premier|ground) (?:[ée]tage|floor)|rez-de-chauss[ée]e"
    r"|basement|sous-sol)(?!\w)"
)
BOX = (
    r"(?i:c\.? ?p\.?|b\.? ?p\.?|p\.? ?o\.? ?box|po box|casier postal|case postale|bo[iî]te postale|succursale|succ\.?"
    r"|station|stn\.?)\s(?:\d{1,6}|[A-Z]|[A-Z][a-zé-]{3,15})(?!\w)"
)
CANADA = r"[A-CEGHJ-NPR-TVXYa-ceghj-npr-tvxy]\d[A-Za-z][ -]?\d[A-Za-z]\d(?!\w)"
BRITAIN = r"[A-Z]{1,2}\d[\dA-Z]? \d[A-Z]{2}(?!\w)"
STATES = (
    r"(?:A[LKZR]|C[AOT]|DE|DC|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[TA]"
    r"|W[AVIY]|Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho"
    r"|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi"
    r"|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio"
    r"|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia"
    r"|Washington|West Virginia|Wisconsin|Wyoming)"
)
PROVINCES = (
    r"(?:Q[cC]|PQ|P\.Q\.|Qu[ée]bec|ON|Ont\.?|Ontario|NB|N\.-?B\.|Nouveau-Brunswick|New Brunswick|NS|N\.S\.|Nova Scotia"
    r"|NÉ|N\.-É\.|Nouvelle-[ÉE]cosse|M[Bb]|Man\.?|Manitoba|SK|Sask\.?|Saskatchewan|AB|Alb\.?|Alta\.?|Alberta"
    r"|BC|B\.C\.|C\.-B\.|British Columbia|Colombie-Britannique|PEI?|P\.E\.I\.|[ÎI]\.-P\.-[ÉE]\.|NL|N\.L\.|T\.-N\.-L\."
    r"|Newfoundland|YT|Yukon|NT|NU|Nunavut|Canada|France|Belgique|Belgium|Suisse|Switzerland|USA|U\.S\.A\.|UK)(?!\w)"
)
SMALL = r"(?:(?:de|du|des|la|le|les|sur|of|the|on) ){0,2}"
TOWN = rf"(?:[SM]te?\. )?[A-ZÀ-Þ][\w'’-]{{1,28}}(?: {SMALL}[A-ZÀ-Þ][\w'’-]{{1,25}}){{0,2}}"
MONTHS = (
    r"(?i:jan(?:uary|vier)?|feb(?:ruary)?|f[ée]v(?:rier)?|mar(?:ch|s)?|apr(?:il)?|avril|may|mai|june?|juin|july?|juillet"
    r"|aug(?:ust)?|ao[ûu]t|sept?(?:ember|embre)?|oct(?:ober|obre)?|nov(?:ember|embre)?|dec(?:ember)?|d[ée]cembre"
    r"|km|h|am|pm)(?!\w)"
)
# A name with no kind of street: only a flat, or words of living just before, make it one.
UNKIND = rf"(?:{OF}\s){{0,2}}(?i:l['’])?(?:[Ss]te?\.?[ -])?(?!{MONTHS}){WORD}(?:\s{WORD})?"
BARE = rf"{NUMBER},?\s{UNKIND}(?=,?\s?(?!#)(?:{HOME})\s?{MARK})"
LIVED = (
    r"(?<!\w)(?i:voisine?|neighbou?r|next door|maison|bungalow|condo"
    r"|liv(?:es?|ed|ing)|resid(?:es?|ing)|staying|stays|moved|house|home|place|party|address|adresse|habit\w{1,4}"
    r"|rest(?:e|es|ent|ait)|demeur\w{1,4}|d[ée]m[ée]nag\w{1,4})"
    r"(?:\s[\w'’]{1,12}){0,2}?(?:\s(?i:at|to|on|is|au|sur|est)|\s?[:=,])"
    rf"\s(?P<street>\d{{1,5}}[A-D]?,?\s{UNKIND})(?!\s?[%$€])"
)
BOXED = rf"(?<!\w)(?P<street>{BOX}|(?i:poste restante|general delivery))"
RURAL = r"(?<!\w)(?P<street>(?:R\.? ?R\.?|(?i:route rurale|rural route))\s?#?\d{1,2}(?!\w))"
GAP = r"(?:\s?[,/|;–(]\s?|\s-\s|\s)"
_UNIT = re.compile(rf"{GAP}(?:(?:{HOME})|(?P<part>{PART})){MARK}")
_LEVEL = re.compile(rf"{GAP}{LEVEL}")
_BOX = re.compile(rf"{GAP}{BOX}")
# A code ends an address, whatever stands between the street and it: the names of a town and a province, as people type.
_CODE = re.compile(
    rf"(?:[\s,/|;(–]{{1,3}}(?:- )?[\w'’.°)-]{{1,25}}){{0,7}}?[\s,/|;(–]{{1,3}}(?:- )?"
    rf"(?:{CANADA}|{BRITAIN}|{STATES}\.?,? \d{{5}}(?:-\d{{4}})?(?!\w))"
)
_FRANCE = re.compile(rf"(?:\s?[,/|;\n–]\s?(?:[A-Z]{{1,2}}-)?\d{{4,5}}|\s\d{{5}})\s{TOWN}(?: (?i:cedex)(?: \d\d)?)?")
_TOWN_OF = re.compile(rf"[ ,/|(\n]{{1,3}}{TOWN}[ ,/|(]{{1,3}}(?:{PROVINCES}|{STATES}(?=\W?$|[.,;)\n]))\)?")
_TOWN = re.compile(rf",\s(?P<town>{TOWN})")
_PROVINCE = re.compile(rf"[ ,/|(\n]{{1,3}}{PROVINCES}\)?")
_SHOUTED = re.compile(r"[A-Z]{2,5}(?!\w|-)")
# What may stand before the number: « 2e étage, », "Unit 4 – ", "Apt 12, ".
BUILDING = rf"(?i:immeuble|r[ée]sidences?|r[ée]s\.|tour|domaine|lotissement|manoir|villa)\s(?:[Ll][ea]s?\s)?{WORD}"
_BEFORE = re.compile(
    rf"(?<!\w)(?:{BUILDING},\s)?(?:{LEVEL}|(?:{HOME}|{PART}){MARK}|{BUILDING})(?:,\s?|\s-\s|\s–\s|\s)$"
)
MOST, LEFT = 7, 60


class Piece(NamedTuple):
    """What may follow the number and street: ``early`` only before the postal code."""

    expression: "re.Pattern[str]"
    early: bool = False
    flat: bool = False
    code: bool = False
    town: bool = False


PIECES = (
    Piece(_UNIT, flat=True),
    Piece(_LEVEL, flat=True),
    Piece(_BOX),
    Piece(_CODE, early=True, code=True),
    Piece(_FRANCE, early=True, code=True),
    Piece(_TOWN_OF, early=True, town=True),
    Piece(_PROVINCE),
    Piece(_TOWN, early=True, town=True),
)


class Tail(NamedTuple):
    """Where an address begins and ends, and whether a flat, a code and a town stand in it."""

    start: int
    end: int
    flat: bool = False
    code: bool = False
    town: bool = False


def whole(text: str, start: int, end: int) -> Tail:
    """Return the whole address whose number and street stand at a span of a message as written."""
    before = _BEFORE.search(text, max(0, start - LEFT), start)
    tail = Tail(before.start() if before else start, end, flat=before is not None)
    for _ in range(MOST):
        longer = _one_more(text, tail)
        if longer is None:
            break
        tail = longer
    return tail


def _one_more(text: str, tail: Tail) -> Tail | None:
    """Return an address with what follows it, or None when nothing of an address does."""
    for piece in PIECES:
        match = None if piece.early and tail.code else piece.expression.match(text, tail.end)
        if match and _is_place(match):
            flat = piece.flat and match.groupdict().get("part") is None
            town = tail.town or piece.town
            return Tail(tail.start, match.end(), flat=tail.flat or flat, code=tail.code or piece.code, town=town)
    return None


def _is_place(piece: "re.Match[str]") -> bool:
    """Tell whether a capitalised name after a street is that of a place, and no person's nor the name of a number."""
    name = piece.groupdict().get("town")
    return name is None or (fold(name).split()[0] not in first_names() and not _SHOUTED.match(name))
