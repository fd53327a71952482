"""What a draft keeps of its changes: enough to undo, not every text for ever."""

from datetime import timedelta

import pytest

from clausier.lib import clock
from clausier.policy.actions import tidy_steps, withdraw
from clausier.policy.actions.tidying import AFTER, KEPT_OF_CLAUSE
from clausier.policy.models import Step
from clausier.policy.selectors.clauses import KEPT_STEPS, steps_of
from clausier.policy.states import Change
from factories.policy import author, make_draft
from people import signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("organization")]


@pytest.fixture
def draft():
    """A draft with more changes than are kept: those of one clause first, then those of others."""
    draft = make_draft()
    told = ["a.first"] * (KEPT_OF_CLAUSE + 5) + ["b.second"] * 3 + ["c.third"] * KEPT_STEPS
    steps = [
        Step(
            version=draft, revision=2 + place, clause=clause, what=Change.TEXT, before={"policy.yaml": ""}, by=author()
        )
        for place, clause in enumerate(told)
    ]
    Step.objects.bulk_create(steps)
    return draft


def test_the_last_changes_stay_and_the_older_lose_their_text(draft):
    """Of the older ones, each clause keeps the last few: who changed it, when, in which language."""
    assert tidy_steps() == {"deleted": 5, "emptied": KEPT_OF_CLAUSE + 3}
    assert all(step.before for step in steps_of(draft))
    older = draft.steps.filter(before={})
    assert older.filter(clause="a.first").count() == KEPT_OF_CLAUSE
    assert older.order_by("revision").first().revision == 2 + 5
    assert tidy_steps() == {"deleted": 0, "emptied": 0}


def test_a_change_made_too_long_ago_is_not_undone(draft):
    tidy_steps()
    answer = signed_in(author()).post(f"/en/policy/edit/{draft.uid}/changes/10/undo")
    assert answer.status_code == 409
    assert "too long ago" in answer.content.decode()


def test_what_is_put_away_keeps_its_changes_for_a_while(draft):
    withdraw(actor=author(), version=draft)
    assert tidy_steps()["deleted"] == 0
    assert tidy_steps(clock.now() + AFTER + timedelta(days=1))["deleted"] == KEPT_OF_CLAUSE + 8 + KEPT_STEPS
    assert not Step.objects.exists()
