"""The shelves of the library: what lies on one is known by its file names, and a file is read only when asked for."""

from functools import cache
from typing import Any

import yaml

from clausier.document.model.types import Localized
from clausier.library import LIBRARY

_SUFFIX = ".yaml"


@cache
def known(shelf: str) -> tuple[str, ...]:
    """Return the names that lie on ``shelf``, in alphabetical order."""
    lying = (LIBRARY / shelf).iterdir()
    return tuple(sorted(file.name.removesuffix(_SUFFIX) for file in lying if file.name.endswith(_SUFFIX)))


def read(shelf: str, name: str) -> dict[str, Any]:
    """Return the data of ``name``; raise KeyError for a name that is not on the shelf, which no path can ever be."""
    if name not in known(shelf):
        raise KeyError(name)
    text = (LIBRARY / shelf / f"{name}{_SUFFIX}").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return data


def several(value: Any) -> tuple[Any, ...]:
    """Return a list as a tuple, a single value as a tuple of one, nothing as an empty tuple."""
    if value is None:
        return ()
    return tuple(value) if isinstance(value, list) else (value,)


def localized(value: dict[str, str] | None) -> Localized:
    """Return a text in each of its languages; empty when there is none."""
    return Localized(value or {})
