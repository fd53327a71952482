"""What learned heads may do to a verdict, whoever they are."""

from clausier.engine import compile as compiled
from clausier.engine.detector import Found
from engine.policies import DETECTORS, check, clause, policy, rule


class Seer:
    """Heads that see one kind in every message, or fail to."""

    kinds = frozenset({"abuse.hate"})
    digest = "0123456789abcdef"

    def __init__(self, *, fails=False):
        self.fails = fails

    def look(self, views):
        if self.fails:
            return ["abuse.hate"]
        for view in views:
            view.found.append(Found("abuse.hate", 0, len(view.text.folded), 0.9, learned=True))
        return []


def _made(heads, *rules):
    return compiled(policy(clause("a.one", *rules)), None, (), DETECTORS, heads)


def test_a_head_alone_never_blocks_nor_hides():
    """Where only a learned head saw it, blocking becomes a review and hiding becomes holding."""
    out = _made(Seer(), rule("hate", "block", signal=("abuse.hate",)))
    into = _made(Seer(), rule("hate", "hide", signal=("abuse.hate",)))

    assert check(out, "Bonjour").action == "review"
    assert check(into, "Bonjour", direction="incoming").action == "hold"


def test_with_a_detector_beside_it_the_rule_does_what_it_says():
    """A finding that a detector also carries keeps its action."""
    made = _made(Seer(), rule("abuse", "block", signal=("abuse.*",)))

    assert check(made, "idiot").action == "block"


def test_heads_that_fail_are_told_and_the_careful_action_is_taken():
    """The verdict never goes down with the heads: it names what could not be looked for."""
    verdict = check(_made(Seer(fails=True), rule("hate", "block", signal=("abuse.hate",))), "Bonjour")

    assert verdict.action == "review"
    assert ("abuse.hate", "failed") in {(each.detector, each.reason) for each in verdict.missing}


def test_without_the_extra_what_only_heads_find_is_missing():
    """A rule about hate says in each verdict that nothing here looks for it."""
    verdict = check(_made(None, rule("hate", "review", signal=("abuse.hate",))), "Bonjour")

    assert ("abuse.hate", "extra") in {(each.detector, each.reason) for each in verdict.missing}


def test_the_weights_are_named_in_the_verdict():
    """Who judged can be told later: the program and the digest of the heads."""
    assert _made(Seer()).name.endswith("01234567")
