"""What each network allows: lengths, what is seen before "see more", and the acts of moderation by their names there.

A key that is absent is not known; ``null`` says that there is none. ``verified`` speaks of the weakest fact of a file.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from clausier.document.model.types import Duration, Localized
from clausier.document.shelf import known, localized, read, several
from clausier.document.vocabulary import Label

_SHELF = "networks"

NETWORKS = known(_SHELF)
ACTS = {
    "keep": Label("laisser paraître", "let it appear"),
    "hide": Label("masquer", "hide"),
    "delete": Label("supprimer", "delete"),
    "reply": Label("répondre en public", "reply in public"),
    "private-reply": Label("répondre en privé", "reply in private"),
    "block": Label("bloquer la personne", "block the person"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """An act on a comment: its name on the network, who still sees the comment after it, how long it stays possible."""

    called: Localized
    reversible: bool | None
    seen_by: Localized
    window: Duration | None
    needs: Localized


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """A place where people publish; lengths are in characters, ``fold`` is the narrowest, that of a telephone."""

    network: str
    name: Localized
    as_of: date
    length: dict[str, int | None]
    fold: dict[str, int | None]
    counts_links_as: int | None
    handles: str
    hashtags: bool
    read: Localized
    acts: dict[str, Act]
    note: Localized
    source: tuple[str, ...]
    verified: str


@cache
def load_network(name: str) -> Network:
    """Return a network; raise KeyError for an unknown name."""
    data = read(_SHELF, name)
    return Network(
        network=data["network"],
        name=localized(data["name"]),
        as_of=data["as_of"],
        length=data["length"],
        fold=data.get("fold", {}),
        counts_links_as=data["counts_links_as"],
        handles=data["handles"],
        hashtags=data["hashtags"],
        read=localized(data.get("read")),
        acts={act: _act(entry) for act, entry in data.get("acts", {}).items()},
        note=localized(data.get("note")),
        source=several(data.get("source")),
        verified=data["verified"],
    )


def _act(entry: dict[str, Any]) -> Act:
    window = entry.get("window")
    return Act(
        called=localized(entry["called"]),
        reversible=entry.get("reversible"),
        seen_by=localized(entry.get("seen_by")),
        window=Duration.parse(window) if window else None,
        needs=localized(entry.get("needs")),
    )
