"""Roles: the grave ones take two people, nobody acts for themselves, and somebody always administers."""

import pytest

from clausier.audit.models import Entry
from clausier.identity import actions, duties
from clausier.identity.models import Person, RoleGrant
from clausier.identity.states import TWO_PEOPLE, Role
from clausier.lib.refusals import RefusedError
from factories.identity import administrator, officer
from people import make_person

pytestmark = pytest.mark.django_db


def _fresh(person):
    return Person.objects.get(pk=person.pk)


def _refused(code, act, **values):
    with pytest.raises(RefusedError) as told:
        act(**values)
    assert told.value.refusal.code == code


@pytest.mark.parametrize("role", sorted(set(Role) - TWO_PEOPLE))
def test_an_ordinary_role_holds_at_once(role):
    """And the ledger says it, with codes and names of rows only."""
    person = make_person()
    actions.grant_role(actor=officer(), person=person, role=role)
    assert _fresh(person).roles == {role}
    assert Entry.objects.get(action="identity.role.granted").subject == person.uid


@pytest.mark.parametrize("role", sorted(TWO_PEOPLE))
def test_a_grave_role_waits_for_a_second_person(role):
    """It opens nothing until then, and whoever may agree is asked."""
    person, first, second = make_person(), officer(), administrator()
    grant = actions.grant_role(actor=first, person=person, role=role)
    assert (_fresh(person).roles, grant.is_waiting) == (frozenset(), True)
    assert [duty.key for duty in duties.for_person(second)] == [f"identity.second.{grant.uid}"]
    actions.second_grant(actor=second, grant=grant)
    assert _fresh(person).roles == {role}


def test_nobody_grants_a_role_to_themselves():
    actor = administrator()
    _refused("own-role", actions.grant_role, actor=actor, person=actor, role=Role.MODERATOR)


def test_nobody_seconds_their_own_grant():
    first = officer()
    grant = actions.grant_role(actor=first, person=make_person(), role=Role.AUDITOR)
    _refused("own-act", actions.second_grant, actor=first, grant=grant)


def test_nobody_seconds_a_role_for_themselves():
    other = administrator()
    grant = actions.grant_role(actor=officer(), person=other, role=Role.AUDITOR)
    _refused("own-role", actions.second_grant, actor=other, grant=grant)


def test_whoever_waits_for_the_right_cannot_use_it():
    """A waiting administrator seconds nothing."""
    waiting = make_person("Waiting")
    actions.grant_role(actor=officer(), person=waiting, role=Role.ADMINISTRATOR)
    grant = actions.grant_role(actor=administrator(), person=make_person("Other"), role=Role.AUDITOR)
    _refused("not-permitted", actions.second_grant, actor=waiting, grant=grant)


def test_a_role_is_granted_once_and_seconded_once():
    person, first, second = make_person(), officer(), administrator()
    grant = actions.grant_role(actor=first, person=person, role=Role.AUDITOR)
    _refused("granted", actions.grant_role, actor=second, person=person, role=Role.AUDITOR)
    actions.second_grant(actor=second, grant=grant)
    _refused("not-waiting", actions.second_grant, actor=second, grant=grant)


def test_the_last_administrator_stays():
    """Whoever ends the role, its holder included; a second one frees the first."""
    last = administrator()
    grant = last.grants.get()
    _refused("last-administrator", actions.end_grant, actor=last, grant=grant)
    _refused("last-administrator", actions.end_person, actor=officer(), person=last)
    administrator("Another One")
    actions.end_grant(actor=last, grant=grant)
    assert _fresh(last).roles == frozenset()


def test_one_may_give_up_a_role():
    """Without any right over roles; another person's takes the right."""
    person = make_person("Modest", Role.MODERATOR)
    grant = person.grants.get()
    _refused("not-permitted", actions.end_grant, actor=make_person("Other"), grant=grant)
    actions.end_grant(actor=person, grant=grant)
    assert not RoleGrant.objects.standing().filter(person=person).exists()
    _refused("ended", actions.end_grant, actor=person, grant=grant)
