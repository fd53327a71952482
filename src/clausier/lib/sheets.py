"""Sheets of rows and columns: the one reader and the one writer of CSV, for people, messages and exports.

Reading recognises what spreadsheets really write: UTF-8 with or without its mark, UTF-16, Windows-1252; commas,
semicolons or tabs. Whatever is wrong is one sentence with its line, never a half-read sheet. Writing defuses cells
that a spreadsheet would run as formulas.
"""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import IO, NamedTuple

from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _

from clausier.document.folding import compact, fold
from clausier.lib.refusals import Words

BYTES, ROWS, CELL = 20 * 2**20, 100_000, 100_000
SEPARATORS = (",", ";", "\t")
# What a spreadsheet takes for a formula when a cell begins with it (OWASP, CSV injection).
FORMULA = ("=", "+", "-", "@", "\t", "\r")
NUMBER = re.compile(r"[+-]?\d[\d\s.,]*%?")
OTHER_FILES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")
MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
ENCODING_NAMES = {
    "utf-8-sig": "UTF-8",
    "utf-8": "UTF-8",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
}


class SheetError(ValueError):
    """A sheet that cannot be read: a sentence for people, the line where it shows (0: the whole file), the column."""

    def __init__(self, code: str, sentence: Words, line: int = 0, column: str = "", **said: object) -> None:
        super().__init__(code)
        self.code, self.line, self.column = code, line, column
        self._sentence, self._said = sentence, {"line": line, "column": column, **said}

    @property
    def sentence(self) -> str:
        """The sentence, in the language being spoken."""
        said = {name: grouped(value) if isinstance(value, int) else value for name, value in self._said.items()}
        return str(self._sentence) % said

    def __str__(self) -> str:
        return self.sentence


def grouped(number: int) -> str:
    """Return a number as the language being spoken groups its digits."""
    return number_format(number, force_grouping=True)


class Column(NamedTuple):
    """A column that is asked for: the name under which its cells come, and the headings that people give it."""

    name: str
    headings: tuple[str, ...]
    is_required: bool = False


class Row(NamedTuple):
    """A row: the line of the file where it begins, and its cells by the name of their column, without spaces around."""

    line: int
    cells: Mapping[str, str]


class Sheet(NamedTuple):
    """A sheet whose headings are understood: what it was written in, the columns it has, those nobody asked for."""

    encoding: str
    separator: str
    columns: tuple[str, ...]
    unknown: tuple[str, ...]
    rows: Iterator[Row]


def read(source: bytes | IO[bytes], columns: Sequence[Column]) -> Sheet:
    """Return a sheet, whose rows are read one by one.

    ``source`` is read up to the limit only. Raises SheetError at once for a file that is too large, of another kind or
    encoding, or whose headings lack a column or give one twice; and from ``rows``, at the line where it shows, for
    quotation marks that never close, a row with more cells than headings, a cell or a sheet that is too long.
    """
    content = source if isinstance(source, bytes) else source.read(BYTES + 1)
    text, encoding = _decoded(content)
    separator, text, skipped = _separator(text)
    records = _records(text, separator, skipped)
    line, headings = next(records, (0, []))
    if not headings:
        raise SheetError("empty", _("The file is empty: the first line names the columns."))
    places, unknown = _places(line, headings, columns)
    rows = _rows(records, len(headings), places)
    return Sheet(encoding, separator, tuple(places), unknown, rows)


def write(headings: Sequence[object], rows: Iterable[Sequence[object]], separator: str = ",") -> Iterator[str]:
    """Yield the lines of a sheet, the mark of UTF-8 first so that Excel reads accents; formulas are defused."""
    yield "\ufeff"
    for row in chain([headings], rows):
        line = io.StringIO(newline="")
        csv.writer(line, delimiter=separator).writerow([defused(cell) for cell in row])
        yield line.getvalue()


def defused(cell: object) -> str:
    """Return a cell as text that no spreadsheet runs; a plain number, even negative, stays as it is."""
    text = "" if cell is None else str(cell)
    is_safe = not text.lstrip(" \u00a0").startswith(FORMULA) and not text.startswith(FORMULA)
    return text if is_safe or NUMBER.fullmatch(text) else f"'{text}"


def heading_key(heading: str) -> str:
    """Return a heading as it is compared: without capitals, accents, spaces nor signs."""
    return compact(fold(heading))


def _decoded(content: bytes) -> tuple[str, str]:
    if len(content) > BYTES:
        raise SheetError("too-large", _("The file has more than %(limit)s MB: split it."), limit=BYTES // 2**20)
    if content.startswith(OTHER_FILES):
        raise SheetError("not-text", _("This file is not a CSV: in the spreadsheet, choose “Save as”, then CSV UTF-8."))
    encoding = _encoding(content)
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise SheetError("encoding", _("Line %(line)s cannot be read: save the file as CSV UTF-8."), line) from None
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise SheetError(
            "nul", _("Line %(line)s holds a character that no text has: save the file as CSV UTF-8."), line
        )
    return text, ENCODING_NAMES.get(encoding, "Windows-1252")


def _encoding(content: bytes) -> str:
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return encoding
    start = content[:1000]
    if start[1::2].count(0) > len(start) // 4:
        return "utf-16-le"
    if start[::2].count(0) > len(start) // 4:
        return "utf-16-be"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _separator(text: str) -> tuple[str, str, int]:
    """Return the separator, the text that follows where it was said, and how many lines that took."""
    said = re.match(r'"?sep=([,;\t])"?\r?\n', text)  # what Excel writes and reads
    if said:
        return said[1], text[said.end() :], 1
    first = re.sub(r'"[^"]*"', "", next((line for line in text.splitlines() if line.strip()), ""))
    return max(SEPARATORS, key=first.count), text, 0


def _records(text: str, separator: str, skipped: int) -> Iterator[tuple[int, list[str]]]:
    """Yield each record that is not blank with the line where it begins."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    begins = skipped + 1
    csv.field_size_limit(CELL)
    try:
        for record in reader:
            if any(cell.strip() for cell in record):
                yield begins, record
            begins = skipped + reader.line_num + 1
    except csv.Error as error:
        raise _unreadable(str(error), begins) from None


def _unreadable(said: str, line: int) -> SheetError:
    if "expected after" in said:
        return SheetError("quotes", _("Line %(line)s: a quotation mark stands inside a cell; double it."), line)
    if "unexpected end" in said or "field larger" in said:
        sentence = _("Line %(line)s: a quotation mark opens and never closes, or a cell is endless.")
        return SheetError("unclosed", sentence, line)
    return SheetError("unreadable", _("Line %(line)s cannot be read."), line)


def _places(line: int, headings: list[str], columns: Sequence[Column]) -> tuple[dict[str, int], tuple[str, ...]]:
    """Return where each column stands, and the headings that nobody asked for."""
    known = {heading_key(each): column.name for column in columns for each in (column.name, *column.headings)}
    names = [known.get(heading_key(heading), "") for heading in headings]
    twice = [name for name, count in Counter(filter(None, names)).items() if count > 1]
    if twice:
        given = ", ".join(heading for heading, name in zip(headings, names, strict=True) if name == twice[0])
        raise SheetError("twice", _("Two columns say the same thing: %(column)s. Keep one."), line, given)
    lacking = [column for column in columns if column.is_required and column.name not in names]
    if lacking:
        column = lacking[0].headings[0]
        raise SheetError("lacking", _("The column “%(column)s” is not in the first line."), line, column)
    unknown = tuple(
        heading.strip() for heading, name in zip(headings, names, strict=True) if not name and heading.strip()
    )
    return {name: place for place, name in enumerate(names) if name}, unknown


def _rows(records: Iterator[tuple[int, list[str]]], width: int, places: Mapping[str, int]) -> Iterator[Row]:
    for count, (line, record) in enumerate(records, 1):
        if count > ROWS:
            raise SheetError("too-long", _("The file has more than %(limit)s rows: split it."), line, limit=ROWS)
        if any(cell.strip() for cell in record[width:]):
            raise SheetError("too-wide", _("Line %(line)s has more cells than there are columns."), line)
        cells = {name: record[place].strip() if place < len(record) else "" for name, place in places.items()}
        yield Row(line, cells)
