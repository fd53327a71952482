"""Kept alive, or ended: reviewed on time, a clause or the whole policy repealed by two people for a date."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from clausier.identity.duties import for_person
from clausier.identity.models import DutyHolder
from clausier.identity.selectors import today
from clausier.lib import clock
from clausier.lib.refusals import RefusedError
from clausier.policy import selectors
from clausier.policy.actions import (
    adopt,
    agree_repeal,
    approve,
    drop_repeal,
    propose,
    record_review,
    remind_review,
    repeal_clause,
    state_repeal,
)
from clausier.policy.models import Repeal, Version
from clausier.policy.selectors import reviewing
from clausier.tasks.models import Mail
from factories.policy import approver, author, changed, in_days, make_version
from people import make_person, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("organization")]
CLAUSE = "confidentiality.names"


def refused(code, act, **values):
    with pytest.raises(RefusedError) as error:
        act(**values)
    return error.value.refusal.code == code


def stated(days=5, **values):
    return state_repeal(**{"actor": author(), "reason": "Merged into the code.", "ends": in_days(days), **values})


def test_a_policy_ends_at_its_date(client):
    """Two people decide; until the date it is in force, then nothing is, and what was stays readable."""
    version = make_version()
    agree_repeal(actor=approver(), repeal=stated())
    assert selectors.in_force() == version
    clock.set_clock(in_days(6))
    assert selectors.in_force() is None
    page = client.get("/en/policy").content.decode()
    assert "The policy was repealed" in page
    assert "Merged into the code." in page
    assert "Repealed" in client.get("/en/policy/1.0").content.decode()


def test_nobody_ends_it_alone():
    """Whoever asked does not agree; without an agreement nothing ends."""
    make_version()
    both = make_person("Both", "author", "approver")
    repeal = stated(actor=both, days=1)
    assert refused("own-act", agree_repeal, actor=both, repeal=repeal)
    assert refused("not-permitted", agree_repeal, actor=author(), repeal=repeal)
    clock.set_clock(in_days(2))
    assert selectors.in_force() is not None


def test_a_repeal_is_agreed_to_late():
    """It is never in force before it was decided."""
    make_version()
    repeal = stated(days=1)
    clock.set_clock(in_days(3))
    assert agree_repeal(actor=approver(), repeal=repeal).ends == clock.now()


def test_a_repeal_is_given_up_and_asked_for_again():
    make_version()
    drop_repeal(actor=approver(), repeal=stated())
    assert refused("agreed-already", agree_repeal, actor=approver(), repeal=stated_twice())


def stated_twice():
    repeal = stated()
    with pytest.raises(RefusedError):
        stated()
    agree_repeal(actor=approver(), repeal=repeal)
    return repeal


def test_another_version_voids_a_repeal():
    """What was adopted since is in force; the repeal spoke of another text."""
    make_version()
    repeal = stated()
    make_version(changed("within: 30d", "within: 20d"))
    assert refused("overtaken", agree_repeal, actor=approver(), repeal=repeal)


def test_a_version_after_a_repeal_is_in_force():
    """The policy is taken up again by adopting one."""
    make_version()
    agree_repeal(actor=approver(), repeal=stated(days=1))
    clock.set_clock(in_days(2))
    second = make_version(changed("within: 30d", "within: 20d"))
    assert (selectors.in_force(), selectors.in_force(in_days(-1.5))) == (second, Version.objects.get(major=1))
    assert selectors.in_force(in_days(-0.5)) is None


@pytest.mark.parametrize(("values", "key"), [({"reason": " "}, "reason"), ({"ends": -3}, "ends")])
def test_a_repeal_has_a_reason_and_a_date(values, key):
    make_version()
    said = {name: in_days(value) if isinstance(value, int) else value for name, value in values.items()}
    with pytest.raises(ValidationError) as error:
        stated(**said)
    assert key in error.value.message_dict


def test_the_pages_of_a_repeal():
    """Asked for with a box, agreed to by another person with a box, else nothing."""
    make_version()
    day = (today() + timedelta(days=4)).isoformat()
    client, other = signed_in(author()), signed_in(approver())
    typed = {"reason": "It is over.", "ends": day}
    assert client.post("/en/policy/life/repeal", typed).status_code == 422
    assert client.post("/en/policy/life/repeal", typed | {"sure": "on"}).status_code == 302
    assert "policy.repeal" in [duty.key.split(":")[0] for duty in for_person(approver())]
    assert client.post("/en/policy/life/agree", {"sure": "on"}).status_code == 403
    other.post("/en/policy/life/agree", {})
    assert not Repeal.objects.get().is_agreed
    other.post("/en/policy/life/agree", {"sure": "on"})
    assert Repeal.objects.get().second == approver()
    assert signed_in(make_person("Stranger")).get("/en/policy/life").status_code == 404


def test_a_clause_is_repealed_with_its_reason(client):
    """As any change, by another person, for a date; the comparison tells why."""
    make_version()
    draft = repeal_clause(actor=author(), clause=CLAUSE, reason="Everybody does it anyway.")
    assert CLAUSE not in {each.id for each in selectors.policy_of(draft).clauses()}
    assert "Everybody does it anyway." in (
        signed_in(author()).get(f"/en/policy/edit/{draft.uid}/checks").content.decode()
    )
    approve(actor=approver(), version=propose(actor=author(), version=draft))
    adopt(actor=author(), version=draft, in_force_from=in_days(10))
    assert CLAUSE in {each.id for each in selectors.policy_of(selectors.in_force()).clauses()}
    clock.set_clock(in_days(11))
    assert CLAUSE not in {each.id for each in selectors.policy_of(selectors.in_force()).clauses()}
    assert "Everybody does it anyway." in client.get("/en/policy/compare").content.decode()


def test_a_clause_that_is_not_there_is_not_repealed():
    make_version()
    assert refused("no-clause", repeal_clause, actor=author(), clause="time.gone", reason="Why not.")
    assert refused("not-permitted", repeal_clause, actor=approver(), clause=CLAUSE, reason="Why not.")
    with pytest.raises(ValidationError):
        repeal_clause(actor=author(), clause=CLAUSE, reason=" ")
    assert signed_in(author()).post("/en/policy/life/clause", {"clause": CLAUSE, "reason": "Done."}).status_code == 302


@pytest.fixture
def owner():
    person = make_person("Owner")
    DutyHolder.objects.create(duty="communications", person=person)
    return person


def test_the_review_falls_due_for_its_owner(owner):
    """Two years after the version came into force; asked for two months before, late after its day."""
    version = make_version()
    due = reviewing.review_now()
    assert due.due.date() == (version.in_force_from + timedelta(days=731)).date()
    assert asked(owner) == []
    clock.set_clock(due.due - timedelta(days=50))
    assert [duty.due for duty in asked(owner)] == [due.due]
    clock.set_clock(due.due + timedelta(days=1))
    assert reviewing.review_now().is_late
    assert "late" in signed_in(owner).get("/en/policy/life").content.decode()
    assert "Review the policy" in signed_in(owner).get("/en/me").content.decode()


def asked(person):
    return [duty for duty in for_person(person) if duty.key.startswith("policy.review")]


def test_the_owner_is_reminded(owner):
    """A month before, on the day, then each month; once each, and no more once it is done."""
    make_version()
    due = reviewing.review_now().due
    days = (-40, -30, -29, -1, 0, 1, 29, 30, 31)
    assert [remind_review(due + timedelta(days=each)) for each in days] == [0, 1, 0, 0, 1, 0, 0, 1, 0]
    assert {letter.to for letter in Mail.objects.filter(kind="policy/mail/review_due")} == {owner.email}
    clock.set_clock(due + timedelta(days=32))
    record_review(actor=owner, note="Nothing to change.")
    assert (asked(owner), remind_review()) == ([], 0)
    assert reviewing.review_now().due > clock.now() + timedelta(days=700)


def test_a_review_says_what_was_looked_at(owner):
    make_version()
    client = signed_in(owner)
    assert client.post("/en/policy/life/review", {"note": " "}).status_code == 422
    assert client.post("/en/policy/life/review", {"note": "All of it."}).status_code == 302
    assert client.post("/en/policy/life/repeal", {"reason": "x", "ends": "2099-01-01", "sure": "on"}).status_code == 403
    assert refused("not-permitted", record_review, actor=make_person("Stranger"), note="Mine.")


def test_a_minor_change_is_no_review(owner):
    """The term runs from the last major version."""
    make_version()
    due = reviewing.review_now().due
    clock.set_clock(in_days(100))
    make_version(changed("Say what ties you to us.", "Always say what ties you to us."), is_minor=True)
    assert reviewing.review_now().due == due
    make_version(changed("within: 30d", "within: 20d"))
    assert reviewing.review_now().due > due


def test_what_is_late_stands_where_the_policy_is_written(owner):
    """Authors see it above their drafts."""
    make_version()
    client = signed_in(author())
    assert "was to be looked at again" not in client.get("/en/policy/edit").content.decode()
    clock.set_clock(reviewing.review_now().due + timedelta(days=1))
    assert "was to be looked at again" in client.get("/en/policy/edit").content.decode()
