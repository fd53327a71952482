"""To decide: what is kept, and what is refused."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from clausier.audit.models import Entry
from clausier.decisions.actions import lodge_appeal, undo
from clausier.decisions.models import Decision
from clausier.decisions.states import Effect, Kind, Standing
from clausier.lib import clock
from clausier.lib.refusals import RefusedError
from clausier.lib.tokens import digest
from factories.decisions import Comment, make_decision, make_version, person
from folders import spoiled
from people import make_person

pytestmark = pytest.mark.django_db
CODES = {
    "no-such-clause": {"clause": "comments.never-written"},
    "wrong-effect": {"kind": Kind.DRAFT},
    "not-permitted": {"actor": "Nobody Special"},
    "own-second": {"second": "Mo Dération"},
}


def test_a_decision_has_a_reference_and_keys_that_are_not_kept():
    """The reference is the organisation's; what opens the slip is stored as digests."""
    made, key, letters = make_decision()
    assert made.reference.startswith(f"VB-{clock.now().year}-")
    assert (made.key, made.letters) == (digest(key), digest(letters))
    assert len(letters) == 10


def test_a_decision_is_in_the_ledger():
    made = make_decision().decision
    assert Entry.objects.get(subject=made.uid).action == "decisions.decision.made"


@pytest.mark.parametrize("code", CODES)
def test_what_is_refused(code):
    """A clause that the version does not hold, an effect of the wrong kind, a right that lacks, oneself as second."""
    person("Mo Dération", "moderator", "approver")
    given = {name: person(value) if name in {"actor", "second"} else value for name, value in CODES[code].items()}
    with pytest.raises(RefusedError) as refused:
        make_decision(**given)
    assert refused.value.refusal.code == code
    assert not Decision.objects.exists()


@pytest.mark.parametrize("effect", [Effect.REMOVE, Effect.HIDE])
def test_nothing_is_taken_away_without_facts(effect):
    with pytest.raises(ValidationError):
        make_decision(effect_wanted=effect, facts="  ")


def test_an_internal_clause_is_no_ground_for_removal():
    """What the public cannot read, it cannot be held to."""
    ground = "  - id: comments.attacks\n"
    version = make_version(files=spoiled(("09", ground, f"{ground}    visibility: internal\n")))
    with pytest.raises(RefusedError) as refused:
        make_decision(version=version)
    assert refused.value.refusal.code == "internal-clause"


def test_the_program_hides_and_never_removes():
    """What it hides, nobody made: its decision has no person."""
    assert make_decision(actor=None, effect_wanted=Effect.HIDE, found_by_program=True).decision.by is None
    with pytest.raises(RefusedError):
        make_decision(actor=None)


def test_the_time_to_appeal_is_what_the_cited_version_says():
    """Thirty working days, the holidays of the facts left out: six weeks and the holidays of the season."""
    made = make_decision().decision
    assert timedelta(days=41) < made.appeal_by - clock.now() < timedelta(days=50)


def test_a_decision_cites_the_version_it_was_given():
    """A new version takes nothing from the words of an old decision."""
    old, new = make_version("1.0"), make_version("1.1", since=clock.now())
    assert make_decision(version=old).decision.version == old
    assert make_decision().decision.version == new


def test_a_lone_decider_is_marked():
    """Where nobody else could hear an appeal, the decision says so."""
    lone = make_person("Lou Seul", "moderator", "appeal-decider")
    person("Andrée Appel", "appeal-decider").grants.update(ended=clock.now())
    assert make_decision(actor=lone).decision.sole_decider
    make_person("Zoé Autre", "appeal-decider")
    assert not make_decision(actor=lone).decision.sole_decider


def test_a_later_decision_replaces_an_earlier_one():
    """On the same subject only; the earlier keeps its words and stands no more."""
    comment = Comment()
    first = make_decision(subject=comment, effect_wanted=Effect.HIDE).decision
    second = make_decision(subject=comment, effect_wanted=Effect.RESTORE, replaces=first).decision
    assert (second.replaces, first.standing, second.standing) == (first, Standing.REPLACED, Standing.STANDS)
    with pytest.raises(RefusedError):
        make_decision(replaces=second)


def test_a_decision_under_appeal_is_not_replaced():
    """Nobody takes the matter out of the hands of whoever is to answer."""
    comment = Comment()
    first = make_decision(subject=comment).decision
    lodge_appeal(decision=first, text="Non.", language="fr")
    with pytest.raises(RefusedError) as refused:
        make_decision(subject=comment, effect_wanted=Effect.RESTORE, replaces=first)
    assert refused.value.refusal.code == "appealed"


def test_what_was_replaced_stands_again_when_the_new_one_is_undone():
    """And it can be replaced once more: nothing is left without a decision."""
    subject = Comment()
    first = make_decision(subject=subject).decision
    for _ in range(2):
        second = make_decision(subject=subject, replaces=first).decision
        first.refresh_from_db()
        assert (first.standing, first.replaced_by) == (Standing.REPLACED, second)
        undo(actor=second.by, decision=second)
        first.refresh_from_db()
        assert (first.standing, first.replaced_by) == (Standing.STANDS, None)
