"""Patterns of names: ``*`` and ``?`` as in file names, and ``!`` before what is left out."""

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase


def expand(globs: Sequence[str], words: Iterable[str]) -> frozenset[str]:
    """Return the words that match one of the globs and none of those behind ``!``."""
    words = tuple(words)
    wanted = {word for glob in globs if not glob.startswith("!") for word in words if fnmatchcase(word, glob)}
    refused = {word for glob in globs if glob.startswith("!") for word in words if fnmatchcase(word, glob[1:])}
    return frozenset(wanted - refused)
