"""Agreeing from outside, by a link: read by whoever has it, answered by the one it was sent to, once."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from clausier.audit.models import Entry
from clausier.lib import clock
from clausier.lib.refusals import RefusedError
from clausier.policy.actions import adopt, approve, ask_outside, propose, save_plan, take_back
from clausier.policy.models import Approval, OutsideApprover, Rejection, Version
from clausier.policy.selectors import agreeing
from clausier.tasks.models import Mail
from factories.policy import approver, author, make_proposal
from people import make_person, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("organization")]
CLERK = {"name": "Jeanne Clerk", "email": "clerk@next-town.example", "capacity": "clerk of the next town"}


def refused(code, act, **values):
    with pytest.raises(RefusedError) as error:
        act(**values)
    return error.value.refusal.code == code


@pytest.fixture
def proposal():
    return make_proposal()


@pytest.fixture
def link(proposal):
    """The address in the letter."""
    return asked(proposal)


def asked(proposal, **values):
    ask_outside(actor=author(), version=proposal, language="en", **{**CLERK, **values})
    return re.search(r"/en/l/\S+", Mail.objects.latest("pk").text)[0]


def code(client, link):
    """Ask for the code, and read it where it was sent."""
    assert client.post(link, {"agreed": "yes"}).status_code == 302
    letter = Mail.objects.latest("pk")
    assert letter.to == CLERK["email"]
    return re.search(r"\b[A-Z]{6}\b", letter.text)[0]


def answer(proposal, said, verdict="agree", **values):
    return {"agreed": "yes", "verdict": verdict, "code": said, "digest": proposal.digest, **values}


def test_somebody_from_outside_agrees(client, proposal, link):
    """They read the text without an account, and it can be adopted."""
    page = client.get(link).content.decode()
    assert "Jeanne Clerk, do you agree to this text?" in page
    assert "Say what ties you to us." in page
    done = client.post(link, answer(proposal, code(client, link)))
    assert "You agree to this text." in done.content.decode()
    assert Approval.objects.get().name == "Jeanne Clerk (clerk of the next town)"
    assert agreeing.is_agreed(proposal)
    assert adopt(actor=author(), version=proposal, in_force_from=clock.now()).number == "1.0"
    assert Entry.objects.filter(action="policy.outsider.approved", actor="public").count() == 1


def test_somebody_from_outside_refuses(client, proposal, link):
    """With a reason, which the author reads; without one, nothing is spent."""
    said = code(client, link)
    assert client.post(link, answer(proposal, said, "refuse", reason=" ")).status_code == 422
    assert client.post(link, answer(proposal, said, "refuse", reason="Too vague.")).status_code == 200
    assert (Version.objects.get().status, Rejection.objects.get().reason) == ("draft", "Too vague.")
    assert "Too vague." in signed_in(author()).get(f"/en/policy/edit/{proposal.uid}").content.decode()


def test_a_link_opened_many_times_does_nothing(client, link):
    """Nor does a form that is sent without the box."""
    for _ in range(3):
        assert client.get(link).status_code == 200
        assert client.post(link, {}).status_code == 422
    assert not Mail.objects.filter(kind="policy/mail/outside_code").exists()
    assert not Approval.objects.exists()


def test_a_forwarded_link_reads_and_does_not_answer(proposal, link):
    """Without the code, which went to the one address, five tries are all there are, and the sixth is of no use."""
    first, other = Client(), Client()
    good = code(first, link)
    for _ in range(5):
        wrong = other.post(link, answer(proposal, "BBBBBB"))
        assert wrong.status_code == 422
        assert "not the code" in wrong.content.decode()
    assert first.post(link, answer(proposal, good)).status_code == 422
    assert not Approval.objects.exists()


def test_a_code_grows_old(client, proposal, link):
    """After half an hour another one is asked for."""
    said = code(client, link)
    clock.set_clock(clock.now() + timedelta(minutes=31))
    assert client.post(link, answer(proposal, said)).status_code == 422
    assert client.post(link, answer(proposal, code(client, link))).status_code == 200


def test_codes_are_not_asked_for_at_once(client, proposal, link):
    """The page says so, and what was typed comes back."""
    code(client, link)
    assert client.post(link, {"agreed": "yes"}).status_code == 422
    again = client.post(link, answer(proposal, "", "refuse", reason="Too vague.", again="yes"))
    assert again.status_code == 422
    page = again.content.decode()
    assert "wait a minute" in page
    assert "Too vague." in page


def test_an_answer_without_the_box_comes_back_as_it_was_typed(client, proposal, link):
    said = answer(proposal, code(client, link), "refuse", reason="Too vague.") | {"agreed": ""}
    page = client.post(link, said).content.decode()
    assert "Tick the box first" in page
    assert "Too vague." in page
    assert 'value="refuse" checked' in page


def test_whoever_let_the_link_expire_may_be_asked_again(client, proposal, link):
    """Until then they count as somebody who may still answer; afterwards the text is stuck, and says so."""
    clock.set_clock(clock.now() + timedelta(days=8))
    assert "has not answered in time" in signed_in(author()).get(f"/en/policy/edit/{proposal.uid}").content.decode()
    again = asked(proposal)
    assert again != link
    assert client.post(again, answer(proposal, code(client, again))).status_code == 200


def test_a_proposal_that_is_taken_back_calls_off_who_was_asked(client, proposal, link):
    """They are told so; proposed again, even word for word, it takes another letter."""
    take_back(actor=author(), version=proposal)
    letter = Mail.objects.latest("pk")
    assert (letter.to, "no longer serves" in letter.text) == (CLERK["email"], True)
    propose(actor=author(), version=proposal)
    assert "Nothing is asked of you any more" in client.get(link).content.decode()
    assert client.get(asked(proposal)).status_code == 200


def test_a_link_serves_once(client, proposal, link):
    """And for seven days."""
    said = code(client, link)
    assert client.post(link, answer(proposal, said)).status_code == 200
    assert client.get(link).status_code == 410
    assert client.post(link, answer(proposal, said)).status_code == 410


def test_a_link_expires(client, proposal, link):
    clock.set_clock(clock.now() + timedelta(days=8))
    assert client.get(link).status_code == 410
    assert client.post(link, answer(proposal, "BBBBBB")).status_code == 410


def test_a_text_that_changed_is_not_the_one_asked_about(client, proposal, link):
    """The page says so, and an answer to it is refused."""
    said = code(client, link)
    take_back(actor=author(), version=proposal)
    assert "The text has changed since you were asked" in client.get(link).content.decode()
    assert client.post(link, answer(proposal, said)).status_code == 409
    assert not Approval.objects.exists()


def test_the_author_does_not_use_the_link(proposal, link):
    """Signed in, they are told that it is for somebody else."""
    assert signed_in(author()).post(link, {"agreed": "yes"}).status_code == 403


def test_nobody_here_is_asked_as_an_outsider(proposal):
    """Nor is anybody asked twice."""
    known = make_person("Known")
    with pytest.raises(ValidationError, match="Somebody here"):
        asked(proposal, email=known.email.upper())
    asked(proposal)
    with pytest.raises(ValidationError, match="asked already"):
        asked(proposal)


def test_a_plan_may_take_nobody_from_outside():
    """Then no letter leaves."""
    steps = [{"people": [], "duties": [], "need": 1, "outside": False}] * 2
    save_plan(actor=approver(), steps=steps)
    proposal = make_proposal()
    assert refused("not-outside", ask_outside, actor=author(), version=proposal, **CLERK)
    assert not OutsideApprover.objects.exists()


def test_asking_belongs_to_those_who_adopt(proposal):
    stranger = make_person("Stranger", "observer")
    assert refused("not-permitted", ask_outside, actor=stranger, version=proposal, **CLERK)
    act = f"/en/policy/edit/{proposal.uid}/act/ask_outside"
    assert signed_in(stranger).post(act, CLERK | {"language": "en"}).status_code == 403
    assert signed_in(author()).post(act, CLERK | {"language": "en"}).status_code == 302
    assert signed_in(author()).post(act, CLERK | {"language": "en", "name": " "}).status_code == 422


def test_an_answer_that_comes_after_another_is_told_so(client, proposal, link):
    """The step was met meanwhile: nothing is spent, and nobody is counted twice."""
    said = code(client, link)
    approve(actor=approver(), version=proposal)
    assert client.post(link, answer(proposal, said)).status_code == 409
    assert (Approval.objects.count(), client.get(link).status_code) == (1, 200)
