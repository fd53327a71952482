"""The literals that patterns show: whatever matches holds one of them, and the rarest piece is chosen."""

import pytest

from clausier.engine.anchors import anchors_of, literals_of


@pytest.mark.parametrize(
    ("pattern", "anchors"),
    [
        ("guaranteed", ["guaranteed"]),
        (r"\bguarante(?:e|ed) (?:\w+ )?return", ["guarantee ", "guaranteed "]),
        (r"(?:kill|murder) you", ["kill you", "murder you"]),
        (r"\d+ ?%", []),
        ("abc?d", ["ab"]),
        ("(?:abc)?defg", ["defg"]),
        (r"(?<!\w)(?:risk[- ]free|sans risque)(?!\w)", ["risk", "sans risque"]),
        (r"x|beaver", []),
        (r"n\.b\. voir", ["n.b. voir"]),
        ("(?i)guaranteed", []),
        ("(?P<name>guaranteed)", []),
        ("a{0,3}bcd", ["bcd"]),
    ],
)
def test_anchors_of(pattern, anchors):
    """An optional piece gives nothing, a choice gives one for each branch, an unknown form gives none."""
    assert sorted(anchors_of(pattern)) == anchors


def test_names_stand_for_their_literals():
    """A name of a list of phrases brings the literals of what it stands for."""
    assert literals_of("(je|on) {harm}", {"harm": frozenset({"frapper", "cogner"})}) == {"frapper", "cogner"}


def test_everyday_words_are_no_good_anchor():
    """The rarer piece wins over the longer everyday word."""
    assert anchors_of("because(?: of)? hail") == (" hail",)
