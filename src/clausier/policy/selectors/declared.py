"""What the policy tells the rooms below it: names of duties and audiences, and what it asks of people."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Exists, F, Max, OuterRef, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from clausier.audit.models import Entry
from clausier.engine.calendar import WorkCalendar
from clausier.identity.duties import Duty
from clausier.identity.models import Digest, Person
from clausier.identity.permissions import can
from clausier.policy.models import Comment, Repeal, Version
from clausier.policy.permissions import is_consulted
from clausier.policy.selectors import consulting, reviewing
from clausier.policy.selectors.agreeing import asked_now, is_agreed
from clausier.policy.selectors.texts import facts, policy_of
from clausier.policy.selectors.versions import in_force
from clausier.policy.states import Consulted, Status


def duties(person: Person) -> Iterator[Duty]:
    """Yield what waits for a person: texts to comment on, to answer for, to approve, to adopt, to review, to end."""
    for version in Version.objects.open().exclude(status=Status.DRAFT).order_by("made"):
        yield from _of_consultation(person, version)
        yield from _of_agreement(person, version)
    yield from _of_answers(person)
    yield from _of_rejection(person)
    yield from _of_repeal(person)
    yield from _of_review(person)


def _of_consultation(person: Person, version: Version) -> Iterator[Duty]:
    if is_consulted(person, version) and consulting.is_taking_comments(version) and not version.is_by(person):
        if not version.comments.filter(person=person).exists():
            title = _("Read “%(title)s” and say what you think of it") % {"title": version.title}
            told = _opened(version) if person.mailbox and can(person, "policy.drafts.view") else None
            due = reviewing.end_of(version.closes)
            yield _duty("consult", version, title, "policy-consultation")._replace(due=due, told=told)
    elif version.is_by(person) and can(person, "policy.drafts.edit") and consulting.unanswered(version):
        title = _("Answer the observers' comments on “%(title)s”") % {"title": version.title}
        yield _duty("answer", version, title, "policy-consultation")
    elif version.is_by(person) and version.status == Status.CONSULTATION and not consulting.is_taking_comments(version):
        yield _duty("propose", version, _("Propose “%(title)s”: its consultation is over") % {"title": version.title})


def _of_agreement(person: Person, version: Version) -> Iterator[Duty]:
    if version.status != Status.PROPOSED or not can(person, "policy.version.adopt"):
        return
    named = {"title": version.title}
    last = version.approvals.aggregate(last=Max("at"))["last"] or version.proposed
    if is_agreed(version):
        told = last if person.mailbox and person.pk == version.author_id else None
        yield _duty("adopt", version, _("Adopt “%(title)s”, which is approved") % named)._replace(told=told)
    elif person in asked_now(version):
        told = last if person.mailbox else None
        yield _duty("approve", version, _("Read and approve “%(title)s”") % named)._replace(told=told)


def _of_answers(person: Person) -> Iterator[Duty]:
    for version in consulting.answered_to(person):
        title = _("Read what you were answered on “%(title)s”") % {"title": version.title}
        yield _duty("answered", version, title, "policy-consultation")._replace(risk=0)


def _of_rejection(person: Person) -> Iterator[Duty]:
    refused = Version.objects.filter(status=Status.DRAFT, rejections__digest=F("digest")).distinct().defer("files")
    for version in refused if can(person, "policy.drafts.edit") else ():
        if version.is_by(person):
            yield _duty("mend", version, _("Mend “%(title)s”, which was not approved") % {"title": version.title})


def _of_repeal(person: Person) -> Iterator[Duty]:
    waiting = Repeal.objects.filter(agreed=None).select_related("version")
    for repeal in waiting if can(person, "policy.version.approve") else ():
        if repeal.by_id != person.pk:
            title = _("Agree to the repeal of version %(number)s, or not") % {"number": repeal.version.number}
            yield Duty(f"policy.repeal:{repeal.uid}", title, "", None, reverse("policy-life"), risk=2)


def _of_review(person: Person) -> Iterator[Duty]:
    review = reviewing.review_now()
    if review and review.is_near and person in review.asked:
        yield Duty(
            f"policy.review:{review.version.uid}", _("Review the policy"), "", review.due, reverse("policy-life")
        )


def consulted(at: datetime) -> QuerySet[Person]:
    """Return whom a consultation open to everybody calls at a moment: no letter has left since it opened, or answered.

    Those who hold a role find it among their duties without being called.
    """
    answered = Comment.objects.filter(seen=None, answered__lte=at)
    since = Digest.objects.filter(person=OuterRef("person"), at__gte=OuterRef("answered"))
    waiting = answered.exclude(Exists(since)).values("person")
    found = Person.objects.get_queryset().active().filter(pk__in=waiting)
    for version in Version.objects.filter(status=Status.CONSULTATION, consulted=Consulted.EVERYBODY).defer("files"):
        opened = _opened(version)
        if opened and consulting.is_taking_comments(version):
            told = Digest.objects.filter(at__gte=opened, at__lte=at)
            found |= Person.objects.get_queryset().active().exclude(pk__in=told.values("person"))
    return found


def _opened(version: Version) -> datetime | None:
    """Return when the consultation on a text opened last."""
    opened = Entry.objects.filter(action="policy.draft.consulted", subject=version.uid).order_by("-seq").first()
    return datetime.fromisoformat(opened.at) if opened else None


def are_quiet(at: datetime) -> bool:
    """Tell whether a moment is in the quiet hours of the policy in force then."""
    version = in_force(at)
    quiet = (clause.quiet for clause in policy_of(version).clauses()) if version else ()
    return "quiet-hours" in WorkCalendar(facts(), quiet).times(at)


def duty_names(language: str) -> dict[str, str]:
    """Return the duties that the version in force declares, by their names in a language."""
    version = in_force()
    declared = policy_of(version).duties if version else {}
    return {slug: duty.name.best(language) for slug, duty in declared.items()}


def audience_names(language: str) -> dict[str, str]:
    """Return the audiences that the version in force declares, by their names in a language."""
    version = in_force()
    declared = policy_of(version).audiences if version else {}
    return {slug: audience.name.best(language) for slug, audience in declared.items()}


def _duty(verb: str, version: Version, title: str, route: str = "policy-draft") -> Duty:
    return Duty(f"policy.{verb}:{version.uid}", title, "", None, reverse(route, args=[version.uid]), risk=2)
