"""What proves each of the ten elements, passage by passage: a proof covers, or counts for half.

The rules are those that a careful reader follows: a rule and not a topic, a pointer is half, a title proves nothing,
and what binds only the public cannot stand for what is asked of those inside.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from clausier.auditing.cues import Span
from clausier.auditing.grounds import is_ground
from clausier.auditing.readings import INSIDER, ORGANIZATION, PUBLIC, Document, Reading

FULL, HALF = 2, 1


class Proof(NamedTuple):
    """A passage that answers an element: by how much, where in it, and what of it (distinct answers count)."""

    reading: Reading
    level: int
    span: Span
    what: str = ""


Judge = Callable[[Document], Iterator[Proof]]


def expectations(document: Document) -> Iterator[Proof]:
    for each in document.body:
        if each.addressee != INSIDER or each.removes or _of_public_list(each) or _moderates(each):
            continue
        conduct = each.places("expectations", "conduct")
        if conduct and (each.binds or each.is_item or each.named == INSIDER):
            for start, end in _apart(conduct):
                yield Proof(each, FULL, (start, end), each.passage.said[start:end])
        elif each.has("modality", "duty", "ban") and not each.has("confidentiality", "insider", "half"):
            yield Proof(each, FULL, (0, len(each.passage.said)))
        generic = each.places("expectations", "generic")
        if generic and (each.binds or each.named == INSIDER) and not each.has("consequences", "block"):
            yield Proof(each, HALF, generic[0])
    for each in document.body:
        if each.has("expectations", "bound") and each.has("roles", INSIDER):
            yield Proof(each, HALF, each.places("expectations", "bound")[0])


def _moderates(each: Reading) -> bool:
    """Tell whether a passage says what those inside do of comments, which asks nothing of their own conduct."""
    return each.has("comments", "removal") and _gone(each)


def transparency(document: Document) -> Iterator[Proof]:
    for each in document.body:
        if each.has("transparency", "not"):
            continue
        must = each.places("transparency", "must")
        if must and each.addressee == INSIDER:
            yield Proof(each, HALF if each.only_allows(must[0][0]) else FULL, must[0])
        elif each.addressee == PUBLIC and each.has("transparency", "public"):
            yield Proof(each, HALF, each.places("transparency", "public")[0])
        optional = each.places("transparency", "optional")
        if optional and each.addressee == INSIDER and (each.binds or each.is_item or each.has("modality", "leave")):
            yield Proof(each, HALF, optional[0])


def training(document: Document) -> Iterator[Proof]:
    for each in document.body:
        if each.has("training", "not"):
            continue
        given = each.places("training", "given")
        if given and each.addressee == INSIDER and len(each.passage.said.split()) >= 4:
            yield Proof(each, HALF if each.has("training", "neighbour") else FULL, given[0])
        half = each.places("training", "half", "neighbour")
        if half and each.addressee == INSIDER and len(each.passage.said.split()) >= 4:
            yield Proof(each, HALF, half[0])


_UPPER = "A-ZÀ-ÖØ-Þ"
_LAWS = re.compile(
    rf"\b[Ll]oi (?:sur|de|du|des|concernant|visant|relative|favorisant|assurant|modifiant|n[°ºo]\.? ?\d|no \d|canadienne|électorale"
    r"|québécoise|[ÉE]vin|Informatique|informatique et libert|fédérale sur|du \d|\d{2,4}\b|[A-Z]-\d)"
    rf"|\b(?:[{_UPPER}][\w’'-]+ ){{0,4}}Code (?:pénal|civil|criminel|du travail|de la|des (?!bonnes|valeurs)|général|électoral|monétaire|municipal)"
    r"|\b[Cc]ode (?:pénal|civil|criminel|du travail|général de la|de la propriété|électoral|des professions|municipal)\b"
    r"|\b[Cc]hartes? (?:canadienne|québécoise|des droits|de la langue|montréalaise|européenne)"
    r"|\bRGPD\b|\bRèglement (?:général|européen|\(UE\)|sur|concernant)|\bCNIL\b|\bArcom\b|\bLPRPDE\b|\bLCAP\b|\bRLRQ\b|\bL\.?R\.?Q\b"
    r"|\bCommission d[’']accès à l[’']information|\bCommissa(?:ire|riat) à (?:la protection|l[’']information)|\bDéfenseur des droits"
    r"|\bDéclaration (?:universelle )?des droits|\bConvention européenne|\bConstitution\b|\barticles? [LRD]\.? ?\d{2,}|\bAutorité des marchés"
    r"|\bDirecteur général des élections|\bÉlections Québec|\bloi (?:du \d{1,2}|n[°ºo]\.? ?\d)|\bDécret n|\bdirective européenne"
    rf"|\b(?:[{_UPPER}][\w’'&-]+,? (?:(?:of|and|for|to|in|the|on|or|with|from|\([\w ]{{2,30}}\)) ){{0,3}}){{1,8}}(?:Act|Acts|Ordinance|Bill of Rights|Regulations \d{{4}})\b(?!ion)"
    rf"|\b(?:Equalit(?:y|ies)|Data Protection|Employment|Copyright|Public Records|Open Records|Open Meetings|Sunshine|Privacy|Right[- ]to[- ]Know|Brown Act|Human Rights|Election|Anti-Spam|Labou?r|Defamation|Freedom of Information) (?:Act|Laws?|Code|Legislation|Regulations?)\b"
    r"|\b(?:Criminal|Civil|Penal|Labou?r|Election|Elections|Education|Human Rights|Government|Municipal|Revenue|Family|Business and Professions) Code\b"
    r"|\b(?:General )?Data Protection Regulation|\bGDPR\b|\bHIPAA\b|\bFERPA\b|\bCOPPA\b|\bCIPA\b|\bFOIA\b|\bFOIP\b|\bNLRA\b|\bNLRB\b|\bFTC\b|\bFINRA\b|\bSEC\b(?! Filing)"
    r"|\bPIPEDA\b|\bM?FIPPA\b|\bFIPPA\b|\bCASL\b|\bDMCA\b|\bPECR\b|\bRIPA\b|\bADA\b|\bU\.?S\.?C\.?(?: §| \d|\b(?= Sec))|\bC\.?F\.?R\.? |\bRCW\b|\bM\.?G\.?L\b|\bOfcom\b|\bICO\b"
    r"|\bFederal Trade Commission|\bInformation Commissioner|\bAdvertising Standards|\bElectoral Commission|\bPrivacy Commissioner|\bNational Labor Relations"
    r"|\bFirst Amendment|\bTitle (?:IX|VII)\b|\bSection 50[48]\b|\bCharter of (?:Rights|human)|\b[Cc]harter of the French language|\bEuropean Convention|\bUniversal Declaration|\bConstitution of"
    r"|\b(?:article|section) \d{1,4}(?:\.\d{1,3})? (?:of the|du|de la) (?:[A-Z]|code|loi|Loi)"
)
_NOT_LAWS = re.compile(
    r"\b(?:Act (?:as|on|with|like)|This Act|Code of (?:Conduct|Ethics|Practice)|Licen[cs]e|[Cc]ode (?:de conduite|d[’']éthique))"
)


def regulation(document: Document) -> Iterator[Proof]:
    for each in document.body:
        if each.has("regulation", "not"):
            continue
        text = each.passage.text
        binds = each.has("regulation", "binds") or bool(each.opening and each.opening.has("regulation", "binds"))
        law = next((match for match in _LAWS.finditer(text) if not _NOT_LAWS.match(match[0])), None)
        if law:
            span = each.passage.said_span(*law.span())
            if each.has("regulation", "mandate"):
                continue
            yield Proof(each, FULL if binds else HALF, span)
        elif notion := each.places("regulation", "notion"):
            yield Proof(each, HALF, notion[0])


def confidentiality(document: Document) -> Iterator[Proof]:
    for each in document.body:
        own = each.has("confidentiality", "not")
        kept = each.places("confidentiality", "insider")
        if kept and not (own and not _others_too(each)):
            public = each.addressee == PUBLIC or each.removes
            yield Proof(each, HALF if public else FULL, kept[0])
        half = each.places("confidentiality", "half")
        if half and not own and (each.binds or each.is_item or each.removes):
            yield Proof(each, HALF, half[0])
        data = each.places("confidentiality", "data")
        if data and not own and (each.forbids or each.removes or is_ground(each)):
            yield Proof(each, HALF, data[0])


def _others_too(each: Reading) -> bool:
    """Tell whether a passage about one's own privacy speaks of the organization's or others' secrets too."""
    return bool(
        re.search(
            r"confidential|proprietary|client|customer|student|patient|confidentiel|nominatif|usager", each.passage.said
        )
    )


def time(document: Document) -> Iterator[Proof]:
    for each in document.body:
        if each.has("time", "not") or each.addressee == PUBLIC or each.removes:
            continue
        if places := each.places("time", "worktime"):
            told = each.binds or each.has("modality", "leave", "encouraged") or each.is_item
            yield Proof(each, FULL if told else HALF, places[0])
        if places := each.places("time", "sharing"):
            yield Proof(each, FULL, places[0])
        if places := each.places("time", "half"):
            yield Proof(each, HALF, places[0])


def accounts(document: Document) -> Iterator[Proof]:
    for each in document.body:
        if each.has("accounts", "not"):
            continue
        if places := each.places("accounts", "owned"):
            yield Proof(each, FULL, places[0])
        if places := each.places("accounts", "managed"):
            yield Proof(each, HALF, places[0])


def responses(document: Document) -> Iterator[Proof]:
    for each in document.body:
        if each.has("responses", "not-this"):
            continue
        topic = _speaks_of_answers(each)
        for part in ("path", "monitor", "delay", "not", "answers"):
            places = each.places("responses", part)
            if places and (topic or part in ("monitor", "answers", "not")):
                yield Proof(each, HALF, places[0], part)


_ANSWERS = re.compile(
    r"\b(?:respon[ds]|repl(?:y|ie)|answer|enquir|inquir|question|messages?\b|comment|complaint|mention|feedback|request|monitor|contact us"
    r"|emergenc|media|escalat|redirect|repon|suivi|urgen|demande|plainte|internaute|citoyen|vigie|surveill|dirige)"
)


def _speaks_of_answers(each: Reading) -> bool:
    return any(_ANSWERS.search(other.passage.said) for other in (each, *each.around[:2]))


def comments(document: Document) -> Iterator[Proof]:
    for each in document.body:
        if each.addressee == INSIDER and each.named == INSIDER and not _operators(each):
            continue
        if each.has("comments", "removal") and (each.addressee != INSIDER or each.named == ORGANIZATION or _gone(each)):
            yield Proof(each, HALF, each.places("comments", "removal")[0], "removal")
        elif each.has("comments", "moderated"):
            yield Proof(each, HALF, each.places("comments", "moderated")[0], "moderated")


def _operators(each: Reading) -> bool:
    return _gone(each)


_GONE = re.compile(
    r"\b(?:remov|delet|hid(?:e|ing|den)\b|moderat|tak(?:e|en|ing) down|supprim|suppression|retir|retrait|masqu|efface|moder)"
)


def _gone(each: Reading) -> bool:
    return bool(_GONE.search(each.passage.said)) and bool(
        re.search(r"comment|post|content|contribut|propos|publication|message", each.passage.said)
    )


def consequences(document: Document) -> Iterator[Proof]:
    for each in document.body:
        if each.has("consequences", "not"):
            continue
        repeated = each.has("consequences", "repeat") and each.has("consequences", "block")
        if places := each.places("consequences", "graduated") or (
            each.places("consequences", "block") if repeated else []
        ):
            yield Proof(each, FULL, places[0])
        if places := each.places("consequences", "sanction"):
            yield Proof(each, HALF if each.addressee == PUBLIC and each.named == PUBLIC else FULL, places[0])
        if places := each.places("consequences", "vague", "block"):
            yield Proof(each, HALF, places[0])


def _of_public_list(each: Reading) -> bool:
    return each.listed_for_removal


def _apart(spans: list[Span]) -> Iterator[Span]:
    """Return spans that do not overlap, the first of each group."""
    last = -1
    for start, end in spans:
        if start >= last:
            yield start, end
            last = end


JUDGES: dict[str, Judge] = {
    "expectations": expectations,
    "transparency": transparency,
    "training": training,
    "regulation": regulation,
    "confidentiality": confidentiality,
    "time": time,
    "accounts": accounts,
    "responses": responses,
    "comments": comments,
    "consequences": consequences,
}
