"""The policies that ship: complete, in both languages, every clause with an effect, every rule shown by examples."""

from pathlib import Path

import pytest

from clausier.document.chapters import CHAPTERS
from clausier.document.model import STATEMENTS
from clausier.document.problems import ERROR
from clausier.document.reading import library_policies, read_folder
from clausier.engine.examination import engine_of, examine
from clausier.engine.examples import run_examples

ROOT = Path(__file__).parents[2]
LIBRARY = ROOT / "src/clausier/library/policies"
SHIPPED = {name: LIBRARY / name for name in library_policies()} | {
    name: ROOT / "examples" / name for name in ("val-bleu", "boreale", "orelle")
}
EXPLAINED = {
    # Some signals wait for their detector; their rules are optional and their examples are not run, never passed.
    "example-not-run",
    # The documents of the sample organisations exist nowhere, so nobody can register them.
    "documents-not-registered",
}


@pytest.fixture(scope="module", params=list(SHIPPED))
def folder(request):
    return read_folder(SHIPPED[request.param])


def test_it_validates(folder):
    """No error, and no warning but those that are explained."""
    # An example shows its own clause; in a sample organisation another clause may be stricter on the same words. Who
    # starts from a template reads none of that: there an example says what the whole policy would do.
    explained = EXPLAINED if folder.name in library_policies() else {*EXPLAINED, "example-stricter-elsewhere"}
    found = [f"{each.place} {each.message('en')}" for each in examine(folder) if each.code not in explained]

    assert found == []


def test_it_answers_the_ten_chapters(folder):
    """Each of the ten chapters is there, with clauses."""
    clauses = {chapter.chapter: chapter.clauses for chapter in folder.policy.chapters}

    assert all(clauses.get(chapter.slug) for chapter in CHAPTERS)


def test_every_clause_has_an_effect(folder):
    """A clause runs something: the shipped policies hold no text that only stands there."""
    idle = [clause.id for clause in folder.policy.clauses() if not clause.rules and not clause.statements()]

    assert idle == []
    assert not any(clause.guide for clause in folder.policy.clauses())


def test_every_rule_is_shown_by_two_examples(folder):
    """One that sets it off, and one that does not."""
    thin = [
        rule.id
        for clause in folder.policy.clauses()
        for rule in clause.rules
        if len([example for example in clause.examples if example.way == rule.way]) < 2
    ]

    assert thin == []


def test_every_clause_that_asks_something_of_everyone_has_a_question(folder):
    """What people commit to, they are also asked about."""
    silent = [
        clause.id
        for clause in folder.policy.clauses()
        if clause.commit and clause.commit.as_ != "inform" and "everyone" in clause.audience and not clause.questions
    ]

    assert silent == []


def test_examples_do_what_they_say(folder):
    """Every example that can be run gives the action it promises, by the rule it names."""
    failed = [
        (each.clause.id, each.text, each.action)
        for each in run_examples(engine_of(folder))
        if each.problem and each.problem[1] == ERROR
    ]

    assert failed == []


@pytest.mark.parametrize("name", sorted(set(library_policies()) - {"base", "employer-qc"}))
def test_a_template_has_a_dozen_clauses_of_its_own(name):
    """Beside those of the templates that it stands on."""
    folder = read_folder(SHIPPED[name])
    own = [clause for clause in folder.policy.clauses() if ":" not in folder.place("clause", clause.id).file]

    assert len(own) >= 12


def test_the_public_body_template_is_complete():
    """At least 45 clauses, and every kind of statement but ``guide`` in use."""
    policy = read_folder(SHIPPED["public-body-qc"]).policy

    assert len(policy.clauses()) >= 45
    assert {name for clause in policy.clauses() for name in clause.statements()} == set(STATEMENTS) - {"guide"}
