"""The packs of obligations: what the law, a standard or a code asks, one plain sentence each, with its source.

A pack is a dated state of our reading, never legal advice: ``verified`` tells how the text was read and ``note``
what was not. ``source`` gives where to read the text, the publisher first where there is one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from clausier.document.model.types import Localized
from clausier.document.shelf import known, localized, read, several
from clausier.document.vocabulary import Label

_SHELF = "packs"

# Where several texts of different force are cited, the one named first gives its force.
FORCES = {
    "statute": Label("loi", "statute"),
    "regulation": Label("règlement", "regulation"),
    "directive": Label("directive européenne", "European directive"),
    "case-law": Label("jurisprudence", "case law"),
    "administrative": Label("règle administrative", "administrative rule"),
    "self-regulation": Label("autoréglementation", "self-regulation"),
    "standard": Label("norme", "standard"),
    "guidance": Label("lignes directrices", "guidance"),
}
VERIFICATIONS = {
    "official": Label("lu dans le texte officiel", "read in the official text"),
    "copy": Label("lu dans une copie du texte officiel", "read in a copy of the official text"),
    "secondary": Label("lu dans un commentaire", "read in a commentary"),
    "partial": Label("lu en partie", "read in part"),
    "memory": Label("cité de mémoire", "from memory"),
}
# Each is a year, a month or a day; several of them mark stages.
DATES = {
    "first_issued": Label("première édition", "first edition"),
    "adopted": Label("adoption", "adopted"),
    "decided": Label("décision", "decided"),
    "in_force": Label("application", "in force"),
    "amended": Label("modification", "amended"),
    "revised": Label("révision", "revised"),
    "text_as_of": Label("état du texte lu", "state of the text read"),
}
INTERNATIONAL = "INT"  # binds wherever one is
JURISDICTIONS = {
    "CA-QC": Label("Québec", "Quebec"),
    "CA": Label("Canada", "Canada"),
    "US": Label("États-Unis", "United States"),
    "EU": Label("Union européenne", "European Union"),
    "FR": Label("France", "France"),
    "GB": Label("Royaume-Uni", "United Kingdom"),
    INTERNATIONAL: Label("normes internationales", "international standards"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation:
    """One thing that is asked, of whom, by what; ``limit`` marks one that binds the organization's own hand."""

    id: str
    pack: str
    citation: Localized
    jurisdiction: tuple[str, ...]
    force: str
    dates: dict[str, tuple[str, ...]]
    say: Localized
    binds: Localized
    chapters: tuple[int, ...]
    limit: bool
    source: tuple[str, ...]
    verified: str
    note: Localized


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """The obligations that an organization takes on together, as they stood on the day ``version``."""

    name: str
    version: date
    title: Localized
    obligations: tuple[Obligation, ...]


def known_packs() -> tuple[str, ...]:
    """Return the names of the packs, without opening any."""
    return known(_SHELF)


@cache
def load_pack(name: str) -> Pack:
    """Return a pack; raise KeyError for an unknown name."""
    data = read(_SHELF, name)
    return Pack(
        name=data["pack"],
        version=data["version"],
        title=localized(data["title"]),
        obligations=tuple(_obligation(name, entry) for entry in data["obligations"]),
    )


def load_packs(names: Iterable[str]) -> dict[str, Obligation]:
    """Return the obligations of the named packs by id, in the order of the packs."""
    return {obligation.id: obligation for name in names for obligation in load_pack(name).obligations}


def _obligation(pack: str, entry: dict[str, Any]) -> Obligation:
    return Obligation(
        id=entry["id"],
        pack=pack,
        citation=localized(entry["citation"]),
        jurisdiction=several(entry["jurisdiction"]),
        force=entry["force"],
        dates={name: tuple(map(str, several(day))) for name, day in entry.get("dates", {}).items()},
        say=localized(entry["say"]),
        binds=localized(entry["binds"]),
        chapters=several(entry["chapters"]),
        limit=entry.get("limit", False),
        source=several(entry["source"]),
        verified=entry["verified"],
        note=localized(entry.get("note")),
    )
