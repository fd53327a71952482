"""A text with what was found in it underlined, in columns that wide and combining characters do not shift."""

from collections.abc import Iterable, Iterator

from clausier.cli.console import columns, safe

MARK = "^"
MAX_ROWS = 12


def excerpt(text: str, spans: Iterable[tuple[int, int]], width: int) -> list[tuple[str, str]]:
    """Return the rows of a text, each with its line of marks; of a long text, the first rows that have marks."""
    marked = bytearray(len(text))
    for start, end in spans:
        marked[start:end] = b"\1" * (min(end, len(text)) - start)
    rows = list(_rows(text, marked, width))
    if len(rows) > MAX_ROWS:
        rows = [row for row in rows if row[1]][:MAX_ROWS]
    return rows


def _rows(text: str, marked: bytearray, width: int) -> Iterator[tuple[str, str]]:
    for start, end in _cut(text, width):
        marks = "".join(
            (MARK if found else " ") * columns(character)
            for character, found in zip(text[start:end], marked[start:end], strict=True)
        )
        yield safe(text[start:end]), marks.rstrip()


def _cut(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each row: a line, or as much of one as fits."""
    start = taken = 0
    for place, character in enumerate(text):
        size = columns(character)
        # Characters without width are bounded too: a flood of accents is no row.
        if character == "\n" or taken + size > width or place - start >= 4 * width:
            yield start, place
            start, taken = place + (character == "\n"), 0
        if character != "\n":
            taken += size
    yield start, len(text)
