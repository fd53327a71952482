"""A regular expression read as a tree of steps over sets of characters: what its analysis walks."""

import importlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

_parser: Any = importlib.import_module("re._parser")
_codes: Any = importlib.import_module("re._constants")

Characters = frozenset[int]

# ASCII one by one; beyond it letters, digits, spaces, and the rest are a bucket each.
LETTERS, DIGITS, SPACES, REST = 128, 129, 130, 131
BUCKETS: Characters = frozenset({LETTERS, DIGITS, SPACES, REST})
EVERY: Characters = frozenset(range(REST + 1))
BREAK: Characters = frozenset({ord("\n")})
DIGIT: Characters = frozenset({*range(ord("0"), ord("9") + 1), DIGITS})
WORD: Characters = frozenset({*(each for each in range(LETTERS) if chr(each).isalnum()), ord("_"), LETTERS, DIGITS})
SPACE: Characters = frozenset({*(each for each in range(LETTERS) if chr(each).isspace()), SPACES})
NONE: Characters = frozenset()


class ExpressionError(ValueError):
    """The expression is not well formed, or uses a form that is not read; ``args[0]`` says which."""


@dataclass(frozen=True, slots=True)
class One:
    """One character of a set."""

    characters: Characters


@dataclass(frozen=True, slots=True)
class Repeat:
    """A body, from ``least`` to ``most`` times; None is without end."""

    body: "Steps"
    least: int
    most: int | None


@dataclass(frozen=True, slots=True)
class Either:
    """One of several bodies."""

    bodies: "tuple[Steps, ...]"


@dataclass(frozen=True, slots=True)
class Whole:
    """A body that gives nothing back once it has matched (``(?>…)``)."""

    body: "Steps"


@dataclass(frozen=True, slots=True)
class Look:
    """A look around, which takes nothing."""

    body: "Steps"


@dataclass(frozen=True, slots=True)
class NotAfter:
    """A place that never follows one of these characters when it precedes another one of them."""

    characters: Characters


Step = One | Repeat | Either | Whole | Look | NotAfter
Steps = tuple[Step, ...]


def read(pattern: str) -> Steps:
    """Return the steps of a pattern. Raises ExpressionError for what is not well formed or not read."""
    try:
        tree = _parser.parse(pattern)
    except (re.error, RecursionError, OverflowError):
        raise ExpressionError("syntax") from None
    return _steps(tree, caseless=bool(tree.state.flags & re.IGNORECASE))


def _steps(items: Iterable[tuple[Any, Any]], *, caseless: bool) -> Steps:
    return tuple(step for code, argument in items for step in _step(code, argument, caseless=caseless))


def _step(code: Any, argument: Any, *, caseless: bool) -> Steps:
    if code is _codes.SUBPATTERN:
        _, added, removed, body = argument
        return _steps(body, caseless=(caseless or bool(added & re.IGNORECASE)) and not removed & re.IGNORECASE)
    step: Step
    if code in _REPEATS:
        least, most, body = argument
        step = Repeat(_steps(body, caseless=caseless), least, None if most == _codes.MAXREPEAT else int(most))
    elif code is _codes.BRANCH:
        step = Either(tuple(_steps(body, caseless=caseless) for body in argument[1]))
    elif code is _codes.ATOMIC_GROUP:
        step = Whole(_steps(argument, caseless=caseless))
    elif code in (_codes.ASSERT, _codes.ASSERT_NOT):
        step = _look(code, *argument, caseless=caseless)
    elif code in (_codes.AT, _codes.GROUPREF):
        step = NotAfter(_PLACES[argument]) if argument in _PLACES else Look(())
    else:
        step = One(_characters(code, argument, caseless=caseless))
    return (step,)


def _look(code: Any, direction: int, body: Any, *, caseless: bool) -> Step:
    steps = _steps(body, caseless=caseless)
    if code is _codes.ASSERT_NOT and direction < 0 and len(steps) == 1 and isinstance(steps[0], One):
        return NotAfter(steps[0].characters)
    return Look(steps)


def _characters(code: Any, argument: Any, *, caseless: bool) -> Characters:
    if code is _codes.ANY:
        return EVERY - BREAK
    if code is _codes.NOT_LITERAL:
        return EVERY - _range(argument, argument, caseless=caseless) | BUCKETS
    if code is _codes.LITERAL:
        return _range(argument, argument, caseless=caseless)
    if code is not _codes.IN:
        raise ExpressionError("unknown")
    if argument[0][0] is _codes.NEGATE:
        # Only a whole category empties a bucket.
        spared = ((each, NONE if each[0] is _codes.CATEGORY else BUCKETS) for each in argument[1:])
        return EVERY.intersection(*(EVERY - _member(*each, caseless=caseless) | buckets for each, buckets in spared))
    return NONE.union(*(_member(*each, caseless=caseless) for each in argument))


def _member(code: Any, argument: Any, *, caseless: bool) -> Characters:
    if code is _codes.CATEGORY:
        return _CATEGORIES[argument]
    return _range(*(argument if code is _codes.RANGE else (argument, argument)), caseless=caseless)


def _range(low: int, high: int, *, caseless: bool) -> Characters:
    plain = "".join(map(chr, range(low, min(high, LETTERS - 1) + 1)))
    ascii_part = frozenset(map(ord, plain.upper() + plain.lower() if caseless else plain))
    if high < LETTERS:
        return ascii_part
    if low == high:
        return frozenset({_bucket(chr(low))})
    return ascii_part | BUCKETS


def _bucket(character: str) -> int:
    if character.isdecimal():
        return DIGITS
    return LETTERS if character.isalnum() else SPACES if character.isspace() else REST


_REPEATS = (_codes.MAX_REPEAT, _codes.MIN_REPEAT)
_PLACES = {
    _codes.AT_BEGINNING: EVERY - BREAK,  # of each line, when the pattern says so
    _codes.AT_BEGINNING_STRING: EVERY,
    _codes.AT_BOUNDARY: WORD,
}
_CATEGORIES = {
    _codes.CATEGORY_DIGIT: DIGIT,
    _codes.CATEGORY_NOT_DIGIT: EVERY - DIGIT,
    _codes.CATEGORY_SPACE: SPACE,
    _codes.CATEGORY_NOT_SPACE: EVERY - SPACE,
    _codes.CATEGORY_WORD: WORD,
    _codes.CATEGORY_NOT_WORD: EVERY - WORD,
}
