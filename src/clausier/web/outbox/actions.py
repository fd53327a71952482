"""What people do to mail that does not leave by itself."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clausier.audit.actions import record
from clausier.identity.models import Person
from clausier.identity.permissions import require
from clausier.lib import clock
from clausier.lib.refusals import RefusedError
from clausier.tasks.models import Mail

VIEW, READ = "tasks.outbox.view", "tasks.outbox.read"


@transaction.atomic
def hand_over(*, actor: Person, mail: Mail) -> Mail:
    """Mark a mail as printed and given to its person: it never leaves by e-mail any more.

    Refused (409): one that was sent, handed over or called off.
    """
    require(actor, READ)
    row = _waiting(mail)
    row.handed = clock.now()
    row.save(update_fields=["handed"])
    record("tasks.mail.handed", actor=actor, subject=row)
    return row


@transaction.atomic
def try_again(*, actor: Person, mail: Mail) -> Mail:
    """Put a mail that was given up back in line, as if it were new. Refused (409): as ``hand_over``."""
    require(actor, VIEW)
    row = _waiting(mail)
    row.given_up, row.told, row.next_try, row.tries, row.made = None, None, clock.now(), 0, clock.now()
    row.save(update_fields=["given_up", "told", "next_try", "tries", "made"])
    record("tasks.mail.retried", actor=actor, subject=row)
    return row


@transaction.atomic
def call_off(*, actor: Person, mail: Mail) -> Mail:
    """Let nobody receive a mail that waits. Refused (409): as ``hand_over``."""
    require(actor, VIEW)
    row = _waiting(mail)
    row.cancelled = clock.now()
    row.save(update_fields=["cancelled"])
    record("tasks.mail.cancelled", actor=actor, subject=row)
    return row


def _waiting(mail: Mail) -> Mail:
    row = Mail.objects.select_for_update().get(pk=mail.pk)
    if row.cancelled:
        raise RefusedError("cancelled", _("This e-mail was called off."), 409)
    if row.sent or row.handed:
        raise RefusedError("not-waiting", _("This e-mail has already been received."), 409)
    return row
