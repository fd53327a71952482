"""Mends for findings, each checked by the engine before it is offered.

Two kinds: what must not be published is taken out, and a tie that is not disclosed gets the words of the policy.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Protocol

from clausier.document.model import Facts, Policy
from clausier.document.model.statements import Wording
from clausier.document.networks import NETWORKS, load_network
from clausier.document.placeholders import fill
from clausier.document.vocabulary import OUTGOING, SIGNALS, Label
from clausier.engine.context import Context
from clausier.engine.verdict import Edit, Finding, Fix, Signal, Verdict, severity

MAX_MENDED = 20_000  # characters: a longer text is mended by hand
UNDISCLOSED = frozenset({"disc.needed", "disc.vague"})

MESSAGES: dict[str, Label] = {
    "disclose": Label("Ajouter « {words} »", "Add “{words}”"),
    "take-out": Label("Retirer {what}", "Take out {what}"),
    "removed": Label("[retiré]", "[removed]"),
}


class Judge(Protocol):
    """What a mend needs of an engine: the words of its policy and facts, and its judgment of the mended text."""

    policy: Policy
    facts: Facts

    def check(self, context: Context, *, with_fixes: bool = True) -> Verdict: ...


def fixes_of(judge: Judge, context: Context, verdict: Verdict) -> Verdict:
    """Return the verdict with, on each finding, the fixes that do mend it."""
    if context.direction != OUTGOING or len(context.text) > MAX_MENDED:
        return verdict
    fixes = [tuple(_checked(judge, context, verdict, finding)) for finding in verdict.findings]
    if not any(fixes):
        return verdict
    pairs = zip(verdict.findings, fixes, strict=True)
    mended = tuple(replace(finding, fixes=each) if each else finding for finding, each in pairs)
    return verdict._replace(findings=mended)


def _checked(judge: Judge, context: Context, verdict: Verdict, finding: Finding) -> Iterator[Fix]:
    """Yield, of each way to mend, the first fix that does."""
    cited = [verdict.signals[index] for index in finding.signals]
    for fixes in (_disclosures(judge, context, verdict.language, cited), _removals(judge, verdict.language, cited)):
        yield from islice((fix for fix in fixes if mends(judge, context, verdict, finding, fix)), 1)


def mends(judge: Judge, context: Context, verdict: Verdict, finding: Finding, fix: Fix) -> bool:
    """Tell whether the mended text is free of the finding, and no other finding or stricter action comes of it."""
    again = judge.check(replace(context, text=fix.apply(context.text)), with_fixes=False)
    rules = {each.rule for each in again.findings}
    before = {each.rule for each in verdict.findings}
    return finding.rule not in rules and rules <= before and severity(again.action) <= severity(verdict.action)


def _removals(judge: Judge, language: str, cited: list[Signal]) -> Iterator[Fix]:
    """Yield the text without what must not be published."""
    masked = [signal for signal in cited if SIGNALS[signal.kind].masked and signal.end > signal.start]
    if masked:
        removed = MESSAGES["removed"].in_language(language)
        kinds = [SIGNALS[kind] for kind in dict.fromkeys(signal.kind for signal in masked)]
        label = {
            each: MESSAGES["take-out"]
            .in_language(each)
            .format(what=", ".join(kind.in_language(each) for kind in kinds))
            for each in judge.policy.languages
        }
        yield Fix(edits=tuple(Edit(start=a, end=b, insert=removed) for a, b in _joined(masked)), label=label)


def _joined(signals: list[Signal]) -> list[tuple[int, int]]:
    """Return the spans of the signals, those that overlap joined, so that the edits never collide."""
    spans: list[tuple[int, int]] = []
    for start, end in sorted((signal.start, signal.end) for signal in signals):
        if spans and start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans


def _disclosures(judge: Judge, context: Context, language: str, cited: list[Signal]) -> Iterator[Fix]:
    """Yield the words of the policy for the author's tie: the long ones, then the short ones, where they fit."""
    wording = wording_for(judge.policy, context) if any(signal.kind in UNDISCLOSED for signal in cited) else None
    if wording is None:
        return
    spoken = language if language in wording.long else judge.policy.languages[0]
    for text in (wording.long, wording.short):
        words = fill(text.best(spoken), judge.facts, spoken)
        if _fits(context, words):
            label = {
                each: MESSAGES["disclose"].in_language(each).format(words=words) for each in judge.policy.languages
            }
            yield Fix(edits=(Edit(start=0, end=0, insert=f"{words} "),), label=label)


def wording_for(policy: Policy, context: Context) -> Wording | None:
    """Return the policy's words for the author's relation: those for its channel before those for any."""
    relation = context.author.relation
    clauses = sorted(policy.clauses(), key=lambda clause: clause.id)  # the order of chapters never counts
    wordings = [each for clause in clauses if clause.disclose for each in clause.disclose.wordings]
    mine = [each for each in wordings if each.relation == relation and each.network in ("*", context.channel)]
    return min(mine, key=lambda each: each.network == "*", default=None)


def _fits(context: Context, words: str) -> bool:
    """Tell whether the words leave the message within the length of its network."""
    if context.channel not in NETWORKS:
        return True
    limit = load_network(context.channel).length.get("post")
    return limit is None or len(context.text) + len(words) + 1 <= limit
