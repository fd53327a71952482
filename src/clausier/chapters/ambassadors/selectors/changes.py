"""What changed in a clause from one adopted version to another, as far as whoever gave their word is concerned."""

from functools import lru_cache

from clausier.document.comparison import ClauseChange, compare
from clausier.policy.models import Version
from clausier.policy.selectors import policy_of

KEPT = 64
# An example, a quiz question or an obligation more changes nothing in what a person gave their word to.
BESIDE = ("examples", "questions", "serves")


@lru_cache(maxsize=KEPT)
def changed_clauses(old: Version, new: Version) -> dict[str, ClauseChange]:
    """Return the clauses that changed between two adopted versions, by id; one that only moved is not among them."""
    changes = compare(policy_of(old), policy_of(new)).clauses
    return {each.id: each for each in changes if each.before is None or any(map(_counts, _paths(each)))}


@lru_cache(maxsize=KEPT)
def asking(version: Version) -> frozenset[str]:
    """Return the ids of the clauses that ask for a word in an adopted version."""
    return frozenset(each.id for each in policy_of(version).clauses() if each.commit and each.commit.as_ != "inform")


def _paths(change: ClauseChange) -> list[str]:
    return [each.path for each in change.changes]


def _counts(path: str) -> bool:
    return not path.startswith(BESIDE)
