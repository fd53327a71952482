"""Agreeing: who approves, step after step; a text is approved or sent back, here or from outside by a link."""

import hmac
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from clausier.audit.actions import PUBLIC, record
from clausier.identity.actions import make_link, spend_link
from clausier.identity.models import Link, Organization, Person
from clausier.identity.permissions import require
from clausier.lib import clock
from clausier.lib.refusals import RefusedError
from clausier.lib.states import moved
from clausier.lib.tokens import digest as digest_of
from clausier.lib.tokens import new_letters
from clausier.policy import notifications
from clausier.policy.actions.proposals import marks, proposed, refuse_overtaken, undo
from clausier.policy.models import OUTSIDE_LASTS, Approval, ApprovalPlan, OutsideApprover, Rejection, Version
from clausier.policy.selectors import agreeing
from clausier.policy.states import MOVES

PURPOSE = "approve-policy"
CODE, CODE_LASTS, TRIES = 6, timedelta(minutes=30), 5
MAX_STEPS, LONGEST = 5, 5_000


@transaction.atomic
def save_plan(*, actor: Person, steps: Sequence[Mapping[str, Any]]) -> ApprovalPlan:
    """Set who approves the texts that are proposed from now on; those that wait keep the plan they were proposed under.

    Raises ValidationError for no step, too many, or one that asks for more people than it names.
    """
    require(actor, "policy.approvers.edit")
    Organization.objects.select_for_update().first()
    last = agreeing.plan_now()
    said = [_step(number, step) for number, step in enumerate(steps, 1)]
    if not 0 < len(said) <= MAX_STEPS:
        raise ValidationError(_("A plan has from one to %(limit)s steps.") % {"limit": MAX_STEPS})
    if last and last.steps == said:
        return last
    saved = ApprovalPlan.objects.create(number=last.number + 1 if last else 1, steps=said, by=actor)
    details = {
        "number": saved.number,
        "steps": [{key: step[key] for key in ("duties", "need", "outside")} for step in said],
    }
    record("policy.plan.saved", actor=actor, subject=saved, details=details)
    return saved


@transaction.atomic
def approve(*, actor: Person, version: Version, digest: str = "") -> Approval:
    """Agree to a proposal as it stands, its level included; whoever wrote in it may not.

    ``digest`` is that of the text that was read, where there is one: another text is not the one agreed to (409).
    Refused out of turn (409), and to whoever the steps do not name.
    """
    require(actor, "policy.version.approve")
    draft = proposed(version)
    if draft.is_by(actor):
        raise RefusedError("own-text", _("Nobody approves their own text: another person must."))
    if digest and digest != draft.digest:
        raise RefusedError("changed-meanwhile", _("The text has changed since it was shown to you."), 409)
    refuse_overtaken(draft)
    given = draft.approvals.filter(person=actor).first()
    if given:
        return given
    approval = Approval.objects.create(version=draft, person=actor, digest=draft.digest, step=_turn(actor, draft))
    record("policy.version.approved", actor=actor, subject=draft, details=marks(draft) | {"step": approval.step})
    _tell_next(draft, approval)
    return approval


@transaction.atomic
def reject(*, actor: Person, version: Version, reason: str, digest: str = "") -> Rejection:
    """Send a proposal back to its author with a reason: it is a draft again, and what was agreed to is void.

    Refused as an approval is. Raises ValidationError without a reason.
    """
    require(actor, "policy.version.approve")
    draft = proposed(version)
    if draft.is_by(actor):
        raise RefusedError("own-text", _("You wrote in this text: take it back instead."))
    if digest and digest != draft.digest:
        raise RefusedError("changed-meanwhile", _("The text has changed since it was shown to you."), 409)
    _turn(actor, draft)
    said = bounded(reason, "reason")
    return _sent_back(draft, Rejection(version=draft, person=actor, digest=draft.digest, reason=said), actor)


@transaction.atomic
def ask_outside(  # noqa: PLR0913  # whom to ask
    *, actor: Person, version: Version, name: str, email: str, capacity: str, language: str = "fr"
) -> OutsideApprover:
    """Ask somebody from outside to agree to a proposal, by a link that is sent to them; it serves for this text alone.

    Refused when the open step takes nobody from outside, or when there is none (409). Raises ValidationError for an
    address that somebody here has, or that was asked already.
    """
    require(actor, "policy.version.adopt")
    draft = proposed(version)
    step = agreeing.open_step(agreeing.steps_of(draft))
    if step is None or not step.outside:
        raise RefusedError("not-outside", _("The steps of approval take nobody from outside here."), 409)
    if Person.objects.filter(email__iexact=email, is_active=True).exists():
        raise ValidationError({"email": _("Somebody here has this address: give them the role of approver instead.")})
    if any(each.email.casefold() == email.casefold() and each.is_waiting for each in step.outsiders):
        raise ValidationError({"email": _("This person was asked already: the letter is on its way.")})
    outsider = OutsideApprover.objects.create(
        version=draft,
        digest=draft.digest,
        step=step.rank,
        name=_short(name, "name"),
        email=email,
        capacity=_short(capacity, "capacity"),
        language=language,
        by=actor,
    )
    token = make_link(purpose=PURPOSE, subject=outsider.uid, lasts=OUTSIDE_LASTS)
    notifications.outside_asked(outsider, token)
    details = marks(draft) | {"outsider": outsider.uid, "step": step.rank, "by_writer": draft.is_by(actor)}
    record("policy.outsider.asked", actor=actor, subject=draft, details=details)
    return outsider


@transaction.atomic
def send_code(outsider: OutsideApprover) -> None:
    """Send a new code to the address of somebody from outside: with the link, it lets them answer.

    Refused (409) for an answered one. Raises ValidationError within a minute of the last one.
    """
    found = _unanswered(outsider)
    if found.coded and clock.now() - found.coded < timedelta(minutes=1):
        raise ValidationError(_("A code has just been sent: wait a minute before asking for another."))
    code = new_letters(CODE)
    found.code, found.coded, found.tries = digest_of(code), clock.now(), 0
    found.save(update_fields=["code", "coded", "tries"])
    notifications.outside_code(found, code)


def answer_outside(*, link: Link, outsider: OutsideApprover, code: str, digest: str, reason: str = "") -> bool:
    """Take the answer of somebody from outside: an approval, or with a reason a refusal; tell whether it is one.

    A wrong code is counted and told (ValidationError); after five, another must be sent. Refused (409) when the link
    is spent, when the text is no longer the one that they were asked about.
    """
    if not _is_code(outsider, code):
        raise ValidationError(
            {"code": _("This is not the code that was sent last, or it is too old. Ask for another.")}
        )
    with transaction.atomic():
        draft, found = proposed(outsider.version), _unanswered(outsider)
        if not (agreeing.is_asked_of(found, draft) and digest == draft.digest):
            raise RefusedError("changed-meanwhile", _("The text has changed since it was shown to you."), 409)
        refuse_overtaken(draft)
        if not reason:
            _refuse_other_step(draft, found)
        spend_link(link)
        found.answered = clock.now()
        found.code = ""
        found.save(update_fields=["answered", "code"])
        said = marks(draft) | {"outsider": found.uid, "step": found.step}
        if reason:
            text = bounded(reason, "reason")
            _sent_back(draft, Rejection(version=draft, outsider=found, digest=draft.digest, reason=text), PUBLIC)
            return False
        approval = Approval.objects.create(version=draft, outsider=found, digest=draft.digest, step=found.step)
        record("policy.outsider.approved", actor=PUBLIC, subject=draft, details=said)
        _tell_next(draft, approval)
        return True


def bounded(text: str, field: str) -> str:
    """Return what somebody wrote, within bounds. Raises ValidationError for nothing, or too much."""
    words = text.replace("\0", "").replace("\r\n", "\n").strip()
    if not words:
        raise ValidationError({field: _("Write a few words.")})
    if len(words) > LONGEST:
        raise ValidationError({field: _("At most %(limit)s characters.") % {"limit": LONGEST}})
    return words


def _turn(actor: Person, draft: Version) -> int:
    """Return the step that somebody answers for now; refuse out of turn, and to whoever no step names."""
    steps = agreeing.steps_of(draft)
    step = agreeing.step_for(actor, steps)
    if step is None and agreeing.is_later(actor, steps):
        raise RefusedError("out-of-order", _("It is not your turn yet: an earlier step comes first."), 409)
    if step is None:
        raise RefusedError("not-named", _("The steps of approval of this text do not name you."))
    return step.rank


def _tell_next(draft: Version, approval: Approval) -> None:
    """Write to whoever comes next, where an approval has just met its step: the next step, or else the author."""
    steps = agreeing.steps_of(draft)
    if len(steps[approval.step].approvals) != steps[approval.step].need:
        return
    if agreeing.open_step(steps):
        notifications.to_approve(draft, agreeing.asked_now(draft))
    else:
        notifications.agreed_to(draft)


def _sent_back(draft: Version, rejection: Rejection, actor: Person | str) -> Rejection:
    """Make a refused proposal a draft again, and keep why."""
    draft.status = moved(MOVES, "reject", draft.status)
    rejection.save()
    details = marks(draft) | {"rejection": rejection.uid}
    undo(draft)
    act = "policy.version.rejected" if rejection.person else "policy.outsider.rejected"
    record(act, actor=actor, subject=draft, details=details)
    notifications.rejected(rejection)
    return rejection


def _refuse_other_step(draft: Version, outsider: OutsideApprover) -> None:
    """Refuse somebody from outside whose step is met already, is not open yet, or takes nobody from outside now."""
    step = agreeing.open_step(agreeing.steps_of(draft))
    if step is None or step.rank != outsider.step or not step.outside:
        sentence = _("Your answer is no longer waited for: somebody else has answered, or the steps have changed.")
        raise RefusedError("not-waited-for", sentence, 409)


def _unanswered(outsider: OutsideApprover) -> OutsideApprover:
    found = OutsideApprover.objects.select_for_update().get(pk=outsider.pk)
    if found.answered:
        raise RefusedError("answered", _("You have answered already."), 409)
    return found


def _is_code(outsider: OutsideApprover, code: str) -> bool:
    """Tell whether a code is the one sent last; a wrong one is counted in a transaction of its own."""
    with transaction.atomic():
        found = OutsideApprover.objects.select_for_update().get(pk=outsider.pk)
        is_good = found.coded is not None and clock.now() - found.coded < CODE_LASTS and found.tries < TRIES
        said = digest_of(code.strip().upper().replace(" ", ""))
        if is_good and found.code and hmac.compare_digest(found.code, said):
            return True
        found.tries += 1
        found.save(update_fields=["tries"])
        return False


def _step(number: int, step: Mapping[str, Any]) -> dict[str, Any]:
    people, duties, need = sorted(step["people"]), sorted(step["duties"]), int(step["need"])
    known = {person.uid for person in agreeing.approvers()}
    if set(people) - known:
        raise ValidationError(_("Step %(number)s names somebody who is no approver.") % {"number": number})
    if not 0 < need <= 20:  # noqa: PLR2004
        raise ValidationError(_("Step %(number)s asks for one person at least.") % {"number": number})
    if people and not duties and need > len(people):
        raise ValidationError(_("Step %(number)s asks for more people than it names.") % {"number": number})
    return {"people": people, "duties": duties, "need": need, "outside": bool(step["outside"])}


def _short(text: str, field: str) -> str:
    said = " ".join(text.split())
    if not said:
        raise ValidationError({field: _("Write a few words.")})
    return said
