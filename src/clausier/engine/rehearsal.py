"""A rehearsal: what a policy would have said of messages that are past, beside what another one says of them.

Before a clause is adopted, whoever writes it sees how many messages it would have touched, and which ones. Nothing is
kept here but counts, and the places of a few messages a clause.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import tee
from typing import NamedTuple

from clausier.engine.context import Context
from clausier.engine.engine import Engine
from clausier.engine.verdict import Verdict, severity

SHOWN = 5  # messages kept for each clause


class Change(NamedTuple):
    """A message that a clause judges otherwise: its place among those replayed, and the action before and after.

    An action is None where the clause says nothing of the message.
    """

    place: int
    before: str | None
    after: str | None


@dataclass(slots=True)
class Tally:
    """What a clause does to the messages: how many it speaks of before and after, and some of those that differ."""

    before: int = 0
    after: int = 0
    changed: int = 0
    examples: list[Change] = field(default_factory=list)


@dataclass(slots=True)
class Rehearsal:
    """What a replay shows. ``before`` and ``after`` count the actions; without another policy, ``before`` is empty."""

    messages: int = 0
    before: Counter[str] = field(default_factory=Counter)
    after: Counter[str] = field(default_factory=Counter)
    stricter: int = 0
    milder: int = 0
    clauses: dict[str, Tally] = field(default_factory=dict)

    def ordered(self) -> list[tuple[str, Tally]]:
        """Return the clauses, those that change most messages first, then those that touch most."""
        return sorted(self.clauses.items(), key=lambda each: (-each[1].changed, -each[1].after, each[0]))


def rehearse(new: Engine, contexts: Iterable[Context], against: Engine | None = None, shown: int = SHOWN) -> Rehearsal:
    """Replay messages under a policy, beside another one when there is one; keep ``shown`` changes a clause.

    Messages are read once and never held together, so that there may be millions.
    """
    told = Rehearsal()
    for place, (before, after) in enumerate(_verdicts(new, contexts, against)):
        _count(told, place, before, after, shown)
    return told


def _verdicts(
    new: Engine, contexts: Iterable[Context], against: Engine | None
) -> Iterator[tuple[Verdict | None, Verdict]]:
    if against is None:
        return ((None, verdict) for verdict in new.check_many(contexts, with_fixes=False))
    theirs, ours = tee(contexts)
    old = against.check_many(theirs, with_fixes=False)
    return zip(old, new.check_many(ours, with_fixes=False), strict=True)


def _count(told: Rehearsal, place: int, before: Verdict | None, after: Verdict, shown: int) -> None:
    told.messages += 1
    told.after[after.action] += 1
    if before is not None:
        told.before[before.action] += 1
        told.stricter += severity(after.action) > severity(before.action)
        told.milder += severity(after.action) < severity(before.action)
    old, new = _actions(before), _actions(after)
    for clause in old.keys() | new.keys():
        tally = told.clauses.setdefault(clause, Tally())
        tally.before += clause in old
        tally.after += clause in new
        if old.get(clause) != new.get(clause):
            tally.changed += 1
            if len(tally.examples) < shown:
                tally.examples.append(Change(place, old.get(clause), new.get(clause)))


def _actions(verdict: Verdict | None) -> dict[str, str]:
    """Return the strictest action of each clause that speaks in a verdict."""
    actions: dict[str, str] = {}
    for each in verdict.findings if verdict else ():
        if each.clause and (each.clause not in actions or severity(each.action) > severity(actions[each.clause])):
            actions[each.clause] = each.action
    return actions
