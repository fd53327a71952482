"""What takes nothing away: keep, hold, ask, sweep, say that the program is wrong; and to go back."""

import pytest

from clausier.audit.models import Entry
from clausier.chapters.moderation import actions
from clausier.chapters.moderation.models import Review
from clausier.chapters.moderation.selectors import queue
from clausier.chapters.moderation.states import Status
from clausier.decisions.actions import answer_appeal, lodge_appeal, report_done, report_notice
from clausier.decisions.models import Decision
from clausier.decisions.states import Standing
from clausier.lib.refusals import RefusedError
from factories.moderation import ATTACKS, HARMLESS, INSULT, PERSONAL, make_review, moderator
from people import make_person

pytestmark = pytest.mark.django_db


def removed(review, by=None):
    actor = by or moderator()
    words = {"clause": ATTACKS, "facts": "Une insulte.", "quote": "niaiseuse"}
    return actions.remove(actor=actor, review=review, revision=review.revision, **words).decision


def fresh(review):
    return Review.objects.get(pk=review.pk)


def test_undo_brings_back_what_was_before_and_keeps_the_record():
    """The decision stays, undone."""
    review = make_review(INSULT)
    removed(review)
    actions.undo(actor=moderator(), review=review, revision=2)
    assert (fresh(review).status, fresh(review).closed) == (Status.HELD, None)
    assert Decision.objects.get().standing == Standing.UNDONE
    assert list(review.acts.order_by("pk").values_list("verb", flat=True)) == ["remove", "undo"]


def test_nobody_undoes_the_act_of_another():
    review = make_review(INSULT)
    actions.keep(actor=moderator(), review=review, revision=1)
    with pytest.raises(RefusedError, match="nothing-to-undo"):
        actions.undo(actor=moderator("Anne Roy"), review=review, revision=2)


def test_once_the_author_was_told_nothing_is_undone():
    review = make_review(INSULT)
    decision = removed(review)
    report_notice(actor=moderator(), decision=decision, notice="public")
    with pytest.raises(RefusedError, match="done-there"):
        actions.undo(actor=moderator(), review=review, revision=2)


def test_a_comment_comes_back_by_a_decision_that_says_why():
    review = make_review(INSULT)
    first = removed(review)
    report_done(actor=moderator(), decision=first, done="by-hand")
    decision = actions.restore(actor=moderator(), review=review, revision=2, facts="C'était une citation.")
    assert (decision.effect_wanted, decision.replaces) == ("restore", first)
    assert fresh(review).status == Status.KEPT


def test_an_appeal_that_overturns_puts_the_comment_back():
    review = make_review(INSULT)
    decision = removed(review)
    appeal = lodge_appeal(decision=decision, text="C'est une citation.", contact="", language="fr")
    with pytest.raises(RefusedError, match="appealed"):
        actions.restore(actor=moderator(), review=review, revision=2, facts="Tout de suite.")
    decider = make_person("Andrée Appel", "appeal-decider")
    answer_appeal(actor=decider, appeal=appeal, outcome="overturned", answer="Vous avez raison.")
    assert fresh(review).status == Status.KEPT
    assert review.acts.first().by == decider


def test_a_sweep_closes_a_screenful_with_one_entry_and_no_decision():
    reviews = [make_review(HARMLESS, external_id=str(number)) for number in range(3)]
    entries = Entry.objects.count()
    done = actions.sweep(actor=moderator(), seen=[(each.uid, each.revision) for each in reviews])
    assert len(done) == 3
    assert {each.status for each in Review.objects.all()} == {Status.SEEN}
    assert (Decision.objects.count(), Entry.objects.count() - entries) == (0, 1)


def test_a_sweep_leaves_what_changed_meanwhile_and_what_is_not_harmless():
    held, kept, harmless = (
        make_review(INSULT),
        make_review(HARMLESS, external_id="1"),
        make_review(HARMLESS, external_id="2"),
    )
    actions.keep(actor=moderator("Anne Roy"), review=kept, revision=1)
    done = actions.sweep(actor=moderator(), seen=[(each.uid, 1) for each in (held, kept, harmless)])
    assert done == [harmless]


def test_a_sweep_is_undone_at_once():
    """But for what somebody has touched since."""
    reviews = [make_review(HARMLESS, external_id=str(number)) for number in range(3)]
    actions.sweep(actor=moderator(), seen=[(each.uid, 1) for each in reviews])
    actions.hold(actor=moderator("Anne Roy"), review=reviews[0], revision=2)
    actions.undo(actor=moderator(), review=reviews[1], revision=2)
    assert [fresh(each).status for each in reviews] == [Status.HELD, Status.WAITING, Status.WAITING]


def test_what_is_passed_to_a_colleague_is_in_their_queue_and_not_in_mine():
    review, colleague = make_review(INSULT), moderator("Anne Roy")
    actions.ask(actor=moderator(), review=review, revision=1, colleague=colleague)
    assert queue.next_for(moderator()) is None
    assert queue.next_for(colleague) == review


def test_nobody_asks_themselves_nor_somebody_without_the_right():
    review = make_review(INSULT)
    for colleague in (moderator(), make_person("Sans Rôle")):
        with pytest.raises(RefusedError, match="bad-colleague"):
            actions.ask(actor=moderator(), review=review, revision=1, colleague=colleague)


def test_the_queue_begins_with_what_the_program_hid():
    held, hidden = make_review(INSULT), make_review(PERSONAL)
    assert queue.next_for(moderator()) == hidden
    assert queue.next_for(moderator(), after=hidden) == held
    assert queue.next_for(moderator(), after=held) == hidden


def test_to_say_that_the_program_is_wrong_leaves_the_comment_to_be_decided():
    review = make_review(INSULT)
    actions.say_wrong(actor=moderator(), review=review, revision=1)
    assert (fresh(review).wrong, fresh(review).status, fresh(review).closed) == (True, Status.HELD, None)
    actions.undo(actor=moderator(), review=review, revision=2)
    assert not fresh(review).wrong
