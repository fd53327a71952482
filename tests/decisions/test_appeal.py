"""To object: once, in time, to a decision that stands."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from clausier.audit.models import Entry
from clausier.decisions.actions import lodge_appeal, report_notice, undo
from clausier.decisions.models import Appeal, Decision
from clausier.decisions.states import Effect, Standing
from clausier.lib.clock import now, set_clock
from clausier.lib.refusals import RefusedError
from factories.decisions import make_decision, person

pytestmark = pytest.mark.django_db


def lodge(decision, text="Je parlais du chien.", contact=""):
    return lodge_appeal(decision=decision, text=text, contact=contact, language="fr")


def test_an_appeal_waits_for_another_person_by_a_date():
    """Ten working days after it came, as the policy says; the ledger holds none of its words."""
    decision = make_decision().decision
    appeal = lodge(decision)
    assert timedelta(days=13) < appeal.due - now() < timedelta(days=20)
    assert Decision.objects.get().standing == Standing.APPEALED
    assert "chien" not in Entry.objects.get(subject=appeal.uid).detail.details


def test_sent_twice_it_is_one_appeal():
    decision = make_decision().decision
    assert lodge(decision).pk == lodge(decision).pk
    assert Entry.objects.filter(action="decisions.appeal.lodged").count() == 1


def test_there_is_one_appeal_only():
    decision = make_decision().decision
    lodge(decision)
    with pytest.raises(RefusedError) as refused:
        lodge(decision, "Autre chose.")
    assert (refused.value.refusal.code, Appeal.objects.count()) == ("appealed", 1)


def test_after_the_last_day_it_is_too_late():
    decision = make_decision().decision
    set_clock(decision.appeal_by)
    assert lodge(make_decision().decision)
    set_clock(decision.appeal_by + timedelta(seconds=1))
    with pytest.raises(RefusedError) as refused:
        lodge(decision)
    assert refused.value.refusal.code == "too-late"


@pytest.mark.parametrize("effect", [Effect.KEEP, Effect.HOLD, Effect.RESTORE])
def test_what_takes_nothing_away_is_not_appealed(effect):
    with pytest.raises(RefusedError):
        lodge(make_decision(effect_wanted=effect).decision)


@pytest.mark.parametrize("text", ["", "  ", "a" * 5_001])
def test_its_words_are_bounded(text):
    with pytest.raises(ValidationError):
        lodge(make_decision().decision, text)


def test_what_was_told_is_not_taken_back():
    """Nor what is under appeal; a decision that nobody knows of is kept, and stands no more."""
    moderator = person("Mo Dération", "moderator")
    untold = make_decision().decision
    assert undo(actor=moderator, decision=untold).standing == Standing.UNDONE
    told = make_decision().decision
    report_notice(actor=moderator, decision=told, notice="handed-over")
    appealed = make_decision().decision
    lodge(appealed)
    for decision in (told, appealed, untold):
        with pytest.raises(RefusedError):
            undo(actor=moderator, decision=decision)


def test_a_notice_that_was_not_possible_says_why():
    decision = make_decision().decision
    with pytest.raises(ValidationError):
        report_notice(actor=person("Mo Dération"), decision=decision, notice="not-possible")


def test_nobody_is_untold():
    """Once its author was told, a decision cannot be said not to have reached them, then be undone."""
    decision, moderator = make_decision().decision, person("Mo Dération")
    told = report_notice(actor=moderator, decision=decision, notice="handed-over")
    with pytest.raises(RefusedError, match="told"):
        report_notice(actor=moderator, decision=told, notice="not-possible", why="Their account is gone.")
    told.refresh_from_db()
    assert told.notice == "handed-over"
