"""To ask where a comment went without a notice in hand, and to answer whoever asks."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clausier.audit.actions import PUBLIC, record
from clausier.decisions import notifications, passes
from clausier.decisions.actions.appeals import lodge_appeal
from clausier.decisions.models import Decision, Enquiry
from clausier.decisions.permissions import LOOK_UP
from clausier.decisions.selectors import matching
from clausier.identity.models import Person
from clausier.identity.permissions import require
from clausier.lib import clock
from clausier.lib.refusals import RefusedError


@transaction.atomic
def ask(*, place: str, name: str, words: str, text: str, contact: str, language: str) -> Enquiry:  # noqa: PLR0913
    """Keep what somebody remembers of a comment; the same is done and said whether or not a decision matches.

    Who left an e-mail address gets one mail either way, and the notice opens from it when one matches. Whoever left
    something else, or reasons to object, is answered by a person.
    """
    found = matching(url=place, handle=name, words=words)
    by_mail = notifications.is_email(contact)
    is_over = found is not None and by_mail and not text
    enquiry = Enquiry.objects.create(
        place=place,
        name=name,
        words=words,
        text=text,
        contact=contact,
        language=language,
        decision=found,
        closed=clock.now() if is_over else None,
    )
    record("decisions.enquiry.made", actor=PUBLIC, subject=enquiry)
    if by_mail:
        notifications.enquiry_looked_up(enquiry, passes.new_pass(found, passes.BY_MAIL) if found else "")
    return enquiry


@transaction.atomic
def answer_enquiry(*, actor: Person, enquiry: Enquiry, answer: str, decision: Decision | None = None) -> Enquiry:
    """Close an enquiry with a written answer; with a decision, its notice is handed over and the reasons are lodged.

    Refused without the right, once it is answered, when the objection cannot be lodged (too late, made already), and
    to whoever made or seconded the decision that it matches: they would close the door on their own act.
    """
    require(actor, LOOK_UP)
    locked = Enquiry.objects.select_for_update(of=("self",)).get(pk=enquiry.pk)
    if locked.closed:
        raise RefusedError("answered", _("Somebody has answered this already."), 409)
    if locked.decision and actor.pk in (locked.decision.by_id, locked.decision.second_id):
        raise RefusedError("own-decision", _("You made this decision or agreed to it: another person answers."))
    if not answer.strip():
        raise ValidationError({"answer": _("Write the answer: whoever asked will read it.")})
    locked.decision, locked.by, locked.closed, locked.answer = decision, actor, clock.now(), answer.strip()
    locked.save()
    if decision and locked.text:
        lodge_appeal(decision=decision, text=locked.text, contact=locked.contact, language=locked.language, actor=actor)
    record("decisions.enquiry.answered", actor=actor, subject=locked, details={"found": bool(decision)})
    notifications.enquiry_answered(locked, passes.new_pass(decision, passes.BY_MAIL) if decision else "")
    return locked
