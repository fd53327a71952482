"""Questions and concerns: who reads them, who answers."""

from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError

from clausier.audit.models import Entry
from clausier.chapters.ambassadors.actions import answer_remark, ask, raise_concern
from clausier.chapters.ambassadors.selectors import readable_by
from clausier.identity import duties
from clausier.identity.actions import send_digests
from clausier.identity.models import DutyHolder
from clausier.lib.refusals import RefusedError
from clausier.tasks.models import Mail
from factories.ambassadors import asking, make_remark, make_version
from people import make_person, signed_in


@pytest.fixture(autouse=True)
def version(organization):
    """A policy is in force."""
    return make_version(asking())


@pytest.fixture
def representative():
    """Somebody who holds the duty of representative."""
    person = make_person("Rita Rep")
    DutyHolder.objects.create(duty="representative", person=person)
    return person


def _private(person):
    return raise_concern(person=person, text="My manager insists.", to="representative")


def test_a_concern_for_the_representative_is_for_nobody_else(representative):
    """Neither those in charge, nor a manager, nor the people officer know of it."""
    manager = make_person("Max Manager", "manager", "people-officer", "author", "administrator", "auditor")
    remark = _private(make_person("Paul", manager=manager))
    assert list(readable_by(representative)) == [remark]
    assert list(readable_by(manager)) == []
    assert signed_in(manager).get(f"/fr/remarks/{remark.uid}").status_code == 404
    assert signed_in(representative).get(f"/fr/remarks/{remark.uid}").status_code == 200


def test_the_ledger_does_not_tell_who_confided(representative):
    """Its entry names the program."""
    _private(make_person("Paul"))
    assert Entry.objects.get(action="ambassadors.concern.entrusted").actor == "program"


def test_without_representative_nobody_is_offered_one():
    person = make_person("Paul")
    assert "representative" not in signed_in(person).get("/en/sign").content.decode()
    with pytest.raises(RefusedError, match="no-representative"):
        _private(person)


def test_what_waits_is_asked_of_those_who_may_read_it(representative):
    """A concern for the representative is a duty of theirs, and of nobody else's."""
    owner, person = make_person("Odile", "author"), make_person("Paul")
    key = f"remark:{_private(person).uid}"
    asking = [each for each in (representative, owner, person) if key in {d.key for d in duties.for_person(each)}]
    assert asking == [representative]


def test_an_answer_goes_to_the_person():
    """By mail, and on their page."""
    person, owner = make_person("Paul"), make_person("Odile", "author")
    remark = make_remark(person)
    assert f"remark:{remark.uid}" in [each.key for each in duties.for_person(owner)]
    answer_remark(actor=owner, remark=remark, answer="Your page is yours.")
    assert Mail.objects.filter(to=person.email).count() == 1
    assert "Your page is yours." in signed_in(person).get("/en/sign").content.decode()


def test_mails_hold_no_words_of_the_remark():
    """What somebody wrote stays on the page."""
    owner = make_person("Odile", "author")
    make_remark(text="Something delicate")
    send_digests(datetime(2026, 11, 23, 15, tzinfo=UTC))
    assert Mail.objects.filter(to=owner.email).exists()
    assert not Mail.objects.filter(text__contains="delicate").exists()


def test_nobody_answers_themselves():
    owner = make_person("Odile", "author")
    with pytest.raises(RefusedError, match="own"):
        answer_remark(actor=owner, remark=make_remark(owner), answer="Yes.")


def test_an_answer_is_given_once():
    owner, remark = make_person("Odile", "author"), make_remark()
    answer_remark(actor=owner, remark=remark, answer="Yes.")
    with pytest.raises(RefusedError, match="answered"):
        answer_remark(actor=owner, remark=remark, answer="No.")


def test_whoever_is_not_in_charge_does_not_answer():
    with pytest.raises(RefusedError, match="not-permitted"):
        answer_remark(actor=make_person("Paul"), remark=make_remark(), answer="Yes.")


@pytest.mark.parametrize("text", ["", "   ", "x" * 5_001])
def test_a_remark_has_some_words_and_not_too_many(text):
    with pytest.raises(ValidationError):
        ask(person=make_person(), text=text)


def test_a_remark_is_on_a_clause_that_exists():
    with pytest.raises(ValidationError):
        ask(person=make_person(), text="Why?", clause="no.such")


def test_what_was_typed_comes_back():
    """A remark without a kind is not lost."""
    page = signed_in(make_person()).post("/en/sign/remark", {"text": "My own words", "kind": "rant"})
    assert page.status_code == 400
    assert "My own words" in page.content.decode()


def test_the_list_is_for_those_who_answer():
    make_remark()
    assert signed_in(make_person("Paul")).get("/fr/remarks").status_code == 404
    owner = signed_in(make_person("Odile", "author"))
    assert owner.get("/fr/remarks").status_code == 200
    assert owner.get("/en/remarks?done").status_code == 200


def test_an_answer_is_sent_from_the_page():
    remark, owner = make_remark(), make_person("Odile", "author")
    answer = signed_in(owner).post(f"/en/remarks/{remark.uid}", {"answer": "Yes, it is."})
    remark.refresh_from_db()
    assert (answer.status_code, remark.answer, remark.by) == (302, "Yes, it is.", owner)
