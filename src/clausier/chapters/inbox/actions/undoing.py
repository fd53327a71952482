"""A batch received by mistake is undone, while nothing was decided on it."""

from django.db import transaction
from django.db.models.deletion import ProtectedError
from django.utils.translation import gettext_lazy as _

from clausier.audit import actions as audit
from clausier.chapters.inbox.events import items_undone
from clausier.chapters.inbox.models import Batch, Item
from clausier.chapters.inbox.selectors import is_decided_on
from clausier.identity.models import Person
from clausier.identity.permissions import require
from clausier.lib import clock
from clausier.lib.refusals import RefusedError


@transaction.atomic
def undo_batch(*, actor: Person, batch: Batch) -> Batch:
    """Erase the messages that a batch brought; the batch and its counts stay.

    Refused to whoever may not receive, for a batch already undone, and as soon as something was decided on one of its
    messages.
    """
    require(actor, "inbox.receive")
    locked = Batch.objects.select_for_update().get(pk=batch.pk)
    if locked.undone:
        raise RefusedError("wrong-state", _("This batch has already been undone."), 409)
    if is_decided_on(locked):
        raise RefusedError("decided", _("Something was decided on one of these messages: they stay."), 409)
    gone = _erase(locked)
    locked.undone = clock.now()
    locked.told = []
    locked.save(update_fields=["undone", "told"])
    audit.record("inbox.batch.undone", actor=actor, subject=locked, details={"items": gone})
    return locked


def _erase(batch: Batch) -> int:
    items = Item.objects.filter(batch=batch)
    items_undone.send(sender=Item, items=items)
    Item.objects.filter(parent__in=items).exclude(batch=batch).update(parent=None)
    count = items.count()
    try:
        items.delete()
    except ProtectedError:
        raise RefusedError("in-use", _("Somebody is working on one of these messages: they stay."), 409) from None
    return count
