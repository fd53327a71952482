"""Drafts: one's own, and those submitted that an approver reads."""

from django.db.models import Q, QuerySet

from clausier.chapters.posts.models import Draft
from clausier.identity.models import Person
from clausier.identity.permissions import can


def drafts_of(person: Person) -> QuerySet[Draft]:
    """Return the person's own drafts."""
    return Draft.objects.filter(author=person).select_related("version")


def submitted_to(person: Person) -> QuerySet[Draft]:
    """Return the drafts of others that the person may read; none unless they approve."""
    if not can(person, "posts.draft.review"):
        return Draft.objects.none()
    return Draft.objects.exclude(author=person).select_related("author", "version")


def readable_by(person: Person) -> QuerySet[Draft]:
    """Return every draft that the person may open."""
    others = submitted_to(person).values("pk")
    return Draft.objects.filter(Q(author=person) | Q(pk__in=others)).select_related("author", "version")
