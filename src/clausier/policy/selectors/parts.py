"""The parts of a clause that are edited by themselves: what each reads, and the files with another one in its place."""

import hashlib
import json
from dataclasses import replace
from typing import Any, NamedTuple

from clausier.document.aloud import rule_aloud, statement_aloud
from clausier.document.asking import PARTS, Part, Typed, labels
from clausier.document.model import STATEMENTS, Clause, Facts, ProtectedList
from clausier.document.placeholders import fill
from clausier.document.reading import Folder, parse
from clausier.document.reading.files import FACTS_FILE
from clausier.document.reading.source import MAX_NODES
from clausier.document.writing import (
    split_clause,
    split_key,
    with_changes,
    with_item,
    with_key,
    with_moved,
    with_statements,
    with_value,
    without_value,
)
from clausier.document.writing.emitting import document
from clausier.document.writing.plain import plain
from clausier.policy.models import Version
from clausier.policy.selectors.drafting import EditedClause
from clausier.policy.selectors.texts import Files, folder_of

RULES = "rules"
_EFFECTS = frozenset({RULES, *STATEMENTS}) - {"guide"}


class Spot(NamedTuple):
    """Where a part stands: the file, the clause, the name of the part, and its place where there are several."""

    path: str
    clause: str
    part: Part
    place: int | None = None

    @property
    def keys(self) -> tuple[str | int, ...]:
        """The keys that lead to it in its file."""
        return ("clauses", self.clause, self.part.name, *(() if self.place is None else (self.place,)))


class ShownPart(NamedTuple):
    """A part as the list of a clause shows it: its name for people, its place, and what it says read aloud."""

    name: str
    label: str
    place: int | None
    aloud: list[str]
    mark: str = ""  # of its key as it is written
    is_first: bool = True
    is_last: bool = True


def value_of(clause: Clause, spot: Spot) -> Any:
    """Return the value of a part; None when there is none there."""
    value = getattr(clause, spot.part.name) or None
    if spot.place is None or value is None:
        return value
    return value[spot.place] if spot.place < len(value) else None


def mark_of(text: str) -> str:
    """Return the mark of a text: a form brings it back, so that nobody writes over what they have not seen."""
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def written(version: Version, spot: Spot) -> str:
    """Return how the key of a part is written now."""
    return split_key(version.files[spot.path], spot.clause, spot.part.name)


def words_written(version: Version, clause: str) -> str:
    """Return the words of a clause, whom it is for and whether it is public, as one text; "" when it is not there."""
    policy = folder_of(version).policy
    found = next((each for each in policy.clauses() if each.id == clause), None) if policy else None
    if found is None:
        return ""
    said = [found.title, found.purpose, found.text, found.audience, found.visibility]
    return json.dumps(said, ensure_ascii=False, sort_keys=True)


def with_part(files: Files, spot: Spot, old: Any, typed: Typed, clause: Clause) -> Files:
    """Return the files with another value of a part, or with one more; a clause that does something is no mere text.

    What was typed is written as it was where all of it says the defaults. Raises EditRefusedError.
    """
    if typed.value == old:
        return files
    text, new = files[spot.path], plain(typed.value) or typed.data
    if clause.guide and spot.part.name in _EFFECTS:
        text = without_value(text, spot.path, ("clauses", spot.clause, "guide"))
    if old is not None:
        text = with_changes(text, spot.path, spot.keys, old, new)
    elif spot.place is None:
        text = with_value(text, spot.path, spot.keys, new)
    else:
        text = with_item(text, spot.path, spot.keys[:-1], new)
    return files | {spot.path: text}


def without_part(files: Files, spot: Spot, clause: Clause) -> Files:
    """Return the files without a part; the last of several takes their key with it."""
    is_last = spot.place is not None and len(getattr(clause, spot.part.name)) == 1
    keys = spot.keys[:-1] if is_last else spot.keys
    return files | {spot.path: without_value(files[spot.path], spot.path, keys)}


def with_part_moved(files: Files, spot: Spot, by: int) -> Files:
    """Return the files with a part before or behind its neighbour."""
    return files | {spot.path: with_moved(files[spot.path], spot.keys, by)}


def with_yaml(files: Files, path: str, clause: str, key: str, told: str) -> Files:
    """Return the files with one key of a clause, or with "" all that follows its words, as somebody wrote it.

    Raises UnreadableError when it does not read as YAML, EditRefusedError when it cannot stand there.
    """
    text = files[path]
    text = with_key(text, clause, key, told) if key else with_statements(text, clause, told)
    parse(text.encode(), path, [MAX_NODES])
    return files | {path: text}


def yaml_of(files: Files, path: str, clause: str, key: str) -> str:
    """Return one key of a clause as it is written, or with "" all that follows its words."""
    return split_key(files[path], clause, key) if key else split_clause(files[path], clause)


def with_facts(text: str, old: Facts, new: Facts) -> str:
    """Return the text of the facts with other ones; comments and what is the same stay. Raises EditRefusedError."""
    if not plain(old):
        return document(plain(new))
    return with_changes(text, FACTS_FILE, (), old, new)


def with_names(text: str, path: str, old: ProtectedList, new: ProtectedList) -> str:
    """Return the text of a protected list with other names in clear. Raises EditRefusedError."""
    return with_changes(text, path, ("entries",), list(old.entries), list(new.entries))


def read_aloud(folder: Folder, clause: Clause, part: Part, value: Any, language: str) -> list[str]:
    """Return what one value of a part says with the facts of now, as if the clause had no other of its kind."""
    policy = folder.policy
    if policy is None or not (part.name == RULES or part.name in STATEMENTS):
        return []
    shown = language if language in policy.languages else policy.languages[0]
    if part.name == RULES:
        said = [rule_aloud(policy, value, shown)]
    else:
        changes: dict[str, Any] = {part.name: (value,) if part.is_several else value}
        said = statement_aloud(policy, replace(clause, **changes), part.name, shown)
    return [fill(each, folder.facts, shown) for each in said]


def identity(value: Any) -> str:
    """Return what an item is known by wherever it stands in its list: its own name, else what it says."""
    name: str = getattr(value, "id", "") or mark_of(document({"it": plain(value)}))
    return name


def found_again(clause: Clause, spot: Spot, was: str) -> Spot:
    """Return where an item stands now that others may have come, gone or moved; its old place when it is not there."""
    if spot.place is None or not was:
        return spot
    items = getattr(clause, spot.part.name)
    return spot._replace(place=next((at for at, each in enumerate(items) if identity(each) == was), spot.place))


def parts_of(version: Version, folder: Folder, edited: EditedClause, language: str) -> list[ShownPart]:
    """Return the rules and statements of a clause as its list shows them."""
    files, name = version.files, edited.clause.id
    return [
        shown._replace(mark=mark_of(yaml_of(files, edited.path, name, shown.name)))
        for key, part in PARTS.items()
        if key == RULES or key in STATEMENTS
        for shown in _shown(folder, edited.clause, part, language)
    ]


def _shown(folder: Folder, clause: Clause, part: Part, language: str) -> list[ShownPart]:
    value, label = getattr(clause, part.name), part.asked.label.in_language(language)
    if not value:
        return []
    if not part.is_several:
        return [ShownPart(part.name, label, None, read_aloud(folder, clause, part, value, language))]
    last = len(value) - 1
    return [
        ShownPart(
            part.name,
            label,
            place,
            read_aloud(folder, clause, part, each, language),
            is_first=place == 0,
            is_last=place == last,
        )
        for place, each in enumerate(value)
    ]


def missing_parts(clause: Clause, language: str) -> list[tuple[str, str, str]]:
    """Return the kinds of rules and statements that may be added to a clause: name, words, what each is for."""
    return [
        (name, part.asked.label.in_language(language), labels.SERVES[name].in_language(language))
        for name, part in PARTS.items()
        if (name == RULES or name in STATEMENTS) and (part.is_several or not getattr(clause, name))
    ]
