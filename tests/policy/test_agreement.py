"""Who agrees to a text: step after step, enough people, in order; or it goes back with a reason."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from clausier.audit.models import Entry
from clausier.identity.duties import for_person
from clausier.identity.models import Absence, DutyHolder
from clausier.identity.selectors import today
from clausier.lib import clock
from clausier.lib.refusals import RefusedError
from clausier.policy.actions import adopt, approve, propose, reject, save_plan, take_back
from clausier.policy.models import Approval, ApprovalPlan, Version
from clausier.policy.selectors import agreeing
from clausier.tasks.models import Mail
from factories.policy import approver, author, make_proposal
from people import make_person, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("organization")]
DUTY = "communications"


def step(*people, duties=(), need=1, outside=False):
    return {"people": [each.uid for each in people], "duties": list(duties), "need": need, "outside": outside}


def refused(code, act, **values):
    with pytest.raises(RefusedError) as error:
        act(**values)
    return error.value.refusal.code == code


def asked(person, verb="approve"):
    return [duty for duty in for_person(person) if duty.key.startswith(f"policy.{verb}:")]


@pytest.fixture
def second():
    return make_person("Second Approver", "approver")


@pytest.fixture
def third():
    return make_person("Third Approver", "approver")


def test_the_steps_are_met_in_their_order(second):
    """The second is not asked before the first has agreed, and the text is adopted after both."""
    save_plan(actor=approver(), steps=[step(approver()), step(second)])
    proposal = make_proposal()
    assert (len(asked(approver())), len(asked(second))) == (1, 0)
    assert refused("out-of-order", approve, actor=second, version=proposal)
    approve(actor=approver(), version=proposal)
    assert refused("not-approved", adopt, actor=author(), version=proposal, in_force_from=clock.now())
    assert len(asked(second)) == 1
    approve(actor=second, version=proposal)
    assert adopt(actor=author(), version=proposal, in_force_from=clock.now()).number == "1.0"


def test_a_quorum_takes_as_many_people(second, third):
    """Two of three; one who agrees twice counts once."""
    save_plan(actor=approver(), steps=[step(approver(), second, third, need=2)])
    proposal = make_proposal()
    for _ in range(2):
        approve(actor=second, version=proposal)
    assert (agreeing.is_agreed(proposal), Approval.objects.count()) == (False, 1)
    approve(actor=third, version=proposal)
    assert agreeing.is_agreed(proposal)


def test_whom_no_step_names_does_not_approve(second):
    save_plan(actor=approver(), steps=[step(approver())])
    assert refused("not-named", approve, actor=second, version=make_proposal())


def test_the_author_is_left_out_of_a_step_that_names_them(second):
    """A quorum that counts on the author is never met by the author: it says that it is stuck."""
    both = make_person("Both", "author", "approver")
    save_plan(actor=approver(), steps=[step(both, second, need=2)])
    proposal = propose(actor=both, version=make_draft_by(both))
    assert refused("own-text", approve, actor=both, version=proposal)
    approve(actor=second, version=proposal)
    only = agreeing.open_step(agreeing.steps_of(proposal))
    assert (only.lacks, only.is_stuck) == (1, True)


def make_draft_by(person):
    from clausier.policy.actions import start_draft
    from factories.policy import FILES

    return start_draft(actor=person, title="Mine", files=FILES)


def test_a_deputy_stands_in_for_an_absent_holder(second):
    """The duty asks whoever holds it first; when they are away, the deputy, who may approve as well."""
    for rank, person in enumerate((approver(), second)):
        DutyHolder.objects.create(duty=DUTY, person=person, rank=rank)
    save_plan(actor=approver(), steps=[step(duties=[DUTY])])
    proposal = make_proposal()
    assert (len(asked(approver())), len(asked(second))) == (1, 0)
    Absence.objects.create(person=approver(), first=today(), last=today() + timedelta(days=9))
    assert (len(asked(approver())), len(asked(second))) == (0, 1)
    approve(actor=second, version=proposal)
    assert agreeing.is_agreed(proposal)


def test_the_only_approver_is_away():
    """The page says so, and what can be done."""
    Absence.objects.create(person=approver(), first=today(), last=today())
    proposal = make_proposal()
    page = signed_in(author()).get(f"/en/policy/edit/{proposal.uid}").content.decode()
    assert "Those who are here today are too few" in page
    assert "Ask somebody from outside" in page


def test_a_proposal_keeps_the_steps_it_was_proposed_under(second):
    """Nobody lowers the bar while a text waits; the next text goes by the new steps."""
    save_plan(actor=approver(), steps=[step(approver(), second, need=2)])
    first = make_proposal()
    save_plan(actor=approver(), steps=[step(second)])
    approve(actor=second, version=first)
    assert not agreeing.is_agreed(first)
    again = propose(actor=author(), version=take_back(actor=author(), version=first))
    approve(actor=second, version=again)
    assert agreeing.is_agreed(again)


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        ([], "from one to"),
        ([{"people": ["nobody"], "duties": [], "need": 1, "outside": False}], "no approver"),
        ([{"people": [], "duties": [], "need": 0, "outside": False}], "one person at least"),
        ([{"people": [], "duties": [], "need": 1, "outside": False}] * 6, "from one to"),
    ],
    ids=["none", "unknown", "nobody", "too-many"],
)
def test_a_plan_that_cannot_be_met_is_refused(steps, said):
    with pytest.raises(ValidationError, match=said):
        save_plan(actor=approver(), steps=steps)
    assert not ApprovalPlan.objects.exists()


def test_a_plan_asks_for_no_more_people_than_it_names():
    with pytest.raises(ValidationError, match="more people than it names"):
        save_plan(actor=approver(), steps=[step(approver(), need=2)])


def test_an_author_does_not_choose_who_approves():
    assert refused("not-permitted", save_plan, actor=author(), steps=[step(approver())])
    assert signed_in(author()).get("/en/policy/approvers").status_code == 403


def test_the_steps_are_set_on_their_page(second):
    """What is typed is kept, an empty step is none, and a wrong one comes back."""
    client = signed_in(approver())
    typed = {"step0-need": 1, "step0-people": [approver().uid], "step1-need": 1, "step1-people": [second.uid]}
    assert client.post("/en/policy/approvers", typed).status_code == 302
    assert [each["people"] for each in ApprovalPlan.objects.get().steps] == [[approver().uid], [second.uid]]
    wrong = client.post("/en/policy/approvers", typed | {"step1-need": 3})
    assert wrong.status_code == 422
    assert "more people than it names" in wrong.content.decode()


def test_a_text_is_sent_back_with_a_reason():
    """It is a draft again, what was agreed to is void, and its author reads why."""
    second = make_person("Second", "approver")
    save_plan(actor=approver(), steps=[step(approver(), second, need=2)])
    proposal = make_proposal()
    approve(actor=second, version=proposal)
    client = signed_in(approver())
    act = f"/en/policy/edit/{proposal.uid}/act/reject"
    assert client.post(act, {"digest": proposal.digest, "reason": " "}).status_code == 422
    assert client.post(act, {"digest": proposal.digest, "reason": "Say who decides."}).status_code == 302
    back = Version.objects.get()
    assert (back.status, back.number, back.approvals.count()) == ("draft", "", 0)
    assert "Say who decides." in signed_in(author()).get(f"/en/policy/edit/{back.uid}").content.decode()
    assert Entry.objects.filter(action="policy.version.rejected").count() == 1
    assert len(asked(author(), "mend")) == 1
    assert Mail.objects.latest("pk").to == author().email


def test_nobody_sends_their_own_text_back(second):
    both = make_person("Both", "author", "approver")
    proposal = propose(actor=both, version=make_draft_by(both))
    said = {"version": proposal, "reason": "No."}
    assert refused("own-text", reject, actor=both, **said)
    assert refused("not-permitted", reject, actor=author(), **said)
    assert refused("changed-meanwhile", reject, actor=second, digest="0" * 64, **said)
    reject(actor=second, **said)
    assert refused("not-proposed", reject, actor=second, **said)


@pytest.mark.parametrize(("day", "hour"), [("2027-03-14", 5), ("2026-11-01", 4)], ids=["forward", "back"])
def test_a_change_of_clocks_on_the_day(day, hour):
    """A version is in force from the first moment of its day, whichever way the clocks go on it."""
    from datetime import UTC, date, datetime, time

    start = date.fromisoformat(day)
    clock.set_clock(datetime.combine(start - timedelta(days=5), time(12), UTC))
    proposal = make_proposal()
    approve(actor=approver(), version=proposal)
    version = adopt(actor=author(), version=proposal, in_force_from=start)
    assert version.in_force_from == datetime.combine(start, time(hour), UTC)
    for minutes, in_force in ((-1, None), (0, version), (180, version)):
        assert Version.objects.in_force(version.in_force_from + timedelta(minutes=minutes)) == in_force
