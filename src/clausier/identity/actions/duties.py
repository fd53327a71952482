"""Who holds the duties of the policy."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from clausier.audit.actions import record
from clausier.identity.models import DutyHolder, Person
from clausier.identity.permissions import require
from clausier.lib import clock
from clausier.lib.refusals import RefusedError


@transaction.atomic
def assign_duty(*, actor: Person, duty: str, person: Person, rank: int = 0) -> DutyHolder:
    """Charge the person with the duty: first with rank 0, as a deputy after.

    Whoever holds it already takes the new rank. Refused: a duty for oneself, as some of them read what others are told
    nothing of (the representative's concerns). Raises ValidationError for a person who has left. The slug is not
    checked against the policy, which may declare it only from its next version on.
    """
    require(actor, "identity.duties.assign")
    if person == actor:
        raise RefusedError("own-duty", _("Nobody charges themselves with a duty: ask another person."))
    if not person.is_active:
        raise ValidationError({"person": _("This person has left.")}, "left")
    holding, _new = DutyHolder.objects.update_or_create(
        duty=duty, person=person, ended=None, defaults={"rank": rank}, create_defaults={"rank": rank}
    )
    said = {"duty": duty, "rank": rank, "holding": holding.uid}
    record("identity.duty.assigned", actor=actor, subject=person, details=said)
    return holding


@transaction.atomic
def end_duty(*, actor: Person, holding: DutyHolder) -> None:
    """Take the duty from the person. Refused (409) when it has already ended."""
    require(actor, "identity.duties.assign")
    holding = DutyHolder.objects.select_for_update().get(pk=holding.pk)
    if holding.ended:
        raise RefusedError("ended", _("This duty has already been taken from this person."), 409)
    holding.ended = clock.now()
    holding.save(update_fields=["ended"])
    said = {"duty": holding.duty, "holding": holding.uid}
    record("identity.duty.ended", actor=actor, subject=holding.person, details=said)
