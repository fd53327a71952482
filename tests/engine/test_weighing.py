"""A received message weighed word by word."""

import pytest

from clausier.engine.intent import SPAM
from clausier.engine.weighing import (
    BITS,
    FIRST,
    LAST,
    LISTS,
    features,
    packed,
    tokens_of,
    unpacked,
    weighed,
    weights,
)
from engine.detectors.run import look

INTENTS = {
    *("question", "complaint", "praise", "problem-report", "access-request", "media-request", "job-inquiry"),
    *("legal-threat", "emergency", "abuse-only", "other"),
}


def test_weights_are_packed_and_unpacked():
    """A sum of packed rows is the sum of the rows, negative weights included."""
    rows = [[120, -340, 0, 7], [-500, 40, 0, -7], [1, 1, 1, 1]]
    total = sum(map(packed, rows))
    assert unpacked(total, 4) == [sum(column) for column in zip(*rows, strict=True)]


def test_no_message_overflows_a_field():
    """The heaviest weights of all the features that a message may have at once stay within their field."""
    most = max(abs(weight) for row in weights().rows for weight in unpacked(row, len(weights().classes)))
    assert 3 * (FIRST + LAST + 1) * most + len(LISTS) < 1 << (BITS - 1)


def test_the_file_speaks_of_every_intent():
    """The classes of the file are the intents, spam by its two kinds."""
    assert set(weights().classes) == INTENTS | set(SPAM)


def test_the_shares_make_one():
    """What a message may be is told in shares of one."""
    shares = weighed(look("Où est la patinoire?", direction="incoming"))
    assert round(sum(shares.values()), 6) == 1
    assert max(shares, key=shares.get) == "question"


def test_tokens_are_words_numbers_and_marks():
    """Numbers are alike, and a run of marks is one."""
    assert tokens_of("allo!!! 3 bacs 45 ? ok...") == ["allo", "!", "0", "bacs", "0", "?", "ok", "."]


@pytest.mark.parametrize(
    "text",
    [
        "",
        ".",
        "...",
        "allo",
        "3 bacs 45 ? ? ok...",
        '"Hein?" ! (Non.) . Oui',
        "Où 🤮🤮 est ٣ la\n\n \n patinoire",
        "a ?! b",
    ],
)
def test_a_message_weighs_what_its_features_do(text):
    """The quick sum is that of the features by their names."""
    view = look(text, direction="incoming")
    assert weights().of_message(view) == weights().of(features(view))


def test_lists_are_read():
    """A list that a message quotes is one of its features."""
    assert "=legal-threat" in features(look("See you in court", direction="incoming"))
    assert "legal-threat" in LISTS


def test_what_the_words_alone_tell_is_learned():
    """A spam that no list tells is found by its words, and the finding is a learned one."""
    view = look("My shakes melted my belly fat, five spots left in my weight loss group ladies", direction="incoming")
    assert all(each.learned for each in view.found if each.kind in SPAM and each.confidence < 0.7)
