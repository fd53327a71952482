"""An existing document taken over passage by passage: what there is to choose from, and the draft that choices make."""

import dataclasses
import re
from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

from clausier.auditing.broad import KINDS
from clausier.auditing.drafting import MOST, TAKEN, Found, Passage, drafted, found_in, remarks
from clausier.document.model import Policy
from clausier.document.problems import ERROR
from clausier.document.reading import Folder, read_mapping
from clausier.document.vocabulary import Label
from clausier.document.writing import written
from clausier.engine.examination import examine

KEEP, NARROW, LEAVE = "keep", "narrow", "leave"
REST = "rest"
LEAST = 25  # characters of a paragraph that says something
WIDTH = 116
_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n(?!\s*(?:\n|[-*•#]))[^\n]+)*")
_CLAUSE = re.compile(rf"\s*- id: (\S+\.{TAKEN}-\d+)\s*$|\s*- id: ")
_OF_TEMPLATE = re.compile(rf"( *)- id: (?!\S+\.{TAKEN}-\d+\s*$)\w\S*\.\S+\s*$")
_FROM = Label("Du modèle « {name} »", "From the template “{name}”")


class Draft(NamedTuple):
    """A draft: its folder, its files, and the passages that could not stand in it."""

    folder: Folder
    files: dict[str, str]
    left_out: frozenset[str]


def passages_of(data: Any, text: str) -> list[dict[str, Any]]:
    """Return the passages of an audit as plain data: chapter, text, whether to the public, and in what way too broad.

    What the audit placed in no chapter comes last, as ``REST``, so that nothing of the document is lost from sight.
    Raises NotAnAuditError for anything but the data of one audit.
    """
    found = found_in(data)
    plain = [{**each._asdict(), "broad": ""} for each in found.passages]
    broad = [{"chapter": chapter, "text": text, "public": False, "broad": kind} for chapter, kind, text in found.broad]
    return [*broad, *plain, *_rest(data, text)]


def _rest(data: Any, text: str) -> list[dict[str, Any]]:
    spans = [
        (each["start"], each["end"], name)
        for name, element in data["elements"].items()
        for each in element.get("passages") or element["quotes"]
    ]
    spans += [(each["start"], each["end"], "comments") for each in data["broad"]]
    found = []
    near = "expectations"
    for match in _PARAGRAPH.finditer(text):
        held = [name for start, end, name in spans if start < match.end() and end > match.start()]
        near = held[0] if held else near
        said = " ".join(match[0].split()).lstrip("-*• ")
        if not held and len(said) >= LEAST and not match[0].startswith("#"):
            found.append({"chapter": REST, "near": near, "text": said, "public": near == "comments", "broad": ""})
    return found[:MOST]


def chosen(
    passages: list[dict[str, Any]], choices: Mapping[str, Mapping[str, str]], languages: tuple[str, ...]
) -> Found:
    """Return what the choices take over; ``choices`` answers the passages by their place.

    One that nobody chose for is kept, or narrowed where it is too broad; what no chapter claimed is left out.
    """
    taken = []
    for place, each in enumerate(passages):
        choice = choices.get(str(place), {})
        do = choice.get("do") or (LEAVE if each["chapter"] == REST else NARROW if each["broad"] else KEEP)
        if do == LEAVE:
            continue
        narrow = do == NARROW and each["broad"] in KINDS
        text = KINDS[each["broad"]].narrower.in_language(languages[0]) if narrow else each["text"]
        taken.append(Passage(choice.get("chapter") or each["chapter"], text, each["public"]))
    once = {(each.chapter, each.text): each for each in taken}
    return Found(languages, tuple(once.values()), ())


def without(policy: Policy, clauses: Collection[str]) -> Policy:
    """Return a policy without some of its clauses."""
    chapters = (
        dataclasses.replace(chapter, clauses=tuple(each for each in chapter.clauses if each.id not in clauses))
        for chapter in policy.chapters
    )
    return dataclasses.replace(policy, chapters=tuple(chapters))


def draft(folder: Folder, found: Found, *, marked: str = "", strict: bool = True) -> Draft:
    """Return the draft that a template and what was found make; ``marked`` names the template above each clause of it.

    A passage that does not stand up to ``validate`` in its chapter is left out, so that the draft has no error of its
    own; when not ``strict``, one that is only too broad stays, as somebody chose to keep it.
    """
    assert folder.policy  # noqa: S101  # it was made from a template
    left_out: frozenset[str] = frozenset()
    while True:
        made = dataclasses.replace(folder, policy=drafted(folder.policy, found, left_out))
        files = written(made)
        failing = _failing(files, strict=strict)
        if not failing:
            break
        left_out |= failing
    language = folder.policy.languages[0]
    for chapter in folder.policy.chapters:
        path = f"chapters/{chapter.number:02d}-{chapter.chapter}.yaml"
        lines = remarks(chapter.chapter, found, folder.policy.languages, left_out)
        text = _marked(files[path], _FROM.said(language, {"name": marked})) if marked else files[path]
        files[path] = "".join(map(_commented, lines)) + text
    return Draft(made, files, left_out)


def _failing(files: Mapping[str, str], *, strict: bool) -> frozenset[str]:
    """Return the clauses that were taken over and in which ``validate`` finds an error, or a breadth to narrow."""
    failing = set()
    for problem in examine(read_mapping(files, "draft")):
        if problem.level == ERROR or (strict and problem.code == "over-broad"):
            lines = files.get(problem.place.file, "").splitlines()[: problem.place.line]
            above = next((match for line in reversed(lines) if (match := _CLAUSE.match(line))), None)
            if above and above[1]:
                failing.add(above[1])
    return frozenset(failing)


def _marked(text: str, mark: str) -> str:
    lines = []
    for line in text.splitlines():
        match = _OF_TEMPLATE.match(line)
        lines += [f"{match[1]}# {mark}"] if match else []
        lines.append(line)
    return "\n".join(lines) + "\n"


def _commented(line: str) -> str:
    from textwrap import wrap

    return "".join(f"# {each}\n" for each in wrap(line, WIDTH, break_long_words=False, break_on_hyphens=False))
