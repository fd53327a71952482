"""What the room asks of a person, for the register of duties."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import ngettext

from clausier.chapters.ambassadors.models import Call
from clausier.chapters.ambassadors.selectors.asked import asked_of
from clausier.identity.duties import Duty
from clausier.identity.models import Person
from clausier.identity.states import Role
from clausier.lib import clock


def duties_of(person: Person) -> Iterator[Duty]:
    """Yield one duty for all the clauses that wait for the person's word, and one for those who are late in a team."""
    asked = asked_of(person)
    if asked:
        count = len(asked)
        title = ngettext("Read and sign %(count)s clause", "Read and sign %(count)s clauses", count) % {"count": count}
        due = min((each.due for each in asked if each.due), default=None)
        clause = asked[0].clause.id if count == 1 else ""
        yield Duty(key="sign", title=title, clause=clause, due=due, url=reverse("sign"))
    if Role.MANAGER in person.roles:
        yield from _team(person)


def _team(manager: Person) -> Iterator[Duty]:
    """Yield what a manager without e-mail, too, has to know: how many of their own people are late."""
    late = Call.objects.filter(campaign__closed=None, person__manager=manager, person__is_active=True)
    count = late.late(clock.now()).count()
    if count:
        title = ngettext("%(count)s person of your team is late", "%(count)s people of your team are late", count)
        yield Duty(key="team", title=title % {"count": count}, clause="", due=None, url=reverse("progress"), risk=0)
