"""Runs the detectors over a message: what wakes them first, then those that it wakes, in order of need.

A detector is a bit, and what wakes it a mask of bits: each of its literals, each of its lists of phrases, or a kind
that an earlier detector found; one that has none of them is always awake. A message has to hold enough digits, too.
Most messages wake a handful of them.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from itertools import islice
from operator import or_

from clausier.document.vocabulary import DIRECTIONS, SIGNALS
from clausier.engine.automaton import Places, automaton
from clausier.engine.detector import MAX_FOUND, Detector, Found, Hit, Known, View, whole_word
from clausier.engine.phrasebook import phrasebook


@dataclass(slots=True)
class _Reading:
    """A message being read: the detectors that may find something in it, those woken, the places of their literals."""

    view: View
    mine: int
    awake: int
    hits: dict[int, list[Hit]]
    failed: list[str]


class Scanner:
    """The detectors of an engine, made ready for one organisation."""

    def __init__(self, detectors: Sequence[Detector], known: Known) -> None:
        self.detectors = in_order(detectors)
        self.kinds = frozenset(kind for detector in self.detectors for kind in detector.kinds)
        bits = {1 << index: detector for index, detector in enumerate(self.detectors)}
        wakes = _masks((bit, detector.literals(known)) for bit, detector in bits.items())
        self._bits = bits
        self._saying = _masks((bit, detector.lists) for bit, detector in bits.items())
        called = reduce(or_, (*wakes.values(), *self._saying.values()), 0)
        self._always = sum(bit for bit, detector in bits.items() if not (bit & called or detector.needs))
        self._woken_by = _masks((bit, _needed(detector, self.kinds)) for bit, detector in bits.items())
        self._placed = sum(bit for bit, detector in bits.items() if detector.placed)
        whole = sum(bit for bit, detector in bits.items() if detector.whole)
        self._literals = tuple(sorted(wakes))
        self._masks = [wakes[each] & ~whole for each in self._literals]
        self._whole = [wakes[each] & whole for each in self._literals]  # by a whole word only
        self._find = automaton(self._literals)
        phrasebook()  # made now, so that the first message waits no longer than the others
        self._arising = {way: _arising(bits, way) for way in DIRECTIONS}
        self._finding = lru_cache(maxsize=8)(self._that_find)
        self._enough = _enough({bit: detector.digits for bit, detector in bits.items()})
        self._together = _enough({bit: detector.together for bit, detector in bits.items()})

    def scan(self, view: View, kinds: frozenset[str] | None = None) -> list[str]:
        """Fill ``view.found``; return the kinds of the detectors that failed, which never takes the check down.

        With ``kinds``, only the detectors that find some of them run, not one that finds them all: that one asks.
        """
        return self.scan_all([view], kinds)[0]

    def scan_all(self, views: Sequence[View], kinds: frozenset[str] | None = None) -> list[list[str]]:
        """Fill what is found in some messages, each detector reading all that wake it; return the failed of each.

        A processor that does one thing to many messages keeps what it needs for it near.
        """
        readings = self._begun(views, kinds)
        waiting: defaultdict[int, list[_Reading]] = defaultdict(list)
        for reading in readings:
            self._put(reading, reading.awake, waiting)
        awake = reduce(or_, waiting, 0)
        while awake:
            bit = awake & -awake
            awake ^= bit
            detector = self._bits[bit]
            for reading in waiting.pop(bit):
                found = reading.view.found
                before = len(found)
                try:
                    found.extend(islice(detector.find(reading.view, reading.hits.get(bit, [])), MAX_FOUND))
                except Exception:  # noqa: BLE001  # whatever a detector does, the verdict says so and takes the careful action
                    reading.failed.extend(detector.kinds)
                if len(found) > before:
                    awake |= self._wake(reading, bit, found[before:], waiting)
        for view in views:
            if len(view.found) > 1:
                view.found[:] = settled(view.found)
        return [sorted(set(reading.failed)) for reading in readings]

    def _begun(self, views: Sequence[View], kinds: frozenset[str] | None) -> "list[_Reading]":
        """Return the readings of some messages, with the detectors that are awake from the beginning."""
        for view in views:
            view.reader = self
            view.listen()
        seen = [self._find(view.text.folded) for view in views]
        readings = []
        for view, places in zip(views, seen, strict=True):
            mine = self._that_may_find(view, kinds)
            awake = self._woken(view, places, mine)
            hits = self._hits(places, view.text.folded, awake & self._placed) if awake & self._placed else {}
            readings.append(_Reading(view, mine, awake, hits, []))
        return readings

    def _wake(self, reading: "_Reading", bit: int, new: list[Found], waiting: "dict[int, list[_Reading]]") -> int:
        """Wake the detectors that need what one has found and come after it; return their mask."""
        needing = reduce(or_, (self._woken_by.get(kind, 0) for kind in {each.kind for each in new}))
        woken = needing & reading.mine & -bit & ~bit & ~reading.awake
        reading.awake |= woken
        self._put(reading, woken, waiting)
        return woken

    @staticmethod
    def _put(reading: "_Reading", mask: int, waiting: "dict[int, list[_Reading]]") -> None:
        while mask:
            bit = mask & -mask
            mask ^= bit
            waiting[bit].append(reading)

    def _that_may_find(self, view: View, kinds: frozenset[str] | None) -> int:
        """Return the mask of the detectors for which a message goes their way and holds enough digits."""
        mine = self._arising[view.context.direction]
        mine &= self._enough[min(view.text.digits, len(self._enough) - 1)]
        mine &= self._together[min(view.text.together, len(self._together) - 1)]
        return mine if kinds is None else mine & self._finding(kinds)

    def _woken(self, view: View, places: Places, mine: int) -> int:
        """Return the mask of those of some detectors that are always awake, or that a literal or a list wakes."""
        mask = self._always
        for start, end, index in places:
            mask |= self._masks[index]
            if self._whole[index] and whole_word(view.text.folded, start, end):
                mask |= self._whole[index]
        for name in view.said.keys & self._saying.keys():
            woken = self._saying[name] & mine & ~mask
            if woken and view.says(name):
                mask |= woken
        return mask & mine

    def _that_find(self, kinds: frozenset[str]) -> int:
        """Return the mask of the detectors that find some of these kinds, not all of them."""
        return sum(bit for bit, detector in self._bits.items() if frozenset(detector.kinds) < kinds)

    def _hits(self, places: Places, text: str, wanted: int) -> dict[int, list[Hit]]:
        """Return the places of the literals of some detectors."""
        hits: dict[int, list[Hit]] = {}
        for start, end, index in places:
            mask = self._masks[index] & wanted
            if self._whole[index] & wanted and whole_word(text, start, end):
                mask |= self._whole[index] & wanted
            while mask:
                bit = mask & -mask
                mask ^= bit
                hits.setdefault(bit, []).append(Hit(start, end, self._literals[index]))
        return hits


def _masks(names: Iterable[tuple[int, Iterable[str]]]) -> dict[str, int]:
    """Return, for each name, the mask of the bits that have it."""
    masks: dict[str, int] = {}
    for bit, each in names:
        for name in each:
            masks[name] = masks.get(name, 0) | bit
    return masks


def _needed(detector: Detector, kinds: Iterable[str]) -> list[str]:
    return [kind for kind in kinds if kind.startswith(detector.needs)]


def _arising(bits: Mapping[int, Detector], way: str) -> int:
    """Return the mask of the detectors whose signals arise in a direction: nobody discloses a tie in one received."""
    ways = {bit: {way for kind in detector.kinds for way in SIGNALS[kind].directions} for bit, detector in bits.items()}
    return sum(bit for bit in bits if way in ways[bit])


def _enough(least: Mapping[int, int]) -> list[int]:
    """Return, for each number of digits, the mask of the detectors that it is enough for."""
    return [sum(bit for bit in least if least[bit] <= digits) for digits in range(max(least.values(), default=0) + 1)]


def in_order(detectors: Iterable[Detector]) -> tuple[Detector, ...]:
    """Return the detectors so that each comes after all those that find what it looks at.

    Raises ValueError when some wait for one another.
    """
    waiting = list(detectors)
    placed: list[Detector] = []
    while waiting:
        open_kinds = [kind for detector in waiting for kind in detector.kinds]
        ready = [each for each in waiting if not _waits(each, open_kinds)]
        if not ready:
            raise ValueError(f"Detectors wait for one another: {', '.join(sorted(set(open_kinds)))}")
        placed.extend(ready)
        waiting = [each for each in waiting if each not in ready]
    return tuple(placed)


def _waits(detector: Detector, open_kinds: list[str]) -> bool:
    looked_at = (*detector.after, *detector.needs)
    return any(kind not in detector.kinds and kind.startswith(looked_at) for kind in open_kinds)


def settled(found: Iterable[Found]) -> list[Found]:
    """Return what was found in the order of the text; of two of one kind that overlap, the surest, then the longest."""
    kept: dict[str, list[Found]] = {}
    for each in sorted(found, key=lambda each: (-each.confidence, each.start - each.end, each.start)):
        others = kept.setdefault(each.kind, [])
        place = bisect_left(others, each.start, key=lambda other: other.start)
        follows = place == 0 or others[place - 1].end <= each.start
        precedes = place == len(others) or max(each.end, each.start + 1) <= others[place].start
        if follows and precedes:
            others.insert(place, each)
    return sorted(
        (each for others in kept.values() for each in others), key=lambda each: (each.start, each.end, each.kind)
    )
