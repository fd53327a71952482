"""Examples: judged by their own clause, never passed when they could not be run."""

from dataclasses import replace
from datetime import date

import pytest

from clausier.document.model import Contacts, Example, Facts, Localized, Rule
from clausier.document.placeholders import fill
from clausier.document.vocabulary import Label
from clausier.engine import compile as compiled
from clausier.engine.examples import run_examples
from engine.policies import DETECTORS, clause, policy, rule

SIN = rule("sin", "block", signal=("pi.sin",))
INSULT = rule("insult", "advise", signal=("abuse.insult",))


def outcomes(*clauses, facts=None, protected=()):
    return list(run_examples(compiled(policy(*clauses), facts, protected, DETECTORS)))


def example(text, expect, **more):
    return Example(text=text, lang="fr", expect=expect, **more)


def test_an_example_is_judged_by_the_rules_of_its_own_clause():
    """A stricter clause elsewhere does not fail it; the difference is told, with the clause."""
    (outcome,) = outcomes(
        clause("a.one", INSULT, examples=(example("idiot 123456789", "advise"),)), clause("b.two", SIN)
    )

    assert outcome.passed
    assert outcome.problem[0] == "example-stricter-elsewhere"
    assert outcome.problem[2] == {"got": "block", "clause": "b.two"}


def test_an_example_of_a_rule_that_only_tells_says_nothing_of_the_action():
    """Its rule notifies or routes: that another clause hides the message is no surprise to tell."""
    telling = replace(rule("tell", "hide", signal=("pi.sin",)), do=None, notify=("someone",))
    shown = example("123456789", "publish", because="tell")

    (outcome,) = outcomes(clause("a.one", telling, examples=(shown,)), clause("b.two", replace(SIN, do="hide")))

    assert outcome.verdict.action == "hide"
    assert outcome.passed
    assert outcome.problem is None


def test_an_example_that_gives_another_action_fails():
    """What it promised and what it got are both told."""
    (outcome,) = outcomes(clause("a.one", SIN, examples=(example("Bonjour", "block"),)))

    assert not outcome.passed
    assert outcome.problem[0] == "example-fails"
    assert outcome.problem[2] == {
        "got": "allow",
        "expected": "block",
        "why": Label(
            "aucune règle de la clause ne s'applique (langue : fr; signaux : aucun)",
            "no rule of the clause applied (language: fr; signals: none)",
        ),
    }


def test_an_example_that_fails_tells_what_was_found():
    """The rules that applied, the language, the intent of a message received, the signals."""
    hold = replace(INSULT, do="hold")

    (outcome,) = outcomes(clause("a.one", hold, examples=(example("idiot 123456789", "publish"),)))

    why = outcome.problem[2]["why"].en
    assert why.startswith("rules that applied: insult (language: fr; intent: ")
    assert why.endswith("signals: abuse.insult, pi.sin)")


def test_the_right_action_by_another_rule_fails_when_the_rule_is_named():
    """``because`` names the rule that has to apply."""
    (outcome,) = outcomes(
        clause("a.one", SIN, replace(INSULT, do="block"), examples=(example("123456789", "block", because="insult"),))
    )

    assert outcome.problem[0] == "example-other-rule"


def test_an_example_that_needs_a_missing_detector_is_not_run():
    """It is neither passed nor failed."""
    hate = rule("hate", "review", signal=("abuse.hate",))

    (outcome,) = outcomes(clause("a.one", hate, examples=(example("…", "review"),)))

    assert (outcome.passed, outcome.action, outcome.problem[0]) == (False, None, "example-not-run")


def test_a_promise_of_the_whole_policy_is_judged_by_every_clause():
    """``by: policy`` passes when nothing is stricter, and fails when some other clause is, which is named."""
    promise = replace(example("idiot 123456789", "advise"), by="policy")
    kept, broken = (
        outcomes(clause("a.one", INSULT, examples=(promise,)), clause("b.two", replace(SIN, do=action)))
        for action in ("advise", "block")
    )

    assert kept[0].passed
    assert not broken[0].passed
    assert broken[0].problem == ("promise-broken", "error", {"got": "block", "expected": "advise", "clause": "b.two"})


def test_a_promise_needs_no_rule_of_its_own_clause():
    """The rule that gives the action may stand in any clause, and may be named."""
    promise = replace(example("123456789", "block", because="sin"), by="policy")

    (outcome,) = outcomes(clause("a.one", examples=(promise,)), clause("b.two", SIN))

    assert outcome.passed


def test_an_example_that_cannot_be_judged_is_an_error():
    """A text longer than any message, a day at the end of the calendar: told with its reason, never raised."""
    long = example("a" * 1_000_001, "allow")
    late = example("Bonjour", "allow", at=date(9999, 12, 31))

    for outcome in outcomes(clause("a.one", SIN, examples=(long, late))):
        assert (outcome.passed, outcome.problem[:2]) == (False, ("example-not-judged", "error"))


def test_placeholders_are_filled_from_the_facts():
    """The public e-mail of the facts stands where the example names it."""
    facts = Facts(names={"fr": ("Ville de Val-Bleu",)}, contacts=Contacts(emails=("info@valbleu.example",)))

    (outcome,) = outcomes(
        clause("a.one", INSULT, examples=(example("Écrivez à {email}, idiot", "advise"),)), facts=facts
    )

    assert outcome.text == "Écrivez à info@valbleu.example, idiot"
    assert outcome.passed


def test_a_fact_that_is_not_given_leaves_the_example_unrun():
    """Facts change every week; an example waits for them rather than fail."""
    (outcome,) = outcomes(clause("a.one", SIN, examples=(example("Appelez {phone}", "allow"),)))

    assert outcome.problem[0] == "example-not-run"


def test_incoming_examples_come_from_the_public():
    """An action of the incoming ladder tells the direction, and the author is the public unless told otherwise."""
    hold = Rule(id="hold", when=replace(SIN.when, relation=("public",)), do="hold", say=INSULT.say)

    (outcome,) = outcomes(clause("a.one", hold, examples=(example("123456789", "hold"),)))

    assert outcome.passed


def test_a_missing_kind_beside_others_excuses_nothing():
    """A rule that could have applied for another of its signals, and did not, fails its example."""
    either = rule("either", "review", signal=("abuse.hate", "abuse.insult"))

    (outcome,) = outcomes(clause("a.one", either, examples=(example("Beau temps", "review"),)))

    assert outcome.problem[0] == "example-fails"


@pytest.mark.parametrize(
    ("text", "language", "filled"),
    [
        ("L'équipe de {organization} répond.", "fr", "L'équipe du Centre répond."),
        ("Écrivez à {organization}.", "fr", "Écrivez au Centre."),
        ("{organization} ouvre à 8 h, dit {organization}.", "fr", "Le Centre ouvre à 8 h, dit le Centre."),
        ("The team of {organization} answers.", "en", "The team of the Centre answers."),
    ],
)
def test_the_name_reads_within_its_sentence(text, language, filled):
    """In French the article melts into the word before it; at the beginning the name takes a capital."""
    facts = Facts(names={"fr": ("Centre",), "en": ("Centre",)}, called=Localized(fr="le Centre", en="the Centre"))

    assert fill(text, facts, language) == filled
