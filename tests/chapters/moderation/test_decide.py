"""To decide on a comment: one person wins, once, and the version of its day is cited."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from clausier.audit.models import Detail, Entry
from clausier.chapters.moderation import actions
from clausier.chapters.moderation.models import Act, Review
from clausier.chapters.moderation.states import Status
from clausier.decisions.models import Decision
from clausier.decisions.states import Standing
from clausier.lib import clock
from clausier.lib.refusals import RefusedError
from factories.inbox import make_version
from factories.moderation import ATTACKS, INSULT, PERSONAL, PRIVATE, make_review, moderator
from people import make_person

pytestmark = pytest.mark.django_db
FACTS = "Une personne du comptoir est insultée."
QUOTE = "maudite niaiseuse"


def remove(review, **more):
    given = {"actor": moderator(), "revision": 1, "clause": ATTACKS, "facts": FACTS, "quote": QUOTE}
    return actions.remove(review=review, **(given | more))


def test_a_removal_is_a_decision_with_its_clause_and_keys():
    review = make_review(INSULT)
    recorded = remove(review)
    decision = recorded.decision
    assert (decision.clause, decision.effect_wanted, decision.quote) == (ATTACKS, "remove", QUOTE)
    assert recorded.key
    assert decision.found_by_program
    assert Review.objects.get().status == Status.REMOVED


def test_of_two_moderators_one_wins_and_the_other_is_told_by_whom():
    """Nothing is lost: the first act stands, and the second is told who was first."""
    review = make_review(INSULT)
    actions.keep(actor=moderator("Anne Roy"), review=review, revision=1)
    with pytest.raises(RefusedError) as refused:
        remove(review)
    assert refused.value.refusal.code == "overtaken"
    assert "Anne Roy" in str(refused.value.refusal.sentence)
    assert Review.objects.get().status == Status.KEPT
    assert not Decision.objects.exists()


def test_a_form_sent_twice_is_one_decision():
    review = make_review(INSULT)
    remove(review)
    with pytest.raises(RefusedError) as refused:
        remove(review)
    assert refused.value.refusal.code == "repeated"
    assert Decision.objects.count() == 1


def test_the_version_of_the_day_the_comment_was_written_is_cited():
    """A newer version changes nothing for what was written before it."""
    before = clock.now() - timedelta(days=10)
    review = make_review(INSULT, written=before)
    make_version(major=2, in_force_from=clock.now() - timedelta(days=1))
    assert remove(review).decision.version.number == "1.0"


def test_a_comment_written_after_a_new_version_cites_the_new_one():
    make_review(PERSONAL)
    make_version(major=2, in_force_from=clock.now() - timedelta(days=1))
    review = make_review(INSULT)
    assert remove(review).decision.version.number == "2.0"


def test_what_is_no_ground_is_refused():
    """A clause must say that it is a ground."""
    review = make_review(INSULT)
    with pytest.raises(RefusedError, match="not-a-ground"):
        remove(review, clause="comments.how-we-moderate")


def test_facts_are_needed_and_the_passage_is_word_for_word():
    review = make_review(INSULT)
    with pytest.raises(ValidationError) as wrong:
        remove(review, facts="  ", quote="maudit niaiseux")
    assert set(wrong.value.message_dict) == {"facts", "quote"}


def test_only_moderators_decide():
    review = make_review(INSULT)
    with pytest.raises(RefusedError, match="not-permitted"):
        remove(review, actor=make_person("Gestion Communauté", "community-manager"))


def test_an_act_that_the_network_lacks_is_refused():
    """On X an organisation hides replies and removes none."""
    review = make_review(INSULT, network="x")
    with pytest.raises(RefusedError, match="no-such-act"):
        remove(review)
    assert actions.hide(
        actor=moderator(), review=review, revision=1, clause=ATTACKS, facts=FACTS, quote=QUOTE
    ).decision.seen_by_after


def test_confirming_what_the_program_hid_replaces_its_decision():
    review = make_review(PERSONAL)
    by_program = Decision.objects.get()
    given = {"clause": PRIVATE, "facts": "Une adresse de courriel.", "quote": "jeanne.cote@courriel.example"}
    made = actions.hide(actor=moderator(), review=review, revision=review.revision, **given).decision
    by_program.refresh_from_db()
    assert (made.replaces, by_program.standing) == (by_program, Standing.REPLACED)
    assert Review.objects.get().closed


def test_keeping_what_the_program_hid_undoes_its_decision():
    """Nobody was told and nothing was done there: it is as if it had not been."""
    review = make_review(PERSONAL)
    actions.keep(actor=moderator(), review=review, revision=review.revision)
    assert Decision.objects.get().standing == Standing.UNDONE
    assert Review.objects.get().status == Status.KEPT


def test_keeping_what_was_hidden_there_puts_it_back_by_a_decision():
    from clausier.decisions.actions import report_done

    review = make_review(PERSONAL)
    report_done(actor=moderator(), decision=Decision.objects.get(), done="by-hand")
    actions.keep(actor=moderator(), review=review, revision=review.revision)
    assert Decision.objects.filter(effect_wanted="restore", standing=Standing.STANDS).count() == 1


def test_the_ledger_holds_no_word_of_anybody():
    """Codes, names of rows and digests, nothing else."""
    review = make_review(INSULT)
    remove(review)
    said = " ".join(Detail.objects.values_list("details", flat=True))
    assert not any(word in said for word in ("Tremblay", "niaiseuse", "comptoir", "jo.tremblay"))
    assert Entry.objects.filter(action="moderation.review.removed").count() == 1


def test_the_key_waits_encrypted_until_the_author_is_told():
    """What opens the slip is in clear nowhere, and is erased as soon as it was handed over."""
    review = make_review(INSULT)
    recorded = remove(review)
    act = Act.objects.get(decision=recorded.decision)
    assert recorded.key.encode() not in bytes(act.sealed)
    actions.notice_given(actor=moderator(), decision=recorded.decision, notice="delivered")
    act.refresh_from_db()
    assert act.sealed is None


def test_keys_that_nobody_hands_over_are_forgotten():
    review = make_review(INSULT)
    remove(review)
    clock.set_clock(clock.now() + timedelta(days=20))
    assert actions.forget_keys() == 1
    assert actions.forget_keys() == 0
