"""To answer an appeal: another person, in writing."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clausier.audit.actions import record
from clausier.decisions import notifications
from clausier.decisions.actions.deciding import restored
from clausier.decisions.events import decision_overturned
from clausier.decisions.models import Appeal, Decision
from clausier.decisions.permissions import can_answer
from clausier.decisions.states import MOVES, OUTCOMES, Notice, Standing
from clausier.identity.models import Person
from clausier.lib import clock
from clausier.lib.refusals import RefusedError
from clausier.lib.states import moved


@transaction.atomic
def answer_appeal(*, actor: Person, appeal: Appeal, outcome: str, answer: str) -> Decision:
    """Uphold or overturn the decision of an appeal, with a written answer; return the decision that stands.

    An overturned one keeps its words: a new decision puts its subject back, and the rooms above are told.
    Refused to whoever decided or seconded it, without the role or the duty, and once it is answered.
    """
    locked = Appeal.objects.select_for_update(of=("self",)).select_related("decision__version").get(pk=appeal.pk)
    refusal = can_answer(actor, locked)
    if refusal:
        raise RefusedError(*refusal, 409 if refusal.code == "answered" else 403)
    if outcome not in OUTCOMES:
        raise ValidationError({"outcome": _("Choose one of the answers.")})
    if not answer.strip():
        raise ValidationError({"answer": _("Write the reason: whoever appealed will read it.")})
    _close(locked, actor, outcome, answer.strip())
    told = notifications.appeal_answered(locked)
    return _overturned(locked, actor, told=told) if outcome == Standing.OVERTURNED else locked.decision


def _close(appeal: Appeal, actor: Person, outcome: str, answer: str) -> None:
    decision = Decision.objects.select_for_update(of=("self",)).get(pk=appeal.decision_id)
    decision.standing = moved(MOVES, "overturn" if outcome == Standing.OVERTURNED else "uphold", decision.standing)
    decision.save(update_fields=["standing"])
    appeal.decision = decision
    appeal.by, appeal.outcome, appeal.answer, appeal.answered = actor, outcome, answer, clock.now()
    appeal.save(update_fields=["by", "outcome", "answer", "answered"])
    details = {"decision": decision.uid, "outcome": outcome}
    record("decisions.appeal.answered", actor=actor, subject=appeal, details=details)


def _overturned(appeal: Appeal, actor: Person, *, told: bool) -> Decision:
    notice = Notice.DELIVERED if told else Notice.PENDING
    new = restored(appeal.decision, actor=actor, facts=appeal.answer, notice=notice)
    decision_overturned.send(sender=Decision, decision=appeal.decision, by=new)
    return new
