"""Rules as bit sets give the same answers as rules read one by one, in any order."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from clausier.document.globs import expand
from clausier.document.model import Circumstances, Rule
from clausier.engine.ruleset import UNKNOWN, RuleSet, Values

SIGNALS = ("pi.sin", "pi.email", "disc.needed", "disc.clear", "abuse.insult")
VALUES = {
    "relation": ("employee", "agency", "public"),
    "channel": ("facebook", "x"),
    "has": ("link", "image"),
    "time": ("working-hours", "quiet-hours"),
    "reply": (True, False),
}


def circumstances():
    lists = {
        name: some.lists(some.sampled_from(values), max_size=2, unique=True).map(tuple)
        for name, values in VALUES.items()
        if name != "reply"
    }
    return some.builds(
        Circumstances,
        signal=some.lists(some.sampled_from([*SIGNALS, "pi.*", "!pi.email"]), max_size=3).map(tuple),
        confidence=some.sampled_from([0.5, 0.8]),
        reply=some.none() | some.booleans(),
        **lists,
    )


def rules():
    one = some.tuples(circumstances(), some.lists(circumstances(), max_size=2))
    return some.lists(one, max_size=8).map(
        lambda made: [
            Rule(id=f"r{place}", when=when, unless=tuple(unless), do="advise")
            for place, (when, unless) in enumerate(made)
        ]
    )


def situations():
    return some.fixed_dictionaries(
        {
            name: some.just(UNKNOWN) | some.lists(some.sampled_from(values), max_size=2, unique=True).map(Values)
            for name, values in VALUES.items()
        }
    )


def found():
    return some.dictionaries(some.sampled_from(SIGNALS), some.sampled_from([0.3, 0.6, 0.9]))


def meets(condition, signals, situation):
    """Read a condition the plain way, as the design states it."""
    if condition.signal:
        selected = expand(condition.signal, SIGNALS)
        if not any(kind in selected and signals[kind] >= condition.confidence for kind in signals):
            return False
    for name in VALUES:
        asked = getattr(condition, name)
        if asked in (None, ()):
            continue
        known = situation[name]
        wanted = asked if isinstance(asked, tuple) else (asked,)
        if known.unknown or not set(known.values) & set(wanted):
            return False
    return True


def applies(rule, signals, situation):
    return meets(rule.when, signals, situation) and not any(meets(each, signals, situation) for each in rule.unless)


def test_a_pattern_has_stars_and_question_marks_only():
    """A bracket is no pattern of its own."""
    assert expand(("pi.s?n", "pi.[e]mail"), SIGNALS) == {"pi.sin"}


@given(rules(), found(), situations())
def test_decides_as_rules_read_one_by_one(rules, signals, situation):
    """A rule applies when all of its ``when`` is met and none of its exceptions is."""
    expected = [place for place, rule in enumerate(rules) if applies(rule, signals, situation)]

    assert RuleSet(rules).decide(signals, situation).rules == expected


@given(some.data(), rules(), found(), situations())
def test_order_of_rules_never_counts(data, rules, signals, situation):
    """The same rules in another order decide the same."""
    other = data.draw(some.permutations(rules))
    first, second = RuleSet(rules), RuleSet(other)

    one, two = first.decide(signals, situation), second.decide(signals, situation)

    assert {first.rules[i].id for i in one.rules} == {second.rules[i].id for i in two.rules}
    assert one.unknown == two.unknown


@given(rules(), found(), situations())
def test_unknown_is_told_only_where_it_would_have_mattered(rules, signals, situation):
    """What is listed as unknown could change the decision; what is not listed could not."""
    decision = RuleSet(rules).decide(signals, situation)
    hidden = [name for name, known in situation.items() if known.unknown]

    assert set(decision.unknown) <= set(hidden)
    others = {name: known for name, known in situation.items() if name not in hidden}
    for name in set(hidden) - set(decision.unknown):
        for value in VALUES[name]:
            told = {**others, **dict.fromkeys(hidden, UNKNOWN), name: Values([value])}
            assert RuleSet(rules).decide(signals, told).rules == decision.rules


def test_costly_circumstances_are_asked_only_when_a_rule_hangs_on_them():
    """Nobody opens the calendar for a message that no rule concerns."""
    asked = []
    when = Circumstances(signal=("pi.sin",), time=("quiet-hours",))
    ruleset = RuleSet([Rule(id="late", when=when, do="advise")])

    class Calendar:
        def get(self, name, _default):
            asked.append(name)
            return Values(["quiet-hours"])

    assert ruleset.decide({}, Calendar()).rules == []
    assert asked == []
    assert ruleset.decide({"pi.sin": 0.9}, Calendar()).rules == [0]
    assert asked == ["time"]


@pytest.mark.parametrize(
    ("globs", "expected"),
    [
        (("pi.*", "!pi.email"), {"pi.sin"}),
        (("!pi.email",), set()),
        (("*.needed",), {"disc.needed"}),
        (("disc.cle?r",), {"disc.clear"}),
    ],
)
def test_names_behind_an_exclamation_mark_are_left_out(globs, expected):
    """A glob selects names; one behind ``!`` takes names away, and alone selects none."""
    assert expand(globs, SIGNALS) == expected


def test_channels_may_be_patterns():
    """``*`` stands for any channel that is given, and for none that is not."""
    ruleset = RuleSet([Rule(id="any", when=Circumstances(channel=("*",)), do="advise")])

    assert ruleset.decide({}, {"channel": Values(["somewhere"])}).rules == [0]
    assert ruleset.decide({}, {}) == ([], ["channel"])
    assert ruleset.decide({}, {"channel": Values([])}).rules == []


def test_a_circumstance_that_only_leaves_values_out_asks_for_the_others():
    """``intent: "!question"`` is every intent but a question, on rules and on channels alike."""
    when = Circumstances(intent=("!question",), channel=("!x",))
    ruleset = RuleSet([Rule(id="others", when=when, do="hold")])

    def decide(intent, channel):
        return ruleset.decide({}, {"intent": Values([intent]), "channel": Values([channel])}).rules

    assert decide("complaint", "facebook") == [0]
    assert decide("question", "facebook") == []
    assert decide("complaint", "x") == []
