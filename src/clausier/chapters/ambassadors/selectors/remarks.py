"""Who reads a question or a concern: whoever is in charge of the policy, or the representative and nobody else."""

from django.db.models import Q, QuerySet

from clausier.chapters.ambassadors.models import Remark
from clausier.identity.models import Person
from clausier.identity.permissions import PERMISSIONS, can
from clausier.identity.selectors import holders, with_role

REPRESENTATIVE = "representative"  # the duty of the policy that receives what goes to nobody else
ANSWER = "ambassadors.questions.answer"


def readable_by(person: Person) -> QuerySet[Remark]:
    """Return the remarks of others that a person may read and answer; the rest do not exist for them."""
    seen = Q(pk__in=())
    if can(person, ANSWER):
        seen |= Q(to=Remark.To.OWNER)
    if person in representatives():
        seen |= Q(to=Remark.To.REPRESENTATIVE)
    return Remark.objects.filter(seen).select_related("person", "version", "by")


def representatives() -> list[Person]:
    """Return those who hold the duty of representative; without one, nobody is offered that way."""
    return holders(REPRESENTATIVE)


def owners() -> list[Person]:
    """Return those who answer for the policy."""
    return list(with_role(*PERMISSIONS[ANSWER]))
