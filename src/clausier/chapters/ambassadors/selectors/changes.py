"""What changed in a clause from one adopted version to another, as far as whoever gave their word is concerned."""

from functools import lru_cache

from clausier.document.comparison import ClauseChange, compare
from clausier.policy.models import Version
from clausier.policy.selectors import policy_of
from clausier.policy.selectors.texts import Keyed, key_of

KEPT = 64
# An example, a quiz question or an obligation more changes nothing in what a person gave their word to.
BESIDE = ("examples", "questions", "serves")


def changed_clauses(old: Version, new: Version) -> dict[str, ClauseChange]:
    """Return the clauses that changed between two adopted versions, by id; one that only moved is not among them."""
    return _changed(Keyed(key_of(old), old), Keyed(key_of(new), new))


def asking(version: Version) -> frozenset[str]:
    """Return the ids of the clauses that ask for a word in an adopted version."""
    return _asking(Keyed(key_of(version), version))


def asked_audiences(version: Version) -> frozenset[str]:
    """Return the audiences of which an adopted version asks a word."""
    return _asked_audiences(Keyed(key_of(version), version))


@lru_cache(maxsize=KEPT)
def _changed(old: Keyed[Version], new: Keyed[Version]) -> dict[str, ClauseChange]:
    changes = compare(policy_of(old.row), policy_of(new.row)).clauses
    return {each.id: each for each in changes if each.before is None or any(map(_counts, _paths(each)))}


@lru_cache(maxsize=KEPT)
def _asking(version: Keyed[Version]) -> frozenset[str]:
    clauses = policy_of(version.row).clauses()
    return frozenset(each.id for each in clauses if each.commit and each.commit.as_ != "inform")


@lru_cache(maxsize=KEPT)
def _asked_audiences(version: Keyed[Version]) -> frozenset[str]:
    clauses = policy_of(version.row).clauses()
    return frozenset(slug for each in clauses if each.id in asking(version.row) for slug in each.audience)


def _paths(change: ClauseChange) -> list[str]:
    return [each.path for each in change.changes]


def _counts(path: str) -> bool:
    return not path.startswith(BESIDE)
