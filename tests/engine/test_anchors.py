"""The literals that patterns show: whatever matches holds one of them, and the rarest piece is chosen."""

import re

import pytest

from clausier.engine.anchors import anchors_of, literals_of
from clausier.engine.phrases import lists_with, phrases


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


@pytest.mark.parametrize("name", ["advocacy", "baits", "promises", "threats"])
def test_phrases_run_only_where_seen(name):
    """Without one of its literals a list finds nothing, with them all it finds what it finds alone."""
    text = "je recommande ce fonds, rendement garanti, i know where you live, you have won a prize"
    listed = phrases(name)
    everything = [match.span() for match in listed.finditer(text)]
    assert everything
    assert [match.span() for match in listed.finditer(text, lists_with().keys())] == everything
    assert list(listed.finditer(text, frozenset())) == []


def test_every_phrase_shows_a_literal():
    """No phrase of the lists has to be tried on every message."""
    assert lists_with()
    assert all(re.compile(pattern) for pattern in phrases("threats").patterns)
    assert phrases("threats").anchors
