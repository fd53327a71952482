"""Whoever writes the policy is told no protected name, and is noticed when they try one after the other."""

import pytest

from clausier.audit.models import Entry
from clausier.chapters.posts.actions.watch import DIFFERENT
from clausier.document.model import Example
from clausier.policy import selectors
from clausier.policy.actions import save_draft, save_protected
from clausier.policy.selectors import drafting, parts, texts
from factories.policy import author, keeper, make_draft
from people import signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("organization")]
TERMS = [f"Projet Zibeline{letter}" for letter in "abcdefghijkl"]
STOPPED = "posts.probing.stopped"


@pytest.fixture(autouse=True)
def lists():
    entries = "".join(f"  - {{term: {term}}}\n" for term in TERMS)
    save_protected(actor=keeper(), files={"protected/code-names.yaml": f"entries:\n{entries}"})


@pytest.fixture
def draft():
    return make_draft()


def _tried(draft, text):
    folder = selectors.folder_of(draft)
    clause = next(each for each in folder.policy.clauses() if each.protect)
    example = Example(text=text, lang="fr", expect="block")
    return drafting.tried_out(draft, folder, clause, example)


def test_an_example_tells_no_protected_name(draft):
    """One that says « {protected} » is about something protected; a name that somebody guesses gives nothing."""
    assert _tried(draft, "Vive le {protected}!").found
    assert _tried(draft, f"Vive le {TERMS[0]}!").found == _tried(draft, "Vive le Projet Nuage!").found


def test_a_rule_does_not_spell_the_first_name(draft):
    """Words that a rule looks for are not those that « {protected} » stands for."""
    engine = selectors.engine_of(draft, selectors.Use.TRIAL)
    known = {entry.term for each in engine.protected for entry in each.entries}
    assert known
    assert not known & set(TERMS)


def test_a_name_written_into_the_policy_is_still_told(draft):
    """So that nobody publishes it."""
    files = {path: text.replace("Say what ties you to us.", f"Say {TERMS[0]}.") for path, text in draft.files.items()}
    assert "protected-entry" in {each.code for each in texts.problems_in(files)}


def test_trying_name_after_name_in_a_file_is_stopped(draft):
    """As it is to whoever checks texts; nothing is saved."""
    [path] = [each for each in draft.files if "transparency" in each]
    page, browser = f"/en/policy/edit/{draft.uid}/files/{path}", signed_in(author())
    said = {"seen": parts.mark_of(draft.files[path]), "check": "1"}
    statuses = [browser.post(page, said | {"yaml": f"# {term}\n"}).status_code for term in TERMS]
    assert statuses == [200] * DIFFERENT + [429] * (len(TERMS) - DIFFERENT)
    assert Entry.objects.filter(action=STOPPED, actor=author().uid).count() == 1


def test_trying_name_after_name_in_the_facts_is_stopped(draft):
    """They are refused with the place of the name, so nothing would ever be saved."""
    browser = signed_in(author())
    said = {"revision": 0}
    texts = [f"organization: {{name: {{fr: {term}, en: {term}}}}}\n" for term in TERMS]
    statuses = [browser.post("/en/policy/facts/yaml", said | {"text": text}).status_code for text in texts]
    assert statuses[DIFFERENT:] == [429] * (len(TERMS) - DIFFERENT)
    assert Entry.objects.filter(action=STOPPED, actor=author().uid).count() == 1


def test_saving_many_names_is_told(draft, django_capture_on_commit_callbacks):
    """What is saved stays: the owners of the list hear of it."""
    path = min(draft.files)
    files = draft.files | {path: draft.files[path] + "".join(f"# {term}\n" for term in TERMS)}
    with django_capture_on_commit_callbacks(execute=True):
        save_draft(actor=author(), version=draft, files=files, revision=draft.revision)
    assert Entry.objects.filter(action=STOPPED, actor=author().uid).count() == 1
    assert not Entry.objects.filter(action=STOPPED, actor=keeper().uid).exists()
