"""Where people stand: late or done for a manager, counts alone for an observer."""

from collections import Counter
from datetime import datetime
from typing import NamedTuple

from clausier.chapters.ambassadors.models import Campaign
from clausier.chapters.ambassadors.selectors.asked import Asked, asked_of_each
from clausier.chapters.ambassadors.selectors.calls import first_due
from clausier.chapters.ambassadors.selectors.campaigns import DONE, LATE, OPEN, counted, together
from clausier.identity.models import Person
from clausier.lib import clock

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


def team_of(manager: Person, at: datetime | None = None) -> list[Standing]:
    """Return where each of a manager's own people stands, the late ones first."""
    at = at or clock.now()
    people = list(Person.objects.get_queryset().active().filter(manager=manager))
    asked = asked_of_each(people, at)
    found = [_standing(person, asked[person.pk], at) for person in people]
    return sorted(found, key=lambda each: (STATES.index(each.state), each.person.name))


def counts_of(campaign: Campaign, at: datetime | None = None) -> Counts:
    """Return how many people stand where, small numbers hidden so that nobody can be told from them."""
    bar = together(counted(campaign, at))
    return hidden(Counter({LATE: bar.late, OPEN: bar.open, DONE: bar.done}))


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


def _standing(person: Person, asked: list[Asked], at: datetime) -> Standing:
    if not asked:
        return Standing(person, DONE)
    due = first_due(asked)
    return Standing(person, LATE if due and due < at else OPEN, due)
