"""The law that a clause serves: its obligations, and those of the packs that somebody looks for."""

from typing import NamedTuple

from clausier.document.folding import fold
from clausier.document.model import Clause, Policy
from clausier.document.packs import FORCES, Obligation, known_packs, load_packs

MAX_FOUND = 40


class ShownObligation(NamedTuple):
    """An obligation as the editor shows it; ``chosen`` when the clause serves it, ``served`` how many others do."""

    id: str
    say: str
    citation: str
    force: str
    source: str
    note: str
    is_enabled: bool
    chosen: bool
    served: int


def known() -> frozenset[str]:
    """Return the names of every obligation of the library."""
    return frozenset(load_packs(known_packs()))


def served_by(policy: Policy, clause: Clause, language: str) -> list[ShownObligation]:
    """Return the obligations that a clause serves, in its order."""
    every = load_packs(known_packs())
    return [_shown(policy, clause, every[name], language) for name in clause.serves if name in every]


def searched(policy: Policy, clause: Clause, query: str, language: str) -> list[ShownObligation]:
    """Return the obligations in which every word of a query stands, those of the enabled packs first.

    Without a query, those of the enabled packs that speak of the chapter of the clause and that no clause serves yet.
    """
    enabled = load_packs(each for each in policy.regulation_packs if each in known_packs())
    every = {**enabled, **load_packs(known_packs())} if query else enabled
    words = fold(query).split()
    found = [each for each in every.values() if each.id not in clause.serves]
    if words:
        found = [each for each in found if all(word in _searched(each) for word in words)]
    else:
        number = next((chapter.number for chapter in policy.chapters if clause in chapter.clauses), 0)
        served = {name for other in policy.clauses() for name in other.serves}
        found = [each for each in found if number in each.chapters and each.id not in served]
    return [_shown(policy, clause, each, language) for each in found[:MAX_FOUND]]


def _searched(obligation: Obligation) -> str:
    said = (*obligation.say.values(), *obligation.citation.values(), *obligation.note.values())
    return fold(" ".join((obligation.id, *said)))


def _shown(policy: Policy, clause: Clause, obligation: Obligation, language: str) -> ShownObligation:
    others = sum(obligation.id in other.serves for other in policy.clauses() if other.id != clause.id)
    return ShownObligation(
        id=obligation.id,
        say=obligation.say.best(language),
        citation=obligation.citation.best(language),
        force=FORCES[obligation.force].in_language(language),
        source=obligation.source[0] if obligation.source else "",
        note=obligation.note.best(language),
        is_enabled=obligation.pack in policy.regulation_packs,
        chosen=obligation.id in clause.serves,
        served=others,
    )
