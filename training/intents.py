"""Learns the weights of ``library/intents.json``: what words say of the intent of a received message, and of spam.

    python training/intents.py [FILE.jsonl …] [--half even|odd] [--out FILE]

The messages are those of ``TOLD_IN``, the labelled cases of CLAUSIER_SHARED, and the files given, in the same
form. ``--half`` leaves the other half of the cases out, to measure on it with ``benchmarks/detection.py``.
Multinomial logistic regression, by Adam, always the same.

A message is learned twice: with the kinds of signals that its labels tell and with those that the detectors find, so
that the weights hold while the detectors change. Needs numpy, which the program itself does not.
"""

import argparse
import gzip
import json
import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import yaml

HERE = Path(__file__).parent
TOLD_IN = (HERE / "intents.txt", HERE / "curricula" / "voices.txt")
sys.path.insert(0, str(HERE.parent / "benchmarks"))

import detection  # noqa: E402

from clausier.document.vocabulary import INCOMING  # noqa: E402
from clausier.engine.detectors import all_detectors  # noqa: E402
from clausier.engine.intent import kinds_of  # noqa: E402
from clausier.engine.scanner import Scanner  # noqa: E402
from clausier.engine.weighing import UNIT, WEIGHTS, features, packed  # noqa: E402

CLASSES = (
    *("question", "complaint", "praise", "problem-report", "access-request", "media-request", "job-inquiry"),
    *("legal-threat", "emergency", "spam.promotion", "spam.scam", "abuse-only", "other"),
)
SPAM = ("spam.scam", "spam.promotion")
TOLD = {"abuse-only": "abuse.insult"}  # the label of a section whose messages all have one
FILLINGS = 1  # messages of one sentence pattern that are learned: the others only change a name
SEEN = 5  # times that a feature is met before it is learned, in messages met twice each
HOLD = 5.0  # how much weights are held small
BALANCE = 0.8  # 0: each message counts alike; 1: each class does
ROUNDS = 140
WIDEST = 1_500  # of a weight in the file, either way
FAINT = 3  # a feature whose weights are all below this is left out

Case = dict[str, Any]


def told_in(path: Path) -> Iterator[Case]:
    """Yield the messages of a text file of sections as labelled cases."""
    kind, language = "", ""
    for line in filter(None, path.read_text(encoding="utf-8").splitlines()):
        if line.startswith("## "):
            kind, language = line[3:].rsplit(" ", 1)
        elif not line.startswith("#"):
            told = TOLD.get(kind, kind)
            labels = [{"signal": told, "quote": ""}] if "." in told else []
            yield {"lang": language, "text": line, "labels": labels, "intent": "spam" if kind in SPAM else kind}


def cases_in(path: Path) -> Iterator[Case]:
    """Yield the received messages of a file of labelled cases whose intent is told."""
    opened = gzip.open if path.suffix == ".gz" else open
    frames: Counter[tuple[int, str]] = Counter()
    with opened(path, "rt", encoding="utf-8") as lines:
        for case in map(json.loads, lines):
            frame = case.get("frame"), case["lang"]
            frames[frame] += 1
            told = case.get("direction") == INCOMING and case.get("intent")
            if told and (frame[0] is None or frames[frame] <= FILLINGS):
                yield case


def class_of(case: Case) -> str:
    """Return the class of a case: its intent, or the kind of its spam."""
    kinds = _labels(case)
    return case["intent"] if case["intent"] != "spam" else next((kind for kind in SPAM if kind in kinds), SPAM[1])


def _labels(case: Case) -> set[str]:
    """Return the kinds of the labels, whether told with a quote or alone."""
    return {each if isinstance(each, str) else each["signal"] for each in case["labels"]}


class Reader:
    """Turns cases into features, by the program itself."""

    def __init__(self, folder: Path) -> None:
        told = yaml.safe_load((folder / "cases" / "organizations.yaml").read_text(encoding="utf-8"))
        self._known = {name: detection.known_of(data) for name, data in told["organizations"].items()}
        self._scanners = {name: Scanner(all_detectors(), known) for name, known in self._known.items()}
        self._at = f"{told['reference_date']}T09:00:00-05:00"

    def view(self, case: Case) -> Any:
        """Return the view of a case after the scan."""
        case = {"id": "", "channel": "facebook", "author": {"relation": "public"}, **case, "direction": INCOMING}
        name = case.get("organization") or next(iter(self._known))
        return detection.look(self._scanners[name], self._known[name], case, self._at)

    def features(self, case: Case) -> list[set[str]]:
        """Return the features of a case, once with the kinds found and once with those of its labels."""
        view = self.view(case)
        words = features(view)
        told = [kinds_of(view), kinds_of(view, frozenset(_labels(case)))]
        return [words | {f"@{kind}" for kind in kinds} for kinds in told]


class Model:
    """Weights, a row a feature and a column a class."""

    def __init__(self, messages: list[set[str]], wanted: list[str]) -> None:
        met = Counter(each for message in messages for each in message)
        self.names = sorted(each for each, count in met.items() if count >= SEEN)
        self._place = {name: place for place, name in enumerate(self.names)}
        self.rows = self._learned(self._matrix(messages), np.array([CLASSES.index(each) for each in wanted]))

    def _matrix(self, messages: list[set[str]]) -> Any:
        matrix = np.zeros((len(messages), len(self.names) + 1), np.float32)
        matrix[:, -1] = 1
        for row, message in zip(matrix, messages, strict=True):
            row[[self._place[each] for each in message if each in self._place]] = 1
        return matrix

    def _learned(self, matrix: Any, wanted: Any) -> Any:
        """Return the weights after ROUNDS steps of Adam on the whole."""
        goal = np.eye(len(CLASSES), dtype=np.float32)[wanted]
        counts = np.maximum(goal.sum(0), 1)
        worth = ((len(wanted) / len(CLASSES) / counts) ** BALANCE)[wanted][:, None].astype(np.float32)
        rows = np.zeros((matrix.shape[1], len(CLASSES)), np.float32)
        first, second = np.zeros_like(rows), np.zeros_like(rows)
        for step in range(1, ROUNDS + 1):
            powers = matrix @ rows
            powers = np.exp(powers - powers.max(1, keepdims=True))
            slope = (matrix.T @ ((powers / powers.sum(1, keepdims=True) - goal) * worth) + HOLD * rows) / worth.sum()
            first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope * slope
            pace = 0.05 if step < 0.6 * ROUNDS else 0.015
            rows -= pace * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
        return rows

    def text(self) -> str:
        """Return the file of the weights, a line a feature."""
        rounded = np.clip(np.rint(self.rows * UNIT), -WIDEST, WIDEST).astype(int)
        kept = [(name, row) for name, row in zip(self.names, rounded, strict=False) if abs(row).max() >= FAINT]
        lines = ",\n".join(f"{json.dumps(name, ensure_ascii=False)}: {packed(row.tolist())}" for name, row in kept)
        ground = packed(rounded[-1].tolist())
        return f'{{"classes": {json.dumps(CLASSES)},\n"ground": {ground},\n"features": {{\n{lines}}}}}\n'


def main() -> int:
    """Learn, then write or measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, help="more labelled cases to learn from")
    parser.add_argument("--half", choices=("even", "odd"), help="learn from this half of the labelled cases")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    asked = parser.parse_args()
    folder = Path(os.environ.get("CLAUSIER_SHARED", ""))
    labelled = [case for path in (folder / "cases" / "dev.jsonl.gz", *asked.files) for case in cases_in(path)]
    if asked.half:
        labelled = labelled[("even", "odd").index(asked.half) :: 2]
    reader = Reader(folder)
    cases = [*(case for path in TOLD_IN for case in told_in(path)), *labelled]
    messages = [each for case in cases for each in reader.features(case)]
    model = Model(messages, [class_of(case) for case in cases for _ in range(2)])
    asked.out.write_text(model.text(), encoding="utf-8")
    print(f"{len(cases)} messages, {len(model.names)} features, {asked.out.stat().st_size // 1000} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
