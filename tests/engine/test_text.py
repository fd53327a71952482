"""Folding makes look-alikes alike and always knows the way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from clausier.engine.text import _TABLE, MAX_LETTERS, Text, fold


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Élève", "eleve"),
        ("e\u0301le\u0300ve", "eleve"),
        ("ＮＡＳ", "nas"),
        ("Мésаnge", "mesange"),
        ("cœur", "coeur"),
        ("l’été", "l'ete"),
        ("pro\u200bjet", "projet"),
        ("a\u00a0b", "a b"),
        ("№ ²", "no 2"),
        ("A\u0300\u0301\u0302\u0303", "a"),
        ("\u202eabc\u202c", "abc"),
    ],
)
def test_look_alikes_fold_alike(written, folded):
    """Case, accents, width, confusable letters, zero-width and direction marks do not count."""
    assert fold(written) == folded


@given(some.text())
def test_every_span_falls_in_the_message(raw):
    """Whatever the message, each span of the folded text is a span of it, and they follow one another."""
    text = Text(raw)

    spans = [text.span(place, place + 1) for place in range(len(text.folded))]

    assert all(0 <= start < end <= len(raw) for start, end in spans)
    assert spans == sorted(spans)


@given(some.text(), some.text(alphabet="abcé œ", min_size=1), some.text())
def test_the_span_of_a_word_gives_the_word_back(before, word, after):
    """Found in the folded text, a word is cut out of the message with its marks and no more."""
    text = Text(before + "|" + word + "|" + after)
    start = len(fold(before + "|"))

    first, last = text.span(start, start + len(fold(word)))

    assert text.raw[first:last] == word


@given(some.text())
def test_folding_twice_is_folding_once_for_plain_words(raw):
    """A folded text of letters and spaces is its own folding."""
    plain = "".join(each for each in fold(raw) if each in "abcdefghijklmnopqrstuvwxyz ")

    assert fold(plain) == plain


def test_a_flood_of_combining_marks_costs_no_more_than_its_length():
    """A letter under a million marks is one letter."""
    text = Text("a" + "\u0301" * 1_000_000 + "b")

    assert text.folded == "ab"
    assert text.span(1, 2) == (1_000_001, 1_000_002)


def test_a_ligature_of_many_letters_costs_a_few():
    """One character of Arabic stands for eighteen; a message made of it is not eighteen times as long."""
    assert len(fold("\N{ARABIC LIGATURE SALLALLAHOU ALAYHE WASALLAM}" * 1000)) == 1000 * MAX_LETTERS


def test_characters_that_nobody_has_are_not_learnt():
    """A message of all of them leaves the table as it was."""
    known = len(_TABLE)
    raw = "".join(map(chr, range(0xF0000, 0xF1000)))

    assert Text(raw).folded == raw
    assert len(_TABLE) == known
