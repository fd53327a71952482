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
from functools import cache
from itertools import repeat
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

_HALF = 1 << (BITS - 1)
_TOKEN = re.compile(r"[a-z]+|\d+|[?!.\n]+|[^\x00-\x7f]")
_MARKS = ("?", "!", ".", "\n")
_LENGTHS = (4, 9, 17, 33, 65)


class Weights(NamedTuple):
    """What the file holds: the classes, the weights of no feature at all, and those of each feature."""

    classes: tuple[str, ...]
    ground: int
    features: dict[str, int]


@cache
def weights() -> Weights:
    """Return the weights of the library."""
    data = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return Weights(tuple(data["classes"]), data["ground"], data["features"])


def weighed(view: View, kinds: frozenset[str] = frozenset()) -> dict[str, float]:
    """Return the probability of each class, by the words of a message and the kinds of signals found in it."""
    known = weights()
    if view.weight is None:
        view.weight = known.ground + sum(map(known.features.get, features(view), repeat(0)))
    total = view.weight + sum(map(known.features.get, (f"@{kind}" for kind in kinds), repeat(0)))
    return dict(zip(known.classes, _shares(unpacked(total, len(known.classes))), strict=True))


def confidence_of(share: float, likely: float) -> float:
    """Return a share as a confidence, in which the share from which a class is likely is one half."""
    return round(0.5 + 0.4 * (share - likely) / (1 - likely), 3)


def features(view: View) -> set[str]:
    """Return what a message is weighed by: its words, their pairs and stems, its length, and the lists it quotes."""
    tokens = tokens_of(view.text.folded)
    found = {*tokens, *map(" ".join, zip([".", *tokens], [*tokens, "."], strict=True))}
    found.update([token[:STEM] + "*" for token in tokens if len(token) > STEM])
    found.add(f"#{sum(len(tokens) >= length for length in _LENGTHS)}")
    found.update([f"={name}" for name in LISTS if view.says(name)])
    return found


def tokens_of(folded: str) -> list[str]:
    """Return the words, numbers, marks and signs of a folded text; a run of marks is one, and a number is ``0``."""
    read = folded if len(folded) <= FIRST + LAST else folded[:FIRST] + folded[-LAST:]
    tokens: list[str] = []
    for token in _TOKEN.findall(read):
        plain = token if token.isalpha() else _sign(token)
        if not (plain in _MARKS and tokens and tokens[-1] == plain):
            tokens.append(plain)
    return tokens


def _sign(token: str) -> str:
    if token[0].isdigit():
        return "0"
    return "?" if "?" in token else "!" if "!" in token else "." if token[0] in _MARKS else token


def packed(row: list[int]) -> int:
    """Return the weights of a feature, one a class, as one integer."""
    return sum(weight << (BITS * place) for place, weight in enumerate(row))


def unpacked(total: int, classes: int) -> list[float]:
    """Return the sums, one a class, in logarithms of odds."""
    lifted = total + packed([_HALF] * classes)
    mask = (1 << BITS) - 1
    return [(((lifted >> (BITS * place)) & mask) - _HALF) / UNIT for place in range(classes)]


def _shares(scores: list[float]) -> list[float]:
    """Return scores as shares of one (softmax)."""
    most = max(scores)
    powers = [math.exp(score - most) for score in scores]
    whole = sum(powers)
    return [power / whole for power in powers]
