"""The people the organisation knows."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from allauth.account.models import EmailAddress
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clausier.audit.actions import record
from clausier.identity import duties, events, notifications
from clausier.identity.actions.roles import close_grant, keep_an_administrator
from clausier.identity.duties import Duty
from clausier.identity.models import DutyHolder, Person, RoleGrant
from clausier.identity.permissions import email_refused, require
from clausier.identity.shifts import tidy_shift
from clausier.identity.states import Role
from clausier.lib import clock
from clausier.lib.refusals import RefusedError

FIELDS = ("name", "email", "number", "language", "unit", "relation", "regime", "audiences", "shift", "manager")


class Departure(NamedTuple):
    """What a person leaves behind: duties and roles that nobody holds any more, and what was asked of them."""

    duties: tuple[str, ...]
    roles: tuple[str, ...]
    team: tuple[Person, ...]
    asked: tuple[Duty, ...]


@transaction.atomic
def add_person(  # noqa: PLR0913  # what is known of a person, by name
    *,
    actor: Person,
    name: str,
    email: str | None = None,
    number: str | None = None,
    language: str = "fr",
    unit: str = "",
    relation: str = "employee",
    regime: str = "",
    audiences: Iterable[str] = (),
    shift: str = "",
    manager: Person | None = None,
) -> Person:
    """Make the person known, who can do nothing yet: an invitation or a link lets them in.

    Raises ValidationError, by field: an e-mail or a number that somebody has, a value outside the lists.
    """
    require(actor, "identity.people.edit")
    values: dict[str, Any] = {"name": name, "email": email, "number": number, "language": language, "unit": unit}
    values |= {"relation": relation, "regime": regime, "audiences": audiences, "shift": shift, "manager": manager}
    person = make_person(values)
    record("identity.person.added", actor=actor, subject=person, details=_told(person))
    return person


def make_person(values: dict[str, Any]) -> Person:
    """Return the new row of a person who can sign in with no password, checked; the act that makes it records it."""
    person = Person(**tidy(values))
    person.set_unusable_password()
    person.full_clean(exclude=["password"])
    person.save()
    return person


@transaction.atomic
def change_person(*, actor: Person, person: Person, **values: Any) -> Person:
    """Change what is known of the person; the ledger says which fields changed, not what they say.

    A new e-mail is at once the one to sign in with, and the old one is told. Raises
    ValidationError by field (somebody in charge of themselves among them), and TypeError for a field that is none.
    Refused (409): a person who has left. Raises ValidationError for another e-mail of somebody else who holds a grave
    role.
    """
    require(actor, "identity.people.edit")
    if set(values) - set(FIELDS):
        raise TypeError(f"no such field: {set(values) - set(FIELDS)}")
    person = Person.objects.select_for_update().get(pk=person.pk)
    if not person.is_active:
        raise RefusedError("left", _("This person has left."), 409)
    before = person.email
    changed = apply(person, values)
    refusal = email_refused(actor, person) if "email" in changed else None
    if refusal:
        raise ValidationError({"email": str(refusal.sentence)}, refusal.code)
    if changed:
        record("identity.person.changed", actor=actor, subject=person, details={"fields": changed})
        events.people_changed.send(Person, people=[person.pk])
    if "email" in changed and before:
        notifications.email_changed(person, before, actor)
    return person


def apply(person: Person, values: dict[str, Any]) -> list[str]:
    """Write what differs in a locked row and return the names of the fields, sorted."""
    values = tidy(values)
    changed = sorted(name for name, value in values.items() if getattr(person, name) != value)
    for name in changed:
        setattr(person, name, values[name])
    if person.manager_id is not None and person.manager_id == person.pk:
        raise ValidationError({"manager": _("Nobody is their own manager.")}, "own-manager")
    person.full_clean(exclude=["password"])
    if "email" in changed:
        person.email_failed = None
    if changed:
        person.save(update_fields=[*changed, "email_failed"])
    if "email" in changed:
        EmailAddress.objects.filter(user=person).delete()
    return changed


@transaction.atomic
def set_preferences(*, actor: Person, language: str, keys: bool) -> None:
    """Set one's own comfort, language and single keys; the ledger does not tell it."""
    actor.language, actor.keys = language, keys
    actor.full_clean(exclude=["password"])
    actor.save(update_fields=["language", "keys"])


@transaction.atomic
def choose_password(*, person: Person, password: str) -> None:
    """Let the person sign in with this password, which the form has checked. Only its derivation is kept."""
    person.set_password(password)
    person.save(update_fields=["password"])


@transaction.atomic
def end_person(*, actor: Person, person: Person) -> Departure:
    """Close the door to the person: roles, duties, links and programs' keys end too, and rooms are told.

    Returns what is left without anybody. Refused (409): one who has left, and the last administrator.
    """
    require(actor, "identity.people.edit")
    person = Person.objects.select_for_update().get(pk=person.pk)
    if not person.is_active:
        raise RefusedError("left", _("This person has left."), 409)
    asked = tuple(duty for duty in duties.for_person(person) if duty.blocks_departure)
    roles, held = _end_grants(actor, person), _end_holdings(person)
    team = tuple(person.team.filter(is_active=True))
    now = clock.now()
    person.links.filter(spent=None, expires__gt=now).update(expires=now)
    person.api_tokens.filter(revoked=None).update(revoked=now)
    person.is_active, person.left = False, now
    person.save(update_fields=["is_active", "left"])
    record(
        "identity.person.left", actor=actor, subject=person, details={"duties": sorted(held), "roles": sorted(roles)}
    )
    events.person_left.send(Person, person=person)
    return Departure(_orphaned_duties(held), _orphaned_roles(roles), team, asked)


@transaction.atomic
def bring_back(*, actor: Person, person: Person) -> None:
    """Let a person who had left be known again, without roles nor duties. Refused (409): one who has not."""
    require(actor, "identity.people.edit")
    person = Person.objects.select_for_update().get(pk=person.pk)
    if person.is_active:
        raise RefusedError("here", _("This person has not left."), 409)
    person.is_active, person.left = True, None
    person.save(update_fields=["is_active", "left"])
    record("identity.person.returned", actor=actor, subject=person)


def tidy(values: dict[str, Any]) -> dict[str, Any]:
    """Return values as they are stored: no spaces around, e-mail in small letters, nothing rather than ""."""
    tidied = {name: value.strip() if isinstance(value, str) else value for name, value in values.items()}
    for name in ("email", "number"):
        if name in tidied:
            tidied[name] = tidied[name] or None
    if tidied.get("email"):
        tidied["email"] = tidied["email"].lower()
    if tidied.get("shift"):
        tidied["shift"] = _shift(tidied["shift"])
    if "audiences" in tidied:
        tidied["audiences"] = sorted(set(tidied["audiences"]) - {"everyone"})
    return tidied


def _shift(text: str) -> str:
    try:
        return tidy_shift(text)
    except ValueError:
        sentence = _("Write days and hours, such as mon-fri 23:00-07:00; sat 08:00-16:00.")
        raise ValidationError({"shift": sentence}, "shift") from None


def _told(person: Person) -> dict[str, Any]:
    return {"relation": person.relation, "regime": person.regime, "audiences": person.audiences}


def _end_grants(actor: Person, person: Person) -> set[str]:
    grants = list(RoleGrant.objects.select_for_update().filter(person=person, ended=None))
    for grant in grants:
        keep_an_administrator(grant)
        close_grant(actor=actor, grant=grant)
    return {grant.role for grant in grants}


def _end_holdings(person: Person) -> set[str]:
    holdings = DutyHolder.objects.filter(person=person, ended=None)
    held = set(holdings.values_list("duty", flat=True))
    holdings.update(ended=clock.now())
    return held


def _orphaned_duties(held: set[str]) -> tuple[str, ...]:
    kept = DutyHolder.objects.standing().filter(duty__in=held).values_list("duty", flat=True)
    return tuple(sorted(held - set(kept)))


def _orphaned_roles(roles: set[str]) -> tuple[str, ...]:
    kept = RoleGrant.objects.standing().filter(role__in=roles).values_list("role", flat=True)
    return tuple(role for role in Role.values if role in roles - set(kept))
