"""Writing: a value changed in place in a file, or a whole folder in our normal style."""

from clausier.document.writing.clauses import split_clause, with_statements
from clausier.document.writing.editing import (
    EditRefusedError,
    append_value,
    remove_value,
    set_value,
    with_value,
    without_value,
)
from clausier.document.writing.folder import write_folder, written, zipped

__all__ = [
    "EditRefusedError",
    "append_value",
    "remove_value",
    "set_value",
    "split_clause",
    "with_statements",
    "with_value",
    "without_value",
    "write_folder",
    "written",
    "zipped",
]
