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
from itertools import repeat

from clausier.engine.detector import View
from clausier.library import LIBRARY

WEIGHTS = LIBRARY / "intents.json"
BITS = 24  # wide enough for the heaviest weights of all the features that a message may have at once
UNIT = 100  # of a weight in the file is 1 in the logarithm of the odds
STEM = 4  # letters by which longer words are also known, since endings vary
FIRST, LAST = 1_200, 400  # characters read of a longer message: what people want stands first or last
LISTS = frozenset(
    {
        *("emergency", "legal-threat", "access-request", "media-request", "job-inquiry"),
        *("questions", "displeasure", "breakdowns", "thanks", "praise"),
    }
)

_HALF = 1 << (BITS - 1)
_MASK = (1 << BITS) - 1
_TOKEN = re.compile(r"[a-z]+|\d+|[?!.\n]+|[^\x00-\x7f]")
_MARKS = ("?", "!", ".", "\n")
_ALONE = {"?": "?", "!": "!", ".": ".", "\n": "."}
_LENGTHS = (4, 9, 17, 33, 65)
_UNKNOWN = 0  # the place of what nobody learned, which weighs nothing


class _Words(dict[str, int]):
    """The place of each word and sign, and that of a number or a run of marks by what it stands for."""

    def __missing__(self, token: str) -> int:
        return _UNKNOWN if token.isalpha() else self.get(_sign(token), _UNKNOWN)


class Weights:
    """What the file holds: the classes, the weights of no feature at all, and those of each feature.

    ``rows`` are the weights by the place of their feature. A pair is known by the places of its two words.
    """

    def __init__(self, classes: Iterable[str], ground: int, features: Mapping[str, int]) -> None:
        self.classes = tuple(classes)
        self.ground = ground
        self.rows = [0, *features.values()]
        self.places = {name: place for place, name in enumerate(features, 1)}
        self._pairs: dict[tuple[int, int], int] = {}
        self._words = _Words({name: place for name, place in self.places.items() if " " not in name})
        for name, place in self.places.items():
            one, _, other = name.partition(" ")
            if other:
                self._pairs[self._place(one), self._place(other)] = place
        self._stems = {name[:-1]: place for name, place in self.places.items() if name.endswith("*")}
        self._stop = self._place(".")
        self._twice = {(place, place) for place in map(self._place, _MARKS[:-1])}

    def _place(self, word: str) -> int:
        """Return the place of a word, of which perhaps only pairs were learned."""
        if word not in self._words:
            self._words[word] = len(self.rows)
            self.rows.append(0)
        return self._words[word]

    def of(self, names: Iterable[str]) -> int:
        """Return the weights of some features together, each counted once; those that nobody learned have none."""
        return self._sum({self.places.get(name, _UNKNOWN) for name in names})

    def of_message(self, view: View) -> int:
        """Return the weights of the ``features`` of a message together, without naming each."""
        folded = view.text.folded
        tokens = _TOKEN.findall(_told(folded))
        words = list(map(self._words.__getitem__, tokens))
        pairs = list(zip([self._stop, *words], [*words, self._stop], strict=True))
        if not self._twice.isdisjoint(pairs[1:-1]):  # marks with nothing between them but what is no token
            tokens = tokens_of(folded)
            words = list(map(self._words.__getitem__, tokens))
            pairs = list(zip([self._stop, *words], [*words, self._stop], strict=True))
        places = set(words)
        places.update(map(self._pairs.get, pairs, repeat(_UNKNOWN)))
        stems = [token[:STEM] for token in tokens if len(token) > STEM]
        places.update(map(self._stems.get, stems, repeat(_UNKNOWN)))
        places.update(self.places.get(name, _UNKNOWN) for name in _told_of(view, len(tokens)))
        return self._sum(places)

    def _sum(self, places: set[int]) -> int:
        return sum(map(self.rows.__getitem__, places))


@cache
def weights() -> Weights:
    """Return the weights of the library."""
    return Weights(**json.loads(WEIGHTS.read_text(encoding="utf-8")))


def weighed(view: View, kinds: frozenset[str] = frozenset()) -> Mapping[str, float]:
    """Return the probability of each class, by the words of a message and the kinds of signals found in it."""
    known = weights()
    if view.weight is None:
        view.weight = known.ground + known.of_message(view)
    told = known.of([f"@{kind}" for kind in kinds]) if kinds else 0
    return _shares(view.weight + told, known.classes)


def confidence_of(share: float, likely: float) -> float:
    """Return a share as a confidence, in which the share from which a class is likely is one half."""
    return round(0.5 + 0.4 * (share - likely) / (1 - likely), 3)


def features(view: View) -> set[str]:
    """Return what a message is weighed by: its words, their pairs and stems, its length, and the lists it quotes."""
    tokens = tokens_of(view.text.folded)
    pairs = {f"{one} {other}" for one, other in zip([".", *tokens], [*tokens, "."], strict=True)}
    stems = {token[:STEM] + "*" for token in tokens if len(token) > STEM}
    return {*tokens, *pairs, *stems, *_told_of(view, len(tokens))}


def _told_of(view: View, tokens: int) -> Iterator[str]:
    """Yield what a message of so many tokens is weighed by beside them."""
    yield f"#{bisect_right(_LENGTHS, tokens)}"
    for name in LISTS & view.said.keys:
        if view.says(name):
            yield f"={name}"


def _told(folded: str) -> str:
    """Return what is read of a text."""
    return folded if len(folded) <= FIRST + LAST else folded[:FIRST] + folded[-LAST:]


def tokens_of(folded: str) -> list[str]:
    """Return the words, numbers, marks and signs of a folded text; a run of marks is one, and a number is ``0``."""
    tokens = [""]
    for token in _TOKEN.findall(_told(folded)):
        if token.isalpha():
            tokens.append(token)
        elif (sign := _sign(token)) != tokens[-1] or sign not in _MARKS:
            tokens.append(sign)
    return tokens[1:]


def _sign(token: str) -> str:
    """Return what a number, a mark, a run of marks or a sign counts as."""
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
