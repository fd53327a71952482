"""Changing one value of a file: nothing else moves, and a change undone leaves no trace."""

import stat
from datetime import date

import pytest

from clausier.document.model import Duration, Localized
from clausier.document.writing import EditRefusedError, append_value, remove_value, set_value

CHAPTER = """\
# The chapter on time, with remarks that matter.
chapter: time
number: 6
title: {fr: Le temps, en: "Time"}   # both languages
clauses:
  - id: time.quiet      # the id is forever
    title: {fr: 'L''heure: calme', en: Quiet}
    text:
      fr: |
        Première ligne 😀.

        Deuxième ligne.
      en: |
        First line.

    # who reads it
    audience: [everyone, managers]
    rules:   # two of them
      - id: first
        do: advise
        # before the second
      - id: second
        do: "block"

    quiet: {mon-sun: "20:00-07:00"}

  - id: time.share
    title:
      fr: Partager
      en: Share
    share: {voluntary: true}
"""


@pytest.fixture
def file(tmp_path):
    """Return a chapter in a file of its own mode."""
    path = tmp_path / "06-time.yaml"
    path.write_bytes(CHAPTER.encode())
    path.chmod(0o640)
    return path


def changed_lines(file):
    """Return the lines that are in the file and were not, and those that were and are not."""
    before, after = CHAPTER.splitlines(), file.read_text(encoding="utf-8").splitlines()
    return [line for line in after if line not in before], [line for line in before if line not in after]


@pytest.mark.parametrize(
    ("keys", "value", "came", "went"),
    [
        (("number",), 7, ["number: 7"], ["number: 6"]),
        (("clauses", "time.quiet", "rules", "first", "do"), "block", ["        do: block"], ["        do: advise"]),
        (("clauses", 0, "rules", 1, "do"), "hold", ['        do: "hold"'], ['        do: "block"']),
        (
            ("title", "fr"), "Le temps, enfin",
            ["title: {fr: 'Le temps, enfin', en: \"Time\"}   # both languages"],
            ['title: {fr: Le temps, en: "Time"}   # both languages'],
        ),
        (
            ("clauses", "time.share", "title", "fr"), "Oui : partager",
            ["      fr: 'Oui : partager'"], ["      fr: Partager"],
        ),
        (
            ("clauses", "time.quiet", "text", "en"), "Only line.\nOr two.",
            ["        Only line.", "        Or two."], ["        First line."],
        ),
        (
            ("clauses", "time.quiet", "audience"), ("everyone",),
            ["    audience: [everyone]"], ["    audience: [everyone, managers]"],
        ),
        (("clauses", "time.share", "visibility"), "internal", ["    visibility: internal"], []),
        (("clauses", "time.quiet", "quiet", "sat"), "08:00-09:00",
         ['    quiet: {mon-sun: "20:00-07:00", sat: "08:00-09:00"}'], ['    quiet: {mon-sun: "20:00-07:00"}']),
        (("purpose",), Localized(fr="Souffler.", en="Breathe."), ["purpose: {fr: Souffler., en: Breathe.}"], []),
        (("clauses", "time.share", "commit"), {"within": Duration.parse("30d"), "on": date(2026, 11, 23)},
         ['    commit: {within: 30d, "on": 2026-11-23}'], []),
    ],
)  # fmt: skip
def test_changes_one_value_and_its_line(file, keys, value, came, went):
    """The diff is the value; comments, blank lines and quotes stay."""
    set_value(file, keys, value)
    assert changed_lines(file) == (came, went)
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert [each.name for each in file.parent.iterdir()] == [file.name]


@pytest.mark.parametrize(
    ("keys", "value", "back"),
    [
        (("number",), 12, 6),
        (("title", "fr"), "Le temps, enfin", "Le temps"),
        (("title", "en"), "yes: no", "Time"),
        (("clauses", 0, "title", "fr"), "L'autre", "L'heure: calme"),
        (("clauses", 0, "text", "fr"), "Autre.\n\nTexte # dièse.", "Première ligne 😀.\n\nDeuxième ligne."),
        (("clauses", 0, "audience"), ["managers"], ["everyone", "managers"]),
        (("clauses", 0, "quiet"), {"sat": "08:00-09:00"}, {"mon-sun": "20:00-07:00"}),
        (("clauses", 1, "title", "en"), "08:30", "Share"),
        (("clauses", 1, "share", "voluntary"), False, True),
    ],
)
def test_a_change_undone_leaves_no_trace(file, keys, value, back):
    """Set, and set back: the bytes are the same."""
    set_value(file, keys, value)
    assert file.read_bytes() != CHAPTER.encode()
    set_value(file, keys, back)
    assert file.read_bytes() == CHAPTER.encode()


@pytest.mark.parametrize(
    ("keys", "value", "last"),
    [
        (("clauses", 0, "audience"), "members", 2),
        (("clauses", 0, "rules"), {"id": "third", "do": "block", "say": {"fr": "Non: jamais", "en": "No"}}, "third"),
        (("clauses",), {"id": "time.new", "text": Localized(fr="a\nb", en="c\nd")}, "time.new"),
    ],
)
def test_an_item_added_and_removed_leaves_no_trace(file, keys, value, last):
    """Append, then remove: the bytes are the same."""
    append_value(file, keys, value)
    assert file.read_bytes() != CHAPTER.encode()
    remove_value(file, (*keys, last))
    assert file.read_bytes() == CHAPTER.encode()


@pytest.mark.parametrize(
    ("keys", "went"),
    [
        (("title", "en"), ['title: {fr: Le temps, en: "Time"}   # both languages']),
        (("title", "fr"), ['title: {fr: Le temps, en: "Time"}   # both languages']),
        (("clauses", 0, "audience"), ["    audience: [everyone, managers]"]),
        (("clauses", "time.quiet", "rules", "second"), ["      - id: second", '        do: "block"']),
        (("clauses", "time.share", "id"), ["  - id: time.share", "    title:"]),
    ],
)
def test_removes_one_value(file, keys, went):
    """Only the lines of the value go."""
    remove_value(file, keys)
    assert changed_lines(file)[1] == went


def test_removing_the_last_item_leaves_an_empty_list(file):
    """A list that holds nothing is written so, and can be filled again."""
    remove_value(file, ("clauses", 0, "rules", "first"))
    remove_value(file, ("clauses", 0, "rules", "second"))
    assert "    rules: []" in file.read_text(encoding="utf-8")
    append_value(file, ("clauses", 0, "rules"), {"id": "new", "do": "allow"})
    assert "      - id: new\n        do: allow\n" in file.read_text(encoding="utf-8")


def test_makes_the_list_that_an_item_is_added_to(file):
    """The first item makes its list."""
    append_value(file, ("clauses", 1, "serves"), "qc-x")
    assert "    serves: [qc-x]" in file.read_text(encoding="utf-8")


def test_keeps_the_line_ends_of_the_file(file):
    """A file with carriage returns keeps them."""
    file.write_bytes(CHAPTER.replace("\n", "\r\n").encode())
    set_value(file, ("number",), 7)
    assert file.read_bytes() == CHAPTER.replace("number: 6", "number: 7").replace("\n", "\r\n").encode()


def test_keeps_the_mark_that_begins_a_file(file):
    """Some editors begin a file with a byte order mark; it stays, and counts for nothing."""
    file.write_bytes(b"\xef\xbb\xbf" + CHAPTER.encode())
    set_value(file, ("clauses", 0, "text", "fr"), "Neuf.")
    set_value(file, ("clauses", 0, "text", "fr"), "Première ligne 😀.\n\nDeuxième ligne.")
    assert file.read_bytes() == b"\xef\xbb\xbf" + CHAPTER.encode()


@pytest.mark.parametrize(
    "edit",
    [
        lambda file: set_value(file, (), "x"),
        lambda file: set_value(file, ("clauses", "time.nothing", "title"), "x"),
        lambda file: set_value(file, ("number", "deep"), "x"),
        lambda file: remove_value(file, ("nothing",)),
        lambda file: append_value(file, ("number",), "x"),
        lambda file: remove_value(file, ("clauses", 9)),
    ],
)
def test_refuses_what_has_no_place(file, edit):
    """The file is left as it was, and nothing is left beside it."""
    with pytest.raises(EditRefusedError):
        edit(file)
    assert file.read_bytes() == CHAPTER.encode()
    assert [each.name for each in file.parent.iterdir()] == [file.name]


def test_refuses_a_file_that_does_not_read(file):
    """What is broken is mended by hand first."""
    file.write_text("a: [1", encoding="utf-8")
    with pytest.raises(EditRefusedError):
        set_value(file, ("a",), 1)
