"""The literals without one of which a pattern cannot match: found in the pattern itself, so never wrong by hand.

Every detector runs only where one of its literals was seen. For a sequence, any part of it will do, and the rarest is
chosen; for a choice, each branch has to give its own.
"""

import re
from functools import cache
from typing import Any

from clausier.engine.words import words

SHORTEST = 2
_parser: Any = re._parser  # type: ignore[attr-defined]  # noqa: SLF001  # the one reader of patterns there is
_LITERAL, _BRANCH, _GROUP, _AT_LEAST = "LITERAL", "BRANCH", "SUBPATTERN", "MAX_REPEAT"
_LAZY, _POSSESSIVE, _ATOMIC = "MIN_REPEAT", "POSSESSIVE_REPEAT", "ATOMIC_GROUP"

Literals = frozenset[str]


@cache
def anchors_of(*patterns: str) -> tuple[str, ...]:
    """Return the literals of which a text holds one at least when a pattern matches it; none when there are none."""
    found = [_of_sequence(_parser.parse(pattern)) for pattern in patterns if "(?i" not in pattern]
    return tuple(sorted(frozenset().union(*found))) if len(found) == len(patterns) and all(found) else ()


def _of_sequence(items: Any) -> Literals:
    """Return the best literals that a sequence cannot do without."""
    candidates: list[Literals] = []
    run = ""
    for name, value in ((str(operation), value) for operation, value in items):
        if name == _LITERAL:
            run += chr(value)
            continue
        candidates.append(frozenset({run}))
        run = ""
        candidates.append(_of_item(name, value))
    candidates.append(frozenset({run}))
    best = max(candidates, key=_worth)
    return best if _worth(best)[0] else frozenset()


def _of_item(name: str, value: Any) -> Literals:
    if name == _BRANCH:
        branches = [_of_sequence(branch) for branch in value[1]]
        return frozenset().union(*branches) if all(branches) else frozenset()
    if name == _GROUP:
        return _of_sequence(value[3])
    if name == _ATOMIC:
        return _of_sequence(value)
    if name in (_AT_LEAST, _LAZY, _POSSESSIVE) and value[0] > 0:
        return _of_sequence(value[2])
    return frozenset()


def _worth(literals: Literals) -> tuple[int, int]:
    """Return how good literals are to look for: their rarity, then how few they are."""
    shortest = min((_rarity(each) for each in literals), default=0)
    return (shortest if shortest >= SHORTEST else 0, -len(literals))


def _rarity(literal: str) -> int:
    """Return the length of a literal; everyday words count for little."""
    core = literal.strip(" '-,.")
    return min(len(core), SHORTEST) if core in _everyday() else len(core)


@cache
def _everyday() -> frozenset[str]:
    return frozenset((*words("stopwords", "fr"), *words("stopwords", "en")))
