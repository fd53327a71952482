"""To erase what is past its term."""

from datetime import datetime

from django.db import transaction

from clausier.audit.actions import PROGRAM, record
from clausier.decisions.models import Appeal, Decision, Enquiry
from clausier.decisions.states import Standing


@transaction.atomic
def purge_decisions(before: datetime) -> int:
    """Erase the decisions made before a moment, with their appeals, and return how many.

    One under appeal stays, and so does one that a later decision that stays replaces: a story is erased whole.
    """
    old = Decision.objects.filter(at__lt=before).exclude(standing=Standing.APPEALED).order_by("-at", "-pk")
    count = 0
    for decision in old:
        if not Decision.objects.filter(replaces=decision).exists():
            Appeal.objects.filter(decision=decision).delete()
            decision.delete()
            count += 1
    if count:
        record("decisions.decision.purged", actor=PROGRAM, subject=PROGRAM, details={"count": count})
    return count


@transaction.atomic
def purge_enquiries(before: datetime) -> int:
    """Erase what people asked before a moment and was answered, and return how many."""
    count = Enquiry.objects.filter(at__lt=before).exclude(closed=None).delete()[0]
    if count:
        record("decisions.enquiry.purged", actor=PROGRAM, subject=PROGRAM, details={"count": count})
    return count
