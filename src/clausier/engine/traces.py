"""What a phrase leaves in a text: strings of which one at least stands wherever it does, as rare as they can be found.

Of a text, and of these strings, only the letters and digits of ASCII count: all else is a space. So " song " stands for
the whole word, "song" for any word that holds it, and a string that was seen is seldom seen for nothing.

Reading a phrase takes a millisecond, so those of ``library/phrases`` are read beforehand (``engine/phrases.py``).
"""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from math import fsum, prod
from typing import NamedTuple

from clausier.engine.expression import Characters, Either, Look, NotAfter, One, Repeat, Step, Steps, Whole, read
from clausier.engine.words import LANGUAGES, words

MOST = 60  # strings that a piece of a phrase is told by
CHOICES = 4  # characters of a set that are told one by one
TIMES = 3  # that a piece comes again and is still told
EACH = 1e-4  # what one more string weighs, beside how often it is seen for nothing
PLACES = 8  # numbers of characters that may stand before a string in its phrase and are still told
FAR = 5  # how much dearer strings are of which the phrase may begin anywhere: its beginning has to be looked for
COMMON, OFTEN = 0.003, 0.3  # seen in a message: what asks for other strings too, and what is too often to be such
LENGTH = 18  # words of a message, as comments go
COMMONEST, RARE = 0.09, 1e-5  # the share of the commonest word in all words (Zipf's law), and of one that is not common
LETTER = 1 / 6  # how much rarer a piece of a word is by each letter that it has
TOGETHER = 0.6  # how far the words of a string are independent: the exponent of each share but the smallest

Strings = frozenset[str]
EMPTY: Strings = frozenset({""})
KEPT: Characters = frozenset(code for code in range(128) if chr(code).isalnum())
OUTSIDE: Characters = frozenset({ord(" ")})  # what stands around a phrase: no letter
NOTHING: Characters = frozenset({-1})  # at a border, tells that the steps may take no character


Lengths = frozenset[int]


class Traces(NamedTuple):
    """The strings, and how many characters of the phrase may stand before their first letter; None for many numbers.

    ``also`` are strings of which one stands in the phrase too, where those seen first are common.
    """

    strings: Strings
    offsets: Lengths | None
    also: Strings = frozenset()


NONE = Traces(frozenset(), None)
START: Lengths = frozenset({0})


def spaced(text: str) -> str:
    """Return a text of which only the letters and digits of ASCII are left."""
    return "".join(each if each.isascii() and each.isalnum() else " " for each in text)


def is_sign(string: str) -> bool:
    """Tell whether a string is a single sign, which no letter tells, or nothing, which stands everywhere."""
    return len(string) <= 1 and not (string.isascii() and string.isalnum())


def left_by(literals: Strings) -> list[str]:
    """Return what literals of a phrase leave, in order: a sign where they have no letter."""
    told = ((literal, spaced(literal)) for literal in literals or EMPTY)
    return sorted({trace if trace.strip() else literal[:1] for literal, trace in told})


def traces_of(pattern: str) -> Traces:
    """Return what a phrase leaves, ``pattern`` being all of it; no strings when there are none to tell.

    Raises ExpressionError for what is not well formed.
    """
    return _best(read(pattern), OUTSIDE, OUTSIDE, START)


def _best(steps: Steps, before: Characters, after: Characters, offsets: Lengths | None) -> Traces:
    """Return the rarest strings of some steps; ``offsets`` tell how far from the beginning of the phrase they stand."""
    spelled = [_spelled(step) for step in steps]
    told: list[tuple[Traces, range]] = []
    for place, step in enumerate(steps):
        left = _border(steps[:place], before, last=True)
        if spelled[place] is None:
            inside = _inside(step, left, _border(steps[place + 1 :], after), offsets)
            told.append((inside, range(place, place + 1)))
        elif place == 0 or not _alone(spelled[place - 1]):
            for strings, end in _stretches(spelled, place):
                told.append((_edged(strings, left, _border(steps[end:], after), offsets), range(place, end)))
        offsets = _added(offsets, _lengths(step))
    told = [each for each in told if each[0].strings]
    if not told:
        return NONE
    best, taken = min(told, key=lambda each: _cost(each[0]))
    others = [each.strings for each, place in told if taken.stop <= place.start or place.stop <= taken.start]
    return best._replace(also=_also(best.strings, others) if others else frozenset())


def _also(strings: Strings, others: list[Strings]) -> Strings:
    """Return the rarest of other strings, where some are seen often enough to look for others too."""
    rarest = min(others, key=_often)
    return rarest if _often(strings) > COMMON and _often(rarest) < OFTEN else frozenset()


def _alone(strings: Strings | None) -> bool:
    return strings is not None and len(strings) == 1


def _stretches(spelled: list[Strings | None], place: int) -> Iterator[tuple[Strings, int]]:
    """Yield the strings of each stretch of steps from a place, and where it ends."""
    strings = EMPTY
    for end, more in enumerate(spelled[place:], place + 1):
        if more is None or len(strings) * len(more) > MOST:
            return
        strings = frozenset(one + other for one in strings for other in more)
        if end == len(spelled) or not _alone(spelled[end]):  # with that one they would be rarer, and no more
            yield strings, end


def _edged(strings: Strings, left: Characters, right: Characters, offsets: Lengths | None) -> Traces:
    """Return strings with a space at each end where no letter may stand; none when one of them is empty."""
    if not all(map(str.strip, strings)):
        return NONE
    starts, ends = left.isdisjoint(KEPT), right.isdisjoint(KEPT)
    edged = (" " * (starts or each[0] == " ") + each.strip() + " " * (ends or each[-1] == " ") for each in strings)
    return Traces(frozenset(edged), _added(offsets, frozenset(len(each) - len(each.lstrip()) for each in strings)))


def _inside(step: Step, left: Characters, right: Characters, offsets: Lengths | None) -> Traces:
    """Return the rarest strings inside a step that is more than a few strings."""
    if isinstance(step, Either):
        bodies = [_best(body, left, right, offsets) for body in step.bodies]
        strings = frozenset(chain.from_iterable(each.strings for each in bodies))
        return Traces(strings, _any(each.offsets for each in bodies)) if all(each.strings for each in bodies) else NONE
    if isinstance(step, Repeat) and step.least:
        if step.most != 1:
            left, right = _border(step.body, left, last=True) | left, _border(step.body, right) | right
        return _best(step.body, left, right, offsets if step.most == 1 else None)
    return _best(step.body, left, right, offsets) if isinstance(step, Whole) else NONE


def _spelled(step: Step) -> Strings | None:
    """Return all that a step may be, when that is a few strings."""
    if isinstance(step, One):
        told = frozenset(chr(each) if each in KEPT else " " for each in step.characters)
        return told if len(told) <= CHOICES else None
    if isinstance(step, Either):
        return _few(_spelled_out(body) for body in step.bodies)
    if isinstance(step, Repeat):
        if step.most is None or step.most > TIMES:
            return None
        return _few(_spelled_out(step.body * times) for times in range(step.least, step.most + 1))
    return _spelled_out(step.body) if isinstance(step, Whole) else EMPTY


def _few(choices: Iterator[Strings | None]) -> Strings | None:
    """Return all the strings of some choices, when they are few."""
    strings: Strings = frozenset()
    for each in choices:
        if each is None or len(strings | each) > MOST:
            return None
        strings |= each
    return strings


def _spelled_out(steps: Steps) -> Strings | None:
    strings = EMPTY
    for step in steps:
        more = _spelled(step)
        if more is None or len(strings) * len(more) > MOST:
            return None
        strings = frozenset(one + other for one in strings for other in more)
    return strings


def _border(steps: Steps, beyond: Characters, *, last: bool = False) -> Characters:
    """Return the characters that some steps may begin with, or end with; those ``beyond`` when they may take none."""
    found: Characters = frozenset()
    for step in reversed(steps) if last else steps:
        taken = _taken(step, last=last)
        found |= taken - NOTHING
        if taken.isdisjoint(NOTHING):
            return found
    return found | beyond


def _taken(step: Step, *, last: bool) -> Characters:
    """Return the characters that a step may begin or end with."""
    if isinstance(step, One):
        return step.characters
    if isinstance(step, Look | NotAfter):
        return NOTHING
    bodies = step.bodies if isinstance(step, Either) else (step.body,)
    taken = frozenset(chain.from_iterable(_border(body, NOTHING, last=last) for body in bodies))
    return taken | NOTHING if isinstance(step, Repeat) and not step.least else taken


def _lengths(step: Step) -> Lengths | None:
    """Return how many characters a step may take; None for many numbers."""
    if isinstance(step, One):
        return frozenset({1})
    if isinstance(step, Look | NotAfter):
        return START
    if isinstance(step, Repeat):
        if step.most is None or step.most >= PLACES:
            return None
        once = _all_lengths(step.body)
        return _any(_sum([once] * times) for times in range(step.least, step.most + 1))
    return _any(_all_lengths(body) for body in (step.bodies if isinstance(step, Either) else (step.body,)))


def _all_lengths(steps: Steps) -> Lengths | None:
    return _sum(map(_lengths, steps))


def _sum(parts: Iterable[Lengths | None]) -> Lengths | None:
    total: Lengths | None = START
    for each in parts:
        total = _added(total, each)
    return total


def _added(ones: Lengths | None, others: Lengths | None) -> Lengths | None:
    """Return the sums of two lengths."""
    if ones is None or others is None:
        return None
    return _few_lengths(frozenset(one + other for one in ones for other in others))


def _any(choices: Iterable[Lengths | None]) -> Lengths | None:
    """Return the lengths of any of some choices."""
    lengths = list(choices)
    return None if None in lengths else _few_lengths(frozenset(chain.from_iterable(filter(None, lengths))))


def _few_lengths(lengths: Lengths) -> Lengths | None:
    return lengths if len(lengths) <= PLACES else None


def _cost(traces: Traces) -> float:
    """Return how dear it is to look for strings: how often they are seen in a message, and how many they are."""
    return _often(traces.strings) * (FAR if traces.offsets is None else 1) + len(traces.strings) * EACH


def _often(strings: Strings) -> float:
    """Return how often one of some strings is seen in a message, about."""
    return fsum(map(_seen, strings))  # which no order changes


@cache
def _seen(string: str) -> float:
    """Return how often a string is seen in a message, about."""
    pieces = string.split(" ")
    last = len(pieces) - 1
    shares = sorted(_share(each, place > 0, place < last) for place, each in enumerate(pieces) if each)
    together: float = prod(shares[1:]) ** TOGETHER
    return LENGTH * shares[0] * together


@cache
def _share(piece: str, starts: bool, ends: bool) -> float:  # noqa: FBT001  # whether a word begins, and ends, with it
    """Return the share of the words that a piece is, begins, ends, or is in."""
    shares = _shares()
    if starts and ends:
        return shares.get(piece, RARE)
    known = sum(
        share
        for word, share in shares.items()
        if (piece in word if not (starts or ends) else word.startswith(piece) if starts else word.endswith(piece))
    )
    return min(1.0, known + LETTER ** len(piece))


@cache
def _shares() -> dict[str, float]:
    """Return the share of each common word in the words of messages, of which half are in either language."""
    shares: dict[str, float] = {}
    for language in LANGUAGES:
        for rank, word in enumerate(words("common", language), 1):
            shares[word] = shares.get(word, 0.0) + COMMONEST / (rank + 1) / len(LANGUAGES)
    return shares
