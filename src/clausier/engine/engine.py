"""A policy made ready to judge messages: ``compile`` once, ``check`` as often as needed, from any thread."""

import gc
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import islice
from typing import Any

from clausier import __version__
from clausier.document.canonical import digest
from clausier.document.model import Clause, Facts, Policy, ProtectedList, Rule
from clausier.document.packs import load_packs
from clausier.document.placeholders import fill
from clausier.document.vocabulary import DIRECTIONS, INCOMING, OUTGOING, SIGNALS, Label
from clausier.engine.calendar import WorkCalendar
from clausier.engine.context import Context
from clausier.engine.detector import Detector, Found, Known, View
from clausier.engine.detectors import all_detectors
from clausier.engine.fixes import fixes_of
from clausier.engine.heads import Heads
from clausier.engine.intent import intent_of
from clausier.engine.language import language_of
from clausier.engine.masking import mask
from clausier.engine.ruleset import Decision, RuleSet
from clausier.engine.scanner import Scanner
from clausier.engine.situation import Situations
from clausier.engine.text import Text, fold
from clausier.engine.verdict import Finding, Missing, PolicyMark, Signal, Verdict, severity, strictest

ENGINE = f"clausier {__version__}"
SHOWN = 0.5  # a signal below this confidence is listed only when a finding rests on it
DETECTOR_FAILED = "engine.detector-failed"
CAREFUL = {OUTGOING: "review", INCOMING: "hold"}
# What a learned signal alone may do at most: it never blocks nor hides (DESIGN, section 4, rule 5).
LEARNED_AT_MOST = {"block": "review", "hide": "hold"}
BATCH = 256  # messages read together, which is quicker for the matcher and for the learned heads

MESSAGES: dict[str, Label] = {
    "detector-failed": Label(
        "Une partie de la vérification n'a pas pu se faire. Faites relire ce message par une personne.",
        "Part of the check could not be made. Have a person read this message.",
    ),
}


class Engine:
    """Judges messages by the rules of a policy.

    What is built here never changes, so one engine serves many threads; it asks no clock and opens no connection. The
    files of the library that few messages need, such as the packs that a finding cites, are read when first needed.
    """

    def __init__(
        self,
        policy: Policy,
        facts: Facts,
        protected: tuple[ProtectedList, ...],
        detectors: Sequence[Detector],
        heads: Heads | None = None,
    ) -> None:
        self.policy = policy
        self.facts = facts
        self.protected = protected
        clauses = [(clause, rule) for clause in policy.clauses() for rule in clause.rules]
        # By the rule itself: two clauses may have given one id to two rules (validate tells it), each its own to cite.
        self._cited = {id(rule): (clause, rule) for clause, rule in clauses}
        self.rulesets = {way: RuleSet([rule for _, rule in clauses if rule.way == way]) for way in DIRECTIONS}
        self._kinds_of = {id(rule): kinds for each in self.rulesets.values() for rule, kinds in each.selections()}
        self._known = Known(facts, protected, markings_of(policy), wordings_of(policy, facts))
        self._scanner = Scanner(detectors, self._known)
        self._heads = heads
        calendar = WorkCalendar(facts, (clause.quiet for clause in policy.clauses()))
        self._situations = {
            way: Situations(calendar, policy.audiences, each.histories()) for way, each in self.rulesets.items()
        }
        self._missing = {way: self._missing_kinds(way) for way in DIRECTIONS}
        # Most messages get one of a few verdicts, and most findings come again: both are made once.
        self._bare = lru_cache(maxsize=1_000)(self._without_signals)
        self._resting_on = lru_cache(maxsize=10_000)(self._finding)

    @cached_property
    def mark(self) -> PolicyMark:
        """What judges: the policy's id, version and digest, and the revision of the facts; told with each verdict."""
        policy, facts = digest(self.policy), digest(self.facts)[:12]
        return PolicyMark(id=self.policy.id, version=self.policy.version or "draft", digest=policy, facts=facts)

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of signals that the installed detectors and heads can find."""
        return self._scanner.kinds | (self._heads.kinds if self._heads else frozenset())

    @cached_property
    def name(self) -> str:
        """What judges, told with each verdict: the program, its version, and the weights of its learned heads."""
        return f"{ENGINE} + {self._heads.digest[:8]}" if self._heads else ENGINE

    def selected(self, rule: Rule) -> frozenset[str]:
        """Return the kinds of signals that a rule selects."""
        return self._kinds_of[id(rule)]

    def missing_kinds(self, rule: Rule) -> frozenset[str]:
        """Return the kinds that a rule selects and no installed detector finds."""
        return self._kinds_of[id(rule)] - self.kinds

    def check(self, context: Context, *, with_fixes: bool = True) -> Verdict:
        """Judge a message.

        The strictest action wins, every finding is told, and neither the order of rules nor that of chapters counts.
        """
        return next(self.check_many([context], with_fixes=with_fixes))

    def check_many(self, contexts: Iterable[Context], *, with_fixes: bool = False) -> Iterator[Verdict]:
        """Judge a stream of messages, in its order; each verdict is the one that ``check`` gives.

        Mends are for somebody who is writing, and each is a check of its own: here they are made only when asked for.
        """
        coming = iter(contexts)
        while batch := list(islice(coming, BATCH)):
            # A batch makes ten thousand objects that live until its end: to look for cycles among them, of which there
            # are none, would take a tenth of the time.
            pauses = len(batch) > 1 and gc.isenabled()
            if pauses:
                gc.disable()
            try:
                verdicts = self._verdicts(batch, with_fixes=with_fixes)
            finally:
                if pauses:
                    gc.enable()
            yield from verdicts

    def _verdicts(self, batch: list[Context], *, with_fixes: bool) -> list[Verdict]:
        """Return the verdicts on messages that are read together."""
        views = [self._view(context) for context in batch]
        failed = self._scanner.scan_all(views)
        for view in views:
            view.intent = intent_of(view) if view.context.direction == INCOMING else None
        unseen = self._heads.look(views) if self._heads else []
        pairs = zip(views, failed, strict=True)
        return [self._judged(view, [*missed, *unseen], with_fixes=with_fixes) for view, missed in pairs]

    def _judged(self, view: View, failed: list[str], *, with_fixes: bool) -> Verdict:
        """Return the verdict on what was seen in a message."""
        best: dict[str, float] = {}
        for each in view.found:
            if each.confidence > best.get(each.kind, 0.0):
                best[each.kind] = each.confidence
        context = view.context
        ruleset = self.rulesets[context.direction]
        decision = ruleset.decide(best, self._situations[context.direction].of(view))
        verdict = self._verdict(view, decision, failed)
        return fixes_of(self, context, verdict) if with_fixes and decision.rules else verdict

    def _view(self, context: Context) -> View:
        text = Text(context.text)
        return View(text, context, self._known, language_of(text, context.lang))

    def _verdict(self, view: View, decision: Decision, failed: list[str]) -> Verdict:
        context = view.context
        rules = [self.rulesets[context.direction].rules[index] for index in decision.rules]
        shown = [
            each for each in view.found if each.confidence >= SHOWN or any(self._cites(rule, each) for rule in rules)
        ]
        if not (shown or failed or context.media):
            of = tuple(decision.rules), tuple(decision.unknown)
            return self._bare(context.direction, view.language, view.intent, *of)
        findings = [self._found(rule, shown) for rule in rules]
        findings += [self._detector_failed(context.direction)] if failed else []
        return Verdict(
            action=strictest([finding.action for finding in findings], context.direction),
            language=view.language,
            policy=self.mark,
            engine=self.name,
            intent=view.intent,
            signals=tuple([_signal(each, view.text) for each in shown]),
            findings=_in_order(findings),
            unknown=tuple(decision.unknown),
            missing=self._missing_of(context, failed),
        )

    def _without_signals(
        self,
        direction: str,
        language: str,
        intent: tuple[str, float] | None,
        rules: tuple[int, ...],
        unknown: tuple[str, ...],
    ) -> Verdict:
        """Return the verdict on a message in which nothing was found; rules may ask for no signal."""
        findings = [self._found(self.rulesets[direction].rules[index], []) for index in rules]
        return Verdict(
            action=strictest([finding.action for finding in findings], direction),
            language=language,
            policy=self.mark,
            engine=self.name,
            intent=intent,
            findings=_in_order(findings),
            unknown=unknown,
            missing=self._missing[direction],
        )

    def _cites(self, rule: Rule, found: Found) -> bool:
        return found.kind in self._kinds_of[id(rule)] and found.confidence >= rule.when.confidence

    def _found(self, rule: Rule, shown: list[Found]) -> Finding:
        """Return the finding of a rule, on the signals that it cites."""
        cited = tuple([index for index, each in enumerate(shown) if self._cites(rule, each)])
        only_learned = bool(cited) and all(shown[index].learned for index in cited)
        return self._resting_on(id(rule), cited, only_learned)

    def _finding(self, which: int, cited: tuple[int, ...], only_learned: bool) -> Finding:  # noqa: FBT001
        clause, rule = self._cited[which]
        return Finding(
            rule=rule.id,
            clause=clause.id,
            version=self.mark.version,
            action=LEARNED_AT_MOST.get(rule.action, rule.action) if only_learned else rule.action,
            route=rule.route,
            notify=rule.notify,
            signals=cited,
            say={language: rule.say[language] for language in self.policy.languages if language in rule.say},
            obligations=self._obligations(clause),
        )

    def _obligations(self, clause: Clause) -> tuple[dict[str, Any], ...]:
        """Return the obligations of the enabled packs that a clause serves, with their citation."""
        served = (self._packs[each] for each in clause.serves if each in self._packs)
        return tuple({"id": each.id, "citation": dict(each.citation), "say": dict(each.say)} for each in served)

    @cached_property
    def _packs(self) -> dict[str, Any]:
        return load_packs(self.policy.regulation_packs)

    def _detector_failed(self, direction: str) -> Finding:
        return Finding(
            rule=DETECTOR_FAILED,
            clause=None,
            version=self.mark.version,
            action=CAREFUL[direction],
            say={language: MESSAGES["detector-failed"].in_language(language) for language in self.policy.languages},
        )

    def _missing_kinds(self, way: str) -> tuple[Missing, ...]:
        """Return the kinds that rules of a direction ask for and no installed detector finds."""
        ruleset = self.rulesets[way]
        asked = {kind for kinds in ruleset.kinds for kind in kinds if way in SIGNALS[kind].directions}
        return tuple(Missing(detector=kind, reason="extra") for kind in sorted(asked - self.kinds))

    def _missing_of(self, context: Context, failed: list[str]) -> tuple[Missing, ...]:
        if not (failed or context.media):
            return self._missing[context.direction]
        media = sorted({each.kind for each in context.media or ()})
        return (
            *self._missing[context.direction],
            *(Missing(detector=kind, reason="failed") for kind in failed),
            *(Missing(detector=kind, reason="not-read") for kind in media),
        )


def _in_order(findings: list[Finding]) -> tuple[Finding, ...]:
    """Return findings in the order in which they are told: the strictest first, then by clause and rule."""
    return tuple(sorted(findings, key=lambda each: (-severity(each.action), each.clause or "", each.rule)))


def _signal(found: Found, text: Text) -> Signal:
    start, end = text.span(found.start, found.end)
    quote = text.raw[start:end]
    shown = mask(found.kind, quote) if SIGNALS[found.kind].masked else quote
    return Signal(found.kind, start, end, shown, round(found.confidence, 3))


def markings_of(policy: Policy) -> tuple[str, ...]:
    """Return the confidentiality markings that the policy protects."""
    return tuple(each for clause in policy.clauses() if clause.protect for each in clause.protect.markings)


def wordings_of(policy: Policy, facts: Facts) -> tuple[tuple[str, str], ...]:
    """Return the words by which the policy discloses a tie, filled from the facts: pairs of a language and a text."""
    wordings = [each for clause in policy.clauses() if clause.disclose for each in clause.disclose.wordings]
    texts = [text for each in wordings for text in (each.long, each.short)]
    return tuple((language, fold(fill(words, facts, language))) for each in texts for language, words in each.items())


def compile_policy(
    policy: Policy,
    facts: Facts | None = None,
    protected: Iterable[ProtectedList] = (),
    detectors: Sequence[Detector] | None = None,
    heads: Heads | None = None,
) -> Engine:
    """Make a policy ready to judge, with the facts and the protected lists of the organisation.

    ``heads`` are the learned ones, when they are wanted and installed (``clausier.engine.heads.installed``).
    """
    chosen = all_detectors() if detectors is None else detectors
    return Engine(policy, facts or Facts(), tuple(protected), chosen, heads)
