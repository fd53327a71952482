"""Questions and concerns about the policy, and their answers."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clausier.audit.actions import PROGRAM, record
from clausier.chapters.ambassadors import notifications
from clausier.chapters.ambassadors.models import Remark
from clausier.chapters.ambassadors.selectors import readable_by, representatives
from clausier.identity.models import Person
from clausier.lib import clock
from clausier.lib.refusals import RefusedError
from clausier.policy.models import Version
from clausier.policy.selectors import clause_of, in_force

LONGEST = 5_000


@transaction.atomic
def ask(*, person: Person, text: str, clause: str = "", version: Version | None = None) -> Remark:
    """Afterwards a question waits for whoever is in charge of the policy, among what is asked of them.

    Refused: an empty text, a clause that the version does not have, no version in force.
    """
    return _write(person, (Remark.Kind.QUESTION, Remark.To.OWNER), text, clause, version)


@transaction.atomic
def raise_concern(
    *, person: Person, text: str, clause: str = "", to: str = Remark.To.OWNER, version: Version | None = None
) -> Remark:
    """Afterwards a concern waits for whoever is in charge, or for the representative and nobody else.

    One for the representative leaves neither name nor clause in the ledger. Refused as a question is, and when it is
    for the representative and nobody holds that duty.
    """
    if to == Remark.To.REPRESENTATIVE and not representatives():
        raise RefusedError("no-representative", _("Nobody holds the duty of representative for now."), 409)
    return _write(person, (Remark.Kind.CONCERN, Remark.To(to)), text, clause, version)


@transaction.atomic
def answer_remark(*, actor: Person, remark: Remark, answer: str) -> Remark:
    """Afterwards the remark has its answer, and the person was told of it by mail where they have an address.

    Refused: a remark that is not for the actor to read, one's own, one that has been answered, an empty answer.
    """
    found = readable_by(actor).select_for_update(of=("self",)).filter(pk=remark.pk).first()
    if found is None:
        raise RefusedError("not-permitted", _("This is not for you to answer."))
    if found.person == actor:
        raise RefusedError("own", _("Somebody else answers what you wrote yourself."))
    if found.answered:
        raise RefusedError("answered", _("This has been answered in the meantime."), 409)
    found.answer, found.answered, found.by = _bounded(answer, "answer"), clock.now(), actor
    found.save(update_fields=["answer", "answered", "by"])
    is_private = found.to == Remark.To.REPRESENTATIVE
    record("ambassadors.remark.answered", actor=PROGRAM if is_private else actor, subject=found)
    notifications.answered(found)
    return found


def _write(
    person: Person, way: tuple[Remark.Kind, Remark.To], text: str, clause: str, version: Version | None
) -> Remark:
    kind, to = way
    version = version or in_force()
    if version is None:
        raise RefusedError("no-policy", _("No policy is in force yet."), 409)
    if clause and clause_of(version, clause) is None:
        raise ValidationError({"clause": _("The version in force has no such clause.")})
    words = _bounded(text, "text")
    remark = Remark.objects.create(person=person, version=version, kind=kind, to=to, text=words, clause=clause)
    if to == Remark.To.REPRESENTATIVE:
        # The ledger is read by others: it says that something was written, and neither by whom nor on what.
        record("ambassadors.concern.entrusted", actor=PROGRAM, subject=remark)
    else:
        details = {"kind": kind, "clause": clause, "version": version.number}
        record("ambassadors.remark.written", actor=person, subject=remark, details=details)
    return remark


def _bounded(text: str, field: str) -> str:
    words = text.strip()
    if not words:
        raise ValidationError({field: _("Write a few words.")})
    if len(words) > LONGEST:
        raise ValidationError({field: _("At most %(limit)s characters.") % {"limit": LONGEST}})
    return words
