"""What Clausier does not do here, and the tests that hold it."""

import ast

import pytest

from architecture.house import ROOT
from clausier.audit.records import all_kinds
from clausier.decisions.actions import forget_attempts, lodge_appeal, purge_decisions
from clausier.decisions.models import Attempt, Decision
from clausier.decisions.promises import all_promises
from factories.decisions import make_decision
from people import later


@pytest.mark.parametrize("promise", all_promises(), ids=lambda promise: promise.key)
def test_every_promise_is_held_by_a_test_that_exists(promise):
    """A promise names a file and a test in it."""
    path, _, name = promise.test.partition("::")
    tests = {node.name for node in ast.walk(ast.parse((ROOT / path).read_text())) if isinstance(node, ast.FunctionDef)}
    assert name in tests


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_page_shows_every_promise(client, language):
    page = client.get(f"/{language}/limits").content.decode()
    assert [promise.key for promise in all_promises() if f'id="{promise.key}"' not in page] == []


@pytest.mark.django_db
def test_what_is_past_its_term_is_erased():
    """A story whole or not at all: what is under appeal stays."""
    lodge_appeal(decision=make_decision().decision, text="Non.", language="fr")
    make_decision()
    assert (purge_decisions(later(days=1)), Decision.objects.count()) == (1, 1)


@pytest.mark.django_db
def test_tries_are_forgotten_after_a_day():
    Attempt.objects.create(purpose="letters", source="0", at=later(days=-2))
    Attempt.objects.create(purpose="letters", source="0")
    assert (forget_attempts(), Attempt.objects.count()) == (1, 1)


@pytest.mark.django_db
def test_what_is_kept_can_be_given_to_the_person():
    """Each kind of record gives back a row of its own."""
    made = make_decision().decision
    kinds = {kind.kind: kind for kind in all_kinds()}
    assert kinds["decision"].export(made)["facts"] == made.facts
    assert set(kinds["decision-made"].export(made)) == {"reference", "clause", "at"}
