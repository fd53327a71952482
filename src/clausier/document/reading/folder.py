"""A policy folder, or a zip of it, read whole: policy, facts, protected lists, and every problem with its place."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from pathlib import Path as FilePath
from typing import Any, NamedTuple

from clausier.document.canonical import digest
from clausier.document.model import Chapter, Clause, Facts, Overlay, Policy, ProtectedList
from clausier.document.problems import WARNING, Place, Problem, UnreadableError, nearest
from clausier.document.reading.files import CHAPTERS, FACTS_FILE, POLICY_FILE, PROTECTED, Files, read_files
from clausier.document.reading.mapper import INVALID, Mapper, Path
from clausier.document.reading.mapping import named, read_value
from clausier.document.reading.source import MAX_NODES, Node, parse
from clausier.document.vocabulary import Label
from clausier.library import LIBRARY

CLAUSE = Label("clause", "clause")
OVERLAY_FILE = "overlay.yaml"
MAX_STRAYS = 20
KEPT = 32  # chapters read last: of a policy that is being written, only the one that changed is read again


@dataclass(frozen=True)
class Folder:
    """What a folder holds. ``policy`` is None when it could not be made out; ``problems`` says why.

    ``spoiled`` holds the paths of the records and texts of which a part could not be read.
    """

    name: str
    policy: Policy | None
    facts: Facts
    protected: tuple[ProtectedList, ...] = ()
    problems: tuple[Problem, ...] = ()
    places: dict[Path, Place] = field(default_factory=dict)
    spoiled: set[Path] = field(default_factory=set)

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


def library_policies() -> list[str]:
    """Return the names of the policies that ship with the program."""
    shelf = LIBRARY / "policies"
    return sorted(each.name for each in shelf.iterdir() if (each / POLICY_FILE).is_file())


def library_overlays() -> list[str]:
    """Return the names of the overlays that ship with the program."""
    return sorted(each.name for each in (LIBRARY / "overlays").iterdir() if (each / OVERLAY_FILE).is_file())


def read_overlay(name: str) -> Overlay:
    """Read an overlay of the library: it is a small policy, of which only what it adds is written."""
    where = LIBRARY / "overlays" / name
    files = {path.relative_to(where).as_posix(): path.read_bytes() for path in where.rglob("*.yaml")}
    return _Reading().overlay(files, name)


def read_folder(where: FilePath) -> Folder:
    """Read a policy folder or a zip of one.

    Raises UnreadableError when there is nothing to read: no such folder, no ``policy.yaml``, too large, not a zip.
    Every other problem is in ``Folder.problems``, and what could be read is there beside it.
    """
    files, strays = read_files(where)
    folder = _Reading().read(files, where.name)
    unread = (Problem(code="not-read", place=Place(file), level=WARNING) for file in strays[:MAX_STRAYS])
    return replace(folder, problems=(*folder.problems, *unread))


def read_mapping(files: Mapping[str, str], name: str) -> Folder:
    """Read the files of a policy folder that are held as texts, by their path in it; problems are in the folder."""
    return _Reading().read({path: text.encode() for path, text in files.items()}, name)


class _File(NamedTuple):
    """The file of a chapter as it was read: whatever it says, without the other files of its folder.

    ``named`` is the name by which the chapter is known, written at ``place``; ``nodes`` counts what was read.
    """

    chapter: Chapter | None
    named: str
    place: Place
    nodes: int
    problems: tuple[Problem, ...]
    places: dict[Path, Place]
    spoiled: frozenset[Path]


@lru_cache(maxsize=KEPT)
def _chapter_file(data: bytes, file: str) -> _File | None:
    """Read the file of a chapter; None when it holds nothing. Raises UnreadableError."""
    budget = [MAX_NODES]
    node = parse(data, file, budget)
    if node is None:
        return None
    problems: list[Problem] = []
    places: dict[Path, Place] = {}
    spoiled: set[Path] = set()
    slug = named(node, "chapter") or file
    chapter = read_value(Mapper(file, problems, places, spoiled), node, Chapter, ("chapter", slug))
    read = None if chapter is INVALID else chapter
    place = Place(file, node.line + 1, node.column + 1)
    return _File(read, slug, place, MAX_NODES - budget[0], tuple(problems), places, frozenset(spoiled))


class _Reading:
    """One reading of a folder and of the library policies that it extends."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.places: dict[Path, Place] = {}
        self.spoiled: set[Path] = set()
        self.budget = [MAX_NODES]
        self.extended: list[str] = []

    def read(self, files: Files, name: str, label: str = "") -> Folder:
        policy = self._policy(files, label)
        base = self._base(policy) if policy else None
        facts = self._one(files, FACTS_FILE, Facts, label, ("facts",)) or (base.facts if base else Facts())
        protected = self._protected(files, label) or (base.protected if base else ())
        if policy:
            policy = _extended(replace(policy, chapters=self._chapters(files, label)), base.policy if base else None)
        return Folder(name, policy, facts, protected, tuple(self.problems), self.places, self.spoiled)

    def overlay(self, files: Files, name: str) -> Overlay:
        overlay: Overlay = self._one(files, OVERLAY_FILE, Overlay, f"{name}:", ("overlay",))
        facts = self._one(files, FACTS_FILE, Facts, f"{name}:", ("facts",)) or Facts()
        chapters = self._chapters(files, f"{name}:")
        assert not self.problems, self.problems  # noqa: S101  # every overlay of the library is read by the tests
        return replace(overlay, name=name, facts=facts, chapters=chapters)

    def _report(self, code: str, place: Place, *, meant: str | None = None, **values: str | Label) -> None:
        self.problems.append(Problem(code=code, place=place, values=values, meant=meant))

    def _tree(self, files: Files, file: str, label: str) -> Node | None:
        try:
            node = parse(files[file], label + file, self.budget)
        except UnreadableError as error:
            self.problems.append(error.problem)
            return None
        if node is None:
            self._report("empty-file", Place(label + file))
        return node

    def _mapped(self, node: Node, wanted: Any, file: str, path: Path) -> Any:
        value = read_value(Mapper(file, self.problems, self.places, self.spoiled), node, wanted, path)
        return None if value is INVALID else value

    def _one(self, files: Files, file: str, wanted: Any, label: str, path: Path) -> Any:
        node = self._tree(files, file, label) if file in files else None
        return None if node is None else self._mapped(node, wanted, label + file, path)

    def _policy(self, files: Files, label: str) -> Policy | None:
        policy: Policy | None = self._one(files, POLICY_FILE, Policy, label, ("policy",))
        if policy and policy.clausier != 1:
            self._report("format-version", self.places["policy", "clausier"], value=str(policy.clausier))
        return policy

    def _base(self, policy: Policy) -> Folder | None:
        if policy.extends is None:
            self._check_without(policy, ())
            return None
        shelf = library_policies()
        if policy.extends not in shelf or policy.extends in self.extended:
            meant = nearest(policy.extends, shelf)
            place = self.places["policy", "extends"]
            self._report("unknown-template", place, meant=meant, value=policy.extends, words=", ".join(shelf))
            return None
        self.extended.append(policy.extends)
        own = dict(self.places)
        where = LIBRARY / "policies" / policy.extends
        folder = self.read(read_files(where).files, policy.extends, f"{policy.extends}:")
        self.places.update(own)
        self._check_without(policy, folder.policy.clauses() if folder.policy else ())
        return folder

    def _check_without(self, policy: Policy, clauses: Iterable[Clause]) -> None:
        known = [clause.id for clause in clauses]
        for index, name in enumerate(policy.without):
            if name not in known:
                place = self.places["policy", "without", index]
                self._report("unknown-name", place, meant=nearest(name, known), value=name, kind=CLAUSE)

    def _chapters(self, files: Files, label: str) -> tuple[Chapter, ...]:
        found: dict[str, Chapter] = {}
        clauses: set[str] = set()
        for file in sorted(file for file in files if file.startswith(CHAPTERS)):
            read = self._chapter(files, file, label)
            if read is None:
                continue
            if read.named in found:
                self._report("duplicate-chapter", read.place, name=read.named)
                continue
            self.problems += read.problems
            self.places |= read.places
            self.spoiled |= read.spoiled
            if read.chapter is not None:
                found[read.named] = self._without_duplicates(read.chapter, clauses)
        return _in_order(found.values())

    def _chapter(self, files: Files, file: str, label: str) -> _File | None:
        """Return the file of a chapter, read now or lately; the files of a folder share one budget all the same."""
        try:
            read = _chapter_file(files[file], label + file)
        except UnreadableError as error:
            self.problems.append(error.problem)
            return None
        if read is None or read.nodes > self.budget[0]:
            self._tree(files, file, label)  # says so, at its place
            return None
        self.budget[0] -= read.nodes
        return read

    def _without_duplicates(self, chapter: Chapter, seen: set[str]) -> Chapter:
        """Report the clauses whose id was seen; of two in one file the last is kept, whose places are known."""
        for clause in chapter.clauses:
            if clause.id in seen:
                self._report("duplicate-id", self.places["clause", clause.id], name=clause.id, kind=CLAUSE)
            seen.add(clause.id)
        return replace(chapter, clauses=tuple({clause.id: clause for clause in chapter.clauses}.values()))

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
        review=policy.review or base.review,
        reference_date=policy.reference_date or base.reference_date,
        chapters=_in_order(merged),
    )


def _in_order(chapters: Iterable[Chapter]) -> tuple[Chapter, ...]:
    return tuple(sorted(chapters, key=lambda chapter: (chapter.number, chapter.chapter)))


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
