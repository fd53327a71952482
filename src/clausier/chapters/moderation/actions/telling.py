"""How the author was told: once it is said, the key of the slip is nowhere but in their hands."""

from datetime import timedelta

from django.db import transaction

from clausier.audit import actions as audit
from clausier.chapters.moderation.models import Act
from clausier.decisions import actions as decisions
from clausier.decisions.models import Decision
from clausier.decisions.states import Notice
from clausier.identity.models import Person
from clausier.identity.permissions import require
from clausier.lib import clock

KEPT = timedelta(days=14)  # how long a key waits for somebody to hand it over


@transaction.atomic
def notice_given(*, actor: Person, decision: Decision, notice: str, why: str = "") -> Decision:
    """Keep how the author was told, and erase the key that waited to be handed over.

    Raises ValidationError for *not possible* without its reason. Refused to whoever may not decide.
    """
    require(actor, "moderation.decide")
    told = decisions.report_notice(actor=actor, decision=decision, notice=notice, why=why)
    if told.notice != Notice.PENDING:
        Act.objects.filter(decision=told).update(sealed=None)
    return told


@transaction.atomic
def forget_keys() -> int:
    """Erase the keys that nobody has handed over for 14 days; return how many.

    The reference still leads to the public part of the decision, and its author can still ask where the comment went.
    """
    count = Act.objects.filter(at__lt=clock.now() - KEPT).exclude(sealed=None).update(sealed=None)
    if count:
        audit.record("moderation.keys.forgotten", actor=audit.PROGRAM, subject="moderation", details={"keys": count})
    return count
