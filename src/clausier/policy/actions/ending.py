"""Ending and keeping alive: a clause or the whole policy is repealed, and the policy is reviewed on time."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from clausier.audit.actions import record
from clausier.document.writing import EditRefusedError, without_value
from clausier.identity.models import Person
from clausier.identity.permissions import can, require
from clausier.identity.selectors import zone
from clausier.lib import clock
from clausier.lib.refusals import RefusedError
from clausier.policy import notifications, selectors
from clausier.policy.actions.adoption import moment_of
from clausier.policy.actions.approving import bounded
from clausier.policy.actions.drafts import save_draft, start_draft
from clausier.policy.actions.proposals import line_up
from clausier.policy.models import Repeal, Review, Version
from clausier.policy.selectors import reviewing


@transaction.atomic
def repeal_clause(*, actor: Person, clause: str, reason: str) -> Version:
    """Start a draft of the last adopted version without a clause; the reason stays with it, and is published.

    It is approved and adopted as any other text, for a date. Refused (409) when no version has the clause. Raises
    ValidationError without a reason, or when the clause cannot be taken out of its file line by line.
    """
    require(actor, "policy.drafts.edit")
    base = selectors.base_of()
    found = selectors.clause_of(base, clause) if base else None
    if base is None or found is None:
        raise RefusedError("no-clause", _("The last adopted version has no such clause."), 409)
    said = bounded(reason, "reason")
    number = selectors.policy_of(base).numbers()[clause]
    draft = start_draft(actor=actor, title=_("Repeal of article %(number)s") % {"number": number})
    path = selectors.folder_of(base).place("clause", clause).file
    try:
        text = without_value(draft.files[path], path, ("clauses", clause))
    except EditRefusedError:
        raise ValidationError({"reason": _("This clause cannot be taken out by itself: edit its chapter.")}) from None
    draft = save_draft(actor=actor, version=draft, files=draft.files | {path: text}, revision=draft.revision)
    draft.removals = {clause: said}
    draft.save(update_fields=["removals"])
    record("policy.clause.repeal-started", actor=actor, subject=draft, details={"clause": clause})
    return draft


@transaction.atomic
def say_why_removed(*, actor: Person, version: Version, clause: str, reason: str) -> Version:
    """Keep why a clause that a draft no longer has is repealed."""
    require(actor, "policy.drafts.edit")
    draft = Version.objects.select_for_update().get(pk=version.pk)
    base = selectors.base_of()
    if base is None or selectors.clause_of(base, clause) is None or selectors.clause_of(draft, clause):
        raise ValidationError({"clause": _("This text does not take that clause away.")})
    draft.removals = draft.removals | {clause: bounded(reason, "reason")}
    draft.save(update_fields=["removals"])
    record("policy.clause.repeal-started", actor=actor, subject=draft, details={"clause": clause})
    return draft


@transaction.atomic
def state_repeal(*, actor: Person, reason: str, ends: dt.date | dt.datetime) -> Repeal:
    """Ask that the last adopted version cease to be in force on a date, with nothing in its place.

    Another person agrees to it. Refused without a version, or when it was asked already (409). Raises ValidationError
    for a past date, one before that of the version, or without a reason.
    """
    require(actor, "policy.version.adopt")
    line_up()
    last = selectors.base_of()
    if last is None or last.in_force_from is None:
        raise RefusedError("no-version", _("No version is adopted: there is nothing to repeal."), 409)
    if Repeal.objects.filter(version=last).exists():
        raise RefusedError("asked-already", _("The repeal of this version was asked for already."), 409)
    moment, said = moment_of(ends), bounded(reason, "reason")
    if moment.astimezone(zone()).date() < clock.now().astimezone(zone()).date():
        raise ValidationError({"ends": _("A version ceases to be in force today or later.")})
    if moment < last.in_force_from and last.in_force_from > clock.now():
        raise ValidationError({"ends": _("This version comes into force later than that: choose a later day.")})
    repeal = Repeal.objects.create(version=last, reason=said, ends=moment, by=actor)
    record("policy.repeal.stated", actor=actor, subject=repeal, details=_marks(repeal))
    return repeal


@transaction.atomic
def agree_repeal(*, actor: Person, repeal: Repeal) -> Repeal:
    """Agree to a repeal that somebody else asked for: from its date, no version is in force.

    A day that has passed meanwhile stands for now. Refused to whoever asked for it, and when another version was
    adopted since (409).
    """
    require(actor, "policy.version.approve")
    line_up()
    found = _waiting(repeal)
    if found.by_id == actor.pk:
        raise RefusedError("own-act", _("You asked for this repeal: another person must agree to it."))
    last = selectors.base_of()
    if last is None or last.pk != found.version_id:
        raise RefusedError("overtaken", _("Another version was adopted meanwhile: this repeal is void."), 409)
    found.second, found.agreed = actor, clock.now()
    found.ends = max(found.ends, found.agreed)
    found.save(update_fields=["second", "agreed", "ends"])
    record("policy.repeal.agreed", actor=actor, subject=found, details=_marks(found))
    return found


@transaction.atomic
def drop_repeal(*, actor: Person, repeal: Repeal) -> None:
    """Give up a repeal that nobody has agreed to yet: whoever asked for it may, and whoever was to agree."""
    require(actor, "policy.version.adopt")
    found = _waiting(repeal)
    record("policy.repeal.dropped", actor=actor, subject=found, details=_marks(found))
    found.delete()


@transaction.atomic
def record_review(*, actor: Person, note: str) -> Review:
    """Record that the policy in force was looked at again and stays as it is: its next term runs from now.

    Authors, approvers, and whoever holds the duty that the policy names may. Refused without a version (409).
    """
    version, due = selectors.in_force(), reviewing.review_now()
    if not can(actor, "policy.version.adopt") and not (due and actor in due.asked):
        raise RefusedError("not-permitted", _("Your roles do not allow this."))
    if version is None:
        raise RefusedError("no-version", _("No version is in force: there is nothing to review."), 409)
    review = Review.objects.create(version=version, note=bounded(note, "note"), by=actor)
    Version.objects.filter(pk=version.pk).update(reminded=None)
    record("policy.review.recorded", actor=actor, subject=version, details={"review": review.uid})
    return review


@transaction.atomic
def remind_review(at: dt.datetime | None = None) -> int:
    """Write to whoever reviews the policy: a month before its day, on it, then each month; return how many letters."""
    now, due = at or clock.now(), reviewing.review_now()
    if due is None or not due.is_to_be_reminded(now):
        return 0
    told = [person for person in due.asked if person.mailbox]
    for person in told:
        notifications.review_due(person, due)
    Version.objects.filter(pk=due.version.pk).update(reminded=now)
    return len(told)


def _waiting(repeal: Repeal) -> Repeal:
    found = Repeal.objects.select_for_update(of=("self",)).select_related("version").filter(pk=repeal.pk, agreed=None)
    waiting = found.first()
    if waiting is None:
        raise RefusedError("agreed-already", _("This repeal was agreed to, or given up, in the meantime."), 409)
    return waiting


def _marks(repeal: Repeal) -> dict[str, object]:
    version = repeal.version
    return {"version": version.uid, "number": version.number, "ends": repeal.ends.isoformat()}
