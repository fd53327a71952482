"""Rules as bit sets: each value of each circumstance is a set of conditions, a decision is a handful of ANDs.

A rule has one condition for its ``when`` and one for each map of its ``unless``; every condition is a bit. For each
circumstance, ``free`` holds the conditions that do not ask for it and ``values`` those that each value satisfies.
A thousand rules are judged in microseconds (``benchmarks/decisions.py``), whatever their order.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any, NamedTuple, Protocol

from clausier.document.globs import expand, matches
from clausier.document.model import Circumstances, History, Rule
from clausier.document.networks import NETWORKS
from clausier.document.vocabulary import ACCOUNT_KINDS, INTENTS, LANGUAGES, RELATIONS, SIGNALS

# Circumstances whose value costs something to find: they are asked last, and only when a rule still hangs on them.
_LAST = ("period", "time")
_CIRCUMSTANCES = (
    *(each.name for each in fields(Circumstances) if each.name not in ("signal", "confidence", *_LAST)),
    *_LAST,
)
# The circumstances whose values may be left out with ``!``, and all the values that they know.
WORDS: dict[str, Iterable[str]] = {
    "channel": NETWORKS,
    "intent": INTENTS,
    "relation": RELATIONS,
    "account_kind": ACCOUNT_KINDS,
    "language": LANGUAGES,
}


class Values(NamedTuple):
    """What a circumstance is known to be: its values, and those that could not be known."""

    values: Iterable[Any] = ()
    unknown: bool = False
    unknown_values: Iterable[Any] = ()


UNKNOWN = Values(unknown=True)


class Situation(Protocol):
    """What is known of each circumstance: a mapping, or what finds each out when it is asked for."""

    def get(self, name: str, default: Values, /) -> Values: ...


@dataclass
class _Column:
    """One circumstance: the conditions free of it, and those that each value satisfies."""

    free: int = 0
    values: dict[Any, int] = field(default_factory=dict)
    globs: dict[str, int] = field(default_factory=dict)

    def satisfied(self, known: Values) -> int:
        mask = self.free
        for value in known.values:
            mask |= self._of(value) if self.globs else self.values.get(value, 0)
        return mask

    def possible(self, known: Values) -> int:
        """Return the conditions that what is not known could still satisfy."""
        if known.unknown:
            return -1
        mask = 0
        for value in known.unknown_values:
            mask |= self._of(value)
        return mask

    def _of(self, value: Any) -> int:
        mask = self.values.get(value, 0)
        for glob, conditions in self.globs.items():
            if matches(value, glob):
                mask |= conditions
        return mask


class Decision(NamedTuple):
    """The rules that apply, by index, and the circumstances that would have mattered had they been known."""

    rules: list[int]
    unknown: list[str]


class RuleSet:
    """The rules of one direction, compiled. ``rules[i]`` is the rule of index ``i`` in a decision."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = tuple(rules)
        exceptions = [(owner, each) for owner, rule in enumerate(rules) for each in rule.unless]
        conditions = [rule.when for rule in rules] + [each for _, each in exceptions]
        self._rules_mask = (1 << len(rules)) - 1
        self._exceptions = [0] * len(rules)
        for place, (owner, _) in enumerate(exceptions, len(rules)):
            self._exceptions[owner] |= 1 << place
        self.kinds = [expand(condition.signal, SIGNALS) for condition in conditions]
        self._signal_free = sum(1 << i for i, each in enumerate(conditions) if not each.signal)
        self._signal: dict[str, list[tuple[float, int]]] = _signal_table(conditions, self.kinds)
        everything = (1 << len(conditions)) - 1
        columns = {name: _column(name, conditions) for name in _CIRCUMSTANCES}
        self._columns = {name: column for name, column in columns.items() if column.free != everything}

    def selections(self) -> Iterable[tuple[Rule, frozenset[str]]]:
        """Return each rule with the kinds of signals that it selects."""
        return zip(self.rules, self.kinds, strict=False)

    def histories(self) -> list[History]:
        """Return the histories that the rules ask for."""
        column = self._columns.get("history")
        return list(column.values) if column else []

    def decide(self, signals: Mapping[str, float], situation: Situation) -> Decision:
        """Return the rules that apply.

        ``signals`` gives the best confidence of each kind found; ``situation`` what is known of each circumstance,
        which is asked only where a rule still hangs on it. A circumstance that is absent is unknown.
        """
        satisfied = self._signal_free
        for kind, confidence in signals.items():
            for threshold, mask in self._signal.get(kind, ()):
                if confidence >= threshold:
                    satisfied |= mask
        possible = satisfied
        unknown: list[tuple[str, int]] = []
        for name, column in self._columns.items():
            if not possible & self._rules_mask:
                return Decision([], [])
            if not possible & ~column.free:
                continue
            known = situation.get(name, UNKNOWN)
            met = column.satisfied(known)
            satisfied &= met
            if known.unknown or known.unknown_values:
                open_ = column.possible(known) & ~met
                unknown.append((name, open_))
                possible &= met | open_
            else:
                possible &= met
        fired = [i for i in _bits(satisfied & self._rules_mask) if not self._exceptions[i] & satisfied]
        return Decision(fired, self._mattered(satisfied, possible, fired, unknown) if unknown else [])

    def _mattered(self, satisfied: int, possible: int, fired: list[int], unknown: list[tuple[str, int]]) -> list[str]:
        lost = possible & ~satisfied & self._rules_mask
        for index in fired:
            lost |= possible & ~satisfied & self._exceptions[index]
        lost = sum(1 << i for i in _bits(lost) if i >= len(self.rules) or not self._exceptions[i] & satisfied)
        return sorted(name for name, open_ in unknown if open_ & lost)


def _signal_table(conditions: list[Circumstances], kinds: list[frozenset[str]]) -> dict[str, list[tuple[float, int]]]:
    table: dict[str, dict[float, int]] = {}
    for index, (condition, selected) in enumerate(zip(conditions, kinds, strict=True)):
        for kind in selected:
            row = table.setdefault(kind, {})
            row[condition.confidence] = row.get(condition.confidence, 0) | 1 << index
    return {kind: sorted(row.items()) for kind, row in table.items()}


def _column(name: str, conditions: list[Circumstances]) -> _Column:
    column = _Column()
    for index, condition in enumerate(conditions):
        asked = getattr(condition, name)
        bit = 1 << index
        if asked is None or asked == ():
            column.free |= bit
            continue
        for value in values_of(name, asked):
            where = column.globs if isinstance(value, str) and ("*" in value or "?" in value) else column.values
            where[value] = where.get(value, 0) | bit
    return column


def values_of(name: str, asked: Any) -> tuple[Any, ...]:
    """Return the values that a condition asks of a circumstance; one that only leaves some out asks for the others."""
    if not isinstance(asked, tuple):
        return (asked,)
    if name not in WORDS or (name == "channel" and not any(value.startswith("!") for value in asked)):
        return asked
    only_left_out = all(value.startswith("!") for value in asked)
    return tuple(sorted(expand(("*", *asked) if only_left_out else asked, WORDS[name])))


def _bits(mask: int) -> Iterable[int]:
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low
