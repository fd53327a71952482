"""A draft made of a template and of an audit: what was found stands in its chapters, the template fills the rest.

A passage is taken over word for word as a clause of text only, ahead of the clauses of the template, which run what
the passage promises. One that is too broad in law is not taken over: its place holds a comment with the reason and a
narrower wording. A passage exists in one language; in the others its clause says so and quotes it.
"""

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from clausier.auditing.broad import KINDS
from clausier.auditing.cues import ELEMENT_LISTS
from clausier.auditing.elements import COVERED, PARTIAL
from clausier.auditing.extraction import UnreadableError
from clausier.auditing.language import languages_of
from clausier.auditing.readings import PUBLIC
from clausier.document.model import Chapter, Clause, Localized, Policy
from clausier.document.vocabulary import Label
from clausier.engine.words import LANGUAGES

TAKEN = "taken-over"
LONGEST = 2_000  # characters of a passage
MOST = 200  # passages
LONGEST_MARKER = 12  # characters between an item and the line before it
_GOES_ON = (":", ",", ";")

TITLE_WORDS = 8
TITLE_LENGTH = 70
_QUOTED = Label("Ce passage n'est pas encore traduit : « {text} »", "This passage is not translated yet: “{text}”")
_WORDS = {
    "too-broad": Label("Trop large, et non repris : {text}", "Too broad, and not taken over: {text}"),
    "why": Label("Pourquoi : {text}", "Why: {text}"),
    "instead": Label("Plutôt : {text}", "Instead: {text}"),
    "not-fitting": Label("Non repris, à revoir : {text}", "Not taken over, to be looked at: {text}"),
    "chapter": Label(
        "Les passages repris viennent de votre politique. Les clauses du modèle suivent : retirez ce qui se répète.",
        "The passages taken over come from your policy. The template's clauses follow: remove what says the same.",
    ),
}
# Where a passage that is too broad has its comment, when it proves no element.
_CHAPTER_OF = {
    "conditions": "confidentiality",
    "secrecy": "confidentiality",
    "passwords": "accounts",
    "sanctions": "consequences",
    "opinion": "comments",
    "boundless": "comments",
}


class NotAnAuditError(ValueError):
    """The data is not that of one audit; ``args[0]`` is ``several`` or ``not``."""


class Passage(NamedTuple):
    """A passage to take over: its chapter, its words, and whether it speaks to the public."""

    chapter: str
    text: str
    public: bool


class Found(NamedTuple):
    """What an audit gives to a draft."""

    languages: tuple[str, ...]
    passages: tuple[Passage, ...]
    broad: tuple[tuple[str, str, str], ...]  # chapter, kind, text


def found_in(data: Any) -> Found:
    """Return what the data of ``audit --json`` gives to a draft. Raises NotAnAuditError for anything else."""
    if isinstance(data, list) and len(data) > 1:
        raise NotAnAuditError("several")
    audit = data[0] if isinstance(data, list) and data else data
    try:
        broad = {_folded(each["text"]): str(each["kind"]) for each in audit["broad"]}
        passages = [each for name in _strongest_first(audit["elements"]) for each in _passages(name, audit["elements"])]
        language = audit["language"]
    except (KeyError, TypeError, AttributeError):
        raise NotAnAuditError("not") from None
    once = {each.text: each for each in reversed(passages)}
    kept = [each for each in passages if once[each.text] is each and each.text not in broad]
    chapters = {each.text: each.chapter for each in reversed(passages)}
    told = tuple(
        (_CHAPTER_OF.get(kind) or chapters.get(text, "expectations"), kind, text)
        for text, kind in broad.items()
        if kind in KINDS
    )
    languages = (language,) if language in LANGUAGES else LANGUAGES
    return Found(languages, tuple(kept[:MOST]), told[:MOST])


def _strongest_first(elements: Mapping[str, Any]) -> list[str]:
    """Return the elements that were found; a passage that proves two goes to the one that is covered."""
    return [name for status in (COVERED, PARTIAL) for name in ELEMENT_LISTS if elements[name]["status"] == status]


def _passages(name: str, elements: Mapping[str, Any]) -> list[Passage]:
    element = elements[name]
    texts = _listed(element.get("passages") or element["quotes"])
    return [Passage(name, text, element.get("to") == PUBLIC) for text in texts if text]


def _listed(passages: list[dict[str, Any]]) -> Iterator[str]:
    """Yield the texts of passages; the items of a list go on with the line that they follow."""
    text, end = "", -1
    for each in sorted(passages, key=lambda each: each["start"]):
        said = _folded(each["text"])
        if text.endswith(_GOES_ON) and 0 <= each["start"] - end <= LONGEST_MARKER:
            text = f"{text} {said}"[:LONGEST]
        else:
            yield text
            text = said
        end = each["end"]
    yield text


def _folded(text: str) -> str:
    """Return a passage on one line, without what no text of a policy may hold."""
    return " ".join("".join(character if character.isprintable() else " " for character in text).split())[:LONGEST]


def drafted(policy: Policy, found: Found, left_out: frozenset[str] = frozenset()) -> Policy:
    """Return a policy with the passages as clauses ahead of those of each chapter, but for those left out by id."""
    chapters = tuple(_with(chapter, found, policy.languages, left_out) for chapter in policy.chapters)
    return dataclasses.replace(policy, chapters=chapters)


def _with(chapter: Chapter, found: Found, languages: tuple[str, ...], left_out: frozenset[str]) -> Chapter:
    clauses = clauses_of(chapter.chapter, found, languages)
    kept = tuple(clause for clause in clauses if clause.id not in left_out)
    return dataclasses.replace(chapter, clauses=(*kept, *chapter.clauses))


def clauses_of(chapter: str, found: Found, languages: tuple[str, ...]) -> tuple[Clause, ...]:
    """Return the passages of a chapter as clauses."""
    passages = [each for each in found.passages if each.chapter == chapter]
    return tuple(_clause(each, number, languages) for number, each in enumerate(passages, start=1))


def _clause(passage: Passage, number: int, languages: tuple[str, ...]) -> Clause:
    own = _language(passage.text, languages)
    texts = {each: passage.text if each == own else _QUOTED.said(each, {"text": passage.text}) for each in languages}
    return Clause(
        id=f"{passage.chapter}.{TAKEN}-{number}",
        title=Localized(dict.fromkeys(languages, _title(passage.text))),
        text=Localized(texts),
        visibility="public" if passage.public or passage.chapter == "comments" else "internal",
        guide=True,
    )


def _title(text: str) -> str:
    """Return the first words of a passage: a title that tells it from the next one, for somebody to better."""
    words = text.lstrip("#*->•· 0123456789.)").split()
    said = " ".join(words[:TITLE_WORDS])[:TITLE_LENGTH].rstrip(" ,;:.")
    return f"{said}…" if len(words) > TITLE_WORDS else said or text[:TITLE_LENGTH]


def _language(text: str, languages: tuple[str, ...]) -> str:
    try:
        told = languages_of(text)[0]
    except UnreadableError:  # a short passage may not tell
        return languages[0]
    return told if told in languages else languages[0]


def remarks(chapter: str, found: Found, languages: tuple[str, ...], left_out: frozenset[str]) -> list[str]:
    """Return the comments of a chapter, a line each: what was not taken over, why, and what to say instead."""
    language = languages[0]

    def say(code: str, text: str) -> str:
        return _WORDS[code].said(language, {"text": text})

    clauses = clauses_of(chapter, found, languages)
    lines = [_WORDS["chapter"].in_language(language)] if clauses else []
    for where, kind, text in found.broad:
        if where == chapter:
            told = KINDS[kind]
            lines += [say("too-broad", text), say("why", told.reason.in_language(language))]
            lines.append(say("instead", told.narrower.in_language(language)))
    passages = [each for each in found.passages if each.chapter == chapter]
    dropped = [each.text for each, clause in zip(passages, clauses, strict=True) if clause.id in left_out]
    return lines + [say("not-fitting", text) for text in dropped]
