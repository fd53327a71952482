"""What people do to mail that does not leave by itself."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clausier.audit.actions import record
from clausier.identity.models import Person
from clausier.identity.permissions import require
from clausier.lib import clock
from clausier.lib.refusals import RefusedError
from clausier.tasks.models import Mail

VIEW = "tasks.outbox.view"


@transaction.atomic
def hand_over(*, actor: Person, mail: Mail) -> Mail:
    """Mark a mail as printed and given to its person: it never leaves by e-mail any more.

    Refused for one that was sent or handed over already.
    """
    row = _waiting(actor, mail)
    row.handed = clock.now()
    row.save(update_fields=["handed"])
    record("tasks.mail.handed", actor=actor, subject=row)
    return row


@transaction.atomic
def try_again(*, actor: Person, mail: Mail) -> Mail:
    """Put a mail that was given up back in line, as if it were new. Refused for one that was sent or handed over."""
    row = _waiting(actor, mail)
    row.given_up, row.next_try, row.tries, row.made = None, clock.now(), 0, clock.now()
    row.save(update_fields=["given_up", "next_try", "tries", "made"])
    record("tasks.mail.retried", actor=actor, subject=row)
    return row


def _waiting(actor: Person, mail: Mail) -> Mail:
    require(actor, VIEW)
    row = Mail.objects.select_for_update().get(pk=mail.pk)
    if row.sent or row.handed:
        raise RefusedError("not-waiting", _("This e-mail has already been received."), 409)
    return row
