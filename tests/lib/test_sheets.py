"""Sheets: what spreadsheets write is read, what is wrong is told with its line, what is written runs nothing."""

import contextlib
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausier.lib import sheets
from clausier.lib.sheets import Column, SheetError

COLUMNS = (Column("name", ("Nom", "Name"), is_required=True), Column("email", ("Courriel", "E-mail")))
TEXT = "Nom;Courriel\r\nÉlodie Côté;elodie@valbleu.example\r\n"


def _read(content):
    sheet = sheets.read(content, COLUMNS)
    return sheet, [(row.line, dict(row.cells)) for row in sheet.rows]


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("cp1252", "Windows-1252"),
    ],
)
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_what_spreadsheets_write_is_read(encoding, told, separator):
    """The encoding and the separator are recognised, and told."""
    sheet, rows = _read(TEXT.replace(";", separator).encode(encoding))
    assert (sheet.encoding, sheet.separator) == (told, separator)
    assert rows == [(2, {"name": "Élodie Côté", "email": "elodie@valbleu.example"})]


def test_the_separator_may_be_said():
    """Excel writes it on a line of its own, and lines are still counted from the first."""
    sheet, rows = _read(b"sep=;\nNom;Courriel\nA, B;x\n")
    assert (sheet.separator, rows) == (";", [(3, {"name": "A, B", "email": "x"})])


def test_headings_are_recognised_however_they_are_written():
    """Capitals, accents, spaces and signs do not count; unknown columns are told and left aside."""
    sheet, rows = _read("NOM,e mail,Étage\nA,x,3\n".encode())
    assert (sheet.columns, sheet.unknown) == (("name", "email"), ("Étage",))
    assert rows == [(2, {"name": "A", "email": "x"})]


def test_lines_are_counted_as_an_editor_counts_them():
    """A cell of several lines and blank lines do not shift the numbers."""
    _, rows = _read(b'Nom,Courriel\n"A\nB",x\n\n,\nC\n')
    assert [(line, cells["name"]) for line, cells in rows] == [(2, "A\nB"), (6, "C")]


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        (b"", "empty", 0),
        (b"\n\n", "empty", 0),
        (b"PK\x03\x04rest", "not-text", 0),
        (b"Courriel\nx\n", "lacking", 1),
        (b"Nom,name\nx,y\n", "twice", 1),
        (b"Nom\nA\nB\0\n", "nul", 3),
        (b"Nom\nA\n\x81\xe9\n", "encoding", 3),
        (b'Nom\nA\n"B\nC\n', "unclosed", 3),
        (b'Nom\nA\n"B"C\n', "quotes", 3),
        (b"Nom\nA\nB,C\n", "too-wide", 3),
        (b"Nom\n" + b"x" * (sheets.CELL + 1), "unclosed", 2),
        (b"x" * (sheets.BYTES + 1), "too-large", 0),
        (b"Nom\n" + b"x\n" * (sheets.ROWS + 1), "too-long", sheets.ROWS + 2),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_wrong_is_told_with_its_line(content, code, line):
    """A sentence, the line, and no traceback."""
    with pytest.raises(SheetError) as told:
        _read(content)
    assert (told.value.code, told.value.line) == (code, line)
    assert "%" not in told.value.sentence


def test_no_more_than_the_limit_is_read_of_a_file():
    """A hundred megabytes cost twenty."""
    file = io.BytesIO(b"x" * (sheets.BYTES * 2))
    with pytest.raises(SheetError):
        sheets.read(file, COLUMNS)
    assert file.tell() == sheets.BYTES + 1


@given(st.binary(max_size=400))
def test_no_file_breaks_the_reader(content):
    """Whatever is sent is read or told."""
    with contextlib.suppress(SheetError):
        _read(content)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20), min_size=1, max_size=5))
def test_what_is_written_is_read_again(names):
    """But for the mark before what would run, the spaces around, and rows without anything."""
    content = "".join(sheets.write(["Nom", "Courriel"], [(name, "x") for name in names])).encode()
    _, rows = _read(content)
    assert [cells["name"] for _, cells in rows] == [sheets.defused(name).strip() for name in names]


@pytest.mark.parametrize("cell", ["=1+1", "+cmd", "-cmd|x", "@SUM(A1)", "\t=1", "\r=1", " =1", "=HYPERLINK(1)"])
def test_formulas_are_defused(cell):
    """A cell that a spreadsheet would run comes out as text."""
    assert sheets.defused(cell).startswith("'")


@pytest.mark.parametrize("cell", ["-3", "+1 514", "12,5 %".replace(" %", "%"), "A=B", "", 5, -5])
def test_what_runs_nothing_is_left_alone(cell):
    assert sheets.defused(cell) == str(cell)
