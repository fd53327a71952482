"""Answers on paper, entered by an officer."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from clausier.audit.models import Entry
from clausier.chapters.ambassadors.actions import keep_campaign, record_paper
from clausier.chapters.ambassadors.actions.paper import Sheet
from clausier.chapters.ambassadors.models import Commitment, Paper
from clausier.chapters.ambassadors.selectors import asked_of
from clausier.chapters.ambassadors.selectors.paper import text_code
from clausier.identity.models import Person
from clausier.lib.clock import set_clock
from clausier.lib.refusals import RefusedError
from clausier.policy.selectors import policy_of
from clausier.tasks.models import Mail
from factories.ambassadors import CLAUSE, amended, asking, give_word, make_version
from people import make_person, signed_in

MONDAY = datetime(2026, 11, 23, 15, tzinfo=UTC)
DAY = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def version(organization):
    """A policy that asks everybody for a word, since the day before."""
    set_clock(MONDAY)
    found = make_version(asking())
    set_clock(MONDAY + timedelta(days=2))
    return found


@pytest.fixture
def officer():
    return make_person("Olga", "people-officer")


@pytest.fixture
def paul():
    return make_person("Paul", email=None, number="1001", unit="Neige")


def _sheet(version, collector, **values):
    known = {"code": text_code(version), "language": "fr", "day": DAY, "collector": collector, "note": "At the meeting"}
    return Sheet(**(known | values))


def test_each_answer_says_by_hand_of_whom(version, officer, paul):
    """One entry a person, by the officer, with who collected it and when."""
    chief = make_person("Chief")
    [answer] = record_paper(actor=officer, sheet=_sheet(version, chief), people=[paul]).answers
    entry = Entry.objects.get(subject=answer.uid)
    said = json.loads(entry.detail.details)
    assert (entry.actor, said["person"], said["by_hand_of"]) == (officer.uid, paul.uid, chief.uid)
    assert said["day"] == "2026-11-24"
    assert asked_of(paul) == []


def test_a_refusal_on_paper_is_one(version, officer, paul):
    [answer] = record_paper(actor=officer, sheet=_sheet(version, officer), people=[], declining=[paul]).answers
    assert answer.declined
    assert Entry.objects.filter(action="ambassadors.commitment.declined").count() == 1


def test_whoever_has_an_e_mail_is_told(version, officer):
    person = make_person("Zoe")
    record_paper(actor=officer, sheet=_sheet(version, officer), people=[person])
    assert Mail.objects.filter(to=person.email).count() == 1


def test_whoever_has_answered_is_left_aside(version, officer, paul):
    give_word(paul)
    found = record_paper(actor=officer, sheet=_sheet(version, officer), people=[paul])
    assert (found.answers, found.left_aside) == ([], [paul])


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("code", {"code": "0000-0000"}),
        ("day", {"day": date(2026, 11, 1)}),
        ("day", {"day": date(2026, 12, 1)}),
        ("note", {"note": "  "}),
        ("language", {"language": "es"}),
        ("scan", {"scan": b"not a PDF"}),
    ],
)
def test_a_sheet_that_does_not_hold_is_refused(version, officer, paul, field, values):
    """With the field to mend, and nothing written."""
    with pytest.raises(ValidationError) as refused:
        record_paper(actor=officer, sheet=_sheet(version, officer, **values), people=[paul])
    assert list(refused.value.message_dict) == [field]
    assert not Commitment.objects.exists()


def test_a_sheet_of_the_text_before_is_refused(version, officer, paul):
    """What was signed is no longer what is in force."""
    sheet = _sheet(version, officer)
    amended()
    with pytest.raises(ValidationError) as refused:
        record_paper(actor=officer, sheet=sheet, people=[paul])
    assert "code" in refused.value.message_dict


def test_who_may_not_enter_it(version, officer, paul):
    """A manager, whoever signs for themselves, and nobody for who has left."""
    sheet = _sheet(version, officer)
    with pytest.raises(RefusedError, match="not-permitted"):
        record_paper(actor=make_person("Max", "manager"), sheet=sheet, people=[paul])
    with pytest.raises(RefusedError, match="own-paper"):
        record_paper(actor=officer, sheet=sheet, people=[officer])
    Person.objects.filter(pk=paul.pk).update(is_active=False)
    with pytest.raises(RefusedError, match="gone"):
        record_paper(actor=officer, sheet=sheet, people=[Person.objects.get(pk=paul.pk)])


def _sent(version, **more):
    known = {"code": text_code(version), "language": "fr", "day": "2026-11-24", "note": "At the meeting"}
    return known | {"collector": "1001", "numbers": "", "declines": ""} | more


def test_numbers_are_pasted(version, officer, paul):
    """One a line; the scan is kept under its digest."""
    scan = SimpleUploadedFile("sheet.pdf", b"%PDF-1.7 scanned")
    other = make_person("Zoe", number="1002")
    browser = signed_in(officer)
    answer = browser.post("/fr/campaigns/paper", _sent(version, numbers="1001\n 1002 ", scan=scan))
    assert answer.status_code == 404
    keep_campaign()
    scan.seek(0)
    answer = browser.post("/fr/campaigns/paper", _sent(version, numbers="1001\n 1002 ", scan=scan))
    assert answer.status_code == 302
    assert set(Commitment.objects.values_list("person", flat=True)) == {paul.pk, other.pk}
    assert (settings.HOME.files / "signatures" / f"{Paper.objects.get().scan}.pdf").read_bytes() == b"%PDF-1.7 scanned"


def test_names_are_ticked_on_the_list_of_a_team(version, officer, paul):
    keep_campaign()
    browser = signed_in(officer)
    assert "Paul" in browser.get("/en/campaigns/paper?team=Neige").content.decode()
    browser.post("/en/campaigns/paper?team=Neige", _sent(version, tick=[paul.uid]))
    assert Commitment.objects.get().person == paul


def test_what_was_typed_comes_back(version, officer, paul):
    """A number that nobody has: told, nothing written, everything still in the boxes."""
    keep_campaign()
    page = signed_in(officer).post("/en/campaigns/paper", _sent(version, numbers="1001\n9999"))
    assert page.status_code == 400
    assert "9999." in page.content.decode()
    assert "At the meeting" in page.content.decode()
    assert not Commitment.objects.exists()


def test_the_sheet_to_print_has_the_code_of_the_text(version, officer, paul):
    keep_campaign()
    page = signed_in(officer).get("/fr/campaigns/paper/sheet?team=Neige").content.decode()
    assert text_code(version) in page
    assert "Paul" in page


def test_a_sheet_names_only_the_clauses_of_those_on_it(version, officer, paul):
    """Nobody is given to read what concerns others; a team that has signed has no sheet."""
    number = policy_of(version).numbers()[CLAUSE]
    keep_campaign()
    browser = signed_in(officer)
    assert f">{number}</span>" in browser.get("/fr/campaigns/paper/sheet?team=Neige").content.decode()
    page = browser.get("/fr/campaigns/paper/sheet?team=Nobody").content.decode()
    assert f">{number}</span>" not in page
    assert "<table" not in page
