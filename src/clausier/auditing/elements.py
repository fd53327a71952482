"""What proves each of the ten elements, passage by passage: a proof covers, or counts for half.

The rules are those that a careful reader follows: a rule and not a topic, a pointer is half, a title proves nothing,
and what binds only the public cannot stand for what is asked of those inside.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from clausier.auditing.cues import Span
from clausier.auditing.grounds import is_ground
from clausier.auditing.readings import INSIDER, ORGANIZATION, PUBLIC, Document, Reading
from clausier.library import LIBRARY

FULL, HALF = 2, 1
COVERED, PARTIAL, ABSENT = "covered", "partial", "absent"  # the status of an element


class Proof(NamedTuple):
    """A passage that answers an element: by how much, where in it, and what of it (distinct answers count).

    ``heard`` is how sure the learned reader is
    that the passage is about the element, where one reads.
    """

    reading: Reading
    level: int
    span: Span
    what: str = ""
    heard: float = 0.0


Judge = Callable[[Document], Iterator[Proof]]


def expectations(document: Document) -> Iterator[Proof]:
    for each in filter(_asks_those_inside, document.body):
        conduct = each.places("expectations", "conduct")
        if conduct and (each.binds or each.is_item or each.named == INSIDER):
            level = HALF if each.has("modality", "aim") else FULL
            yield from (Proof(each, level, span, each.passage.said[slice(*span)]) for span in _apart(conduct))
        elif each.has("modality", "duty", "ban") and not each.has("confidentiality", "insider", "half"):
            yield Proof(each, FULL, (0, len(each.passage.said)))
        generic = each.places("expectations", "generic")
        if generic and (each.binds or each.named == INSIDER) and not each.has("consequences", "block"):
            yield Proof(each, HALF, generic[0])
    for each in document.body:
        if each.has("expectations", "bound") and each.has("roles", INSIDER):
            yield Proof(each, HALF, each.places("expectations", "bound")[0])


def _asks_those_inside(each: Reading) -> bool:
    return each.addressee == INSIDER and not (each.aims or each.removes or each.listed_for_removal or _moderates(each))


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
        if optional and each.addressee == INSIDER and (each.forbids or each.only_allows(optional[0][0])):
            yield Proof(each, HALF, optional[0])
        credit = each.places("transparency", "credit")
        if credit and each.addressee == INSIDER and each.binds:
            yield Proof(each, HALF, credit[0])


_SHORTEST = 4  # words: less is a label, not a sentence


def _is_a_sentence(each: Reading) -> bool:
    return len(each.passage.said.split()) >= _SHORTEST


def training(document: Document) -> Iterator[Proof]:
    for each in document.body:
        if each.has("training", "not") or each.named == PUBLIC or each.removes or not _is_a_sentence(each):
            continue
        given = each.places("training", "given")
        if given and each.addressee == INSIDER:
            yield Proof(each, HALF if each.has("training", "neighbour", "optional") else FULL, given[0])
        half = each.places("training", "half", "neighbour")
        if half and (each.addressee == INSIDER or each.has("training", "neighbour")):
            yield Proof(each, HALF, half[0])


# What looks like the name of a law, and is the organization's own code or a licence.
_NOT_LAWS = re.compile(
    r"Act (?:as|on|with|like)|This Act|Code of (?:Conduct|Ethics|Practice)|Licen[cs]e"
    r"|[Cc]ode (?:de conduite|d[’']éthique)"
)


@cache
def _laws() -> re.Pattern[str]:
    text = (LIBRARY / "audit" / "laws.txt").read_text(encoding="utf-8")
    return re.compile(rf"\b(?:{'|'.join(line for line in text.splitlines() if not line.startswith('#'))})")


def regulation(document: Document) -> Iterator[Proof]:
    for each in document.body:
        if each.has("regulation", "not"):
            continue
        text = each.passage.text
        binds = each.has("regulation", "binds") or bool(each.opening and each.opening.has("regulation", "binds"))
        law = next((match for match in _laws().finditer(text) if not _NOT_LAWS.match(match[0])), None)
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
            yield Proof(each, HALF if public or each.points else FULL, kept[0])
        half = each.places("confidentiality", "half")
        if half and not own and not _laws().search(each.passage.text) and (each.binds or each.is_item or each.removes):
            yield Proof(each, HALF, half[0])
        data = each.places("confidentiality", "data")
        told = each.forbids and _TOLD.search(each.passage.said)
        if data and not own and (told or each.removes or is_ground(each)):
            yield Proof(each, HALF, data[0])


_TOLD = re.compile(r"\b(?:post|publi|shar|disclos|upload|mention|reveal|includ|diffus|divulg|communi|partag|affich)")


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
            yield Proof(each, FULL, places[0])
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
        if each.has("comments", "removal"):  # who moderates is not who keeps the account
            continue
        if places := each.places("accounts", "managed"):
            yield Proof(each, HALF, places[0])


def responses(document: Document) -> Iterator[Proof]:
    for each in document.body:
        if each.has("responses", "not-this"):
            continue
        topic = _speaks_of_answers(each)
        for part in ("path", "monitor", "delay", "not", "answers"):
            places = each.places("responses", part)
            if part == "monitor" and each.has("comments", "removal"):
                continue
            if places and (topic or part in ("monitor", "answers", "not")):
                yield Proof(each, HALF, places[0], part)


_ANSWERS = re.compile(
    r"\b(?:respon[ds]|repl(?:y|ie)|answer|enquir|inquir|question|messages?\b|comment|complaint|mention|feedback|request"
    r"|monitor|contact us"
    r"|emergenc|media|escalat|redirect|repon|suivi|urgen|demande|plainte|internaute|citoyen|vigie|surveill|dirige|anime|messag|ecri)"
)


def _speaks_of_answers(each: Reading) -> bool:
    return any(_ANSWERS.search(other.passage.said) for other in (each, *each.around[:2]))


def comments(document: Document) -> Iterator[Proof]:
    for each in document.body:
        if each.addressee == INSIDER and each.named == INSIDER and not _gone(each):
            continue
        if each.has("comments", "removal") and (each.addressee != INSIDER or each.named == ORGANIZATION or _gone(each)):
            yield Proof(each, HALF, each.places("comments", "removal")[0], "removal")
        elif each.has("comments", "moderated"):
            yield Proof(each, HALF, each.places("comments", "moderated")[0], "moderated")


_GONE = re.compile(
    r"\b(?:remov|delet|hid(?:e|ing|den)\b|moderat|tak(?:e|en|ing) down"
    r"|supprim|suppression|retir|retrait|masqu|efface|moder)"
)
_WRITTEN = re.compile(r"comment|post|content|contribut|propos|publication|message")


def _gone(each: Reading) -> bool:
    """Tell whether what somebody wrote is taken away."""
    return bool(_GONE.search(each.passage.said) and _WRITTEN.search(each.passage.said))


def consequences(document: Document) -> Iterator[Proof]:
    for each in document.body:
        if each.has("consequences", "not") or each.aims:
            continue
        repeated = each.has("consequences", "repeat") and each.has("consequences", "block")
        if places := each.places("consequences", "graduated") or (
            each.places("consequences", "block") if repeated else []
        ):
            yield Proof(each, FULL, places[0])
        if places := each.places("consequences", "sanction"):
            capped = each.points or (each.addressee == PUBLIC and each.named == PUBLIC)
            yield Proof(each, HALF if capped else FULL, places[0])
        if places := each.places("consequences", "vague", "block"):
            yield Proof(each, HALF, places[0])


def _apart(spans: list[Span]) -> Iterator[Span]:
    """Return as many spans as do not overlap."""
    last = -1
    for start, end in sorted(spans, key=lambda span: span[1]):
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
