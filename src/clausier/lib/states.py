"""State tables: which verb leads from which states to which one, as data."""

from collections.abc import Mapping
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from clausier.lib.refusals import RefusedError


class Move(NamedTuple):
    """What a verb does to a state: the states it starts from, and the one it leads to."""

    sources: tuple[str, ...]
    target: str


def moved(table: Mapping[str, Move], verb: str, state: str) -> str:
    """Return the state that ``verb`` leads to from ``state``; raise RefusedError (409) when it starts elsewhere."""
    move = table[verb]
    if state not in move.sources:
        raise RefusedError("wrong-state", _("This can no longer be done: somebody has acted in the meantime."), 409)
    return move.target
