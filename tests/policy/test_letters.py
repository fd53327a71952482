"""Who is written to about a text: those whose word it waits for, each once, in their language; the rest can wait."""

from datetime import timedelta

import pytest

from clausier.identity.actions import send_digests
from clausier.identity.duties import for_person
from clausier.identity.selectors import today
from clausier.lib import clock
from clausier.policy.actions import (
    answer_comment,
    approve,
    comment,
    open_consultation,
    propose,
    raise_level,
    reject,
    save_plan,
    see_answers,
)
from clausier.tasks.models import Mail
from factories.policy import approver, author, changed, make_draft, make_proposal, make_version
from people import make_person, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("organization")]


@pytest.fixture
def second():
    return make_person("Second", "approver", email="second@valbleu.example", language="fr")


@pytest.fixture
def observer():
    return make_person("Union", "observer", email="union@valbleu.example", language="fr")


def letters(kind):
    return [mail.to for mail in Mail.objects.filter(kind=f"policy/mail/{kind}").order_by("pk")]


def step(*people):
    return {"people": [each.uid for each in people], "duties": [], "need": 1, "outside": False}


def consulted(consulted="observers"):
    draft = make_draft()
    return open_consultation(actor=author(), version=draft, closes=today() + timedelta(days=5), consulted=consulted)


def test_a_proposal_writes_to_whom_it_waits_for(second):
    """Step after step, each in their own language; then to the author, who adopts it."""
    save_plan(actor=approver(), steps=[step(approver()), step(second)])
    proposal = make_proposal()
    assert letters("to_approve") == [approver().email]
    approve(actor=approver(), version=proposal)
    assert letters("to_approve") == [approver().email, second.email]
    letter = Mail.objects.latest("pk")
    assert "attend votre approbation" in letter.subject
    assert f"/fr/policy/edit/{proposal.uid}" in letter.text
    assert letters("agreed_to") == []
    approve(actor=second, version=proposal)
    assert letters("agreed_to") == [author().email]


def test_one_who_agrees_once_too_many_writes_to_nobody(second):
    """Two may agree where one is needed: the author is told once."""
    proposal = make_proposal()
    approve(actor=approver(), version=proposal)
    approve(actor=second, version=proposal)
    assert letters("agreed_to") == [author().email]


def test_a_level_that_is_raised_asks_again(second):
    """What was agreed to is void, and the letter says why it comes."""
    make_version()
    proposal = make_proposal(changed("Say what ties you to us.", "Say what ties you to us please."), is_minor=True)
    approve(actor=second, version=proposal)
    Mail.objects.all().delete()
    raise_level(actor=author(), version=proposal)
    assert sorted(letters("to_approve")) == [approver().email, second.email]
    assert "est maintenant majeur" in Mail.objects.get(to=approver().email).text


def test_a_text_that_comes_back_asks_again():
    """Refused, its author is told; proposed once more, the approver is."""
    reader, proposal = approver(), make_proposal()
    reject(actor=reader, version=proposal, reason="Too vague.")
    assert letters("rejected") == [author().email]
    propose(actor=author(), version=proposal)
    assert letters("to_approve") == [reader.email] * 2


def test_whoever_has_no_e_mail_finds_it_on_their_page():
    make_person("No Mail", "approver", email="")
    make_proposal()
    assert letters("to_approve") == []


def test_the_digest_does_not_say_again_what_a_letter_has_just_said(observer):
    """What was written about today waits a week; whoever no letter reached finds it in the digest."""
    for person in (approver(), author()):
        assert person.mailbox
    consulted()
    make_proposal()
    named = {mail.to for mail in digests()}
    assert named.isdisjoint({approver().email, observer.email})
    clock.set_clock(clock.now() + timedelta(days=8))
    assert approver().email in {mail.to for mail in digests()}


def test_whoever_holds_no_role_is_told_of_an_answer():
    """By the digest, once."""
    employee = make_person("Employee", email="employee@valbleu.example")
    draft = consulted("everybody")
    said = comment(actor=employee, version=draft, text="Who decides?")
    answer_comment(actor=author(), comment=said, answer="The council.")
    assert employee.email in {mail.to for mail in digests()}
    Mail.objects.all().delete()
    assert employee.email not in {mail.to for mail in digests()}


def digests():
    """Send the letters of the next day, at an hour when nobody is quiet, and return them."""
    clock.set_clock((clock.now() + timedelta(days=1)).replace(hour=16))
    send_digests()
    return Mail.objects.filter(kind="identity/mail/digest")


def test_a_consultation_writes_to_those_who_observe(observer):
    """Not to the author; and everybody who may comment finds it among their duties, told in the digest."""
    employee = make_person("Employee", email="employee@valbleu.example")
    draft = consulted("everybody")
    assert letters("to_comment") == [observer.email]
    assert "On vous consulte" in Mail.objects.latest("pk").subject
    assert [duty.key for duty in for_person(employee)] == [f"policy.consult:{draft.uid}"]


def test_an_answer_waits_to_be_read(client, observer):
    """It is a duty, which ends when the person says that they have read it; no letter leaves for each answer."""
    draft = consulted()
    said = [comment(actor=observer, version=draft, text=text) for text in ("Who decides?", "And when?")]
    before = Mail.objects.count()
    for each in said:
        answer_comment(actor=author(), comment=each, answer="The council.")
    assert Mail.objects.count() == before
    assert f"policy.answered:{draft.uid}" in [duty.key for duty in for_person(observer)]
    page = signed_in(observer)
    address = f"/en/policy/consultation/{draft.uid}"
    assert "2 comments of yours have an answer" in page.get(address).content.decode()
    assert page.post(f"{address}/seen").status_code == 302
    assert "have an answer" not in page.get(address).content.decode()
    assert f"policy.answered:{draft.uid}" not in [duty.key for duty in for_person(observer)]
    assert see_answers(actor=observer, version=draft) == 0
