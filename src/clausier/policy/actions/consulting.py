"""Consulting: a draft is opened to comments by clause, each is answered, and what was asked of whom is recorded."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from clausier.audit.actions import record
from clausier.identity.models import Person
from clausier.identity.permissions import require
from clausier.identity.selectors import today
from clausier.identity.states import Role
from clausier.lib import clock
from clausier.lib.refusals import RefusedError
from clausier.lib.states import moved
from clausier.policy import notifications, selectors
from clausier.policy.actions.approving import bounded
from clausier.policy.actions.drafts import digest_of, locked
from clausier.policy.models import Comment, Consultation, Version
from clausier.policy.permissions import is_consulted
from clausier.policy.selectors import consulting
from clausier.policy.selectors.sources import refuse_errors
from clausier.policy.states import MOVES, OPEN, Consulted


@transaction.atomic
def open_consultation(
    *, actor: Person, version: Version, closes: dt.date, consulted: str = Consulted.OBSERVERS
) -> Version:
    """Open a draft to comments until the end of a day; its text stays as it is meanwhile.

    Raises ValidationError for a day that is over, a text with errors, or people of no kind.
    """
    require(actor, "policy.drafts.edit")
    draft = locked(version)
    draft.status = moved(MOVES, "consult", draft.status)
    if closes < today():
        raise ValidationError({"closes": _("The last day of a consultation is today or later.")})
    refuse_errors(selectors.problems_of(draft))
    draft.closes, draft.consulted = closes, Consulted(consulted)
    draft.save()
    details = {"digest": digest_of(draft.files), "closes": closes.isoformat(), "consulted": draft.consulted}
    record("policy.draft.consulted", actor=actor, subject=draft, details=details)
    notifications.to_comment(draft, consulting.observers_of(draft))
    return draft


@transaction.atomic
def end_consultation(*, actor: Person, version: Version) -> Version:
    """Make a text in consultation a draft again: comments come in no more, and it can be changed."""
    require(actor, "policy.drafts.edit")
    draft = locked(version)
    draft.status = moved(MOVES, "end_consultation", draft.status)
    draft.closes = min(draft.closes or today(), today())
    draft.save()
    said = {"comments": draft.comments.count(), "digest": draft.digest}
    record("policy.draft.consultation-ended", actor=actor, subject=draft, details=said)
    return draft


@transaction.atomic
def comment(*, actor: Person, version: Version, text: str, clause: str = "") -> Comment:
    """Say something of a text in consultation, or of one of its clauses; an observer's comment needs an answer.

    Refused to whoever is not consulted (403), and once its last day is over (409).
    """
    draft = locked(version)
    if not is_consulted(actor, draft):
        raise RefusedError("not-consulted", _("You are not consulted on this text."))
    if not consulting.is_taking_comments(draft):
        raise RefusedError("consultation-over", _("This consultation is over."), 409)
    if clause and selectors.clause_of(draft, clause) is None:
        raise ValidationError({"clause": _("This text has no such clause.")})
    said = Comment.objects.create(
        version=draft,
        person=actor,
        clause=clause,
        text=bounded(text, "text"),
        is_observer=Role.OBSERVER in actor.roles,
    )
    record("policy.comment.written", actor=actor, subject=draft, details={"comment": said.uid, "clause": clause})
    return said


@transaction.atomic
def answer_comment(*, actor: Person, comment: Comment, answer: str) -> Comment:
    """Answer a comment: whoever wrote it reads it, as do all who are consulted.

    Refused (409) for an answered one, and for a text that was adopted or put away.
    """
    require(actor, "policy.drafts.edit")
    found = Comment.objects.select_for_update().select_related("version").get(pk=comment.pk)
    if found.answered or found.version.status not in OPEN:
        raise RefusedError("answered", _("This has been answered in the meantime."), 409)
    if found.person_id == actor.pk:
        raise RefusedError("own", _("Somebody else answers what you wrote yourself."))
    found.answer, found.answered, found.by = bounded(answer, "answer"), clock.now(), actor
    found.save(update_fields=["answer", "answered", "by"])
    record("policy.comment.answered", actor=actor, subject=found.version, details={"comment": found.uid})
    return found


@transaction.atomic
def see_answers(*, actor: Person, version: Version) -> int:
    """Say that one has read the answers to one's comments on a text; return how many there were to read."""
    waiting = Comment.objects.filter(version=version, person=actor, seen=None).exclude(answered=None)
    count = waiting.update(seen=clock.now())
    if count:
        record("policy.answers.seen", actor=actor, subject=version, details={"answers": count})
    return count


@transaction.atomic
def record_consultation(  # noqa: PLR0913  # what a consultation is made of
    *,
    actor: Person,
    version: Version,
    body: str = "",
    first: dt.date | None = None,
    last: dt.date | None = None,
    comments: str = "",
    answers: str = "",
    reason: str = "",
) -> Consultation:
    """Record that a body was consulted on a text that is not adopted yet, or why nobody was.

    Raises ValidationError unless there is a body with its dates, or a reason; for dates to come or in the wrong
    order; for comments without an answer.
    """
    require(actor, "policy.consultation.record")
    draft = locked(version)
    if draft.status not in OPEN:
        raise RefusedError("wrong-state", _("This can no longer be done: somebody has acted in the meantime."), 409)
    said = Consultation(
        version=draft,
        body=" ".join(body.split()),
        first=first,
        last=last or first,
        comments=comments.strip(),
        answers=answers.strip(),
        reason=reason.strip(),
        digest=digest_of(draft.files),
        by=actor,
    )
    _check(said)
    said.save()
    details = {"consultation": said.uid, "digest": said.digest, "consulted": bool(said.body)}
    record("policy.consultation.recorded", actor=actor, subject=draft, details=details)
    return said


def _check(said: Consultation) -> None:
    errors: dict[str, str] = {}
    if said.body and said.reason:
        errors["reason"] = _("Name the body that was consulted, or say why nobody was: not both.")
    elif not said.body and not said.reason:
        errors["body"] = _("Name the body that was consulted, or say below why nobody was.")
    if said.body and said.first is None:
        errors["first"] = _("Give the date, or the first of the dates.")
    if said.first and said.last and said.last < said.first:
        errors["last"] = _("The last date comes before the first one.")
    if said.first and max(said.first, said.last or said.first) > today():
        errors["first"] = _("A consultation is recorded once it has taken place.")
    if said.comments and not said.answers:
        errors["answers"] = _("Say what the body was answered, if only that it was agreed with.")
    if errors:
        raise ValidationError(errors)
