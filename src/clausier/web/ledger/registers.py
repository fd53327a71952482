"""What the rooms below are told: who receives the checkpoints, and where the page is."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from clausier.audit.recipients import Recipient
from clausier.identity.models import Person, RoleGrant
from clausier.identity.permissions import can
from clausier.identity.states import Role
from clausier.ui.panels import Panel

RECEIVE = (Role.AUDITOR, Role.PRIVACY_OFFICER)
OPENS = ("audit.ledger.view", "audit.entry.erase")


def recipients() -> Iterator[Recipient]:
    """Yield the auditors and the privacy officers."""
    holders = RoleGrant.objects.standing().filter(role__in=RECEIVE).values("person")
    for person in Person.objects.get_queryset().active().reached().filter(pk__in=holders):
        yield Recipient(str(person.email), person.language)


def _is_for(person: Person) -> bool:
    return any(can(person, permission) for permission in OPENS)


PANEL = Panel("ledger", _("Ledger"), "ledger", "governance", 80, _is_for)
