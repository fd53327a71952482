"""The pages of moderation, as plain forms and as fragments."""

import pytest

from clausier.chapters.moderation import actions
from clausier.chapters.moderation.models import Proposal, Review
from clausier.chapters.moderation.selectors.grounds import grounds_of
from clausier.decisions.models import Decision
from factories.moderation import ATTACKS, HARMLESS, INSULT, OPINION, make_review, moderator
from people import make_person, signed_in

pytestmark = pytest.mark.django_db
CASE = {"revision": "1", "ground": ATTACKS, "effect": "remove", "facts": "Une insulte.", "quote": "maudite niaiseuse"}


@pytest.fixture
def browser():
    return signed_in(moderator())


def page(browser, address):
    return browser.get(f"/fr/{address}").content.decode()


def act(browser, review, verb, **sent):
    return browser.post(f"/fr/moderation/{review.uid}/{verb}", {"revision": str(review.revision), **sent})


def test_a_decision_takes_a_number_and_enter(browser):
    """The form of a ground comes filled: its facts and passage are those of the signal; plain forms, no script."""
    review = make_review(INSULT)
    shown = page(browser, f"moderation/{review.uid}?ground={ATTACKS}")
    assert "niaiseuse</textarea>" in shown
    assert 'name="facts" value="' in shown
    assert act(browser, review, "decide", **CASE).status_code == 302
    assert Decision.objects.get().clause == ATTACKS


def test_a_form_sent_twice_is_one_decision_and_no_error(browser):
    review = make_review(INSULT)
    answers = [act(browser, review, "decide", **CASE).status_code for _ in range(2)]
    assert (answers, Decision.objects.count()) == ([302, 302], 1)


def test_what_was_typed_comes_back_when_a_colleague_was_first(browser):
    review = make_review(INSULT)
    actions.keep(actor=moderator("Anne Roy"), review=review, revision=1)
    answer = act(browser, review, "decide", **(CASE | {"facts": "Des mots à moi"}))
    assert answer.status_code == 409
    assert b"Anne Roy" in answer.content
    assert "Des mots à moi" in answer.content.decode()


def test_what_was_typed_comes_back_when_the_passage_is_wrong(browser):
    review = make_review(INSULT)
    answer = act(browser, review, "decide", **(CASE | {"quote": "jamais dit", "facts": "Des mots à moi"}))
    assert answer.status_code == 422
    assert "Des mots à moi" in answer.content.decode()
    assert Review.objects.get().revision == 1


def test_where_two_people_are_needed_the_first_proposes(browser):
    """One and the same button: nothing is lost, a colleague is asked."""
    review = make_review(OPINION)
    act(browser, review, "decide", **(CASE | {"quote": "Démissionnez donc"}))
    assert (Proposal.objects.count(), Decision.objects.count()) == (1, 0)
    assert f"/moderation/{review.uid}/agree" not in page(browser, f"moderation/{review.uid}")
    other = signed_in(moderator("Anne Roy"))
    assert f"/moderation/{review.uid}/agree" in page(other, f"moderation/{review.uid}")


def test_the_script_gets_the_next_comment_at_once(browser):
    """One request a decision: the answer is the next comment, without the frame of the page."""
    review, following = make_review(INSULT, external_id="1"), make_review(INSULT, external_id="2")
    answer = browser.post(
        f"/fr/moderation/{review.uid}/keep", {"revision": "1"}, headers={"HX-Request": "true"}
    ).content.decode()
    assert following.uid in answer
    assert "<html" not in answer


def test_reading_changes_nothing(browser):
    """Not even who looks at what."""
    review = make_review(INSULT)
    for address in ("moderation", f"moderation/{review.uid}", "moderation/sweep", "moderation/list"):
        page(browser, address)
    assert (Review.objects.get().revision, review.acts.count()) == (1, 0)


def test_the_sweep_closes_a_screen(browser):
    reviews = [make_review(HARMLESS, external_id=str(number)) for number in range(3)]
    browser.post("/fr/moderation/sweep", {"seen": [f"{each.uid}:1" for each in reviews[:2]] + ["nonsense", "x:y"]})
    assert list(Review.objects.order_by("pk").values_list("status", flat=True)) == ["seen", "seen", "waiting"]


def test_quiet_veils_the_text(browser):
    review = make_review(INSULT)
    assert (
        '<details class="more"><summary>' in page(browser, f"moderation/{review.uid}?quiet=1").split("<blockquote")[0]
    )


def test_the_text_of_a_stranger_is_text(browser):
    review = make_review("<script>alert(1)</script> espèce de niaiseuse")
    assert "<script>alert" not in page(browser, f"moderation/{review.uid}")


def test_a_clause_that_is_no_ground_has_no_form(browser):
    review = make_review(INSULT)
    for ground in ("comments.how-we-moderate", "nothing.such"):
        assert "/decide" not in page(browser, f"moderation/{review.uid}?ground={ground}")


def test_grounds_keep_their_numbers():
    """The same key for the same ground on every comment."""
    first, second = make_review(INSULT), make_review(HARMLESS)
    assert [(each.key, each.clause.id) for each in grounds_of(first.item)] == [
        (each.key, each.clause.id) for each in grounds_of(second.item)
    ]


def test_community_managers_read_and_do_not_decide():
    review = make_review(INSULT)
    reader = signed_in(make_person("Gestion Communauté", "community-manager"))
    assert f"/moderation/{review.uid}/keep" not in page(reader, f"moderation/{review.uid}")
    assert act(reader, review, "keep").status_code == 403


@pytest.mark.parametrize(
    "sent", [{"done": "by-hand"}, {"notice": "public"}, {"notice": "not-possible", "why": "Parti."}]
)
def test_what_was_done_there_is_ticked(browser, sent):
    review = make_review(INSULT)
    act(browser, review, "decide", **CASE)
    reference = Decision.objects.get().reference
    assert browser.post(f"/fr/moderation/to-do/{reference}", sent).status_code == 302
    decision = Decision.objects.get()
    assert sent.items() <= {"done": decision.effect_done, "notice": decision.notice, "why": decision.notice_why}.items()


def test_not_possible_asks_why(browser):
    review = make_review(INSULT)
    act(browser, review, "decide", **CASE)
    reference = Decision.objects.get().reference
    assert browser.post(f"/fr/moderation/to-do/{reference}", {"notice": "not-possible"}).status_code == 422
