"""Writing: a value changed in place in a file, or a whole folder in our normal style."""

from clausier.document.writing.editing import EditRefusedError, append_value, remove_value, set_value
from clausier.document.writing.folder import write_folder

__all__ = ["EditRefusedError", "append_value", "remove_value", "set_value", "write_folder"]
