"""To answer an appeal: another person, in writing, once."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clausier.decisions.actions import answer_appeal, lodge_appeal, undo
from clausier.decisions.events import decision_overturned
from clausier.decisions.models import Appeal, Decision
from clausier.decisions.notifications import appeal_lodged
from clausier.decisions.selectors import duties_of
from clausier.decisions.states import Effect, Notice, Standing
from clausier.identity.actions import send_digests
from clausier.identity.models import DutyHolder
from clausier.lib import clock
from clausier.lib.refusals import RefusedError
from clausier.tasks.models import Mail
from factories.decisions import Comment, make_decision, person
from people import make_person

pytestmark = pytest.mark.django_db
NAMES = ("Ana Un", "Bob Deux", "Cam Trois")
STEPS = st.lists(
    st.tuples(
        st.sampled_from(("decide", "lodge", "uphold", "overturn", "undo", "replace")),
        st.integers(0, 2),
        st.integers(0, 2),
        st.integers(0, 3),
    ),
    max_size=12,
)


def make_appeal(contact="", **values):
    decision = make_decision(**values).decision
    return lodge_appeal(decision=decision, text="Je parlais du chien.", contact=contact, language="fr")


def step(verb, first, second, which, made):
    """Do one thing as somebody; what is refused is refused."""
    actor, other = (person(NAMES[each], "moderator", "appeal-decider") for each in (first, second))
    decision = made[which % len(made)] if made else None
    if verb == "decide" or decision is None:
        made.append(make_decision(actor=actor, second=other).decision)
    elif verb == "lodge":
        lodge_appeal(decision=decision, text="Non.", language="fr")
    elif verb == "undo":
        undo(actor=actor, decision=decision)
    elif verb == "replace":
        again = Comment()
        again.uid = decision.subject
        made.append(make_decision(actor=actor, subject=again, replaces=decision).decision)
    else:
        outcome = Standing.UPHELD if verb == "uphold" else Standing.OVERTURNED
        made.append(answer_appeal(actor=actor, appeal=decision.appeal, outcome=outcome, answer="Voilà."))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(STEPS)
def test_nobody_answers_an_appeal_on_their_own_decision(steps):
    """Whatever the order, nobody answers where they decided or agreed, and each appeal is answered once."""
    made = []
    for verb, first, second, which in steps:
        try:
            step(verb, first, second, which, made)
        except (RefusedError, Appeal.DoesNotExist):
            continue
    for appeal in Appeal.objects.filter(decision__in=made).exclude(answered=None):
        assert appeal.by_id not in {appeal.decision.by_id, appeal.decision.second_id}
        assert appeal.decision.standing in {Standing.UPHELD, Standing.OVERTURNED, Standing.REPLACED}
    for new in Decision.objects.filter(effect_wanted=Effect.RESTORE, replaces__in=made):
        assert new.by_id not in {new.replaces.by_id, new.replaces.second_id}


def test_an_overturned_decision_keeps_its_words_and_a_new_one_puts_back():
    """The rooms above are told, with both."""
    appeal, told = make_appeal(), []
    decision_overturned.connect(
        lambda **sent: told.append((sent["decision"], sent["by"])), weak=False, dispatch_uid="t"
    )
    new = answer_appeal(actor=person("Andrée Appel"), appeal=appeal, outcome="overturned", answer="Vous aviez raison.")
    decision_overturned.disconnect(dispatch_uid="t")
    old = Decision.objects.get(pk=appeal.decision_id)
    assert (old.standing, old.facts) == (Standing.OVERTURNED, appeal.decision.facts)
    assert (new.effect_wanted, new.replaces, new.version) == (Effect.RESTORE, old, old.version)
    assert told == [(old, new)]


def test_an_upheld_decision_stands():
    appeal = make_appeal()
    stands = answer_appeal(
        actor=person("Andrée Appel"), appeal=appeal, outcome="upheld", answer="La clause est claire."
    )
    assert (stands.pk, stands.standing) == (appeal.decision_id, Standing.UPHELD)
    assert not Decision.objects.filter(replaces=stands).exists()


@pytest.mark.parametrize("answer", ["", "   "])
def test_an_answer_is_written(answer):
    appeal = make_appeal()
    with pytest.raises(ValidationError):
        answer_appeal(actor=person("Andrée Appel"), appeal=appeal, outcome="upheld", answer=answer)


def test_an_answer_is_given_once():
    appeal = make_appeal()
    answer_appeal(actor=person("Andrée Appel"), appeal=appeal, outcome="upheld", answer="Non.")
    with pytest.raises(RefusedError) as refused:
        answer_appeal(
            actor=make_person("Zoé Autre", "appeal-decider"), appeal=appeal, outcome="overturned", answer="Si."
        )
    assert refused.value.refusal.code == "answered"


def test_the_duty_that_the_policy_names_may_answer():
    """The sample policy says that the moderation answers: whoever holds that duty needs no role."""
    appeal, holder = make_appeal(), make_person("Dé Tenteuse")
    with pytest.raises(RefusedError):
        answer_appeal(actor=holder, appeal=appeal, outcome="upheld", answer="Non.")
    DutyHolder.objects.create(duty="moderation", person=holder)
    assert answer_appeal(actor=holder, appeal=appeal, outcome="upheld", answer="Non.").standing == Standing.UPHELD


def test_an_appeal_is_a_duty_of_those_who_may_answer_it():
    """Whoever decided is asked nothing."""
    decider = make_person("Mo Double", "moderator", "appeal-decider")
    appeal = make_appeal(actor=decider)
    assert [duty.key for duty in duties_of(person("Andrée Appel"))] == [f"appeal:{appeal.uid}"]
    assert list(duties_of(decider)) == []


def test_those_who_may_answer_are_told_and_so_is_whoever_objects():
    """By mail, without the words of the objection: in the letter of the day, as there is time. So is the answer."""
    appeal = make_appeal(contact="jo@example.org")
    assert set(Mail.objects.values_list("to", flat=True)) == {"jo@example.org"}
    send_digests(datetime(2026, 3, 3, 15, tzinfo=UTC))
    assert Mail.objects.filter(to="andrée.appel@valbleu.example").count() == 1
    assert not Mail.objects.filter(text__contains="chien").exists()
    new = answer_appeal(actor=person("Andrée Appel"), appeal=appeal, outcome="overturned", answer="C'était le chien.")
    assert Mail.objects.get(to="jo@example.org", text__contains="C'était le chien.")
    assert new.notice == Notice.DELIVERED


def test_a_short_term_is_told_at_once():
    """When the clause leaves less than three days, no letter of the day is waited for."""
    appeal = make_appeal()
    appeal.due = clock.now() + timedelta(days=2)
    appeal_lodged(appeal, [person("Andrée Appel")])
    assert Mail.objects.filter(to="andrée.appel@valbleu.example", kind="decisions/mail/lodged").count() == 1


def test_an_appeal_that_nobody_may_answer_is_asked_of_those_who_give_duties():
    """It is never left without anybody: somebody is asked to name somebody."""
    officer = make_person("Paul Personnel", "people-officer")
    make_appeal(actor=make_person("Lou Seul", "moderator", "appeal-decider"))
    assert list(duties_of(officer)) == []
    person("Andrée Appel").grants.update(ended=clock.now())
    assert [duty.key.split(":")[0] for duty in duties_of(officer)] == ["unheard"]
