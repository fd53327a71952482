"""Texts that are kept because their author says so."""

import json

import pytest
from django.core.exceptions import ValidationError

from clausier.audit.models import Entry
from clausier.chapters.posts.actions import submit
from clausier.chapters.posts.models import Draft
from factories.posts import FINE, NUMBER, make_draft, make_town
from people import make_person, signed_in


@pytest.fixture(autouse=True)
def version(organization):
    """The policy of the town is in force."""
    return make_town()


def test_the_ledger_has_a_digest_and_no_word():
    draft = make_draft(text=FINE)
    said = Entry.objects.get(action="posts.draft.submitted").detail.details
    assert FINE not in said
    assert json.loads(said)["version"] == draft.version.number


def test_only_its_author_and_those_who_approve_read_it():
    """To anybody else it does not exist."""
    draft = make_draft(make_person("Paul"))
    statuses = {
        name: signed_in(make_person(name, *roles)).get(f"/fr/drafts/{draft.uid}").status_code
        for name, roles in {
            "Ann": ["approver"],
            "Max": ["manager", "people-officer", "administrator", "auditor", "moderator"],
            "Zoe": [],
        }.items()
    }
    assert statuses == {"Ann": 200, "Max": 404, "Zoe": 404}
    assert signed_in(draft.author).get(f"/en/drafts/{draft.uid}").status_code == 200


def test_a_check_for_the_organization_is_not_kept_either():
    """Only Ask and Submit keep."""
    signed_in(make_person("Paul")).post("/fr/check", {"text": FINE, "as_whom": "organization"})
    assert not Draft.objects.exists()


def test_what_is_in_my_name_is_never_submitted():
    """Even when somebody sends it to that address."""
    answer = signed_in(make_person("Paul")).post("/fr/check/submit", {"text": FINE, "as_whom": "me", "submit": "1"})
    assert answer.status_code == 400
    assert not Draft.objects.exists()


def test_submitting_leads_to_the_draft():
    browser = signed_in(make_person("Paul"))
    answer = browser.post("/fr/check/submit", {"text": FINE, "as_whom": "organization", "ask": "1"})
    draft = Draft.objects.get()
    assert answer.headers["Location"] == f"/fr/drafts/{draft.uid}"
    assert draft.is_question
    assert FINE in browser.get("/fr/drafts").content.decode()


def test_what_a_clause_forbids_can_be_asked_about():
    """It is not submitted, and what was typed stays."""
    browser = signed_in(make_person("Paul"))
    answer = browser.post("/en/check/submit", {"text": NUMBER, "as_whom": "organization", "submit": "1"})
    assert (answer.status_code, Draft.objects.count()) == (400, 0)
    assert NUMBER in answer.content.decode()
    assert browser.post("/en/check/submit", {"text": NUMBER, "as_whom": "organization", "ask": "1"}).status_code == 302


@pytest.mark.parametrize(
    "values", [{"text": " "}, {"text": "x" * 20_001}, {"channel": "myspace"}, {"reason": "x" * 2_001}]
)
def test_a_draft_is_bounded(values):
    with pytest.raises(ValidationError):
        submit(**({"actor": make_person(), "text": FINE, "is_question": True} | values))


def test_those_who_approve_have_a_list():
    """Of what others submitted; the rest see their own."""
    make_draft(make_person("Paul"), text="Nous fermons vendredi.")
    approver = signed_in(make_person("Ann", "approver"))
    assert "Nous fermons" in approver.get("/fr/drafts?submitted").content.decode()
    assert "Nous fermons" not in approver.get("/fr/drafts").content.decode()
    assert "Nous fermons" not in signed_in(make_person("Zoe")).get("/fr/drafts?submitted").content.decode()
