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
    for start, end in cut(text, width):
        marks = "".join(
            (MARK if found else " ") * columns(character)
            for character, found in zip(text[start:end], marked[start:end], strict=True)
        )
        yield safe(text[start:end]), marks.rstrip()


def cut(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each row: a line, or as many words of one as fit; a word that is too long is cut."""
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        while (row := _fitting(text, start, end, width)) < end:
            space = text.rfind(" ", start, row + 1)
            stop = space if space > start else row
            yield start, stop
            start = stop + (text[stop] == " ")
        yield start, end
        start = end + 1


def _fitting(text: str, start: int, end: int, width: int) -> int:
    """Return where a row must end: characters without width are bounded too, a flood of accents is no row."""
    taken = 0
    for place in range(start, min(end, start + 4 * width)):
        taken += columns(text[place])
        if taken > width:
            return place
    return min(end, start + 4 * width)
