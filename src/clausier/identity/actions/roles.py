"""Granting roles; the grave ones take two people."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clausier.audit.actions import record
from clausier.identity import permissions
from clausier.identity.models import Person, RoleGrant
from clausier.identity.states import Role
from clausier.lib import clock
from clausier.lib.refusals import RefusedError


@transaction.atomic
def grant_role(*, actor: Person, person: Person, role: str) -> RoleGrant:
    """Give the person the role; one of the grave roles waits until another person seconds it.

    Refused: a role for oneself, a role already granted (409), a person who has left, an unknown role (ValueError).
    """
    permissions.require(actor, "identity.roles.grant")
    role = Role(role)
    person = Person.objects.select_for_update().get(pk=person.pk)
    if person == actor:
        raise RefusedError("own-role", _("Nobody grants a role to themselves: ask another person."))
    if not person.is_active:
        raise RefusedError("left", _("This person has left."), 409)
    if person.grants.filter(role=role, ended=None).exists():
        raise RefusedError("granted", _("This person already has this role, or it waits for a second person."), 409)
    grant = RoleGrant.objects.create(person=person, role=role, by=actor)
    record("identity.role.granted", actor=actor, subject=person, details={"role": role.value, "grant": grant.uid})
    return grant


@transaction.atomic
def second_grant(*, actor: Person, grant: RoleGrant) -> None:
    """Let a waiting role hold. Refused: whoever granted it, whoever receives it, a grant that waits no more (409).

    Two people who are neither of the one concerned: that is what DESIGN 7 means by taking two people.
    """
    permissions.require(actor, "identity.roles.grant")
    grant = RoleGrant.objects.select_for_update().get(pk=grant.pk)
    refusal = permissions.second_refused(actor, grant)
    if refusal:
        raise RefusedError(*refusal)
    if not RoleGrant.objects.waiting().filter(pk=grant.pk).exists():
        raise RefusedError("not-waiting", _("This role no longer waits for a second person."), 409)
    grant.second = actor
    grant.save(update_fields=["second"])
    said = {"role": grant.role, "grant": grant.uid}
    record("identity.role.seconded", actor=actor, subject=grant.person, details=said)


@transaction.atomic
def end_grant(*, actor: Person, grant: RoleGrant) -> None:
    """Take the role from the person, or let it wait no more. One may give up one's own.

    Refused (409): one that has ended, and the last administrator.
    """
    permissions.require_own_or(actor, grant.person, "identity.roles.grant")
    grant = RoleGrant.objects.select_for_update().get(pk=grant.pk)
    if grant.ended:
        raise RefusedError("ended", _("This role has already ended."), 409)
    keep_an_administrator(grant)
    close_grant(actor=actor, grant=grant)


def close_grant(*, actor: Person, grant: RoleGrant) -> None:
    """End a grant within the transaction of the act that ends it."""
    grant.ended = clock.now()
    grant.save(update_fields=["ended"])
    said = {"role": grant.role, "grant": grant.uid}
    record("identity.role.ended", actor=actor, subject=grant.person, details=said)


def keep_an_administrator(grant: RoleGrant) -> None:
    """Raise RefusedError (409) when nobody could administer any more once this grant ended.

    Every administrator's grant is locked first, so that the last two cannot end each other at the same moment.
    """
    standing = RoleGrant.objects.standing().filter(role=Role.ADMINISTRATOR, person__is_active=True)
    locked = set(standing.select_for_update(of=("self",)).values_list("pk", flat=True))
    if locked == {grant.pk}:
        sentence = _("This is the last administrator: grant the role to somebody else first.")
        raise RefusedError("last-administrator", sentence, 409)
