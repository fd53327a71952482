"""What came of a decision on the network, and how its author was told."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clausier.audit.actions import PROGRAM, record
from clausier.decisions.models import Decision
from clausier.decisions.permissions import DECIDES
from clausier.decisions.states import TOLD, Done, Kind, Notice
from clausier.identity.models import Person
from clausier.identity.permissions import require
from clausier.lib.refusals import RefusedError


@transaction.atomic
def report_done(*, actor: Person | None, decision: Decision, done: str, seen_by_after: str = "") -> Decision:
    """Keep what came of the effect wanted, and who still sees the subject; ``actor`` None is the program.

    Refused without the right to decide on its kind. The decision itself does not change.
    """
    if actor:
        require(actor, DECIDES[Kind(decision.kind)])
    if done not in Done.values:
        raise ValidationError({"done": _("Choose one of the answers.")})
    decision.effect_done = done
    decision.seen_by_after = seen_by_after or decision.seen_by_after
    decision.save(update_fields=["effect_done", "seen_by_after"])
    record("decisions.effect.reported", actor=actor or PROGRAM, subject=decision, details={"done": done})
    return decision


@transaction.atomic
def report_notice(*, actor: Person | None, decision: Decision, notice: str, why: str = "") -> Decision:
    """Keep how the author was told; ``actor`` None is the program.

    Refused without the right to decide on its kind, and once its author was told (409): nobody is untold. Raises
    ValidationError for *not possible* without its reason.
    """
    if actor:
        require(actor, DECIDES[Kind(decision.kind)])
    decision = Decision.objects.select_for_update(of=("self",)).get(pk=decision.pk)
    if decision.notice in TOLD and notice not in TOLD:
        raise RefusedError("told", _("Its author has been told: this cannot be taken back."), 409)
    if notice not in Notice.values:
        raise ValidationError({"notice": _("Choose one of the answers.")})
    if notice == Notice.NOT_POSSIBLE and not why.strip():
        raise ValidationError({"why": _("Say why its author could not be told.")})
    decision.notice = notice
    decision.notice_why = why.strip()
    decision.save(update_fields=["notice", "notice_why"])
    record("decisions.notice.reported", actor=actor or PROGRAM, subject=decision, details={"notice": notice})
    return decision
