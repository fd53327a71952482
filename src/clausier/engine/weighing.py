"""A received message weighed: what each of its words, and of the lists that it quotes, says for every kind of message.

Nobody asks, complains or sells in one form of words, so no list alone tells a complaint from a report or a sale from a
neighbour. Here every word, pair of words and list has a weight for each class, positive or negative; the sums decide.
The weights are learned from labelled messages (``training/intents.py``) and stand in ``library/intents.json``.

The weights of a feature for all classes are one integer, a field of ``BITS`` bits each, so that a sum of integers adds
them all at once: a message is weighed in the time that its words take to be looked up.
"""

import json
import math
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

from clausier.engine.detector import View
from clausier.library import LIBRARY

WEIGHTS = LIBRARY / "intents.json"
BITS = 24  # wide enough for the heaviest weights of all the features that a message may have at once
UNIT = 100  # of a weight in the file is 1 in the logarithm of the odds
STEM = 4  # letters by which longer words are also known, since endings vary
FIRST, LAST = 1_200, 400  # characters read of a longer message: what people want stands first or last
LISTS = (
    *("emergency", "legal-threat", "access-request", "media-request", "job-inquiry"),
    *("questions", "displeasure", "breakdowns", "thanks", "praise"),
)

Feature = str | tuple[str, ...]  # a pair of words is two, so that no pair of a message has to be joined

_HALF = 1 << (BITS - 1)
_MASK = (1 << BITS) - 1
_TOKEN = re.compile(r"[a-z]+|\d+|[?!.\n]+|[^\x00-\x7f]")
_MARKS = ("?", "!", ".", "\n")
_ALONE = {"?": "?", "!": "!", ".": ".", "\n": "."}
_LENGTHS = (4, 9, 17, 33, 65)


class Weights(NamedTuple):
    """What the file holds: the classes, the weights of no feature at all, and those of each feature, by its place."""

    classes: tuple[str, ...]
    ground: int
    places: dict[Feature, int]
    rows: list[int]

    def of(self, found: Iterable[Feature]) -> int:
        """Return the weights of some features together, each counted once; those that nobody learned have none."""
        places = set(map(self.places.get, found))
        places.discard(None)
        return sum(map(self.rows.__getitem__, places))  # type: ignore[arg-type]  # none is None


@cache
def weights() -> Weights:
    """Return the weights of the library."""
    data = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    features = (tuple(name.split(" ")) if " " in name else name for name in data["features"])
    places = {feature: place for place, feature in enumerate(features)}
    return Weights(tuple(data["classes"]), data["ground"], places, list(data["features"].values()))


def weighed(view: View, kinds: frozenset[str] = frozenset()) -> dict[str, float]:
    """Return the probability of each class, by the words of a message and the kinds of signals found in it."""
    known = weights()
    if view.weight is None:
        view.weight = known.ground + known.of(_features(view))
    told = known.of([f"@{kind}" for kind in kinds]) if kinds else 0
    return dict(_shares(view.weight + told, known.classes))


def confidence_of(share: float, likely: float) -> float:
    """Return a share as a confidence, in which the share from which a class is likely is one half."""
    return round(0.5 + 0.4 * (share - likely) / (1 - likely), 3)


def features(view: View) -> set[str]:
    """Return the names in the file of what a message is weighed by."""
    return {each if isinstance(each, str) else " ".join(each) for each in _features(view)}


def _features(view: View) -> Iterator[Feature]:
    """Return what a message is weighed by: its words, their pairs and stems, its length, and the lists it quotes."""
    tokens = tokens_of(view.text.folded)
    stems = [token[:STEM] + "*" for token in tokens if len(token) > STEM]
    lists = [f"={name}" for name in LISTS if view.says(name)]
    pairs = zip([".", *tokens], [*tokens, "."], strict=True)
    return chain(tokens, pairs, stems, lists, (f"#{bisect_right(_LENGTHS, len(tokens))}",))


def tokens_of(folded: str) -> list[str]:
    """Return the words, numbers, marks and signs of a folded text; a run of marks is one, and a number is ``0``."""
    read = folded if len(folded) <= FIRST + LAST else folded[:FIRST] + folded[-LAST:]
    tokens = [""]
    for token in _TOKEN.findall(read):
        if token.isalpha():
            tokens.append(token)
        elif (sign := _ALONE.get(token) or _sign(token)) != tokens[-1] or sign not in _MARKS:
            tokens.append(sign)
    return tokens[1:]


def _sign(token: str) -> str:
    if token[0].isdigit():
        return "0"
    return "?" if "?" in token else "!" if "!" in token else "." if token[0] in _MARKS else token


def packed(row: list[int]) -> int:
    """Return the weights of a feature, one a class, as one integer."""
    return sum(weight << (BITS * place) for place, weight in enumerate(row))


def unpacked(total: int, classes: int) -> list[int]:
    """Return the sums of packed weights, one a class."""
    lifted = total + _lifting(classes)
    return [((lifted >> place) & _MASK) - _HALF for place in range(0, BITS * classes, BITS)]


@cache
def _lifting(classes: int) -> int:
    """Return what makes the sums of so many classes positive, a field each."""
    return packed([_HALF] * classes)


@lru_cache(maxsize=500)  # a message is asked about by detectors, then for its intent once all of its batch are read
def _shares(total: int, classes: tuple[str, ...]) -> Mapping[str, float]:
    """Return the sums of weights, logarithms of odds, as shares of one (softmax)."""
    scores = unpacked(total, len(classes))
    most = max(scores)
    powers = [math.exp((score - most) / UNIT) for score in scores]
    whole = sum(powers)
    return dict(zip(classes, [power / whole for power in powers], strict=True))
