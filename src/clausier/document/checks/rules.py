"""Rules: each does something, on a condition that can arise, and no more than the program may do by itself."""

from collections.abc import Iterable, Iterator

from clausier.document.checks.subject import Path, Subject
from clausier.document.globs import expand
from clausier.document.model import Circumstances, Clause, Rule
from clausier.document.problems import WARNING, Problem
from clausier.document.vocabulary import (
    ACCOUNT_KINDS,
    DIRECTIONS,
    INCOMING,
    INTENTS,
    LADDERS,
    LANGUAGES,
    OUTGOING,
    RELATIONS,
    SIGNALS,
    direction_of,
)

MAX_HISTORY = 365
# The circumstances whose values may be patterns, and exclusions.
GLOBS: dict[str, Iterable[str]] = {
    "signal": SIGNALS,
    "intent": INTENTS,
    "relation": RELATIONS,
    "account_kind": ACCOUNT_KINDS,
    "language": LANGUAGES,
}
# Families whose signals speak of the message as a whole, so that one may except another (a tie to disclose, disclosed).
_OF_THE_MESSAGE = frozenset({"about", "disc"})


def effects(subject: Subject) -> Iterator[Problem]:
    """A rule acts, routes or notifies; on some condition; and tells the person what it does to them."""
    for path, rule in subject.rules:
        if not subject.is_whole(path):
            continue
        if not (rule.do or rule.route or rule.notify):
            yield subject.problem("rule-without-effect", path)
        if rule.when == Circumstances(confidence=rule.when.confidence):
            yield subject.problem("rule-without-condition", path, level=WARNING)
        if rule.action != LADDERS[rule.way][0] and not rule.say:
            yield subject.problem("rule-without-say", path)


def directions(subject: Subject) -> Iterator[Problem]:
    """An action and its direction go together, in rules as in examples."""
    for path, rule in subject.rules:
        yield from _mismatch(subject, (*path, "do"), rule.direction, rule.do)
    for path, clause in subject.clauses:
        for index, example in enumerate(clause.examples):
            yield from _mismatch(subject, (*path, "examples", index, "expect"), example.direction, example.expect)


def _mismatch(subject: Subject, path: Path, direction: str | None, action: str | None) -> Iterator[Problem]:
    if direction and action and direction_of(action) != direction:
        code, words = "action-of-other-direction", ", ".join(LADDERS[direction])
        yield subject.problem(code, path, value=action, direction=DIRECTIONS[direction], words=words)


def signals(subject: Subject) -> Iterator[Problem]:
    """The signals of a rule can arise in its direction."""
    for path, rule in subject.rules:
        for where, condition in _conditions(path, rule):
            for index, glob in enumerate(condition.signal):
                if not glob.startswith("!") and not _arises(glob, rule.way):
                    yield subject.problem(
                        "signal-of-other-direction",
                        (*where, "signal", index),
                        level=WARNING,
                        value=glob,
                        direction=DIRECTIONS[rule.way],
                    )


def exclusions(subject: Subject) -> Iterator[Problem]:
    """Something is left of each circumstance once the exclusions are made."""
    for path, rule in subject.rules:
        for where, condition in _conditions(path, rule):
            for key, words in GLOBS.items():
                globs = getattr(condition, key)
                if globs and not expand(globs, words):
                    code = "no-signal-left" if key == "signal" else "nothing-left"
                    yield subject.problem(code, (*where, key), name=key, value=globs[0])


def _arises(glob: str, direction: str) -> bool:
    return any(direction in SIGNALS[kind].directions for kind in expand([glob], SIGNALS))


def _conditions(path: Path, rule: Rule) -> Iterator[tuple[Path, Circumstances]]:
    yield (*path, "when"), rule.when
    for index, condition in enumerate(rule.unless):
        yield (*path, "unless", index), condition


def intents(subject: Subject) -> Iterator[Problem]:
    """Nobody's intent is read from a message they are about to publish."""
    for path, rule in subject.rules:
        for where, condition in _conditions(path, rule):
            if condition.intent and rule.way == OUTGOING:
                yield subject.problem("intent-of-outgoing", (*where, "intent"))


def same_family(subject: Subject) -> Iterator[Problem]:
    """An exception speaks of the whole message: to leave out one kind of a family, ``!`` is meant."""
    for path, rule in subject.rules:
        families = _families(rule.when)
        for index, exception in enumerate(rule.unless):
            for family in sorted(families & _families(exception)):
                where = (*path, "unless", index, "signal")
                yield subject.problem("same-family", where, level=WARNING, value=f"{family}.*")


def _families(condition: Circumstances) -> set[str]:
    return {kind.partition(".")[0] for kind in expand(condition.signal, SIGNALS)} - _OF_THE_MESSAGE


def hiding(subject: Subject) -> Iterator[Problem]:
    """The program hides only for a checked or listed signal, and a person looks within a time limit."""
    for path, rule in subject.rules:
        if rule.do != "hide" or not subject.is_whole(path):
            continue
        kinds = expand(rule.when.signal, SIGNALS)
        unsure = sorted(kind for kind in kinds if not SIGNALS[kind].validated and INCOMING in SIGNALS[kind].directions)
        if unsure:
            yield subject.problem("hide-needs-validated", (*path, "when", "signal"), value=", ".join(unsure))
        if not rule.when.signal:
            yield subject.problem("hide-needs-signal", (*path, "do"))
        if rule.look is None:
            yield subject.problem("hide-needs-look", (*path, "do"))


def histories(subject: Subject) -> Iterator[Problem]:
    """A rule remembers decisions for a year at most."""
    for path, rule in subject.rules:
        for where, condition in _conditions(path, rule):
            if condition.history and condition.history.decisions.within.days > MAX_HISTORY:
                yield subject.problem("history-too-long", (*where, "history", "decisions", "within"))


def examples(subject: Subject) -> Iterator[Problem]:
    """Some example of the clause shows the rule: it names it, or expects what it does."""
    for path, clause in subject.clauses:
        for index, rule in enumerate(clause.rules):
            if not _is_shown(rule, clause) and subject.is_whole(path):
                yield subject.problem("rule-without-example", (*path, "rules", index), level=WARNING, name=rule.id)


def _is_shown(rule: Rule, clause: Clause) -> bool:
    return any(
        example.because == rule.id or (example.because is None and example.expect == rule.action)
        for example in clause.examples
    )


CHECKS = (effects, directions, signals, exclusions, intents, same_family, hiding, histories, examples)
