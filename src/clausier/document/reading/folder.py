"""A policy folder, or a zip of it, read whole: policy, facts, protected lists, and every problem with its place."""

import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from importlib.resources import files as package_files
from pathlib import Path as FilePath
from typing import Any

from clausier.document.canonical import digest
from clausier.document.model import Chapter, Facts, Policy, ProtectedList
from clausier.document.problems import Place, Problem, UnreadableError, nearest
from clausier.document.reading.mapping import INVALID, Mapper, Path
from clausier.document.reading.source import MAX_BYTES, MAX_NODES, Node, parse, refuse

MAX_FILES = 500
POLICY_FILE, FACTS_FILE = "policy.yaml", "facts.yaml"
CHAPTERS, PROTECTED = "chapters/", "protected/"


@dataclass(frozen=True)
class Folder:
    """What a folder holds. ``policy`` is None when it could not be made out; ``problems`` says why."""

    name: str
    policy: Policy | None
    facts: Facts
    protected: tuple[ProtectedList, ...] = ()
    problems: tuple[Problem, ...] = ()
    places: dict[Path, Place] = field(default_factory=dict)

    def place(self, *path: str | int) -> Place:
        """Return the place of a value, else of the nearest value around it."""
        while path:
            if path in self.places:
                return self.places[path]
            path = path[:-1]
        return Place(POLICY_FILE)

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the canonical form of the policy part, in hexadecimal."""
        return digest(self.policy)

    @cached_property
    def facts_revision(self) -> str:
        """A short digest of the facts: it changes when they do."""
        return digest(self.facts)[:12]


Files = dict[str, Callable[[], bytes]]


def library_policies() -> list[str]:
    """Return the names of the policies that ship with the program."""
    shelf = package_files("clausier.library") / "policies"
    return sorted(each.name for each in shelf.iterdir() if (each / POLICY_FILE).is_file())


def read_folder(where: FilePath) -> Folder:
    """Read a policy folder or a zip of one.

    Raises UnreadableError when there is nothing to read: no such folder, no ``policy.yaml``, too large, not a zip.
    Every other problem is in ``Folder.problems``, and what could be read is there beside it.
    """
    return _Reading().read(_files_of(where), where.name)


def _files_of(where: FilePath) -> Files:
    if where.is_dir():
        found = [each for each in where.rglob("*.yaml") if each.is_file()]
        files: Files = {str(each.relative_to(where).as_posix()): each.read_bytes for each in found}
        sizes = sum(each.stat().st_size for each in found)
    elif where.is_file():
        files, sizes = _files_of_zip(where)
    else:
        refuse("no-such-folder", str(where))
    if len(files) > MAX_FILES:
        refuse("too-many-files", str(where), limit=str(MAX_FILES))
    if sizes > MAX_BYTES:
        refuse("file-too-large", str(where), size=f"{sizes / 1e6:.0f}", limit=f"{MAX_BYTES / 1e6:.0f}")
    if POLICY_FILE not in files:
        refuse("no-policy-file", str(where))
    return files


def _files_of_zip(where: FilePath) -> tuple[Files, int]:
    try:
        archive = zipfile.ZipFile(where)
    except zipfile.BadZipFile:
        refuse("not-a-folder", str(where))
    entries = [each for each in archive.infolist() if each.filename.endswith(".yaml")]
    root = next(
        (each.filename.removesuffix(POLICY_FILE) for each in entries if each.filename.endswith(POLICY_FILE)), ""
    )
    kept = {each.filename.removeprefix(root): each for each in entries if each.filename.startswith(root)}
    return {name: _unzip(archive, each) for name, each in kept.items()}, sum(each.file_size for each in kept.values())


def _unzip(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Callable[[], bytes]:
    def read() -> bytes:
        # The size an entry declares is its author's word: what is read is bounded by itself.
        with archive.open(entry) as stream:
            return stream.read(MAX_BYTES + 1)

    return read


class _Reading:
    """One reading of a folder and of the library policies that it extends."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.places: dict[Path, Place] = {}
        self.budget = [MAX_NODES]
        self.extended: list[str] = []

    def read(self, files: Files, name: str, label: str = "") -> Folder:
        policy = self._policy(files, label)
        base = self._base(policy, label) if policy else None
        facts = self._one(files, FACTS_FILE, Facts, label) or (base.facts if base else Facts())
        protected = self._protected(files, label) or (base.protected if base else ())
        if policy:
            policy = _extended(replace(policy, chapters=self._chapters(files, label)), base.policy if base else None)
        return Folder(name, policy, facts, protected, tuple(self.problems), self.places)

    def _tree(self, files: Files, file: str, label: str) -> Node | None:
        try:
            return parse(files[file](), label + file, self.budget)
        except UnreadableError as error:
            self.problems.append(error.problem)
            return None

    def _one(self, files: Files, file: str, wanted: Any, label: str, path: Path | None = None) -> Any:
        node = self._tree(files, file, label) if file in files else None
        if node is None:
            return None
        mapper = Mapper(label + file, self.problems, self.places)
        value = mapper.read(node, wanted, path if path is not None else (file.removesuffix(".yaml"),))
        return None if value is INVALID else value

    def _policy(self, files: Files, label: str) -> Policy | None:
        known = len(self.problems)
        policy: Policy | None = self._one(files, POLICY_FILE, Policy, label)
        if policy is None and len(self.problems) == known:
            self.problems.append(Problem(code="empty-file", place=Place(label + POLICY_FILE)))
        if policy and policy.clausier != 1:
            place = self.places.get(("policy", "clausier"), Place(label + POLICY_FILE))
            self.problems.append(Problem(code="format-version", place=place, values={"value": str(policy.clausier)}))
        return policy

    def _base(self, policy: Policy, label: str) -> Folder | None:
        if policy.extends is None:
            return None
        shelf = library_policies()
        place = self.places.get(("policy", "extends"), Place(label + POLICY_FILE))
        if policy.extends not in shelf or policy.extends in self.extended:
            meant = nearest(policy.extends, shelf)
            values = {"value": policy.extends, "words": ", ".join(shelf)}
            self.problems.append(Problem(code="unknown-template", place=place, values=values, meant=meant))
            return None
        self.extended.append(policy.extends)
        own = dict(self.places)
        where = FilePath(str(package_files("clausier.library") / "policies" / policy.extends))
        folder = self.read(_files_of(where), policy.extends, f"{policy.extends}:")
        self.places.update(own)
        return folder

    def _chapters(self, files: Files, label: str) -> tuple[Chapter, ...]:
        names = sorted(file for file in files if file.startswith(CHAPTERS))
        read = ((file, self._one(files, file, Chapter, label, ("chapters", file))) for file in names)
        found: dict[str, Chapter] = {}
        for file, chapter in read:
            if chapter is None:
                continue
            if chapter.chapter in found:
                values = {"name": chapter.chapter}
                self.problems.append(Problem(code="duplicate-chapter", place=Place(label + file), values=values))
                continue
            found[chapter.chapter] = chapter
            self.places[("chapter", chapter.chapter)] = Place(label + file)
        return tuple(sorted(found.values(), key=lambda chapter: (chapter.number, chapter.chapter)))

    def _protected(self, files: Files, label: str) -> tuple[ProtectedList, ...]:
        lists = []
        for file in sorted(file for file in files if file.startswith(PROTECTED)):
            name = file.removeprefix(PROTECTED).removesuffix(".yaml")
            read = self._one(files, file, ProtectedList, label, ("protected", name))
            if read is not None:
                lists.append(replace(read, name=name))
        return tuple(lists)


def _extended(policy: Policy, base: Policy | None) -> Policy:
    """Return ``policy`` standing on ``base``: its own clauses replace those of the same id or come after them."""
    if base is None:
        return policy
    own = {chapter.chapter: chapter for chapter in policy.chapters}
    theirs = {chapter.chapter: chapter for chapter in base.chapters}
    merged = [_merged(own.get(slug), theirs.get(slug), policy.without) for slug in {**theirs, **own}]
    return replace(
        policy,
        extends=None,
        without=(),
        language_regime=policy.language_regime if policy.language_regime.official else base.language_regime,
        jurisdictions=policy.jurisdictions or base.jurisdictions,
        regulation_packs=policy.regulation_packs or base.regulation_packs,
        audiences={**base.audiences, **policy.audiences},
        duties={**base.duties, **policy.duties},
        reference_date=policy.reference_date or base.reference_date,
        chapters=tuple(sorted(merged, key=lambda chapter: (chapter.number, chapter.chapter))),
    )


def _merged(own: Chapter | None, theirs: Chapter | None, without: tuple[str, ...]) -> Chapter:
    chapter = own or theirs
    if chapter is None:
        raise AssertionError
    clauses = {clause.id: clause for part in (theirs, own) if part for clause in part.clauses}
    return replace(
        chapter,
        purpose=chapter.purpose or (theirs.purpose if theirs else chapter.purpose),
        clauses=tuple(clause for clause in clauses.values() if clause.id not in without),
    )
