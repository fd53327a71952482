"""What a decision is about lives in a room above: each such room says here how it is shown and found.

A room registers its kind once, in ``AppConfig.ready``. What is no longer there is shown as nothing, never guessed.
"""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple


class Shown(NamedTuple):
    """The subject of a decision as its author may see it: ``channel`` is a name of ``document.networks``, or words."""

    text: str
    author: str = ""
    channel: str = ""
    url: str = ""
    written: datetime | None = None


class Source(NamedTuple):
    """How a room shows a subject by its uid, and finds one by its place, its author and its first words."""

    show: Callable[[str], Shown | None]
    find: Callable[[str, str, str], str | None]


_sources: dict[str, Source] = {}


def register(kind: str, source: Source) -> None:
    """Say how subjects of a kind are shown and found; a room does it once, when Django starts."""
    _sources[kind] = source


def source_of(kind: str) -> Source | None:
    """Return what shows and finds subjects of a kind, or None when their room is off."""
    return _sources.get(kind)


def show(kind: str, uid: str) -> Shown | None:
    """Return the subject of a decision, or None when its room is off or its text is gone."""
    source = source_of(kind)
    return source.show(uid) if source else None


def find(*, url: str, handle: str, words: str) -> list[tuple[str, str]]:
    """Return the kind and uid of what matches a place, an author and first words; every source is asked every time."""
    found = [(kind, source.find(url, handle, words)) for kind, source in sorted(_sources.items())]
    return [(kind, uid) for kind, uid in found if uid]
