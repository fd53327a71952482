"""A link by which somebody without e-mail reads and signs: on paper, as a QR code, handed over by an officer."""

from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clausier.audit.actions import record
from clausier.identity.actions import make_link
from clausier.identity.models import Person
from clausier.identity.permissions import require
from clausier.lib.refusals import RefusedError

PURPOSE = "sign"
LASTS = timedelta(days=7)


@transaction.atomic
def hand_link(*, actor: Person, person: Person) -> str:
    """Afterwards a link exists by which the person, and nobody else, reads and signs within a week; return its token.

    Refused: whoever is no people officer, a link for oneself, a person who has left, one whom e-mail reaches: they sign
    in by it, and nobody else could answer in their name.
    """
    require(actor, "ambassadors.campaigns.people")
    if person == actor or not person.is_active:
        raise RefusedError("not-handed", _("A link is handed to somebody else, who is part of the organization."), 409)
    if person.mailbox:
        raise RefusedError("has-email", _("This person signs in with their e-mail and answers there."), 409)
    token: str = make_link(purpose=PURPOSE, person=person, lasts=LASTS)
    record("ambassadors.link.handed", actor=actor, subject=person)
    return token
