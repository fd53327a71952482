"""A draft as it is edited: where its clauses stand, what is wrong with it, what its examples give."""

import dataclasses
from collections.abc import Iterable
from typing import NamedTuple

from django.conf import settings
from django.utils.translation import get_language

from clausier.document.model import Clause, Example, Facts, ProtectedList
from clausier.document.placeholders import fill
from clausier.document.problems import ERROR, Place, Problem
from clausier.document.reading import Folder, read_mapping
from clausier.document.vocabulary import CLAUSE, SIGNALS
from clausier.document.writing import EditRefusedError, split_clause
from clausier.engine.engine import compile_policy
from clausier.engine.examples import Outcome, run_example
from clausier.engine.heads import installed
from clausier.lib import clock
from clausier.policy.models import ProtectedRevision, Version
from clausier.policy.selectors import texts
from clausier.policy.selectors.engines import Use, engine_of
from clausier.policy.selectors.sources import told as said_of
from clausier.policy.selectors.sources import wrong
from clausier.policy.selectors.texts import (
    Files,
    folder_of,
    folder_with,
    is_sealed,
    protected,
    protected_files,
    stand_ins,
)

WORDS = ("title", "purpose", "text")


class ToldProblem(NamedTuple):
    """A problem for people: its place, the clause it stands in, and the sentence."""

    place: Place
    is_error: bool
    clause: str
    said: str


class ShownOutcome(NamedTuple):
    """What an example gives: its words, what it should get, what it got ("" when not run).

    ``found`` is what was seen in it, ``why`` what there is to say of the outcome.
    """

    text: str
    language: str
    expected: str
    got: str
    passed: bool
    found: list[str]
    why: str


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


def outcomes(version: Version, folder: Folder, clause: Clause) -> list[ShownOutcome]:
    """Return what the examples of a clause give under a draft as it is saved; none while the draft does not read."""
    if folder.policy is None or any(each.level == ERROR for each in folder.problems):
        return []
    engine = engine_of(version, Use.TRIAL)
    return [_shown_outcome(run_example(engine, clause, place), folder.facts) for place in range(len(clause.examples))]


def _shown_outcome(ran: Outcome, facts: Facts) -> ShownOutcome:
    """Return what became of an example: its words with the facts in their places, and what was found in them.

    What is protected is filled in to judge it, never to be shown.
    """
    example, verdict = ran.example, ran.verdict
    kinds = dict.fromkeys(each.kind for each in verdict.signals) if verdict else {}
    found = [SIGNALS[kind].in_language(get_language() or "") for kind in kinds if kind in SIGNALS]
    why = ""
    if ran.problem:
        code, level, values = ran.problem
        why = wrong(Problem(code=code, place=Place(""), level=level, values=values))
    text = fill(example.text, facts, example.lang)
    return ShownOutcome(text, example.lang, example.expect, ran.action or "", ran.passed, found, why)


def with_lists(folder: Folder) -> Folder:
    """Return a folder beside the protected lists of now: by their names, for a form to offer them."""
    known = {each.name for each in protected()} | _named(folder)
    return dataclasses.replace(folder, protected=tuple(ProtectedList(name=name) for name in sorted(known)))


def _named(folder: Folder) -> set[str]:
    """Return the protected lists that a policy names."""
    every = folder.policy.clauses() if folder.policy else []
    return {name for clause in every if clause.protect for name in clause.protect.lists}


def tried_out(version: Version, folder: Folder, clause: Clause, example: Example) -> ShownOutcome | None:
    """Return what one example gives under the rules of a draft as it is saved, without writing it anywhere."""
    return next(iter(outcomes(version, folder, dataclasses.replace(clause, examples=(example,)))), None)


def outcomes_alone(folder: Folder, clause: Clause) -> list[ShownOutcome]:
    """Return what the examples of a clause give under its own rules, as it is typed: the other clauses are left aside.

    Examples that the whole policy is held to are not among them.
    """
    if folder.policy is None:
        return []
    chapter = next(each for each in folder.policy.chapters if any(one.id == clause.id for one in each.clauses))
    alone = dataclasses.replace(folder.policy, chapters=(dataclasses.replace(chapter, clauses=(clause,)),))
    engine = compile_policy(alone, folder.facts, stand_ins(), heads=installed(settings.HOME.path))
    own = [place for place, each in enumerate(clause.examples) if each.by == CLAUSE]
    return [_shown_outcome(run_example(engine, clause, place), folder.facts) for place in own]


def lists_of(revision: ProtectedRevision | None) -> Files:
    """Return the protected lists that are edited by hand, with an empty one for each that the policy names."""
    version = Version.objects.in_force(clock.now()) or Version.objects.open().first()
    folder = folder_of(version) if version else read_mapping({}, "policy")
    empty = {f"protected/{name}.yaml": "entries: []\n" for name in sorted(_named(folder))}
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


def _told(problem: Problem, starts: list[tuple[Place, str]]) -> ToldProblem:
    place = problem.place
    before = [clause for start, clause in starts if start.file == place.file and start <= place]
    return ToldProblem(place, problem.level == ERROR, before[-1] if before else "", said_of(problem))
