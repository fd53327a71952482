"""Who may decide, answer and read: what the table of roles cannot say."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from clausier.decisions import terms
from clausier.decisions.models import Appeal, Decision
from clausier.decisions.states import TOLD, Kind, Standing
from clausier.identity.models import DutyHolder, Person
from clausier.identity.permissions import PERMISSIONS, can
from clausier.identity.selectors import with_role
from clausier.lib.refusals import Refusal
from clausier.policy.models import Version
from clausier.policy.selectors import clause_of, policy_of

VIEW, ANSWER, LOOK_UP = "decisions.view", "decisions.appeal.decide", "decisions.enquiry.answer"
# The permission that a decision of each kind takes.
DECIDES = {
    Kind.COMMENT: "moderation.decide",
    Kind.DRAFT: "posts.draft.review",
    Kind.ACCOUNT: "decisions.account.decide",
    Kind.ACCESS: "decisions.access.decide",
    Kind.BREACH: "decisions.breach.decide",
}


def appeal_duty(version: Version, clause: str, channel: str = "") -> str:
    """Return the duty that hears appeals from decisions on a clause, as the cited version says, or ""."""
    said = terms.appeal_of(policy_of(version), clause_of(version, clause), channel)
    return said.by if said else ""


def appeal_deciders(version: Version, clause: str) -> QuerySet[Person]:
    """Return who may hear an appeal from a decision on a clause: its duty, and whoever holds the role."""
    duty = appeal_duty(version, clause)
    held = DutyHolder.objects.standing().filter(duty=duty)
    granted = with_role(*PERMISSIONS[ANSWER])
    return Person.objects.filter(Q(pk__in=granted.values("pk")) | Q(pk__in=held.values("person")))


def can_answer(person: Person, appeal: Appeal) -> Refusal | None:
    """Return why a person may not answer an appeal, or None: nobody hears one from their own decision."""
    decision = appeal.decision
    if appeal.answered:
        return Refusal("answered", _("This appeal has been answered."))
    if person.pk == decision.by_id:
        return Refusal("own-decision", _("You made this decision: another person answers the appeal."))
    if person.pk == decision.second_id:
        return Refusal("own-second", _("You agreed to this decision: another person answers the appeal."))
    if not may_hear(person, decision):
        return Refusal("not-permitted", _("Your roles do not allow this."))
    return None


def can_report(person: Person, decision: Decision) -> bool:
    """Tell whether a person may say what came of a decision."""
    return can(person, DECIDES[Kind(decision.kind)])


def can_undo(person: Person, decision: Decision) -> bool:
    """Tell whether a person may take a decision back: nobody was told of it, and it stands."""
    return can_report(person, decision) and decision.notice not in TOLD and decision.standing == Standing.STANDS


def may_hear(person: Person, decision: Decision) -> bool:
    """Tell whether a person hears appeals from decisions on this clause: by their role, or by the duty it names."""
    if not person.is_active:
        return False
    return can(person, ANSWER) or holds(person, appeal_duty(decision.version, decision.clause))


def may_read(person: Person, decision: Decision) -> bool:
    """Tell whether a person may read the whole story of a decision.

    Those who work with comments read what was decided on comments, and nothing of what is decided on people.
    """
    is_of_the_public = decision.kind == Kind.COMMENT
    return (
        (is_of_the_public and can(person, VIEW))
        or can(person, DECIDES[Kind(decision.kind)])
        or may_hear(person, decision)
    )


def holds(person: Person, duty: str) -> bool:
    """Tell whether a person holds a duty now, first or as a deputy."""
    return bool(duty) and DutyHolder.objects.standing().filter(duty=duty, person=person).exists()
