"""The audit of a policy, of one file or of several read as one, and as the data of ``clausier audit --json``.

Offsets count the characters of the extracted text; where several files are read as one, it is that of each, in order,
apart by a blank line, and ``parts`` tells where each begins and ends.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from clausier.auditing.broad import KINDS, Broad, too_broad
from clausier.auditing.judging import Element, Judgement, judged
from clausier.auditing.language import MIXED, languages_of
from clausier.auditing.learned import Reader
from clausier.auditing.readings import Document
from clausier.document.packs import known_packs, load_packs
from clausier.document.vocabulary import Label

BETWEEN = "\n\n"
JOINED = " + "

Data = dict[str, Any]


class Part(NamedTuple):
    """A file, and where its text stands in that of the audit."""

    file: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Audit:
    """What a policy covers, and what is too broad in it."""

    text: str
    languages: tuple[str, ...]
    parts: tuple[Part, ...]
    judgement: Judgement
    broad: tuple[Broad, ...]

    @property
    def file(self) -> str:
        return JOINED.join(part.file for part in self.parts)

    @property
    def language(self) -> str:
        return self.languages[0] if len(self.languages) == 1 else MIXED


def audited(files: Sequence[tuple[str, str]], reader: Reader | None = None) -> Audit:
    """Return the audit of texts read as one policy, each with the path of its file.

    ``reader`` is the learned reader of sentences, which helps where it is given.
    Raises UnreadableError when the policy is in a language that is not audited.
    """
    parts = []
    place = 0
    for file, text in files:
        parts.append(Part(file, place, place + len(text)))
        place += len(text) + len(BETWEEN)
    whole = BETWEEN.join(text for _, text in files)
    languages = languages_of(whole)
    document = Document(whole, languages, [(part.start, part.end) for part in parts])
    return Audit(whole, languages, tuple(parts), judged(document, reader), tuple(too_broad(document)))


def as_data(audit: Audit) -> Data:
    """Return an audit as plain data."""
    judgement = audit.judgement
    return {
        "file": audit.file,
        "language": audit.language,
        "parts": [part._asdict() for part in audit.parts],
        "elements": {name: _element(audit.text, each) for name, each in judgement.elements.items()},
        "others": list(judgement.others),
        "grounds": [{**_slice(audit.text, (each.start, each.end)), "kind": each.kind} for each in judgement.grounds],
        "moderation": judgement.moderation,
        "broad": [_broad(audit.text, each) for each in audit.broad],
    }


def _element(text: str, element: Element) -> Data:
    return {
        "status": element.status,
        "confidence": element.confidence,
        "to": "public" if element.to_public else None,
        "quotes": [_slice(text, span) for span in element.quotes],
        "passages": [_slice(text, span) for span in element.passages],
    }


def _broad(text: str, found: Broad) -> Data:
    kind = KINDS[found.kind]
    return {
        **_slice(text, (found.start, found.end)),
        "kind": found.kind,
        "reason": kind.reason._asdict(),
        "cites": list(kind.cites),
        "narrower": kind.narrower._asdict(),
    }


def _slice(text: str, span: tuple[int, int]) -> Data:
    start, end = span
    return {"text": text[start:end], "start": start, "end": end}


def citations(found: Broad) -> tuple[Label, ...]:
    """Return the citation of each obligation that limits a passage."""
    known = load_packs(known_packs())
    return tuple(
        Label(known[each].citation.best("fr"), known[each].citation.best("en")) for each in KINDS[found.kind].cites
    )
