"""The table of permissions: nothing is open that it does not open, and nobody holds everything."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausier.identity.models import Person
from clausier.identity.permissions import PERMISSIONS, can, require
from clausier.identity.states import Role
from clausier.lib.refusals import RefusedError

ROLES = st.frozensets(st.sampled_from(Role.values))
# What tells something of a person's texts, cases or drafts.
TEXTS = [
    name for name in PERMISSIONS if name.split(".")[0] in {"inbox", "moderation", "posts", "decisions", "ambassadors"}
]


def _with(roles):
    person = Person(name="x")
    person.__dict__["roles"] = roles
    return person


@given(ROLES, st.sampled_from(sorted(PERMISSIONS)))
def test_a_permission_comes_from_a_role_of_the_table_and_from_nothing_else(roles, permission):
    person = _with(roles)
    assert can(person, permission) == any(role in PERMISSIONS[permission] for role in roles)


@given(ROLES, ROLES, st.sampled_from(sorted(PERMISSIONS)))
def test_another_role_never_takes_a_right_away(roles, more, permission):
    assert not can(_with(roles), permission) or can(_with(roles | more), permission)


@pytest.mark.parametrize("permission", PERMISSIONS)
def test_nobody_without_a_role_may_do_anything(permission):
    """Deny by default."""
    with pytest.raises(RefusedError):
        require(_with(frozenset()), permission)


@pytest.mark.parametrize("permission", PERMISSIONS)
def test_each_permission_is_held_by_a_role(permission):
    assert PERMISSIONS[permission] <= set(Role)
    assert PERMISSIONS[permission]


@pytest.mark.parametrize("role", Role)
def test_no_role_holds_all(role):
    assert [name for name in PERMISSIONS if role not in PERMISSIONS[name]]


@pytest.mark.parametrize("permission", TEXTS)
def test_an_administrator_sees_no_text_case_nor_draft(permission):
    """The installation only."""
    assert Role.ADMINISTRATOR not in PERMISSIONS[permission]


def test_a_permission_that_the_table_lacks_is_a_fault():
    with pytest.raises(KeyError):
        can(_with(frozenset(Role.values)), "no.such.permission")


@pytest.mark.django_db
def test_somebody_who_left_has_no_role():
    """Even with a grant that nobody ended."""
    from people import make_person

    person = make_person("Gone", Role.ADMINISTRATOR)
    person.is_active = False
    person.save()
    assert Person.objects.get(pk=person.pk).roles == frozenset()
