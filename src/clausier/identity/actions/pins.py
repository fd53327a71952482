"""PINs for shared tablets: printed for those who have no e-mail, chosen by everybody else."""

import secrets
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clausier.audit.actions import record
from clausier.identity.models import Person, Pin
from clausier.identity.permissions import require
from clausier.identity.pins import DIGITS, digest_of
from clausier.identity.states import TWO_PEOPLE
from clausier.lib import clock


@transaction.atomic
def give_pins(*, actor: Person, people: Iterable[Person]) -> list[tuple[Person, str]]:
    """Afterwards each of the people has a new PIN; return them, to be printed once.

    Left aside: oneself, whoever has left, has no number or has an e-mail (they choose their own), holds a grave role,
    or has chosen one: nobody else ever knows it.
    """
    require(actor, "identity.people.edit")
    given = []
    for person in people:
        if _may_be_given(actor, person):
            pin = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
            _write(person, pin, is_own=False)
            record("identity.pin.given", actor=actor, subject=person)
            given.append((person, pin))
    return given


@transaction.atomic
def choose_pin(*, person: Person, pin: str) -> None:
    """Afterwards the person enters a shared tablet with this PIN.

    Raises ValidationError for anything but six digits, for six of the same or in a row, and for whoever has no number.
    """
    if not person.number:
        raise ValidationError({"pin": _("You have no number yet: ask whoever looks after the list of people.")})
    rows = ("0123456789", "9876543210")
    is_plain = len(set(pin)) == 1 or any(pin in row for row in rows)
    if len(pin) != DIGITS or not (pin.isascii() and pin.isdigit()) or is_plain:
        raise ValidationError({"pin": _("Six digits, neither all the same nor in a row.")})
    _write(person, pin, is_own=True)
    record("identity.pin.chosen", actor=person, subject=person)


def _may_be_given(actor: Person, person: Person) -> bool:
    has_own = Pin.objects.filter(person=person, is_own=True).exists()
    is_plain = bool(person.number) and not person.mailbox and not person.roles & TWO_PEOPLE
    return person != actor and person.is_active and is_plain and not has_own


def _write(person: Person, pin: str, *, is_own: bool) -> None:
    values = {"digest": digest_of(person, pin), "made": clock.now(), "is_own": is_own}
    Pin.objects.update_or_create(person=person, defaults=values)
