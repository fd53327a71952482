"""What phrases leave in a text: whatever matches holds it, at the distance that is told, and it is rare."""

import pytest

from clausier.engine.phrases import names, read
from clausier.engine.traces import spaced, traces_of
from clausier.engine.words import LANGUAGES


@pytest.mark.parametrize(
    ("pattern", "strings", "offsets"),
    [
        ("guaranteed", {" guaranteed "}, {0}),
        (r"recommend\w{0,20}", {" recommend"}, {0}),
        ("i'm (?:so )?delighted", {" i m delighted ", " i m so delighted "}, {0}),
        (r"(?:\w{1,2} ){0,2}refund", {" refund "}, {0, 2, 3, 4, 5, 6}),
        (r"(?:\w{1,9} ){0,2}refund", {" refund "}, None),
        (r"[\w'-]{1,30} ?refund", {"refund "}, None),
        (r"(?:the|my|your) (?:beaver|\w{1,9}ption|otter)", {" beaver ", "ption ", " otter "}, None),
        (r"(?<!no )#?hail", {" hail "}, {0, 1}),
        (r"\d{2}", set(), None),
        ("(?:ab|)", set(), None),
    ],
)
def test_what_a_phrase_leaves(pattern, strings, offsets):
    """Words are whole where they are in the phrase, and optional pieces leave nothing by themselves."""
    traces = traces_of(pattern)
    assert traces.strings == strings
    assert traces.offsets == offsets


def test_common_words_are_no_good_trace():
    """Rarer words win, and where there are none another piece is asked for too."""
    assert traces_of(r"you \w{1,9} beaver").strings == {" beaver "}
    both = traces_of(r"(?:you|we) \w{1,9} (?:will|can)")
    assert both.strings
    assert both.also


def test_only_letters_and_digits_are_left():
    """Marks, accents that were not folded and emoji are spaces, one for one."""
    assert spaced("I'm 100%, ❤é") == "I m 100" + " " * 5


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", names())
def test_every_phrase_leaves_something(name, language):
    """No phrase of the lists has to be tried on every message."""
    assert all(all(row.strings) and row.strings for row in read(name, language))
