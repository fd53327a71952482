"""Two versions side by side, for people: clause by clause, words marked, effects read aloud."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from clausier.document.comparison import Change, ClauseChange, Comparison, Effect, Sentence, compare
from clausier.document.comparison.texts import Mark, shown
from clausier.document.model import STATEMENTS, Clause, Policy
from clausier.policy.models import Version
from clausier.policy.selectors.texts import KEPT, Keyed, key_of, policy_of


class ShownChange(NamedTuple):
    """A value that changed: its words marked, or what it was and what it is."""

    path: str
    marks: tuple[Mark, ...]
    before: str
    after: str


class ShownEffect(NamedTuple):
    """What the program does for a rule or a statement, before and after, read aloud."""

    name: str
    before: list[str]
    after: list[str]


class ShownClauseChange(NamedTuple):
    """What happened to a clause, in one language; ``text`` is that of a clause that came or went."""

    id: str
    title: str
    before: str | None
    after: str | None
    states: tuple[str, ...]
    kinds: tuple[str, ...]
    changes: list[ShownChange]
    effects: list[ShownEffect]
    text: str


class ShownComparison(NamedTuple):
    """Two versions compared; ``withheld`` counts the internal clauses that changed and are not shown."""

    level: str
    policy: list[ShownChange]
    clauses: list[ShownClauseChange]
    sentences: list[Sentence]
    withheld: int


def compared(old: Version, new: Version, language: str, *, is_public: bool) -> ShownComparison:
    """Return what differs between two versions, in a language; the public is not shown internal clauses."""
    comparison = _compared(Keyed(key_of(old), old), Keyed(key_of(new), new))
    policies = policy_of(old), policy_of(new)
    hidden = _internal(*policies) if is_public else frozenset()
    known = {clause.id: clause for policy in policies for clause in policy.clauses()}
    return ShownComparison(
        level=comparison.level,
        policy=list(_changes(comparison.policy, language, only=None)),
        clauses=[_clause(each, known[each.id], language) for each in comparison.clauses if each.id not in hidden],
        sentences=[
            each for each in comparison.sentences if each.clause not in hidden and each.language in (None, language)
        ],
        withheld=sum(each.id in hidden for each in comparison.clauses),
    )


@lru_cache(maxsize=KEPT)
def _compared(old: Keyed[Version], new: Keyed[Version]) -> Comparison:
    return compare(policy_of(old.row), policy_of(new.row))


def _internal(*policies: Policy) -> frozenset[str]:
    clauses = (clause for policy in policies for clause in policy.clauses())
    return frozenset(clause.id for clause in clauses if clause.visibility == "internal")


def _clause(change: ClauseChange, clause: Clause, language: str) -> ShownClauseChange:
    came_or_went = change.before is None or change.after is None
    return ShownClauseChange(
        id=change.id,
        title=change.title.best(language),
        before=change.before,
        after=change.after,
        states=change.states,
        kinds=change.kinds,
        changes=list(_changes(change.changes, language, only="wording")),
        effects=[_effect(each, language) for each in change.effects],
        text=clause.text.best(language) if came_or_went else "",
    )


def _changes(changes: tuple[Change, ...], language: str, *, only: str | None) -> Iterator[ShownChange]:
    """Tell the changes in a language; effects are read aloud, so that of a clause only the others are told here."""
    for each in changes:
        if each.language in (None, language) and (only is None or each.kind != "effect"):
            yield ShownChange(each.path, each.marks, shown(each.before), shown(each.after))


def _effect(effect: Effect, language: str) -> ShownEffect:
    name = effect.name.removeprefix("rules.")
    label = STATEMENTS[name].in_language(language) if name in STATEMENTS else name
    before, after = (
        list(told.get(language) or next(iter(told.values()), ())) for told in (effect.before, effect.after)
    )
    return ShownEffect(
        label, [each for each in before if each not in after], [each for each in after if each not in before]
    )
