"""Runs the detectors over a message: literals first, then the detectors whose literals were seen, in order of need."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from clausier.document.vocabulary import DIRECTIONS, SIGNALS
from clausier.engine.automaton import automaton
from clausier.engine.detector import MAX_FOUND, Detector, Found, Hit, Known, View
from clausier.engine.phrases import all_literals


class Scanner:
    """The detectors of an engine, made ready for one organisation."""

    def __init__(self, detectors: Sequence[Detector], known: Known) -> None:
        self.detectors = in_order(detectors)
        self.kinds = frozenset(kind for detector in self.detectors for kind in detector.kinds)
        self._out_of_place = {way: frozenset(_out_of_place(self.detectors, way)) for way in DIRECTIONS}
        readers: dict[str, list[int]] = {}
        self._always = []
        for index, detector in enumerate(self.detectors):
            literals = frozenset(detector.literals(known))
            if not literals:
                self._always.append((index, detector.digits))
            for literal in literals:
                readers.setdefault(literal, []).append(index)
        self._literals = tuple(sorted(readers.keys() | all_literals()))
        self._readers = [readers.get(literal, ()) for literal in self._literals]
        self._find = automaton(self._literals)

    def scan(self, view: View) -> list[str]:
        """Fill ``view.found``; return the kinds of the detectors that failed, which never takes the check down."""
        hits: dict[int, list[Hit]] = {index: [] for index, digits in self._always if digits <= view.text.digits}
        places = self._find(view.text.folded)
        view.seen = {self._literals[literal] for _, _, literal in places}
        for start, end, literal in places:
            for index in self._readers[literal]:
                hits.setdefault(index, []).append(Hit(start, end, self._literals[literal]))
        failed: list[str] = []
        for index in sorted(hits.keys() - self._out_of_place[view.context.direction]):
            detector = self.detectors[index]
            try:
                view.found.extend(islice(detector.find(view, hits[index]), MAX_FOUND))
            except Exception:  # noqa: BLE001  # whatever a detector does, the verdict says so and takes the careful action
                failed.extend(detector.kinds)
        view.found[:] = settled(view.found)
        return sorted(set(failed))


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
    return any(kind not in detector.kinds and kind.startswith(detector.after) for kind in open_kinds)


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


def _out_of_place(detectors: Sequence[Detector], way: str) -> Iterator[int]:
    """Yield the detectors of what cannot arise in a direction: nobody discloses a tie in a message received."""
    for index, detector in enumerate(detectors):
        if not any(way in SIGNALS[kind].directions for kind in detector.kinds):
            yield index
