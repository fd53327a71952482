"""Where the time of a check goes: microseconds a text of each detector and of each part of the engine around them.

    CLAUSIER_SHARED=FOLDER python benchmarks/parts.py [ROWS]

On the real comments as received, then on the labelled cases in their own context; the best of three passes over all.
"""

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from time import process_time
from typing import Any

from corpus import cases, comments

import clausier
from clausier.document.reading import read_folder
from clausier.engine import Context, engine, ruleset, situation
from clausier.engine.detector import Detector, Found, Hit, Known, View
from clausier.engine.detectors import MODULES, detectors_of

POLICY = Path(clausier.__file__).parent / "library" / "policies" / "public-body-qc"
AROUND = (
    (engine, "Text"),
    (engine, "language_of"),
    (engine, "intent_of"),
    (situation.Situations, "of"),
    (ruleset.RuleSet, "decide"),
    (engine.Engine, "_verdict"),
)
REST = "engine: the rest"


class Timed(Detector):
    """A detector that tells how long it took."""

    def __init__(self, detector: Detector, name: str, spent: dict[str, float]) -> None:
        self.detector, self.name, self.spent = detector, name, spent
        self.kinds, self.after, self.needs, self.lists = detector.kinds, detector.after, detector.needs, detector.lists
        self.digits, self.together = detector.digits, detector.together
        self.placed, self.whole = detector.placed, detector.whole

    def literals(self, known: Known) -> Iterable[str]:
        return self.detector.literals(known)

    def find(self, view: View, hits: list[Hit]) -> Iterator[Found]:
        start = process_time()
        found = list(self.detector.find(view, hits))
        self.spent[self.name] += process_time() - start
        return iter(found)


def timed(work: Callable[..., Any], name: str, spent: dict[str, float]) -> Callable[..., Any]:
    """Return a function that does the same and tells how long it took."""

    def told(*given: Any) -> Any:
        start = process_time()
        try:
            return work(*given)
        finally:
            spent[name] += process_time() - start

    return told


class Parts:
    """The engine of the complete template, of which every part tells the time that it takes."""

    def __init__(self) -> None:
        folder = read_folder(POLICY)
        assert folder.policy
        self.spent: dict[str, float] = defaultdict(float)
        self.detectors = [
            Timed(detector, f"{module}[{index}]", self.spent)
            for module in MODULES
            for index, detector in enumerate(detectors_of(module))
        ]
        for owner, name in AROUND:
            setattr(owner, name, timed(getattr(owner, name), f"engine: {name.strip('_')}", self.spent))
        self.known = Known(folder.facts, folder.protected)
        self.engine = engine.compile_policy(folder.policy, folder.facts, folder.protected, self.detectors)
        self.times(Context(text="Bonjour, 1234567890!"))  # patterns are compiled when they first run

    def times(self, context: Context) -> dict[str, float]:
        """Return the seconds of each part on a message; mends are left out, being checks of the same text again."""
        self.spent.clear()
        start = process_time()
        self.engine.check(context, with_fixes=False)
        return {**self.spent, REST: process_time() - start - sum(self.spent.values())}


def over(parts: Parts, given: list[Context]) -> dict[str, float]:
    """Return the microseconds a text of each part, in the best of three passes."""
    passes = []
    for _ in range(3):
        total: dict[str, float] = defaultdict(float)
        for context in given:
            for name, spent in parts.times(context).items():
                total[name] += spent / len(given) * 1e6
        passes.append(dict(total))
    return min(passes, key=lambda each: sum(each.values()))


def main() -> None:
    """Print the costliest parts."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    parts = Parts()
    for name, given in {"comments as received": comments(), "labelled cases": cases()}.items():
        costs = over(parts, [Context.from_data(each) for each in given])
        whole = sum(costs.values())
        print(f"{len(given):,} {name}: {whole:.0f} µs a text, the timing of the parts included")
        for part in sorted(costs, key=lambda each: -costs[each])[:rows]:
            print(f"  {costs[part]:8.1f} µs {costs[part] / whole:5.0%}  {part}")


if __name__ == "__main__":
    main()
