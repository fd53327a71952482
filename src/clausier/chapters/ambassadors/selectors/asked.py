"""What each person is asked to say of the version in force, until when, and what changed since they last said it.

Nothing of it is stored: it follows from the adopted versions, the audiences, the absences and the answers given.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import NamedTuple

from clausier.chapters.ambassadors.models import Commitment
from clausier.chapters.ambassadors.selectors.changes import asking, changed_clauses
from clausier.chapters.ambassadors.selectors.due import Away, Deadlines
from clausier.document.comparison import ClauseChange
from clausier.document.model import Clause, Duration, Policy
from clausier.document.model.statements import Commit
from clausier.identity.models import Absence, Person
from clausier.identity.selectors import audiences_of
from clausier.lib import clock
from clausier.policy.models import Version
from clausier.policy.selectors import facts, in_force, policy_of

WORDS = ("acknowledge", "agree")


class Asked(NamedTuple):
    """A clause that waits for a person's word.

    ``start`` is the moment since which it is asked; ``since`` the version they last answered on, None the first time;
    ``changes`` what changed from that one to this.
    """

    clause: Clause
    commit: Commit
    word: str
    start: datetime
    due: datetime | None
    since: Version | None = None
    changes: ClauseChange | None = None


@dataclass
class Past:
    """What a person answered, clause by clause, and when they are away."""

    person: Person
    last: dict[str, Commitment] = field(default_factory=dict)
    away: tuple[Away, ...] = ()


def asked_of(person: Person, at: datetime | None = None, version: Version | None = None) -> list[Asked]:
    """Return what a person is asked to say, in the order of the policy; nothing before the first adoption."""
    return asked_of_each([person], at, version)[person.pk]


def asked_of_each(
    people: Iterable[Person], at: datetime | None = None, version: Version | None = None
) -> dict[int, list[Asked]]:
    """Return what each of several people is asked to say, by their key, in four queries however many they are.

    ``version`` is the one in force, where it has just been read.
    """
    at = at or clock.now()
    version = version or in_force(at)
    pasts = _pasts(list(people))
    if version is None:
        return {key: [] for key in pasts}
    reading = Reading(version, at)
    return {key: list(reading.asked(past)) for key, past in pasts.items()}


def answers_of(person: Person) -> list[Commitment]:
    """Return a person's last answers, one for each version and word, the newest first."""
    seen: dict[tuple[int, str], Commitment] = {}
    for each in person.commitments.select_related("version").defer("version__files"):
        seen.setdefault((each.version_id, each.word), each)
    return list(seen.values())


class Reading:
    """The version in force at a moment, and those before it, read once for many people."""

    def __init__(self, version: Version, at: datetime) -> None:
        self.version = version
        self.at = at
        self.policy: Policy = policy_of(version)
        self.clauses = [each for each in self.policy.clauses() if each.id in asking(version)]
        # Without their texts, which are read when asked for: they weigh more than all the rest.
        adopted = Version.objects.adopted().defer("files").filter(in_force_from__lte=at)
        self.versions = list(adopted.order_by("in_force_from", "major", "minor"))
        self._deadlines = Deadlines(facts())
        self._dues: dict[tuple[date, Duration, tuple[Away, ...]], datetime] = {}
        self._firsts = {name: each.in_force_from or at for each in reversed(self.versions) for name in asking(each)}

    def asked(self, past: Past) -> Iterator[Asked]:
        """Yield what one person is asked to say."""
        mine = audiences_of(past.person, self.policy)
        for clause in self.clauses:
            if mine.intersection(clause.audience):
                found = self._clause(past, clause)
                if found:
                    yield found

    def _clause(self, past: Past, clause: Clause) -> Asked | None:
        commit, last = clause.commit, past.last.get(clause.id)
        if commit is None:
            return None
        start = self._again(clause.id, commit, last) if last else self._firsts[clause.id]
        if start is None:
            return None
        due = self._due(max(start, past.person.joined), commit.within, past.away)
        if last is None:
            return Asked(clause, commit, commit.as_, start, due)
        changes = changed_clauses(last.version, self.version).get(clause.id)
        return Asked(clause, commit, commit.as_, start, due, last.version, changes)

    def _again(self, name: str, commit: Commit, last: Commitment) -> datetime | None:
        """Return since when an answer no longer covers a clause, or None while it does."""
        changed = self._changed(name, commit, last.version)
        renewed = last.at + timedelta(days=commit.every.days) if commit.every else None
        moments = [each for each in (changed, renewed) if each and each <= self.at]
        return min(moments, default=None)

    def _changed(self, name: str, commit: Commit, since: Version) -> datetime | None:
        """Return when the clause first changed so that it is asked again; a change that was undone is none."""
        if commit.again == "never" or name not in changed_clauses(since, self.version):
            return None
        later = [each for each in self.versions if (each.in_force_from or self.at) >= (since.in_force_from or self.at)]
        for old, new in pairwise(later):
            if name in changed_clauses(old, new) and (commit.again == "any" or not new.is_minor):
                return new.in_force_from
        return None

    def _due(self, start: datetime, within: Duration | None, away: tuple[Away, ...]) -> datetime | None:
        if within is None:
            return None
        key = (start.astimezone(self._deadlines.zone).date(), within, away)
        if key not in self._dues:
            self._dues[key] = self._deadlines.after(start, within, away)
        return self._dues[key]


def _pasts(people: list[Person]) -> Mapping[int, Past]:
    pasts = {person.pk: Past(person) for person in people}
    answers = Commitment.objects.filter(person__in=people).select_related("version").defer("version__files")
    for each in answers.order_by("at", "pk"):
        pasts[each.person_id].last.update(dict.fromkeys(each.clauses, each))
    for absence in Absence.objects.filter(person__in=people).order_by("first"):
        past = pasts[absence.person_id]
        past.away = (*past.away, Away(absence.first, absence.last))
    return pasts
