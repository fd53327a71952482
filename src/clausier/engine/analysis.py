"""Reasons about the rules as data: which can never apply, which change nothing, which contradict one another."""

from collections.abc import Iterator
from dataclasses import fields

from clausier.document.globs import expand
from clausier.document.model import Circumstances, Clause, Policy, Rule
from clausier.document.model.statements import DEVICES, MOMENTS, PURPOSES, Use
from clausier.document.problems import ERROR, WARNING, Place, Problem
from clausier.document.reading import Folder
from clausier.document.vocabulary import LADDERS, SIGNALS, Label
from clausier.engine.engine import Engine
from clausier.engine.ruleset import values_of
from clausier.engine.verdict import severity

MESSAGES: dict[str, Label] = {
    "exception-covers": Label("l'exception couvre tous ses cas", "its exception covers all of its cases"),
    "no-quiet": Label("la politique ne fixe aucune heure de tranquillité", "the policy sets no quiet hours"),
    "no-hours": Label("les faits ne donnent aucun horaire de travail", "the facts give no working hours"),
    "never-disclosed": Label(
        "ce que dit un compte officiel n'a pas de lien à déclarer", "an official account has no tie to disclose"
    ),
}


def rule_problems(folder: Folder, engine: Engine) -> Iterator[Problem]:
    """Return what the rules of a policy say in vain: missing detectors, never, shadowed, contradicted."""
    policy = engine.policy
    for clause in policy.clauses():
        for index, rule in enumerate(clause.rules):
            place = folder.place("clause", clause.id, "rules", index)
            yield from _missing(engine, rule, place)
            reason = never_applies(folder, rule)
            if reason:
                yield _problem("never-applies", place, ERROR, reason=MESSAGES[reason])
        yield from _shadowed(folder, clause)
    yield from _contradictions(folder, policy)
    yield from _use_contradictions(folder, policy)


def _problem(code: str, place: Place, level: str, **values: str | Label) -> Problem:
    return Problem(code=code, place=place, level=level, values=values)


def _missing(engine: Engine, rule: Rule, place: Place) -> Iterator[Problem]:
    """Report a rule that waits for a detector and does not say ``optional``: it would promise what nobody does.

    A rule of which some detectors are there works with those; the missing ones are told by each verdict.
    """
    missing = engine.missing_kinds(rule)
    selected = expand(rule.when.signal, SIGNALS)
    if missing and missing == selected and not rule.optional:
        labels = [(SIGNALS[kind], kind) for kind in sorted(missing)]
        value = Label(*(", ".join(f"{label[side]} ({kind})" for label, kind in labels) for side in (0, 1)))
        yield _problem("detector-missing", place, ERROR, value=value)


def never_applies(folder: Folder, rule: Rule) -> str | None:
    """Return the code of the reason why a rule can never apply, or None when it can."""
    if any(implies(rule.when, exception) for exception in rule.unless):
        return "exception-covers"
    clauses = folder.policy.clauses() if folder.policy else []
    if rule.when.time == ("quiet-hours",) and not any(clause.quiet for clause in clauses):
        return "no-quiet"
    if rule.when.time == ("working-hours",) and not folder.facts.calendar.hours:
        return "no-hours"
    kinds = expand(rule.when.signal, SIGNALS)
    if rule.when.account_kind == ("official",) and kinds and all(kind.startswith("disc.") for kind in kinds):
        return "never-disclosed"
    return None


def implies(narrow: Circumstances, wide: Circumstances) -> bool:
    """Tell whether every message that meets ``narrow`` also meets ``wide``."""
    return all(_key_implies(field.name, narrow, wide) for field in fields(Circumstances))


def _key_implies(key: str, narrow: Circumstances, wide: Circumstances) -> bool:
    asked, given = getattr(wide, key), getattr(narrow, key)
    if key == "confidence":
        return not wide.signal or given >= asked
    if asked is None or asked == ():
        return True
    if key == "signal":
        kinds = expand(given, SIGNALS)
        return bool(kinds) and kinds <= expand(asked, SIGNALS)
    wanted, narrower = values_of(key, asked), values_of(key, given)
    return given not in (None, ()) and ("*" in wanted or set(narrower) <= set(wanted))


def covers(wide: Rule, narrow: Rule) -> bool:
    """Tell whether ``wide`` applies to every message to which ``narrow`` applies."""
    if wide.way != narrow.way or not implies(narrow.when, wide.when):
        return False
    return all(any(implies(exception, other) for other in narrow.unless) for exception in wide.unless)


def _shadowed(folder: Folder, clause: Clause) -> Iterator[Problem]:
    for index, rule in enumerate(clause.rules):
        for other in clause.rules[:index] + clause.rules[index + 1 :]:
            if not covers(other, rule) or severity(other.action) < severity(rule.action):
                continue
            twins = covers(rule, other) and rule.action == other.action
            if rule.route or rule.notify or (twins and rule.id < other.id):
                continue
            yield _problem("shadowed", folder.place("clause", clause.id, "rules", index), WARNING, other=other.id)
            break


def _contradictions(folder: Folder, policy: Policy) -> Iterator[Problem]:
    """Report a rule that allows outright, where another always refuses, promises what the policy does not keep."""
    rules = [(clause, index, rule) for clause in policy.clauses() for index, rule in enumerate(clause.rules)]
    mildest = {ladder[0] for ladder in LADDERS.values()}
    for clause, index, rule in rules:
        if rule.do not in mildest or rule.route or rule.notify:
            continue
        for other_clause, _, other in rules:
            if other.do and severity(other.do) > 0 and covers(other, rule):
                place = folder.place("clause", clause.id, "rules", index)
                yield _problem("contradiction", place, ERROR, other=other.id, clause=other_clause.id)
                break


def _use_contradictions(folder: Folder, policy: Policy) -> Iterator[Problem]:
    """Report a use to which another line, of the same people, places and moments, gives another answer."""
    answers: dict[tuple[frozenset[str], ...], str] = {}
    for clause in policy.clauses():
        for index, use in enumerate(clause.use):
            same = tuple(map(frozenset, (use.audience, use.network, use.moment, use.device, use.purpose)))
            if answers.setdefault(same, use.answer) != use.answer:
                place = folder.place("clause", clause.id, "use", index)
                yield _problem("use-contradiction", place, ERROR, value=_told(use))


def _told(use: Use) -> Label:
    """Return a use in words: what for, when, on what."""
    names = [PURPOSES[each] for each in use.purpose]
    names += [MOMENTS[each] for each in use.moment] + [DEVICES[each] for each in use.device]
    return Label(", ".join(each.fr for each in names), ", ".join(each.en for each in names))
