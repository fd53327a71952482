"""What each person is asked to say of the version in force, until when, and what changed since they last said it.

Nothing of it is stored: it follows from the adopted versions, the audiences, the absences and the answers given.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import NamedTuple, Self

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
from clausier.policy.selectors import facts, policy_of

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


def asked_of(person: Person, at: datetime | None = None) -> list[Asked]:
    """Return what a person is asked to say, in the order of the policy; nothing before the first adoption."""
    return asked_of_each([person], at)[person.pk]


def asked_of_each(people: Iterable[Person], at: datetime | None = None) -> dict[int, list[Asked]]:
    """Return what each of several people is asked to say, by their key, in four queries however many they are."""
    reading, people = Reading.at(at or clock.now()), list(people)
    return reading.asked_of(people) if reading else {person.pk: [] for person in people}


def answers_of(person: Person) -> list[Commitment]:
    """Return a person's last answers, one for each version and word, the newest first."""
    seen: dict[tuple[int, str], Commitment] = {}
    for each in person.commitments.select_related("version").defer("version__files"):
        seen.setdefault((each.version_id, each.word), each)
    return list(seen.values())


class Reading:
    """The version in force at a moment, and those before it, read once for many people."""

    def __init__(self, versions: list[Version], moment: datetime) -> None:
        self.version, self.versions, self.moment = versions[-1], versions, moment
        self.policy: Policy = policy_of(self.version)
        self.clauses = [each for each in self.policy.clauses() if each.id in asking(self.version)]
        self._deadlines = Deadlines(facts())
        self._dues: dict[tuple[date, Duration, tuple[Away, ...]], datetime] = {}
        self._firsts = {name: each.in_force_from or moment for each in reversed(versions) for name in asking(each)}

    @classmethod
    def at(cls, moment: datetime) -> Self | None:
        """Return the reading of a moment; None before the first adoption, and once the policy is repealed."""
        versions = list(Version.objects.in_order().filter(in_force_from__lte=moment))[::-1]
        return cls(versions, moment) if versions and not versions[-1].is_repealed(moment) else None

    def asked_of(self, people: list[Person]) -> dict[int, list[Asked]]:
        """Return what each of several people is asked to say, by their key."""
        return {key: list(self._asked(past)) for key, past in self._pasts(people).items()}

    def _pasts(self, people: list[Person]) -> Mapping[int, Past]:
        pasts, known = {person.pk: Past(person) for person in people}, {each.pk: each for each in self.versions}
        for answer in Commitment.objects.filter(person__in=people).order_by("at", "pk"):
            if answer.version_id in known:
                answer.version = known[answer.version_id]
            pasts[answer.person_id].last.update(dict.fromkeys(answer.clauses, answer))
        for absence in Absence.objects.filter(person__in=people).order_by("first"):
            past = pasts[absence.person_id]
            past.away = (*past.away, Away(absence.first, absence.last))
        return pasts

    def _asked(self, past: Past) -> Iterator[Asked]:
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
        moments = [each for each in (changed, renewed) if each and each <= self.moment]
        return min(moments, default=None)

    def _changed(self, name: str, commit: Commit, since: Version) -> datetime | None:
        """Return when the clause first changed so that it is asked again; a change that was undone is none."""
        if commit.again == "never" or name not in changed_clauses(since, self.version):
            return None
        later = [
            each
            for each in self.versions
            if (each.in_force_from or self.moment) >= (since.in_force_from or self.moment)
        ]
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
