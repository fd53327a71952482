"""Messages kept in a file, read one by one: a message a line (JSON), a sheet (CSV), or a table (Parquet)."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from clausier.cli.console import Console
from clausier.cli.failure import Failure
from clausier.cli.lines import lines_of
from clausier.document.vocabulary import INCOMING

MORE_COLUMNS = ("direction", "channel", "lang")  # that a sheet of messages may have besides those of the import


def rows_of(path: Path, console: Console) -> Iterator[tuple[int, Any]]:
    """Return the line and the content of each message of a file: its fields, or a line of JSON still to be read.

    Raises Failure at once for a file of another kind or one that cannot be read.
    """
    read = READERS.get(path.suffix.lower())
    if read is None:
        raise Failure("rows-of-what", path=str(path), kinds=", ".join(READERS))
    path.stat()
    return read(path, console)


def _json_rows(path: Path, console: Console) -> Iterator[tuple[int, Any]]:
    """Yield the lines of a file that holds a message a line, as bytes."""
    del console
    with path.open("rb") as stream:
        yield from lines_of(stream)


def _sheet_rows(path: Path, console: Console) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the rows of a sheet as messages that came in, by the headings that the import of messages knows."""
    from clausier.cli.site import site

    with site(console):
        from clausier.chapters.inbox.sheet import HEADINGS
        from clausier.lib.sheets import Column, SheetError, read

        columns = [Column(name, tuple(names.split()), name == "text") for name, names in HEADINGS.items()]
        columns += [Column(name, (name,)) for name in MORE_COLUMNS]
        try:
            with path.open("rb") as stream:
                for row in read(stream, columns).rows:
                    yield row.line, _message(row.cells)
        except SheetError as error:
            raise Failure("refused", message=str(error.sentence)) from error


def _parquet_rows(path: Path, console: Console) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the rows of a Parquet file, whose columns are the fields of a message."""
    del console
    try:
        from pyarrow import ArrowInvalid
        from pyarrow.parquet import ParquetFile
    except ImportError:
        raise Failure("rows-no-parquet") from None
    try:
        batches = ParquetFile(path).iter_batches()
        rows = (row for batch in batches for row in batch.to_pylist())
        yield from enumerate(rows, 1)
    except ArrowInvalid as error:
        raise Failure("rows-not-parquet", path=str(path)) from error


def _message(cells: Mapping[str, str]) -> dict[str, Any]:
    """Return the cells of a row as a message; a sheet of messages is one of what came in, unless it says otherwise."""
    author = {"handle": cells.get("handle") or None, "name": cells.get("author") or None, "relation": "public"}
    return {
        "id": cells.get("external_id") or None,
        "text": cells.get("text", ""),
        "direction": cells.get("direction") or INCOMING,
        "channel": cells.get("channel") or None,
        "lang": cells.get("lang") or None,
        "author": author if (cells.get("direction") or INCOMING) == INCOMING else {},
    }


READERS: dict[str, Callable[[Path, Console], Iterator[tuple[int, Any]]]] = {
    ".jsonl": _json_rows,
    ".csv": _sheet_rows,
    ".parquet": _parquet_rows,
}
