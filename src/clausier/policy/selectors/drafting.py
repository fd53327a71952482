"""A draft as it is edited: where its clauses stand, what is wrong with it, what its examples give."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from clausier.document.aloud import rule_aloud, statement_aloud
from clausier.document.model import Clause, Policy, ProtectedList
from clausier.document.problems import ERROR, Place, Problem
from clausier.document.reading import Folder, parse
from clausier.document.reading.source import MAX_NODES
from clausier.document.writing import EditRefusedError, split_clause, with_statements, with_value, without_value
from clausier.engine.engine import compile_policy
from clausier.engine.examples import run_example
from clausier.lib import clock
from clausier.policy.models import ProtectedRevision, Version
from clausier.policy.selectors import texts
from clausier.policy.selectors.sources import told as said_of
from clausier.policy.selectors.texts import Files, folder_of, folder_with, is_sealed, protected, protected_files

WORDS = ("title", "purpose", "text")
Words = Mapping[tuple[str, str], str]  # by key and language


class ToldProblem(NamedTuple):
    """A problem for people: its place, the clause it stands in, and the sentence."""

    place: Place
    is_error: bool
    clause: str
    said: str


class ShownOutcome(NamedTuple):
    """What an example gives: its words as they are written, what it should get, what it got ("" when not run)."""

    text: str
    language: str
    expected: str
    got: str
    passed: bool


class Trial(NamedTuple):
    """A clause tried as it is typed: its problems, what it does read aloud, what its examples give."""

    problems: list[ToldProblem]
    aloud: list[str]
    outcomes: list[ShownOutcome]


class EditedClause(NamedTuple):
    """A clause where it is edited: its file, its words, and its statements as they are written."""

    path: str
    clause: Clause
    number: str
    statements: str


def problems_in(files: Files) -> list[ToldProblem]:
    """Return the problems of a draft as it is typed, errors first, each with the clause it stands in."""
    folder = folder_with(files)
    clauses = folder.policy.clauses() if folder.policy else []
    starts = sorted((folder.place("clause", clause.id), clause.id) for clause in clauses)
    found = [_told(problem, starts) for problem in texts.problems_in(files)]
    return sorted(found, key=lambda each: (not each.is_error, each.place))


def clause_in(version: Version, folder: Folder, clause: str) -> EditedClause | None:
    """Return a clause of a draft as it is edited; None when it is not there, or not written line by line."""
    policy, path = folder.policy, folder.place("clause", clause).file
    found = next((each for each in policy.clauses() if each.id == clause), None) if policy else None
    if policy is None or found is None or path not in version.files:
        return None
    try:
        statements = split_clause(version.files[path], clause)
    except EditRefusedError:
        return None
    return EditedClause(path, found, policy.numbers()[clause], statements)


def with_clause(files: Files, edited: EditedClause, words: Words, statements: str) -> Files:
    """Return the files with other words and statements in a clause; all else stays, comments included.

    Raises EditRefusedError or UnreadableError when what was typed cannot stand there.
    """
    text = files[edited.path]
    for key in WORDS:
        said = {language: value for (name, language), value in words.items() if name == key}
        text = _with_words(text, edited, key, said)
    if statements.strip() != edited.statements.strip():
        text = with_statements(text, edited.clause.id, statements)
        parse(text.encode(), edited.path, [MAX_NODES])
    return files | {edited.path: text}


def trial(files: Files, clause: str, language: str) -> Trial:
    """Try a clause as it is typed, without writing anything."""
    folder = folder_with(files)
    told = problems_in(files)
    policy = folder.policy
    found = next((each for each in policy.clauses() if each.id == clause), None) if policy else None
    if policy is None or found is None:
        return Trial(told, [], [])
    problems = [each for each in told if each.clause == clause]
    readable = not any(each.level == ERROR for each in folder.problems)
    return Trial(problems, aloud(policy, found, language), outcomes(folder, found) if readable else [])


def aloud(policy: Policy, clause: Clause, language: str) -> list[str]:
    """Return what a clause does, read aloud."""
    shown = language if language in policy.languages else policy.languages[0]
    rules = [rule_aloud(policy, rule, shown) for rule in clause.rules]
    return rules + [told for name in clause.statements() for told in statement_aloud(policy, clause, name, shown)]


def outcomes(folder: Folder, clause: Clause) -> list[ShownOutcome]:
    """Return what the examples of a clause give; their words stay as written, whatever the facts would fill in."""
    if folder.policy is None:
        return []
    engine = compile_policy(folder.policy, folder.facts, protected())
    ran = (run_example(engine, clause, place) for place in range(len(clause.examples)))
    return [
        ShownOutcome(each.example.text, each.example.lang, each.example.expect, each.action or "", each.passed)
        for each in ran
    ]


def lists_of(revision: ProtectedRevision | None) -> Files:
    """Return the protected lists that are edited by hand, with an empty one for each that the policy names."""
    version = Version.objects.in_force(clock.now()) or Version.objects.open().first()
    policy = folder_of(version).policy if version else None
    named = {name for clause in (policy.clauses() if policy else []) if clause.protect for name in clause.protect.lists}
    empty = {f"protected/{name}.yaml": "entries: []\n" for name in sorted(named)}
    kept = protected_files(revision) if revision else {}
    return empty | {path: text for path, text in kept.items() if not is_sealed(text)}


class Registered(NamedTuple):
    """A protected list of fingerprints: how many runs of words and forms of names it holds."""

    name: str
    passages: int
    people: int


def registered(lists: Iterable[ProtectedList]) -> list[Registered]:
    """Return the protected lists that hold fingerprints."""
    sizes = (
        Registered(each.name, *(kept.size if kept else 0 for kept in (each.passages, each.people))) for each in lists
    )
    return [each for each in sizes if each.passages or each.people]


def _with_words(text: str, edited: EditedClause, key: str, said: Mapping[str, str]) -> str:
    old = getattr(edited.clause, key)
    kept = {language: value for language, value in said.items() if value}
    where = ("clauses", edited.clause.id, key)
    if not old:
        return with_value(text, edited.path, where, kept) if kept else text
    if not kept:
        return without_value(text, edited.path, where)
    for language, value in said.items():
        if value and value != old.get(language, ""):
            text = with_value(text, edited.path, (*where, language), value)
        elif not value and language in old:
            text = without_value(text, edited.path, (*where, language))
    return text


def _told(problem: Problem, starts: list[tuple[Place, str]]) -> ToldProblem:
    place = problem.place
    before = [clause for start, clause in starts if start.file == place.file and start <= place]
    return ToldProblem(place, problem.level == ERROR, before[-1] if before else "", said_of(problem))
