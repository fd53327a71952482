"""The organisation of this home: its founding, its settings, and a way back in from the terminal."""

import zoneinfo
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from clausier.audit.actions import PROGRAM, record
from clausier.identity import notifications, switches
from clausier.identity.actions.links import INVITATION, LASTS, make_link
from clausier.identity.actions.people import make_person
from clausier.identity.models import Organization, Person, RoleGrant
from clausier.identity.permissions import require
from clausier.identity.states import Role
from clausier.lib import clock
from clausier.lib.refusals import RefusedError

FOUNDERS = 2
FOUNDING_ROLES = (Role.ADMINISTRATOR, Role.PEOPLE_OFFICER)


@transaction.atomic
def found(
    *, name: str, timezone: str, language: str, people: Sequence[tuple[str, str]], demonstration: bool = False
) -> Organization:
    """Make the organisation, with two different people who administer it and look after its people.

    Grave roles take two people, so that one founder could never grant any. Refused (409): a second founding. Raises
    ValidationError by field: ``timezone``, ``people``, and those of a person. The setup token opens nothing any more.
    """
    if Organization.objects.exists():
        raise RefusedError("founded", _("The organization is already set up."), 409)
    if len({email.strip().lower() for _name, email in people}) != FOUNDERS:
        raise ValidationError({"people": _("Two different people are needed, each with their own e-mail.")}, "people")
    organization = Organization(pk=1, name=name.strip(), timezone=timezone, demonstration=demonstration)
    _check(organization)
    organization.save(force_insert=True)
    founders = [make_person({"name": who, "email": email, "language": language}) for who, email in people]
    for person, other in zip(founders, reversed(founders), strict=True):
        for role in FOUNDING_ROLES:
            RoleGrant.objects.create(person=person, role=role, second=other)
    said = {"people": [person.uid for person in founders], "timezone": timezone, "demonstration": demonstration}
    record("identity.organization.founded", actor=PROGRAM, subject=organization, details=said)
    transaction.on_commit(settings.HOME.end_setup)
    return organization


@transaction.atomic
def share_writing(*, writer: Person, approver: Person) -> None:
    """Let one founder write the policy and the other approve it, as they agreed when they founded.

    Refused (409) once somebody holds either role: roles are then granted by another person.
    """
    given = {Role.AUTHOR: (writer, approver), Role.APPROVER: (approver, writer)}
    if RoleGrant.objects.filter(role__in=given).exists():
        raise RefusedError("granted", _("These roles are given already."), 409)
    for role, (person, other) in given.items():
        grant = RoleGrant.objects.create(person=person, role=role, second=other)
        details = {"role": role.value, "grant": grant.uid}
        record("identity.role.granted", actor=PROGRAM, subject=person, details=details)


@transaction.atomic
def set_organization(*, actor: Person, name: str, timezone: str) -> None:
    """Give the organisation this name and this time zone. Raises ValidationError by field."""
    require(actor, "identity.settings.edit")
    organization = Organization.objects.select_for_update().get()
    values = {"name": name.strip(), "timezone": timezone}
    changed = [field for field, value in values.items() if getattr(organization, field) != value]
    organization.name, organization.timezone = values["name"], values["timezone"]
    _check(organization)
    if changed:
        organization.save()
        record("identity.organization.changed", actor=actor, subject=organization, details={"fields": changed})


@transaction.atomic
def set_switch(*, actor: Person, key: str, is_on: bool) -> None:
    """Switch a room or a limit on or off, and tell the people who watch over them. KeyError for one that is none."""
    require(actor, "identity.settings.edit")
    switch = switches.named(key)
    organization = Organization.objects.select_for_update().get()
    if switches.state(organization, key) == is_on:
        return
    organization.settings = {**organization.settings, key: is_on}
    organization.save(update_fields=["settings"])
    record("identity.setting.changed", actor=actor, subject=organization, details={"setting": key, "on": is_on})
    notifications.switched(switch, actor, is_on=is_on)


@transaction.atomic
def try_mail(*, actor: Person) -> None:
    """Put a message to the actor in the outbox, to see whether mail leaves. Refused (409): one whom none reaches."""
    require(actor, "identity.settings.edit")
    if not actor.mailbox:
        raise RefusedError("no-email", _("You have no e-mail to write to."), 409)
    notifications.trial(actor)


@transaction.atomic
def create_administrator(*, name: str, email: str, language: str = "fr") -> tuple[Person, str]:
    """Let in one more administrator, for whoever holds the machine; the others are told, and the ledger says so.

    Returns the person and the token of their invitation. Somebody who is known by this e-mail receives the role.
    Refused (409): before the founding, one who has left, one who administers already.
    """
    organization = Organization.objects.first()
    if organization is None:
        raise RefusedError("not-founded", _("The organization is not set up yet: open the setup page."), 409)
    person = Person.objects.filter(email=email.strip().lower()).first()
    person = person or make_person({"name": name, "email": email, "language": language})
    if not person.is_active or person.grants.standing().filter(role=Role.ADMINISTRATOR).exists():
        raise RefusedError("administrator", _("This person has left, or is already an administrator."), 409)
    person.grants.filter(role=Role.ADMINISTRATOR, ended=None).update(ended=clock.now())  # one that waited
    grant = RoleGrant.objects.create(person=person, role=Role.ADMINISTRATOR)
    said: dict[str, Any] = {"role": Role.ADMINISTRATOR.value, "grant": grant.uid}
    record("identity.role.granted", actor=PROGRAM, subject=person, details=said)
    notifications.administrator_made(person)
    return person, make_link(purpose=INVITATION, person=person, lasts=LASTS[INVITATION])


def _check(organization: Organization) -> None:
    if organization.timezone not in zoneinfo.available_timezones():
        raise ValidationError({"timezone": _("This time zone is not known.")}, "timezone")
    organization.full_clean(validate_constraints=False, validate_unique=False, exclude=["settings"])
