"""What waits for a person: appeals, what people ask to be looked up; and what each may open."""

from collections.abc import Iterator

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from clausier.decisions.models import Appeal, Decision, Enquiry
from clausier.decisions.permissions import (
    ANSWER,
    LOOK_UP,
    VIEW,
    appeal_deciders,
    can_answer,
    may_read,
)
from clausier.decisions.terms import appeal_of
from clausier.identity.duties import Duty
from clausier.identity.models import DutyHolder, Person
from clausier.identity.permissions import can
from clausier.policy.selectors import in_force, policy_of

LATELY = 20
NAMES = "identity.duties.assign"


def open_appeals() -> QuerySet[Appeal]:
    """Return the appeals that wait, the most pressing first."""
    waiting = Appeal.objects.filter(answered=None).select_related("decision__version", "decision__by")
    return waiting.order_by("due", "at")


def answered_appeals() -> QuerySet[Appeal]:
    """Return the last appeals that were answered."""
    answered = Appeal.objects.exclude(answered=None).select_related("decision__version", "by")
    return answered.order_by("-answered")[:LATELY]


def open_enquiries() -> QuerySet[Enquiry]:
    """Return what people asked to be looked up and nobody has."""
    return Enquiry.objects.filter(closed=None).select_related("decision")


def hears(person: Person) -> bool:
    """Tell whether the list of appeals is open to a person."""
    return can(person, VIEW) or can(person, ANSWER) or _holds_the_duty(person)


def appeal_for(person: Person, uid: str) -> Appeal:
    """Return an appeal that a person may read. Raises Http404 for any other."""
    appeal = get_object_or_404(Appeal.objects.select_related("decision__version", "decision__by", "by"), uid=uid)
    if not may_read(person, appeal.decision):
        raise Http404
    return appeal


def enquiry_for(person: Person, uid: str) -> Enquiry:
    """Return an enquiry that a person may look up. Raises Http404 for any other."""
    if not can(person, LOOK_UP):
        raise Http404
    return get_object_or_404(Enquiry.objects.select_related("decision", "by"), uid=uid)


def story_for(person: Person, reference: str) -> Decision:
    """Return a decision whose whole story a person may read. Raises Http404 for any other."""
    whole = Decision.objects.select_related("version", "by", "second", "replaces")
    decision = get_object_or_404(whole, reference=reference.upper())
    if not may_read(person, decision):
        raise Http404
    return decision


def duties_of(person: Person) -> Iterator[Duty]:
    """Return what decisions ask of a person: the appeals that only others may not answer, and what to look up."""
    for appeal in open_appeals() if can(person, ANSWER) or person.held_duties.exists() else ():
        if can_answer(person, appeal) is None:
            title = _("Answer the appeal of %(reference)s") % {"reference": appeal.decision.reference}
            url = reverse("appeal", args=[appeal.uid])
            yield Duty(f"appeal:{appeal.uid}", title, appeal.decision.clause, appeal.due, url, risk=2)
    if can(person, NAMES):
        yield from _unheard()
    if can(person, LOOK_UP):
        for enquiry in open_enquiries():
            url = reverse("enquiry", args=[enquiry.uid])
            yield Duty(f"enquiry:{enquiry.uid}", _("Look up a comment that somebody cannot find"), "", None, url)


def _unheard() -> Iterator[Duty]:
    """Return what is asked of those who give duties: an objection that nobody may answer needs somebody."""
    for appeal in open_appeals():
        decision = appeal.decision
        those = [each for each in (decision.by_id, decision.second_id) if each]
        if not appeal_deciders(decision.version, decision.clause).exclude(pk__in=those).exists():
            title = _("Name somebody who may answer the appeal of %(reference)s") % {"reference": decision.reference}
            url = reverse("decision", args=[decision.reference])
            yield Duty(f"unheard:{appeal.uid}", title, decision.clause, appeal.due, url, risk=3)


def _holds_the_duty(person: Person) -> bool:
    """Tell whether a person holds a duty that hears appeals now; asked on every page: the cheap question is first."""
    held = set(DutyHolder.objects.standing().filter(person=person).values_list("duty", flat=True))
    version = in_force() if held else None
    if version is None:
        return False
    policy = policy_of(version)
    grounds = (clause for clause in policy.clauses() if clause.remove_for)
    return any(said.by in held for clause in grounds if (said := appeal_of(policy, clause)))
