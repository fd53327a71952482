"""What rules say in vain is found by reasoning on them as data."""

from dataclasses import replace

import pytest

from clausier.document.model import Circumstances, Facts
from clausier.document.model.statements import Use
from clausier.document.reading import Folder
from clausier.engine import compile as compiled
from clausier.engine.analysis import covers, implies, rule_problems
from engine.policies import DETECTORS, clause, policy, rule


def problems(*clauses, facts=None):
    made = policy(*clauses)
    folder = Folder("try", made, facts or Facts())
    return list(rule_problems(folder, compiled(made, facts, (), DETECTORS)))


def codes(*clauses, facts=None):
    return [each.code for each in problems(*clauses, facts=facts)]


def when(**more):
    return Circumstances(**more)


@pytest.mark.parametrize(
    ("narrow", "wide", "expected"),
    [
        (when(signal=("pi.sin",)), when(signal=("pi.*",)), True),
        (when(signal=("pi.*",)), when(signal=("pi.sin",)), False),
        (when(signal=("pi.sin",), channel=("x",)), when(signal=("pi.sin",)), True),
        (when(signal=("pi.sin",)), when(signal=("pi.sin",), channel=("x",)), False),
        (when(channel=("x",)), when(channel=("*",)), True),
        (when(signal=("pi.sin",), confidence=0.5), when(signal=("pi.sin",), confidence=0.8), False),
        (when(signal=("pi.sin",), confidence=0.9), when(signal=("pi.sin",), confidence=0.8), True),
        (when(reply=True), when(reply=False), False),
        (when(), when(), True),
        (when(intent=("question",)), when(intent=("*", "!question")), False),
        (when(intent=("praise",)), when(intent=("!question",)), True),
        (when(channel=("x",)), when(channel=("*", "!facebook")), True),
    ],
)
def test_one_condition_implies_another(narrow, wide, expected):
    """Fewer values, more keys and more confidence make a narrower condition."""
    assert implies(narrow, wide) is expected


def test_an_exception_as_wide_as_the_condition_leaves_nothing():
    """A rule whose exception covers all of its cases never applies."""
    never = replace(rule("never", "block", signal=("pi.sin",)), unless=(when(signal=("pi.*",)),))

    assert codes(clause("a.one", never)) == ["never-applies"]


def test_quiet_hours_need_to_be_set():
    """A rule on quiet hours that nobody sets never applies."""
    late = rule("late", "advise", signal=("pi.sin",), time=("quiet-hours",))

    assert codes(clause("a.one", late)) == ["never-applies"]
    assert codes(clause("a.one", late, quiet={"mon-sun": "20:00-07:00"})) == []


def test_a_milder_rule_under_a_wider_one_changes_nothing():
    """It is told, with the rule that takes over; a rule that also routes or notifies is no shadow."""
    wide, narrow = rule("wide", "block", signal=("pi.*",)), rule("narrow", "advise", signal=("pi.sin",))

    assert codes(clause("a.one", wide, narrow)) == ["shadowed"]
    assert codes(clause("a.one", wide, replace(narrow, notify=("legal",)))) == []


def test_twins_are_told_once():
    """Of two rules that are the same, one is too many."""
    assert codes(
        clause("a.one", rule("one", "block", signal=("pi.sin",)), rule("two", "block", signal=("pi.sin",)))
    ) == ["shadowed"]


def test_a_permission_that_another_clause_always_refuses_is_a_contradiction():
    """The clause that promises is named beside the one that refuses."""
    allowing = rule("may", "allow", signal=("pi.sin",), channel=("x",))
    refusing = rule("may-not", "block", signal=("pi.*",))

    assert codes(clause("a.one", allowing), clause("b.two", refusing)) == ["contradiction"]


def test_an_exception_of_the_refusal_keeps_the_permission():
    """A refusal that leaves the permitted case out contradicts nothing."""
    allowing = rule("may", "allow", signal=("pi.sin",), channel=("x",))
    refusing = replace(rule("may-not", "block", signal=("pi.*",)), unless=(when(channel=("x",)),))

    assert codes(clause("a.one", allowing), clause("b.two", refusing)) == []
    assert not covers(refusing, allowing)


def test_a_rule_that_nobody_can_see_must_say_that_it_is_optional():
    """A policy does not promise what no detector does."""
    hate = rule("hate", "review", signal=("abuse.hate",))

    assert codes(clause("a.one", hate)) == ["detector-missing"]
    assert codes(clause("a.one", replace(hate, optional=True))) == []


def test_two_answers_for_one_use_are_a_contradiction():
    """The same people, place, moment, device and purpose get one answer."""
    yes, no = Use(purpose=("personal",), answer="yes"), Use(purpose=("personal",), answer="no")

    assert codes(clause("a.one", use=(yes,)), clause("b.two", use=(no,))) == ["use-contradiction"]


def test_two_answers_for_one_use_are_told_in_words():
    """What for, when and on what, in the language of the message."""
    uses = tuple(
        Use(moment=("break",), purpose=("personal",), device=("own",), answer=answer) for answer in ("yes", "no")
    )

    (problem,) = problems(clause("a.one", use=uses))

    assert problem.code == "use-contradiction"
    assert "(for personal purposes, during breaks, on one's own device)" in problem.message("en")
    assert "(à des fins personnelles, pendant les pauses, sur son propre appareil)" in problem.message("fr")
