"""The policy tests itself: each example is judged by the rules of its own clause, then by the whole policy.

An example that says ``by: policy`` is a promise of the whole: there a stricter clause breaks it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time

from clausier.document.canonical import as_data
from clausier.document.model import Clause, Example, Interest, Moment
from clausier.document.placeholders import fill, lacking
from clausier.document.problems import ERROR, WARNING, Problem
from clausier.document.reading import Folder
from clausier.document.vocabulary import INCOMING, POLICY, SPOKESPERSON, Label
from clausier.engine.context import Context, ContextError
from clausier.engine.engine import Engine
from clausier.engine.fingerprints import SPECIMENS
from clausier.engine.verdict import Verdict, severity, strictest

MESSAGES: dict[str, Label] = {
    "no-fact": Label("les faits ne donnent pas « {name} »", "the facts do not give “{name}”"),
    "no-rule": Label("aucune règle de la clause ne s'applique", "no rule of the clause applied"),
    "no-rule-of-policy": Label("aucune règle ne s'applique", "no rule applied"),
    "rules": Label("règles appliquées : {rules}", "rules that applied: {rules}"),
    "language": Label("langue : {language}", "language: {language}"),
    "intent": Label("intention : {intent}", "intent: {intent}"),
    "signals": Label("signaux : {signals}", "signals: {signals}"),
    "no-signal": Label("signaux : aucun", "signals: none"),
    "no-detector": Label("aucun détecteur installé ne trouve {kinds}", "no installed detector finds {kinds}"),
}


ExampleProblem = tuple[str, str, dict[str, str | Label]]  # code, level, values of its message


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of an example: its message filled in, the action of its clause, and the problem, if any."""

    clause: Clause
    index: int
    example: Example
    text: str
    action: str | None = None
    verdict: Verdict | None = None
    problem: ExampleProblem | None = None

    @property
    def passed(self) -> bool:
        """Whether the clause gave the expected action."""
        return self.action == self.example.expect and (self.problem is None or self.problem[1] != ERROR)


def run_examples(engine: Engine) -> Iterator[Outcome]:
    """Judge every example of the policy."""
    for clause in engine.policy.clauses():
        for index in range(len(clause.examples)):
            yield run_example(engine, clause, index)


def run_example(engine: Engine, clause: Clause, index: int) -> Outcome:
    """Judge one example; one that the engine would refuse as a message (it is too long) is an error."""
    try:
        return _judged(engine, clause, index)
    except ContextError as error:
        reason = Label(error.message("fr").removesuffix("."), error.message("en").removesuffix("."))
        problem: ExampleProblem = ("example-not-judged", ERROR, {"reason": reason})
        example = clause.examples[index]
        return Outcome(clause=clause, index=index, example=example, text=example.text, problem=problem)


def _judged(engine: Engine, clause: Clause, index: int) -> Outcome:
    """Judge one example; one that lacks a fact or a detector is *not run*, never passed."""
    example = clause.examples[index]
    text = _filled(example.text, engine, example.lang)
    absent = lacking(example.text, engine.facts, example.lang, _hidden(engine, example.lang))
    if absent:
        return _not_run(clause, index, text, "no-fact", name=absent[0])
    verdict = engine.check(context_of(engine, example, text), with_fixes=False)
    whole = example.by == POLICY
    judges = {each.rule: each.action for each in verdict.findings if whole or each.clause == clause.id}
    action = strictest(list(judges.values()), example.way)
    problem = _failure(engine, clause, example, judges, verdict)
    if problem is None and not _only_tells(clause, example):
        problem = _stricter_elsewhere(verdict, action)
    run = action if problem is None or problem[0] != "example-not-run" else None
    return Outcome(clause=clause, index=index, example=example, text=text, action=run, verdict=verdict, problem=problem)


def _not_run(clause: Clause, index: int, text: str, why: str, **values: str) -> Outcome:
    problem: ExampleProblem = ("example-not-run", WARNING, {"reason": MESSAGES[why].filled(**values)})
    return Outcome(clause=clause, index=index, example=clause.examples[index], text=text, problem=problem)


def _failure(
    engine: Engine, clause: Clause, example: Example, judges: dict[str, str], verdict: Verdict
) -> ExampleProblem | None:
    got = strictest(list(judges.values()), example.way)
    if example.by == POLICY and severity(got) > severity(example.expect):
        return "promise-broken", ERROR, {"got": got, "expected": example.expect, "clause": _stricter(verdict)}
    if got != example.expect:
        missing = _missing(engine, clause, example)
        if missing:
            return "example-not-run", WARNING, {"reason": MESSAGES["no-detector"].filled(kinds=", ".join(missing))}
        return "example-fails", ERROR, {"got": got, "expected": example.expect, "why": _why(example, judges, verdict)}
    if example.because and example.because not in judges:
        return "example-other-rule", ERROR, {"got": got, "rule": example.because}
    return None


def _why(example: Example, judges: dict[str, str], verdict: Verdict) -> Label:
    """Return which rules applied, and what of the message they were judged on."""
    signals = dict.fromkeys(signal.kind for signal in verdict.signals)
    values = {
        "rules": ", ".join(judges),
        "language": verdict.language,
        "intent": verdict.intent[0] if verdict.intent else "",
        "signals": ", ".join(signals),
    }
    none = "no-rule-of-policy" if example.by == POLICY else "no-rule"
    told = [MESSAGES["rules" if judges else none], MESSAGES["language"]]
    told += [MESSAGES["intent"]] if verdict.intent else []
    told.append(MESSAGES["signals" if signals else "no-signal"])
    rules, *found = (label.filled(**values) for label in told)
    return Label(*(f"{rules[side]} ({'; '.join(each[side] for each in found)})" for side in (0, 1)))


def _only_tells(clause: Clause, example: Example) -> bool:
    """Tell whether an example shows a rule that routes or notifies: what becomes of its message is not its subject."""
    return any(rule.id == example.because and rule.do is None for rule in clause.rules)


def _stricter_elsewhere(verdict: Verdict, action: str) -> ExampleProblem | None:
    if severity(verdict.action) <= severity(action):
        return None
    return "example-stricter-elsewhere", WARNING, {"got": verdict.action, "clause": _stricter(verdict)}


def _stricter(verdict: Verdict) -> str:
    """Return the clause of the strictest finding, or its rule when it belongs to none."""
    other = next(finding for finding in verdict.findings if finding.action == verdict.action)
    return other.clause or other.rule


def _missing(engine: Engine, clause: Clause, example: Example) -> list[str]:
    """Return the kinds for want of which the example's rule could not apply.

    Only a rule that gives the expected action, and of whose kinds none has a detector, excuses an example.
    """
    clauses = engine.policy.clauses() if example.by == POLICY else [clause]
    judges = [rule for each in clauses for rule in each.rules]
    rules = [rule for rule in judges if rule.way == example.way and rule.action == example.expect]
    named = [rule for rule in rules if rule.id == example.because]
    blind = [
        rule for rule in named or rules if rule.when.signal and engine.selected(rule) == engine.missing_kinds(rule)
    ]
    return sorted({kind for rule in blind for kind in engine.missing_kinds(rule)})


def _filled(text: str, engine: Engine, language: str) -> str:
    return fill(text, engine.facts, language, _hidden(engine, language))


def _hidden(engine: Engine, language: str) -> dict[str, str]:
    """Return what is protected, for an example to hold some of it."""
    entry = next((entry.term for each in engine.protected for entry in each.entries), "")
    return {"protected": entry, "passage": SPECIMENS.get(language, SPECIMENS["fr"])}


def context_of(engine: Engine, example: Example, text: str) -> Context:
    """Return the context of an example, with ``text`` for its words and the policy's reference date for its moment."""
    author = {
        "relation": example.as_ or ("public" if example.way == INCOMING else None),
        "audiences": list(example.audiences) or None,
        "handle": example.handle,
        "name": example.name,
        "interests": [as_data(_interest(each, engine, example.lang)) for each in example.interests],
    }
    official = example.account is None and example.as_ == SPOKESPERSON
    data = {
        "text": text,
        "lang": example.lang,
        "direction": example.way,
        "channel": example.channel,
        "at": _moment(example.at or engine.policy.reference_date),
        "reply": example.reply,
        "media": [as_data(each) for each in example.media],
        "account": {"kind": "official"} if official else as_data(example.account),
        "author": author,
        "history": _history(example),
    }
    return Context.from_data(data)


def _interest(interest: Interest, engine: Engine, language: str) -> Interest:
    return Interest(
        kind=interest.kind,
        name=_filled(interest.name, engine, language),
        also=tuple(_filled(each, engine, language) for each in interest.also),
        topics=tuple(_filled(each, engine, language) for each in interest.topics),
    )


def _moment(at: Moment | None) -> datetime | None:
    if at is None or isinstance(at, datetime):
        return at if at is None or at.tzinfo else at.replace(tzinfo=UTC)
    # Noon in the Americas: the day is the same in every zone our policies name.
    return datetime.combine(at, time(17), UTC)


def _history(example: Example) -> dict[str, list[dict[str, datetime | None]]] | None:
    if example.history is None:
        return None
    return {"decisions": [{"at": _moment(each.at)} for each in example.history.decisions]}


def example_problems(folder: Folder, engine: Engine) -> Iterator[Problem]:
    """Return the problems of the examples, each at its place in the folder."""
    for outcome in run_examples(engine):
        if outcome.problem:
            code, level, values = outcome.problem
            place = folder.place("clause", outcome.clause.id, "examples", outcome.index)
            yield Problem(code=code, place=place, level=level, values=values)
