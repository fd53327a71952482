"""Colours, widths and characters that a terminal must not obey."""

import json
import sys

import pytest

from clausier.cli.console import Console, safe, width
from clausier.cli.excerpt import excerpt
from cli.conftest import Stream


@pytest.mark.parametrize(
    ("variables", "terminal", "coloured"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": "0"}, False, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
        ({"TERM": "dumb"}, True, False),
    ],
)
def test_colours_are_for_terminals(monkeypatch, variables, terminal, coloured):
    """Unless somebody asks otherwise."""
    monkeypatch.setattr(sys, "stdout", Stream(terminal=terminal))
    assert Console(variables).style("oui", "bold") == ("\x1b[1moui\x1b[0m" if coloured else "oui")


def test_wide_and_combining_characters_take_their_columns():
    """Two for an ideograph, none for an accent that combines."""
    assert (width("日本"), width("e\u0301"), width("\u200b"), width("é")) == (4, 1, 0, 1)


def test_marks_stand_under_the_words():
    """Whatever comes before them on the line."""
    text = "日本 NAS: 130 692 544 voilà"
    start = text.index("130")
    assert excerpt(text, [(start, start + 11)], 80) == [(text, " " * 10 + "^" * 11)]


def test_a_long_line_is_cut_and_a_long_text_shows_its_marked_rows():
    """What was found is shown, not the whole."""
    text = ("mot " * 30 + "\n") * 20 + "ici"
    rows = excerpt(text, [(len(text) - 3, len(text))], 40)
    assert rows == [("ici", "^^^")]


def test_a_row_ends_at_a_word():
    """Unless one word is longer than the row; no character is lost."""
    rows = [row for row, _ in excerpt("un message assez long, puis " + "x" * 50, [], 20)]
    assert rows == ["un message assez", "long, puis", "x" * 20, "x" * 20, "x" * 10]


def test_nothing_in_a_text_commands_the_terminal():
    """Escapes, line breaks of other kinds and marks of direction become a visible point."""
    assert safe("a\x1b[31m\u202eb\u2067\x85\r\x00\tc") == "a·[31m·b···· c"


def test_a_flood_of_accents_is_cut():
    """A million characters without width do not make one row."""
    rows = excerpt("e" + "\u0301" * 10_000, [(0, 1)], 80)
    assert max(len(row) for row, _ in rows) <= 4 * 80


@pytest.mark.parametrize("encoding", ["latin-1", "ascii", "cp1252"])
def test_a_poor_terminal_gets_other_characters(clausier, small, encoding):
    """And never an error; JSON keeps every character, escaped."""
    text = "Mon NAS est 130 692 544 日本"
    assert clausier("check", "--policy", small, "--text", text, encoding=encoding, locale="fr").status == 1
    told = clausier("check", "--policy", small, "--text", text, "--json", encoding=encoding)
    assert json.loads(told.out)["findings"][0]["say"]["fr"] == "Retirez ce numéro."
