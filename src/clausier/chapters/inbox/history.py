"""The register of what was decided about an author on a channel, which the rooms above fill.

Only decisions still in their term, on the same channel: no comment that was kept, and nothing of another network.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from clausier.chapters.inbox.models import Channel


class Past(NamedTuple):
    """A decision still in its term: when, its public reference, the id of its clause, and its effect in words."""

    at: datetime
    reference: str
    clause: str
    effect: str


# Given a channel and handles, returns the decisions of each handle, the newest first; a handle without any is left out.
Source = Callable[[Channel, Collection[str]], Mapping[str, Sequence[Past]]]
_sources: list[Source] = []


def register(source: Source) -> None:
    """Add a room's source of past decisions, once, when Django starts."""
    if source not in _sources:
        _sources.append(source)


def of(channel: Channel, handles: Collection[str]) -> dict[str, list[Past]]:
    """Return what is still in its term about some handles of a channel."""
    wanted = {handle for handle in handles if handle}
    found: dict[str, list[Past]] = {}
    for source in _sources if wanted else ():
        for handle, pasts in source(channel, wanted).items():
            found.setdefault(handle, []).extend(pasts)
    return found
