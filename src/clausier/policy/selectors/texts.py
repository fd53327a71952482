"""The texts of versions, facts and protected lists as values, kept in memory by what they are made of."""

import dataclasses
import hashlib
import json
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Generic, TypeVar

from django.conf import settings

from clausier.document.checks.limits import protected_entries
from clausier.document.checks.subject import Subject
from clausier.document.model import Clause, Entry, Facts, Policy, ProtectedList
from clausier.document.problems import Problem, by_place
from clausier.document.reading import Folder, read_mapping
from clausier.document.reading.files import FACTS_FILE
from clausier.engine.examination import examine
from clausier.policy.models import FactsRevision, ProtectedRevision, Version
from clausier.policy.states import Status

SPECIMEN = (Entry(term="Projet Zyxwvut"),)  # what stands in for the entries of a list while somebody tries examples
KEPT = 8  # the version in force, the one before, drafts being tried
Files = dict[str, str]
Row = TypeVar("Row")


def key_of(version: Version) -> str:
    """Return what a text is kept under: an adopted version never changes, a draft may at any moment."""
    if version.status == Status.ADOPTED:
        return f"{version.uid} {version.digest}"
    return _key_of(version.files)


def folder_of(version: Version) -> Folder:
    """Return what a version says, read with the facts of now; problems of a draft are in it."""
    return _folders(Keyed(key_of(version), lambda: version.files), _facts_text())


def folder_with(files: Files) -> Folder:
    """Return what files say as they are typed, read with the facts of now."""
    return _folders(Keyed(_key_of(files), lambda: files), _facts_text())


def policy_of(version: Version) -> Policy:
    """Return the policy of a version. Raises ValueError for a draft that cannot be read."""
    policy = _folders(Keyed(key_of(version), lambda: version.files), "").policy
    if policy is None:
        raise ValueError(f"version {version.uid} cannot be read")
    return policy


def official_languages(policy: Policy) -> tuple[str, ...]:
    """Return the languages of a policy that are official where it says so, else all of them: what a body adopts in."""
    official = tuple(each for each in policy.languages if each in policy.language_regime.official)
    return official or policy.languages


def clause_of(version: Version, clause: str) -> Clause | None:
    """Return a clause of a version by its id."""
    return next((each for each in policy_of(version).clauses() if each.id == clause), None)


def facts_revision() -> FactsRevision | None:
    """Return the facts of now."""
    return FactsRevision.objects.first()


def facts() -> Facts:
    """Return the facts of now as a value."""
    revision = facts_revision()
    return _facts(revision.text) if revision else Facts()


def protected_revision() -> ProtectedRevision | None:
    """Return the protected lists of now, sealed."""
    return ProtectedRevision.objects.first()


def protected_files(revision: ProtectedRevision) -> Files:
    """Return the files of the protected lists, opened: for the engine, and for whoever keeps them."""
    files: Files = json.loads(settings.HOME.fernet().decrypt(bytes(revision.sealed)))
    return files


def sealed_files(revision: ProtectedRevision | None) -> Files:
    """Return the files of the protected lists that hold fingerprints."""
    files = protected_files(revision) if revision else {}
    return {path: text for path, text in files.items() if is_sealed(text)}


def is_sealed(text: str) -> bool:
    """Tell whether the file of a protected list holds fingerprints, which nobody edits by hand."""
    lists = read_mapping({"protected/list.yaml": text}, "protected").protected
    return any(each.passages or each.people for each in lists)


def protected() -> tuple[ProtectedList, ...]:
    """Return the protected lists of now, opened: for the engine alone."""
    revision = protected_revision()
    return _protected(Keyed(revision.uid, revision)) if revision else ()


def stand_ins() -> tuple[ProtectedList, ...]:
    """Return the protected lists of now with an invented entry in the place of theirs.

    Examples are run on these: no rule and no example tells its author a name that is protected.
    """
    return tuple(dataclasses.replace(each, entries=SPECIMEN if each.entries else ()) for each in protected())


def problems_of(version: Version) -> list[Problem]:
    """Return every problem of a version, beside the facts and protected lists of now."""
    return problems_with(folder_of(version))


def problems_in(files: Files) -> list[Problem]:
    """Return every problem of files as they are typed, beside the facts and protected lists of now."""
    revision = protected_revision()
    return list(_problems(Keyed(_key_of(files), lambda: files), _facts_text(), revision.uid if revision else ""))


def problems_with(folder: Folder) -> list[Problem]:
    """Return every problem of a folder beside the protected lists of now.

    A list that the policy names and that nobody has filled yet is an empty one: it keeps nobody from writing.
    """
    known = stand_ins()
    named = {name for clause in _clauses(folder) if clause.protect for name in clause.protect.lists}
    empty = (ProtectedList(name=name) for name in sorted(named - {each.name for each in known}))
    told = examine(dataclasses.replace(folder, protected=(*known, *empty)))
    return sorted((*told, *_protected_in(folder)), key=by_place)


def _protected_in(folder: Folder) -> Iterator[Problem]:
    """Yield where a protected name stands in clear: examples are tried on invented ones, this is not."""
    lists = protected()
    if folder.policy and lists:
        yield from protected_entries(Subject(dataclasses.replace(folder, protected=lists), folder.policy))


def export_policy(version: Version) -> Files:
    """Return the files of a version with the facts of now, as they are written to a folder or a zip.

    Protected lists are in no export but the encrypted backup.
    """
    revision = facts_revision()
    files: Files = dict(version.files)
    return files | ({FACTS_FILE: revision.text} if revision else {})


def _clauses(folder: Folder) -> list[Clause]:
    return folder.policy.clauses() if folder.policy else []


class Keyed(Generic[Row]):
    """A row known by a key: two of one key are one, and the row itself is read on a miss only."""

    def __init__(self, key: str, row: Row) -> None:
        self.key = key
        self.row = row

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Keyed) and other.key == self.key

    def __hash__(self) -> int:
        return hash(self.key)


@lru_cache(maxsize=2 * KEPT)
def _folders(text: Keyed[Callable[[], Files]], facts: str) -> Folder:
    files = text.row() | ({FACTS_FILE: facts} if facts else {})
    return read_mapping(files, "policy")


@lru_cache(maxsize=2 * KEPT)
def _problems(text: Keyed[Callable[[], Files]], facts: str, _sealed: str) -> tuple[Problem, ...]:
    return tuple(problems_with(_folders(text, facts)))


def _key_of(files: Files) -> str:
    said = json.dumps(files, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(said.encode()).hexdigest()


def _facts_text() -> str:
    revision = facts_revision()
    return revision.text if revision else ""


@lru_cache(maxsize=2)
def _facts(text: str) -> Facts:
    return read_mapping({FACTS_FILE: text}, "facts").facts


@lru_cache(maxsize=1)
def _protected(sealed: Keyed[ProtectedRevision]) -> tuple[ProtectedList, ...]:
    return read_mapping(protected_files(sealed.row), "protected").protected
