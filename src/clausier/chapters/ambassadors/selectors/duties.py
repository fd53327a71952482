"""What the room asks of a person, for the register of duties."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import ngettext

from clausier.chapters.ambassadors.selectors.asked import asked_of
from clausier.identity.duties import Duty
from clausier.identity.models import Person


def duties_of(person: Person) -> Iterator[Duty]:
    """Yield one duty for all the clauses that wait for the person's word."""
    asked = asked_of(person)
    if asked:
        count = len(asked)
        title = ngettext("Read and sign %(count)s clause", "Read and sign %(count)s clauses", count) % {"count": count}
        due = min((each.due for each in asked if each.due), default=None)
        clause = asked[0].clause.id if count == 1 else ""
        yield Duty(key="sign", title=title, clause=clause, due=due, url=reverse("sign"))
