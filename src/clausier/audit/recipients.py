"""Who receives the checkpoints. People stand above this room: it is told by a register."""

from collections.abc import Callable, Iterable
from typing import NamedTuple


class Recipient(NamedTuple):
    """An address, and the language to write to it."""

    email: str
    language: str


Source = Callable[[], Iterable[Recipient]]
_sources: list[Source] = []


def register(source: Source) -> None:
    """Add a source of recipients, once, when Django starts."""
    if source not in _sources:
        _sources.append(source)


def recipients() -> list[Recipient]:
    """Return each address once."""
    return sorted({found.email: found for source in _sources for found in source()}.values())
