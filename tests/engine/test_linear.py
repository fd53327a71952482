"""A pattern that could take minutes on a hostile line is refused by its structure, before it reads anything."""

import pytest

from clausier.engine.detector import Pattern
from clausier.engine.detectors import all_detectors
from clausier.engine.detectors.secret_api_key import forms
from clausier.engine.linear import MESSAGES, problem_of

PATTERNS = sorted({each.pattern for each in all_detectors() if isinstance(each, Pattern)})
KEYS = sorted({each.pattern for each in forms()})


@pytest.mark.parametrize("pattern", [*PATTERNS, *KEYS])
def test_patterns_of_detectors_are_linear(pattern):
    """Nothing that ships can be made slow by what people write."""
    assert problem_of(pattern) is None


@pytest.mark.parametrize(
    "pattern",
    [
        "projet mésange",
        r"\bprojets?\b",
        r"projet\s+\w+",
        r"https?://\S+",
        r'"[^"]*"',
        r"(?<!\w)\w+@",
        r"\b\d+(?:\.\d+)?\b",
        r"^[a-z]+\d$",
        r"[A-Z]{3}-\d{4,6}",
        r"(?: \w{1,20}){0,6}!",
        r"mot.{0,20}passe",
        r"(?i)b[ée]te|sot(?:te)?",
        "(?>a{0,1000})a{0,1000}b",
    ],
)
def test_settled_patterns_are_accepted(pattern):
    """A repeat whose end is told by what follows, or that has a small bound, costs little."""
    assert problem_of(pattern) is None


@pytest.mark.parametrize(
    ("pattern", "problem"),
    [
        ("(a", "syntax"),
        ("a{9999999999999}", "syntax"),
        ("(a)?(?(1)b|c)", "unknown"),
        (r"\w+@", "search"),
        (".*secret", "search"),
        (r"\s+$", "search"),
        (r"x(?: \w+)*!", "search"),
        (r"^(?:\d+)+x", "ways"),
        (r"^\w+\w+x", "ways"),
        (r"^(?:a|aa)+x", "ways"),
        (r"^(?:\w+ ?)+x", "ways"),
        (r"(x?){50}y", "ways"),
        ("x?" * 30 + "y", "ways"),
        ("a{1,1000}a{1,1000}b", "ways"),
    ],
)
def test_costly_patterns_are_refused(pattern, problem):
    """What nothing settles multiplies, and the message says what to do about it."""
    assert problem_of(pattern) == problem
    assert problem in MESSAGES


def test_deep_patterns_are_refused_not_followed():
    """A pattern nested a thousand times is a syntax problem and no crash."""
    assert problem_of("(" * 5_000 + "a" + ")" * 5_000) == "syntax"
