"""When people are away."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from clausier.audit.actions import record
from clausier.identity import events
from clausier.identity.models import Absence, Person
from clausier.identity.permissions import require_own_or


@transaction.atomic
def add_absence(*, actor: Person, person: Person, first: date, last: date) -> Absence:
    """Say that the person is away from the first day to the last, both included: deputies stand in.

    One says it of oneself; a people officer says it of others. Refused: an end before the beginning, and days that an
    absence already holds.
    """
    require_own_or(actor, person, "identity.people.edit")
    if last < first:
        raise ValidationError({"last": _("The last day comes before the first one.")}, "order")
    if person.absences.filter(first__lte=last, last__gte=first).exists():
        raise ValidationError({"first": _("These days overlap an absence that is already there.")}, "overlap")
    absence = Absence.objects.create(person=person, first=first, last=last)
    days = {"first": first.isoformat(), "last": last.isoformat(), "absence": absence.uid}
    record("identity.absence.added", actor=actor, subject=person, details=days)
    events.people_changed.send(Person, people=[person.pk])
    return absence


@transaction.atomic
def cancel_absence(*, actor: Person, absence: Absence) -> None:
    """Say no longer that the person is away; the row is gone, the ledger keeps both acts."""
    require_own_or(actor, absence.person, "identity.people.edit")
    record("identity.absence.cancelled", actor=actor, subject=absence.person, details={"absence": absence.uid})
    absence.delete()
    events.people_changed.send(Person, people=[absence.person_id])
