"""Patterns of names: ``*`` and ``?`` as in file names, and ``!`` before what is left out."""

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase


def matches(word: str, glob: str) -> bool:
    """Tell whether a word fits a pattern; a bracket stands for itself."""
    return fnmatchcase(word, glob.replace("[", "[[]"))


def expand(globs: Sequence[str], words: Iterable[str]) -> frozenset[str]:
    """Return the words that match one of the globs and none of those behind ``!``."""
    words = tuple(words)
    wanted = {word for glob in globs if not glob.startswith("!") for word in words if matches(word, glob)}
    refused = {word for glob in globs if glob.startswith("!") for word in words if matches(word, glob[1:])}
    return frozenset(wanted - refused)
