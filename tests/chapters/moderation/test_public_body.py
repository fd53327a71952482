"""A public body removes no opinion: neutral ground, exact passage, a second person where the engine sees nothing."""

from dataclasses import dataclass

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clausier.chapters.moderation import actions
from clausier.chapters.moderation.models import Proposal, Review
from clausier.chapters.moderation.selectors.grounds import signals_for
from clausier.decisions.models import Decision
from clausier.lib.refusals import RefusedError
from clausier.policy.selectors import clause_of
from factories.moderation import ATTACKS, COMPLAINT, INSULT, OPINION, PERSONAL, PRIVATE, SPAM, make_review, moderator

TEXTS = (INSULT, OPINION, COMPLAINT, PERSONAL)
CLAUSES = (ATTACKS, PRIVATE, SPAM, "comments.how-we-moderate", "comments.criticism-stays", "no.such-clause", "")
FACTS = ("", " ", "Ce que dit le commentaire.")
PASSAGES = (
    "maudite niaiseuse",
    "jeanne.cote@courriel.example",
    "Démissionnez donc",
    "imbéciles",
    "changez-la",
    "absent",
    " ",
    "",
)


@dataclass
class Scene:
    """The people, and one comment of each sort."""

    people: list
    reviews: list


@pytest.fixture
def scene(db):
    reviews = [make_review(text, external_id=str(number)) for number, text in enumerate(TEXTS)]
    return Scene([moderator(name) for name in ("Marc Dubois", "Anne Roy", "Luc Petit")], reviews)


steps = st.lists(
    st.tuples(
        st.sampled_from(["remove", "hide", "propose", "agree", "decline", "keep", "undo"]),
        st.integers(0, 2),  # who
        st.integers(0, len(TEXTS) - 1),  # which comment
        st.sampled_from(CLAUSES),
        st.sampled_from(["", "Loi sur l'accès, art. 53"]),
        st.sampled_from(FACTS),
        st.sampled_from(PASSAGES),
        st.sampled_from([None, 0, 1, 2]),  # the second person given outright
    ),
    max_size=6,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=steps)
def test_no_path_takes_a_comment_away_without_ground_passage_and_second(scene, steps):
    """Whatever is tried by whomever in whatever order."""
    sid = transaction.savepoint()
    try:
        for step in steps:
            _try(scene, *step)
        for decision in Decision.objects.exclude(by=None).filter(effect_wanted__in=("hide", "remove")):
            _is_sound(decision)
    finally:
        transaction.savepoint_rollback(sid)


def _try(scene, verb, who, which, clause, law, facts, passage, second):  # noqa: PLR0913, PLR0917  # one step
    review = Review.objects.get(pk=scene.reviews[which].pk)
    given = {"actor": scene.people[who], "review": review, "revision": review.revision}
    words = {"clause": clause, "law": law, "facts": facts, "quote": passage}
    if verb in {"remove", "hide"}:
        given |= words | {"second": None if second is None else scene.people[second]}
    elif verb == "propose":
        given |= words | {"effect": "hide"}
    try:
        with transaction.atomic():
            getattr(actions, verb)(**given)
    except (RefusedError, ValidationError):
        pass


def _is_sound(decision):
    item = Review.objects.get(item__uid=decision.subject).item
    assert decision.facts.strip()
    assert decision.quote.strip()
    assert decision.second != decision.by
    if decision.ground == "law":
        assert decision.law
        assert decision.second
        return
    clause = clause_of(decision.version, decision.clause)
    assert clause.remove_for.neutral
    assert clause.visibility == "public"
    seen = signals_for(item, decision.version, clause)
    assert decision.second or seen


@pytest.mark.django_db
def test_an_opinion_is_not_removed_by_one_person():
    """The checker sees nothing in it: a second person has to agree."""
    review = make_review(OPINION)
    with pytest.raises(RefusedError, match="second-needed"):
        actions.remove(
            actor=moderator(), review=review, revision=1, clause=ATTACKS, facts="Ton.", quote="Démissionnez donc"
        )


@pytest.mark.django_db
def test_the_signal_must_be_in_the_passage():
    """To quote the complaint because there is an insult elsewhere takes a second person."""
    review = make_review(INSULT)
    with pytest.raises(RefusedError, match="second-needed"):
        actions.remove(actor=moderator(), review=review, revision=1, clause=ATTACKS, facts="Ton.", quote="changez-la")


@pytest.mark.django_db
def test_a_complaint_with_an_insult_takes_two_people():
    """A clause that is no ground held it for the complaint."""
    review = make_review(COMPLAINT)
    with pytest.raises(RefusedError, match="second-needed"):
        actions.remove(actor=moderator(), review=review, revision=1, clause=ATTACKS, facts="Ton.", quote="imbéciles")


@pytest.mark.django_db
def test_nobody_seconds_their_own():
    """Neither by agreeing to what they proposed, nor by naming themselves."""
    review = make_review(OPINION)
    words = {"clause": ATTACKS, "facts": "Ton.", "quote": "Démissionnez donc"}
    with pytest.raises(RefusedError, match="bad-second"):
        actions.remove(actor=moderator(), review=review, revision=1, second=moderator(), **words)
    actions.propose(actor=moderator(), review=review, revision=1, effect="remove", **words)
    with pytest.raises(RefusedError, match="own-proposal"):
        actions.agree(actor=moderator(), review=review, revision=2)
    assert not Decision.objects.exists()


@pytest.mark.django_db
def test_a_second_person_agrees():
    """The decision is the first one's, seconded; declined, the comment waits for somebody to decide."""
    first, second = make_review(OPINION, external_id="1"), make_review(OPINION, external_id="2")
    words = {"clause": ATTACKS, "facts": "Ton.", "quote": "Démissionnez donc"}
    for review in (first, second):
        actions.propose(actor=moderator(), review=review, revision=1, effect="remove", **words)
    made = actions.agree(actor=moderator("Anne Roy"), review=first, revision=2).decision
    actions.decline(actor=moderator("Anne Roy"), review=second, revision=2)
    second.refresh_from_db()
    assert (made.by, made.second) == (moderator(), moderator("Anne Roy"))
    assert (second.status, second.closed) == ("held", None)
    assert Proposal.objects.filter(answered=None).count() == 0
