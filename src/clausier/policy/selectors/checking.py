"""What a text is checked for before its adoption, for people: each thing with its state and its proof."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from clausier.document.comparison.values import MAJOR
from clausier.document.languages import LANGUAGE_NAMES
from clausier.document.model import Clause, Policy
from clausier.document.packs import Obligation, known_packs, load_packs
from clausier.document.problems import ERROR, Problem
from clausier.lib.refusals import Words
from clausier.policy.models import Version
from clausier.policy.selectors import comparing, consulting, texts
from clausier.policy.selectors.sources import placed
from clausier.policy.selectors.texts import policy_of
from clausier.policy.selectors.versions import base_of

OK, LOOK, MEND = "ok", "look", "mend"
LANGUAGES = frozenset({"missing-language", "undeclared-language", "no-language"})
LIMITS = frozenset(
    {
        "protected-entry",
        "ground-of-opinion",
        "ground-without-limit",
        "ground-not-neutral",
        "opinion-held-back",
        "over-broad",
    }
)
OBLIGATIONS = frozenset({"unserved-obligation", "waived-outside"})
# What arbitrators ask of a rule that an employer makes alone (KVP Co., 1965): the question, and what answers it or not.
TESTS: dict[str, tuple[Words, Words, Words]] = {
    "consistent": (
        gettext_lazy("Is it consistent with the collective agreement?"),
        gettext_lazy("Those who were consulted, and what they said, are recorded below."),
        gettext_lazy("No program can tell. Record below who was consulted, or why nobody was."),
    ),
    "clear": (
        gettext_lazy("Is it clear?"),
        gettext_lazy("Each clause that has rules has examples, and they are run."),
        gettext_lazy("These clauses have rules and no example:"),
    ),
    "reasonable": (
        gettext_lazy("Is it reasonable?"),
        gettext_lazy("No clause goes beyond the limits above. Whether it suits the work is for people to judge."),
        gettext_lazy("Look at the limits above first."),
    ),
    "made-known": (
        gettext_lazy("Is it made known?"),
        gettext_lazy("Each clause that asks something is to be read and answered for; a page tells who has."),
        gettext_lazy("These clauses ask something, and nobody is asked to say that they have read them:"),
    ),
    "announced": (
        gettext_lazy("Is the consequence announced?"),
        gettext_lazy("A ladder says what follows, by gravity, before anything happens."),
        gettext_lazy("No ladder says what follows from not keeping these clauses:"),
    ),
    "even": (
        gettext_lazy("Is it applied evenly?"),
        gettext_lazy("The policy gives several deciders, or an appeal; a page gives the figures of fairness."),
        gettext_lazy("No clause gives more than one decider, nor an appeal."),
    ),
}


class Check(NamedTuple):
    """Something that was looked at: how it stands, a sentence, and what was found."""

    key: str
    title: str
    state: str
    sentence: str
    found: list[str]


class Cited(NamedTuple):
    """A clause as a check cites it."""

    id: str
    number: str
    title: str


class Test(NamedTuple):
    """A question that an arbitrator would ask of a text, how it stands, and the clauses that prove it."""

    key: str
    title: str
    state: str
    sentence: str
    clauses: list[Cited]


class Level(NamedTuple):
    """Whether a change is major or minor, and why."""

    is_major: bool
    is_first: bool
    is_same: bool
    clauses: list[Cited]
    policy: list[str]


class Removed(NamedTuple):
    """A clause that a text takes away, and why, where it is said."""

    id: str
    number: str
    title: str
    reason: str


def checks_of(draft: Version, language: str) -> list[Check]:
    """Return what the program itself looks at: shape, examples, languages, limits, obligations."""
    problems, policy = texts.problems_of(draft), policy_of(draft)
    groups: dict[str, list[Problem]] = {key: [] for key in ("shape", "examples", "languages", "limits", "obligations")}
    for problem in problems:
        groups[_group(problem)].append(problem)
    examples = sum(len(clause.examples) for clause in policy.clauses())
    spoken = ", ".join(_spoken(each) for each in policy.languages)
    said = {
        "shape": (_("The document"), _("Names, references, rules: nothing to mend.")),
        "examples": (
            _("The examples"),
            ngettext("%(count)s example gives what it should.", "%(count)s examples give what they should.", examples)
            % {"count": examples},
        ),
        "languages": (_("The languages"), _("In step: %(languages)s.") % {"languages": spoken}),
        "limits": (_("The limits"), _("Nothing goes beyond what the law lets an organization ask or remove.")),
        "obligations": (_("The law"), _("Each obligation of the chosen packs is answered by a clause, or waived.")),
    }
    return [_check(key, *said[key], groups[key]) for key in groups] + [_limiting(policy, language)]


def tests_of(draft: Version, language: str) -> list[Test]:
    """Return what an arbitrator would ask of a rule of work: six questions, and what of the text answers each."""
    policy = policy_of(draft)
    cite = _citing(policy, language)
    clauses = policy.clauses()
    bare = [each for each in clauses if each.rules and not each.examples]
    silent = [each for each in clauses if consulting.asks(each) and not each.commit]
    ladders = [each for each in clauses if each.ladder]
    rungs = {ladder.gravity for each in ladders for ladder in each.ladder}
    lost = [each for each in clauses if each.breach and each.breach.gravity not in rungs]
    shared = [each for each in ladders if any((ladder.deciders or 0) > 1 or ladder.appeal for ladder in each.ladder)]
    limits = [problem for problem in texts.problems_of(draft) if _group(problem) == "limits"]
    records = consulting.records_of(draft)
    return [
        _test("consistent", bool(records), cite([])),
        _test("clear", not bare, cite(bare)),
        _test("reasonable", not limits, cite([])),
        _test("made-known", not silent and any(each.commit for each in clauses), cite(silent)),
        _test("announced", bool(ladders) and not lost, cite(lost or ladders)),
        _test("even", bool(shared), cite(shared)),
    ]


def level_of(draft: Version, language: str) -> Level:
    """Return whether a change is major, and what makes it so."""
    base = base_of()
    if base is None or base.pk == draft.pk:
        return Level(is_major=True, is_first=True, is_same=False, clauses=[], policy=[])
    compared = comparing.compared(base, draft, language, is_public=False)
    causes = [
        Cited(each.id, each.after or each.before or "", each.title)
        for each in compared.clauses
        if {"added", "removed"} & set(each.states) or set(each.kinds) - {"wording"}
    ]
    policy = [each.name for each in compared.policy]
    return Level(
        is_major=compared.level == MAJOR, is_first=False, is_same=not compared.differs, clauses=causes, policy=policy
    )


def duties_of(draft: Version, language: str) -> tuple[consulting.Duties, list[Cited]]:
    """Return by what clauses a text asks something new of unionised people."""
    found = consulting.new_duties(draft)
    return found, _citing(policy_of(draft), language)(found.clauses)


def removed_of(draft: Version, language: str) -> list[Removed]:
    """Return the clauses that a text takes away from the last adopted version."""
    base = base_of()
    if base is None or base.pk == draft.pk:
        return []
    kept = {clause.id for clause in policy_of(draft).clauses()}
    old = policy_of(base)
    return [
        Removed(each.id, old.numbers()[each.id], each.title.best(language), draft.removals.get(each.id, ""))
        for each in old.clauses()
        if each.id not in kept
    ]


def _group(problem: Problem) -> str:
    if problem.code.startswith("example-"):
        return "examples"
    named = (("languages", LANGUAGES), ("limits", LIMITS), ("obligations", OBLIGATIONS))
    return next((key for key, codes in named if problem.code in codes), "shape")


def _check(key: str, title: str, sentence: str, problems: list[Problem]) -> Check:
    if not problems:
        return Check(key, title, OK, sentence, [])
    state = MEND if any(problem.level == ERROR for problem in problems) else LOOK
    count = len(problems)
    said = ngettext("%(count)s thing to look at.", "%(count)s things to look at.", count) % {"count": count}
    return Check(key, title, state, said, [placed(problem) for problem in problems])


def _limiting(policy: Policy, language: str) -> Check:
    """List the obligations that bind the organisation's own hand, each with the clauses that answer it."""
    packs = load_packs(name for name in policy.regulation_packs if name in known_packs())
    limiting = [each for each in packs.values() if each.limit]
    numbers = policy.numbers()
    served = {
        each.id: [numbers[clause.id] for clause in policy.clauses() if each.id in clause.serves] for each in limiting
    }
    found = [_obligation(each, served[each.id], language) for each in limiting]
    title = _("What binds the organization itself")
    if not limiting:
        return Check("binding", title, LOOK, _("No pack of obligations is chosen, or none of them limits."), [])
    count = len(limiting)
    said = ngettext("%(count)s obligation of this kind.", "%(count)s obligations of this kind.", count) % {
        "count": count
    }
    lacking = sum(not clauses for clauses in served.values())
    if lacking:
        more = ngettext("No clause answers %(count)s of them.", "No clause answers %(count)s of them.", lacking)
        said = f"{said} {more % {'count': lacking}}"
    return Check("binding", title, LOOK if lacking else OK, said, found)


def _spoken(language: str) -> str:
    label = LANGUAGE_NAMES.get(language)
    return label.in_language(get_language() or "") if label else language


def _obligation(obligation: Obligation, numbers: list[str], language: str) -> str:
    where = ", ".join(numbers) or _("no clause")
    return f"{obligation.citation.best(language)}: {obligation.say.best(language)} ({where})"


def _citing(policy: Policy, language: str) -> Callable[[Iterable[Clause]], list[Cited]]:
    numbers = policy.numbers()
    return lambda clauses: [Cited(each.id, numbers[each.id], each.title.best(language)) for each in clauses]


def _test(key: str, is_met: bool, clauses: list[Cited]) -> Test:  # noqa: FBT001  # the answer to the question
    title, yes, no = TESTS[key]
    return Test(key, str(title), OK if is_met else LOOK, str(yes if is_met else no), clauses)
