"""What the room tells the others: subjects, history, duties, figures, what is to be done there."""

import pytest

from clausier.chapters.inbox import history
from clausier.chapters.moderation import actions
from clausier.chapters.moderation.selectors import fairness, finding, todo
from clausier.decisions import subjects
from clausier.identity import duties
from factories.inbox import make_channel
from factories.moderation import ATTACKS, HARMLESS, INSULT, PERSONAL, make_review, moderator

pytestmark = pytest.mark.django_db
WORDS = {"clause": ATTACKS, "facts": "Une insulte.", "quote": "niaiseuse"}


def asked_of(person):
    """What this room asks of a person."""
    return [duty for duty in duties.for_person(person) if duty.key.startswith("moderation.")]


def removed(review):
    return actions.remove(actor=moderator(), review=review, revision=review.revision, **WORDS).decision


def test_a_slip_shows_the_text_of_its_comment():
    review = make_review(INSULT)
    shown = subjects.show("comment", review.item.uid)
    assert (shown.text, shown.author, shown.channel) == (INSULT, "Jo Tremblay", "facebook")


@pytest.mark.parametrize(
    ("url", "name", "words"),
    [
        ("https://www.facebook.com/valbleu/posts/1?comment_id=7", "Jo Tremblay", "La fille au comptoir"),
        ("https://m.facebook.com/valbleu/posts/1?utm_source=x&fbclid=abc", "jo.tremblay", "la FILLE  au comptoir"),
        ("facebook.com/valbleu/posts/1/", "JO TREMBLAY", "La fille au comptoir est une maudite"),
    ],
)
def test_a_comment_is_found_however_its_place_and_words_are_written(url, name, words):
    review = make_review(INSULT)
    removed(review)
    assert finding.find(url, name, words) == review.item.uid


@pytest.mark.parametrize(
    ("url", "name", "words"),
    [
        ("https://www.facebook.com/valbleu/posts/2", "Jo Tremblay", "La fille au comptoir"),
        ("https://www.facebook.com/valbleu/posts/1", "Jo Tremble", "La fille au comptoir"),
        ("https://www.facebook.com/valbleu/posts/1", "Jo Tremblay", "La"),
        ("https://www.facebook.com/valbleu/posts/1", "", "La fille au comptoir"),
        ("http://[bad", "", ""),
    ],
)
def test_a_comment_is_not_found_for_a_stranger(url, name, words):
    """Another place, another name, or words that are too few."""
    removed(make_review(INSULT))
    assert finding.find(url, name, words) is None


def test_only_decided_comments_are_found():
    make_review(INSULT)
    assert finding.find("https://www.facebook.com/valbleu/posts/1", "Jo Tremblay", "La fille au comptoir") is None


def test_history_is_of_one_channel_and_holds_no_kept_comment():
    """No file on citizens (DESIGN, section 7)."""
    first = make_review(INSULT, external_id="1")
    kept = make_review(INSULT, external_id="2")
    removed(first)
    actions.keep(actor=moderator(), review=kept, revision=1)
    here, elsewhere = first.item.channel, make_channel(moderator(), network="x", name="Ailleurs")
    assert [past.clause for past in history.of(here, ["jo.tremblay"])["jo.tremblay"]] == [ATTACKS]
    assert history.of(elsewhere, ["jo.tremblay"]) == {}


def test_what_the_program_hid_is_asked_of_moderators():
    make_review(PERSONAL)
    asked = asked_of(moderator())
    assert [(duty.key, duty.risk, duty.due is not None) for duty in asked] == [("moderation.look", 2, True)]


def test_what_a_colleague_proposes_is_asked_of_the_others():
    review = make_review(INSULT)
    actions.propose(actor=moderator(), review=review, revision=1, effect="remove", **WORDS)
    assert asked_of(moderator()) == []
    assert len(asked_of(moderator("Anne Roy"))) == 1


def test_figures_count_clauses():
    review = make_review(INSULT, external_id="1")
    actions.say_wrong(actor=moderator(), review=review, revision=1)
    removed(make_review(INSULT, external_id="2"))
    make_review(HARMLESS)
    (row,) = fairness.figures("fr").clauses
    assert (row.clause, row.decided, row.by_program, row.wrong) == (ATTACKS, 1, 0, 1)


def test_what_is_to_be_done_there_comes_with_the_words_to_paste():
    """The public words name neither the comment nor its author; the private ones open the slip."""
    decision = removed(make_review(INSULT))
    (row,) = todo.waiting()
    assert decision.reference in row.public_words
    assert "niaiseuse" not in row.public_words + row.private_words
    assert "Tremblay" not in row.public_words
    assert "/slip/" in row.private_words
    assert len(row.letters) == 10
    actions.notice_given(actor=moderator(), decision=decision, notice="delivered")
    (row,) = todo.waiting()
    assert (row.private_words, row.letters) == ("", "")
