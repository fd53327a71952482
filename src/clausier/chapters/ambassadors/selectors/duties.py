"""What the room asks of people, for the register of duties."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from clausier.chapters.ambassadors.models import Call, Remark
from clausier.chapters.ambassadors.selectors.asked import Asked, asked_of_each
from clausier.chapters.ambassadors.selectors.calls import first_due
from clausier.chapters.ambassadors.selectors.remarks import owners, readable_by, representatives
from clausier.identity.duties import Duty
from clausier.identity.models import Person
from clausier.identity.states import Role
from clausier.lib import clock

MOST = 20  # questions and concerns of one person: the rest are on their page


def duties_of(person: Person) -> list[Duty]:
    """Return what the room asks of one person."""
    return duties_of_each([person])[person.pk]


def duties_of_each(people: list[Person]) -> dict[int, list[Duty]]:
    """Return what the room asks of each of several people, by their keys.

    One duty for all the clauses that wait for their word, one for those who are late in their team, and one for each
    question or concern that waits for their answer.
    """
    found = defaultdict[int, list[Duty]](list)
    for key, asked in asked_of_each(people).items():
        found[key] += _sign(asked)
    for key, count in _late([each for each in people if Role.MANAGER in each.roles]).items():
        title = ngettext("%(count)s person of your team is late", "%(count)s people of your team are late", count)
        found[key].append(Duty("team", title % {"count": count}, "", None, reverse("progress"), risk=0, calls=False))
    answering = {*owners(), *representatives()}
    for person in answering.intersection(people):
        found[person.pk] += _remarks(person)
    return {person.pk: found[person.pk] for person in people}


def _sign(asked: list[Asked]) -> Iterator[Duty]:
    if asked:
        count = len(asked)
        title = ngettext("Read and sign %(count)s clause", "Read and sign %(count)s clauses", count) % {"count": count}
        clause = asked[0].clause.id if count == 1 else ""
        yield Duty("sign", title, clause, first_due(asked), reverse("sign"), calls=False)


def _late(managers: list[Person]) -> Counter[int]:
    """Return how many of their own people are late: what managers without e-mail, too, have to know."""
    if not managers:
        return Counter()
    calls = Call.objects.late(clock.now()).filter(campaign__closed=None, person__is_active=True)
    rows = calls.filter(person__manager__in=managers).values_list("person__manager")
    return Counter(dict(rows.annotate(Count("pk"))))


def _remarks(person: Person) -> Iterator[Duty]:
    waiting = readable_by(person).filter(answered=None).exclude(person=person).order_by("at")
    for remark in waiting[:MOST]:
        is_concern = remark.kind == Remark.Kind.CONCERN
        title = (
            gettext("Answer a concern about the policy")
            if is_concern
            else gettext("Answer a question about the policy")
        )
        yield Duty(f"remark:{remark.uid}", title, remark.clause, None, reverse("remark", args=[remark.uid]))
