"""Harmless messages lose their author: there is no file on citizens."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef

from clausier.audit import actions as audit
from clausier.chapters.inbox.models import WITH_AUTHOR, Item
from clausier.decisions.models import Decision
from clausier.decisions.states import Kind
from clausier.lib import clock

TERM = timedelta(days=30)  # DESIGN 7, Citizens
PART = 500


def forget() -> int:
    """Take author and handle off messages without finding, 30 days after they arrived; return how many.

    A message on which something was decided keeps them for the term of its decision. Each part has its ledger entry,
    which counts and names nobody.
    """
    total = 0
    while count := _forget_part():
        total += count
    return total


@transaction.atomic
def purge_messages(before: datetime) -> int:
    """Erase what was written in the messages received before a moment; return how many.

    The row stays, empty, for the decisions that name it; one whose decision stands keeps its words for that term.
    """
    decided = Decision.objects.filter(kind=Kind.COMMENT, subject=OuterRef("uid"))
    due = Item.objects.filter(received__lt=before).exclude(text="").exclude(Exists(decided))
    gone = {"text": "", "author": "", "handle": "", "url": "", "verdict": None, "anonymised": clock.now()}
    count = due.update(**gone)
    if count:
        audit.record("inbox.messages.purged", actor=audit.PROGRAM, subject="inbox", details={"items": count})
    return count


@transaction.atomic
def _forget_part() -> int:
    now = clock.now()
    decided = Decision.objects.filter(kind=Kind.COMMENT, subject=OuterRef("uid"))
    due = Item.objects.filter(WITH_AUTHOR, received__lt=now - TERM).exclude(Exists(decided))
    keys = list(due.order_by("received").values_list("pk", flat=True)[:PART])
    count = Item.objects.filter(pk__in=keys).update(author="", handle="", anonymised=now)
    if count:
        audit.record("inbox.authors.forgotten", actor=audit.PROGRAM, subject="inbox", details={"items": count})
    return count
