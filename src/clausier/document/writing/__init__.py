"""Writing: a value changed in place in a file, or a whole folder in our normal style."""

from clausier.document.writing.changing import with_changes, with_moved
from clausier.document.writing.clauses import split_clause, split_key, with_key, with_statements
from clausier.document.writing.editing import (
    EditRefusedError,
    append_value,
    remove_value,
    set_value,
    with_item,
    with_value,
    without_value,
)
from clausier.document.writing.folder import write_folder, written, zipped
from clausier.document.writing.wrapping import unwrapped

__all__ = [
    "EditRefusedError",
    "append_value",
    "remove_value",
    "set_value",
    "split_clause",
    "split_key",
    "unwrapped",
    "with_changes",
    "with_item",
    "with_key",
    "with_moved",
    "with_statements",
    "with_value",
    "without_value",
    "write_folder",
    "written",
    "zipped",
]
