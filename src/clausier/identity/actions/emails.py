"""Addresses that mail no longer reaches."""

from django.db import transaction

from clausier.audit.actions import PROGRAM, record
from clausier.identity.models import Person
from clausier.identity.permissions import require
from clausier.lib import clock


@transaction.atomic
def email_fails(*, address: str, actor: Person | str = PROGRAM) -> Person | None:
    """Take a person whose mail comes back for one without e-mail: paper and codes to scan reach them.

    The address stays on their record, to be mended. ``actor`` is who handed in the notice, where it is not the program
    that read it. Returns the person, or None when nobody here has the address or it
    is known to fail.
    """
    found = Person.objects.select_for_update().filter(email=address.lower(), is_active=True, email_failed=None).first()
    if found is not None:
        found.email_failed = clock.now()
        found.save(update_fields=["email_failed"])
        record("identity.email.failed", actor=actor, subject=found)
    return found


@transaction.atomic
def trust_email(*, actor: Person, person: Person) -> None:
    """Write to the address of a person again, which somebody has looked at."""
    require(actor, "identity.people.edit")
    person = Person.objects.select_for_update().get(pk=person.pk)
    if person.email_failed is not None:
        person.email_failed = None
        person.save(update_fields=["email_failed"])
        record("identity.email.trusted", actor=actor, subject=person)
