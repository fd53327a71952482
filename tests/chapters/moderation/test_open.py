"""What happens to a comment as it arrives."""

import pytest

from clausier.audit.models import Entry
from clausier.chapters.inbox.actions import undo_batch
from clausier.chapters.inbox.models import Channel
from clausier.chapters.moderation import actions
from clausier.chapters.moderation.models import Review
from clausier.chapters.moderation.states import Status, Urgency
from clausier.decisions.models import Decision
from clausier.lib import clock
from factories.moderation import HARMLESS, INSULT, PERSONAL, PRIVATE, make_review, moderator

pytestmark = pytest.mark.django_db


def test_the_program_hides_what_a_rule_lets_it_hide():
    """A validated signal hides, by a decision of the program with its clause, and a person looks within the term."""
    review = make_review(PERSONAL)
    decision = Decision.objects.get(subject=review.item.uid)
    assert (review.status, review.urgency, review.closed) == (Status.HIDDEN, Urgency.HIDDEN_BY_PROGRAM, None)
    assert (decision.by, decision.found_by_program, decision.effect_wanted) == (None, True, "hide")
    assert decision.clause == PRIVATE
    assert review.due > clock.now()
    assert review.look_by == "moderation"


def test_what_is_personal_is_masked_in_the_decision():
    """The decision outlives the comment, so it holds nothing of what it hides."""
    review = make_review(PERSONAL)
    decision = Decision.objects.get(subject=review.item.uid)
    assert "jeanne" not in decision.quote + decision.facts
    assert "•" in decision.quote


def test_an_insult_is_held_without_a_decision():
    review = make_review(INSULT)
    assert (review.status, review.urgency) == (Status.HELD, Urgency.TO_DECIDE)
    assert not Decision.objects.exists()


def test_a_harmless_comment_waits_for_the_sweep_where_comments_appear_at_once():
    review = make_review(HARMLESS, network="facebook")
    assert (review.status, review.urgency) == (Status.WAITING, Urgency.HARMLESS)


def test_a_harmless_comment_waits_for_a_person_where_comments_are_read_first():
    review = make_review(HARMLESS, network="youtube")
    assert (review.status, review.urgency) == (Status.WAITING, Urgency.TO_DECIDE)


def test_nothing_is_hidden_by_the_program_where_the_network_cannot_hide():
    """On Mastodon an organisation can remove, not hide: what would be hidden is held."""
    review = make_review(PERSONAL, network="mastodon")
    assert review.status == Status.HELD
    assert not Decision.objects.exists()


def test_a_comment_written_before_any_policy_is_not_hidden():
    """Then only a law may be the ground, and the program knows none."""
    make_review(HARMLESS)
    from factories.inbox import LONG_AGO

    review = make_review(PERSONAL, written=LONG_AGO.replace(year=2020))
    assert review.status == Status.WAITING
    assert not Decision.objects.exists()


def test_reviews_go_with_a_batch_received_by_mistake():
    """Unless somebody has acted on one of them."""
    review = make_review(HARMLESS)
    undo_batch(actor=moderator(), batch=review.item.batch)
    assert not Review.objects.exists()


def test_a_review_somebody_acted_on_keeps_its_batch():
    from clausier.lib.refusals import RefusedError

    review = make_review(HARMLESS)
    actions.keep(actor=moderator(), review=review, revision=1)
    with pytest.raises(RefusedError):
        undo_batch(actor=moderator(), batch=review.item.batch)


def test_receiving_writes_no_entry_of_its_own_for_a_harmless_comment():
    """The batch is one entry (DESIGN, section 7)."""
    make_review(HARMLESS)
    assert not Entry.objects.filter(action__startswith="moderation.").exists()
    assert Channel.objects.count() == 1
