"""What those who decide, tell and answer see and do."""

import pytest

from clausier.decisions.actions import ask, lodge_appeal
from clausier.decisions.models import Decision, Enquiry
from clausier.decisions.states import Effect
from factories.decisions import TEXT, Comment, make_decision, person
from people import make_person, signed_in

pytestmark = pytest.mark.django_db


def make_appeal(**values):
    return lodge_appeal(decision=make_decision(**values).decision, text="Je parlais du chien.", language="fr")


def said(response):
    return response.content.decode()


def test_the_buttons_of_whoever_decided_are_disabled_with_the_reason():
    """And what the page refuses, the action refuses too."""
    decider = make_person("Mo Double", "moderator", "appeal-decider")
    appeal = make_appeal(actor=decider)
    browser = signed_in(decider)
    page = said(browser.get(f"/en/appeals/{appeal.uid}"))
    assert page.count("<button disabled") == 2
    assert "another person answers" in page
    sent = browser.post(f"/en/appeals/{appeal.uid}", {"outcome": "upheld", "answer": "No."})
    assert sent.status_code == 403


def test_an_answer_is_given_from_the_page():
    """Text, notice and objection stand side by side; the answer leads back to the list."""
    appeal = make_appeal()
    browser = signed_in(person("Andrée Appel"))
    page = said(browser.get(f"/en/appeals/{appeal.uid}"))
    for words in (TEXT, "Je parlais du chien.", "An attack is aimed at a person"):
        assert words in page
    assert (
        browser.post(f"/en/appeals/{appeal.uid}", {"outcome": "overturned", "answer": "You were right."}).status_code
        == 302
    )
    assert Decision.objects.filter(effect_wanted=Effect.RESTORE).count() == 1


def test_an_answer_without_reasons_keeps_the_page():
    appeal = make_appeal()
    page = signed_in(person("Andrée Appel")).post(f"/en/appeals/{appeal.uid}", {"outcome": "upheld", "answer": ""})
    assert page.status_code == 200
    assert Decision.objects.get().standing == "appealed"


def test_the_list_shows_what_waits_and_who_may_answer():
    appeal = make_appeal()
    assert appeal.decision.reference in said(signed_in(person("Andrée Appel")).get("/en/appeals"))
    assert "You made this decision" in said(signed_in(person("Mo Dération")).get("/en/appeals"))
    assert signed_in(make_person("Nobody Special")).get("/en/appeals").status_code == 403


@pytest.mark.parametrize("what", ["story", "reasons.json"])
def test_a_story_is_for_those_who_may_read_it(what):
    """For anybody else it is not there."""
    made = make_decision().decision
    url = f"/en/decision/{made.reference}/{what}"
    assert signed_in(person("Mo Dération")).get(url).status_code == 200
    assert signed_in(make_person("Nobody Special")).get(url).status_code == 404


def test_what_came_of_a_decision_is_told_from_its_story():
    made = make_decision().decision
    browser = signed_in(person("Mo Dération"))
    url = f"/en/decision/{made.reference}"
    assert browser.post(f"{url}/done", {"done": "by-hand"}).status_code == 302
    assert browser.post(f"{url}/notice", {"notice": "not-possible", "why": ""}).status_code == 200
    assert browser.post(f"{url}/notice", {"notice": "public", "why": ""}).status_code == 302
    made.refresh_from_db()
    assert (made.effect_done, made.notice) == ("by-hand", "public")
    assert browser.post(f"{url}/take-back").status_code == 409


def test_a_decision_leaves_as_a_statement_of_reasons():
    """The fields of the database of the regulation; neither text nor name in it."""
    made = make_decision().decision
    response = signed_in(person("Mo Dération")).get(f"/fr/decision/{made.reference}/reasons.json")
    given = response.json()
    assert given["puid"] == made.reference
    assert given["decision_ground"] == "DECISION_GROUND_INCOMPATIBLE_CONTENT"
    assert given["decision_visibility"] == ["DECISION_VISIBILITY_CONTENT_REMOVED"]
    assert given["category"] == "STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS"
    assert (given["automated_decision"], given["automated_detection"]) == ("AUTOMATED_DECISION_NOT_AUTOMATED", "No")
    assert given["decision_ground_reference_url"].endswith(f"/fr/decision/{made.reference}")
    for word in (TEXT, "Tremblay", "Dération"):
        assert word not in said(response)


def test_a_law_is_named_as_the_ground():
    """Where no policy was in force, only the law may be."""
    made = make_decision(clause="", ground="law", law="C.c.Q., art. 36").decision
    browser = signed_in(person("Mo Dération"))
    given = browser.get(f"/fr/decision/{made.reference}/reasons.json").json()
    assert given["illegal_content_legal_ground"] == "C.c.Q., art. 36"
    assert "C.c.Q., art. 36" in said(browser.get(f"/fr/decision/{made.reference}"))


def test_what_cannot_be_lodged_any_more_keeps_the_answer_typed():
    """An enquiry whose decision was appealed in the meantime: the page says so, and the words stay."""
    made = make_appeal().decision
    enquiry = ask(place="x", name="Jo", words="Le voisin du 12", text="Non.", contact="555-0100", language="fr")
    typed = {"decision": made.reference, "answer": "Voici votre avis."}
    page = signed_in(person("Andrée Appel")).post(f"/en/enquiries/{enquiry.uid}", typed)
    assert page.status_code == 409
    assert "Voici votre avis." in said(page)
    assert Enquiry.objects.get().closed is None


def test_nobody_answers_whoever_asks_after_their_own_decision():
    """The moderator who removed a comment cannot tell its author that nothing was found."""
    comment = Comment(author="Jo Unique")
    made = make_decision(subject=comment)
    told = {"place": "https://facebook.com/valbleu/1", "name": "Jo Unique", "words": TEXT[:20], "text": "Non."}
    enquiry = ask(**told, contact="555-0100", language="fr")
    assert enquiry.decision == made.decision
    for actor, is_refused in ((made.decision.by, True), (person("Andrée Appel"), False)):
        answered = signed_in(actor).post(f"/fr/enquiries/{enquiry.uid}", {"answer": "Rien."})
        enquiry.refresh_from_db()
        assert (answered.status_code == 302, enquiry.closed is None) == (not is_refused, is_refused)
