"""Two policies side by side."""

import dataclasses
from collections.abc import Iterator

from clausier.document.aloud import rule_aloud, statement_aloud
from clausier.document.comparison.differences import differences, of_fields
from clausier.document.comparison.values import (
    AUDIENCE,
    EFFECT,
    WORDING,
    Change,
    ClauseChange,
    Comparison,
    Effect,
    Told,
)
from clausier.document.model import STATEMENTS, Chapter, Clause, Policy, Rule

# How a folder was made, the number that a version is given, and what is compared clause by clause.
_APART = frozenset({"extends", "without", "version", "chapters"})


def compare(old: Policy, new: Policy) -> Comparison:
    """Return what differs from ``old`` to ``new``."""
    before, after = ({clause.id: clause for clause in policy.clauses()} for policy in (old, new))
    names = [*after, *(name for name in before if name not in after)]
    compared = (_clause(old, new, before.get(name), after.get(name)) for name in names)
    policy = [*of_fields(old, new, "", EFFECT, _APART), *_chapters(old, new)]
    return Comparison(clauses=tuple(each for each in compared if each.states), policy=tuple(policy))


def _clause(old: Policy, new: Policy, before: Clause | None, after: Clause | None) -> ClauseChange:
    clause = after or before
    assert clause is not None  # noqa: S101 # an id comes from one policy or the other
    changes = tuple(_changes(before, after)) if before and after else ()
    return ClauseChange(
        id=clause.id,
        title=clause.title,
        before=old.numbers().get(clause.id),
        after=new.numbers().get(clause.id),
        changes=changes,
        effects=tuple(_effects(old, new, before, after)),
    )


def _changes(before: Clause, after: Clause) -> Iterator[Change]:
    for change in of_fields(before, after, "", EFFECT):
        yield dataclasses.replace(change, kind=AUDIENCE) if change.path == "audience" else change


def _effects(old: Policy, new: Policy, before: Clause | None, after: Clause | None) -> Iterator[Effect]:
    languages = tuple(dict.fromkeys((*new.languages, *old.languages)))
    rules, new_rules = ({rule.id: rule for rule in clause.rules} if clause else {} for clause in (before, after))
    for name in {**new_rules, **rules}:
        was, is_now = rules.get(name), new_rules.get(name)
        if _differ(was, is_now):
            told = (_rule(old, was, languages), _rule(new, is_now, languages))
            yield Effect(name=f"rules.{name}", before=told[0], after=told[1])
    for name in STATEMENTS:
        if _differ(getattr(before, name, None) or None, getattr(after, name, None) or None):
            told = (_statement(old, before, name, languages), _statement(new, after, name, languages))
            yield Effect(name=name, before=told[0], after=told[1])


def _differ(was: object, is_now: object) -> bool:
    return any(change.kind != WORDING for change in differences(was, is_now))


def _rule(policy: Policy, rule: Rule | None, languages: tuple[str, ...]) -> Told:
    return {language: (rule_aloud(policy, rule, language),) if rule else () for language in languages}


def _statement(policy: Policy, clause: Clause | None, name: str, languages: tuple[str, ...]) -> Told:
    if clause is None:
        return dict.fromkeys(languages, ())
    return {language: tuple(statement_aloud(policy, clause, name, language)) for language in languages}


def _chapters(old: Policy, new: Policy) -> Iterator[Change]:
    """Compare chapters but not their clauses; a number that changed only moves clauses, which is minor."""
    before, after = ({chapter.chapter: chapter for chapter in policy.chapters} for policy in (old, new))
    for name in {**before, **after}:
        yield from _chapter(before.get(name), after.get(name), f"chapters.{name}")


def _chapter(before: Chapter | None, after: Chapter | None, path: str) -> Iterator[Change]:
    if before and after:
        for change in of_fields(before, after, path, EFFECT, frozenset({"clauses"})):
            yield dataclasses.replace(change, kind=WORDING) if change.path.endswith(".number") else change
        return
    old_title, new_title = (chapter.title if chapter else None for chapter in (before, after))
    yield from differences(old_title, new_title, path)
