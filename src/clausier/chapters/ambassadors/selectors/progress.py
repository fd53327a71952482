"""Where people stand: all of it for the people officer, late or done for a manager, counts alone for an observer."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from clausier.chapters.ambassadors.selectors.asked import Asked, asked_of_each
from clausier.identity.models import Person
from clausier.identity.states import Role
from clausier.lib import clock

DONE, OPEN, LATE = "done", "open", "late"
STATES = (LATE, OPEN, DONE)
HIDDEN_UNDER = 5


class Standing(NamedTuple):
    """Where one person stands; what they answered, or did not agree to, is nowhere in it."""

    person: Person
    state: str
    due: datetime | None = None


class Counts(NamedTuple):
    """How many people stand where; None for a number that is too small to be told."""

    total: int | None
    late: int | None
    open: int | None
    done: int | None


def standings_for(viewer: Person, at: datetime | None = None) -> list[Standing]:
    """Return where each person stands that the viewer may see: everybody, or their own team, the late ones first."""
    at = at or clock.now()
    people = list(_seen_by(viewer))
    asked = asked_of_each(people, at)
    found = [_standing(person, asked[person.pk], at) for person in people]
    return sorted(found, key=lambda each: (STATES.index(each.state), each.person.name))


def counts_of(at: datetime | None = None) -> Counts:
    """Return how many people stand where, small numbers hidden so that nobody can be told from them."""
    at = at or clock.now()
    people = list(Person.objects.get_queryset().active())
    asked = asked_of_each(people, at)
    return hidden(Counter(_standing(person, asked[person.pk], at).state for person in people))


def tallied(standings: Iterable[Standing]) -> Counts:
    """Return how many stand where, nothing hidden: for whoever is shown each of them anyway."""
    counts = Counter(each.state for each in standings)
    return Counts(counts.total(), counts[LATE], counts[OPEN], counts[DONE])


def hidden(counts: Counter[str]) -> Counts:
    """Return the counts without those under five, nor the one from which such a number could be worked out."""
    total = sum(counts[state] for state in STATES)
    if total < HIDDEN_UNDER:
        return Counts(None, None, None, None)
    small = {state for state in STATES if 0 < counts[state] < HIDDEN_UNDER}
    if len(small) == 1:
        others = [state for state in STATES if state not in small and counts[state]]
        small |= set(sorted(others, key=lambda state: counts[state])[:1])
    told = {state: None if state in small else counts[state] for state in STATES}
    return Counts(total, told[LATE], told[OPEN], told[DONE])


def _seen_by(viewer: Person) -> list[Person]:
    everybody = Person.objects.get_queryset().active()
    if Role.PEOPLE_OFFICER in viewer.roles:
        return list(everybody)
    return list(everybody.filter(manager=viewer)) if Role.MANAGER in viewer.roles else []


def _standing(person: Person, asked: list[Asked], at: datetime) -> Standing:
    if not asked:
        return Standing(person, DONE)
    due = min((each.due for each in asked if each.due), default=None)
    return Standing(person, LATE if due and due < at else OPEN, due)
