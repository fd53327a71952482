"""A value changed with the fewest cuts, an item moved with its comments, and lines that an editor had wrapped."""

import pytest

from clausier.document.writing import EditRefusedError, unwrapped, with_changes, with_moved

TEXT = """\
rules:
  # First.
  - id: one
    do: block  # because
    when: {signal: [pi.email], reply: yes}
  # Second.
  - id: two
    again: major
    say: {fr: Non., en: "No."}
# The end.
"""
ONE = {"id": "one", "do": "block", "when": {"signal": ["pi.email"], "reply": True}}
TWO = {"id": "two", "say": {"fr": "Non.", "en": "No."}}


@pytest.mark.parametrize(
    ("place", "old", "new", "before", "after"),
    [
        (0, ONE, ONE | {"do": "advise"}, "do: block  #", "do: advise  #"),
        (
            0,
            ONE,
            ONE | {"when": {"signal": ["pi.email", "pi.phone"], "reply": True}},
            "[pi.email]",
            "[pi.email, pi.phone]",
        ),
        (0, ONE, ONE | {"when": {"signal": ["pi.email"]}}, ", reply: yes", ""),
        (1, TWO, TWO | {"say": {"fr": "Non.", "en": "Never."}}, '"No."', '"Never."'),
        (1, TWO, TWO | {"route": "questions"}, '"No."}\n', '"No."}\n    route: questions\n'),
    ],
)
def test_only_what_differs_is_cut(place, old, new, before, after):
    """Comments, quotes, and a default that somebody wrote out stay."""
    assert with_changes(TEXT, "it.yaml", ("rules", place), old, new) == TEXT.replace(before, after)


def test_an_item_moves_with_the_comments_above_it():
    moved = with_moved(TEXT, ("rules", "two"), -1)
    assert moved.index("# Second.") < moved.index("- id: two") < moved.index("# First.") < moved.index("- id: one")
    assert moved.endswith("# The end.\n")
    assert with_moved(moved, ("rules", "two"), 1) == TEXT
    assert with_moved(TEXT, ("rules", "two"), 1) == TEXT
    with pytest.raises(EditRefusedError):
        with_moved("rules: [{id: one}, {id: two}]\n", ("rules", "two"), -1)


def test_wrapped_paragraphs_stand_on_one_line():
    """Items, headings, tables, code and empty lines keep their own."""
    assert unwrapped("One\ntwo.\n\n- a\n  b\n- c\nd\n\n# Title\nText") == "One two.\n\n- a\n  b\n- c d\n\n# Title\nText"
    assert unwrapped("1. a\n2. b") == "1. a\n2. b"
    assert unwrapped("| a |\n| b |") == "| a |\n| b |"
