"""Makes the head that tells what a received message wants: one layer over the encoder's vector, and nothing else.

    python training/intent_head.py OUT [FILE.jsonl …]

The messages are those of ``intents.py``. A network with more to read was right more often on whoever wrote its messages
and less often on other writers, so this one reads the vector of the message alone; the lists and signals come in by the
weighing of words, with which it is averaged (``engine/heads/learned.py``). Adam, always the same.
"""

import argparse
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from intents import TOLD_IN, Case, cases_in, told_in
from joint import HEADS, UNITS

from clausier.engine.heads.encoder import WIDTH, Encoder
from clausier.engine.heads.features import NAMES
from clausier.engine.heads.model import SPREAD, Head
from clausier.engine.heads.plain import plain

KINDS = HEADS["intent"]
WORTH = {
    "intents.jsonl.gz": 0.5,
    "spam.jsonl.gz": 0.3,
}  # of a message that fills a frame, beside one that somebody wrote
BALANCE = 0.5  # 0: each message counts alike; 1: each intent does
HOLD = 60.0  # how much weights are held small
ROUNDS, PACE, FINE = 150, 0.02, 0.004
RARE = -2.0  # where an answer begins: of twelve intents, each is seldom meant


def vectors_of(cases: Sequence[Case], encoder: Encoder) -> Any:
    """Return the vectors of some messages, as a head reads them."""
    texts = [plain(case["text"]) for case in cases]
    return np.concatenate([encoder.encode(texts[at : at + 256]) for at in range(0, len(texts), 256)]) * SPREAD


def learned(vectors: Any, wanted: Any, worth: Any) -> tuple[Any, Any]:
    """Return the weights and the bases of the answers: a logistic regression for each intent."""
    matrix = np.concatenate([vectors, np.ones((len(vectors), 1))], axis=1).astype(np.float32)
    goal = np.eye(len(KINDS), dtype=np.float32)[wanted]
    rows = np.zeros((matrix.shape[1], len(KINDS)), np.float32)
    rows[-1] = RARE
    held = np.full((len(rows), 1), HOLD, np.float32)
    held[-1] = 0
    first, second = np.zeros_like(rows), np.zeros_like(rows)
    for step in range(1, ROUNDS + 1):
        chances = 1 / (1 + np.exp(-(matrix @ rows)))
        slope = (matrix.T @ ((chances - goal) * worth[:, None]) + held * rows) / worth.sum()
        first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope * slope
        pace = PACE if step < 0.6 * ROUNDS else FINE
        rows -= pace * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return rows[:-1], rows[-1]


def head_of(weights: Any, base: Any) -> Head:
    """Return the answers as a head: its hidden layer keeps both signs of each, and it reads nothing but the vector."""
    kinds = len(KINDS)
    hidden = np.zeros((WIDTH + 2 * UNITS + len(NAMES), 2 * kinds), np.float32)
    hidden[:WIDTH] = np.concatenate([weights, -weights], axis=1)
    signs = np.concatenate([np.eye(kinds), -np.eye(kinds)]).astype(np.float32)
    none, one = np.zeros(kinds, np.float32), np.ones(kinds, np.float32)
    return Head("intent", KINDS, hidden, np.zeros(2 * kinds, np.float32), signs, base, none, one)


def main() -> None:
    """Learn and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path, help="the file of the head")
    parser.add_argument("files", nargs="*", type=Path, help="more labelled cases to learn from")
    asked = parser.parse_args()
    labelled = (Path(os.environ.get("CLAUSIER_SHARED", "")) / "cases" / "dev.jsonl.gz", *asked.files)
    sources = {path: list(told_in(path)) for path in TOLD_IN} | {path: list(cases_in(path)) for path in labelled}
    cases = [case for each in sources.values() for case in each]
    worth = np.concatenate([np.full(len(each), WORTH.get(path.name, 1), np.float32) for path, each in sources.items()])
    wanted = np.array([KINDS.index(case["intent"]) for case in cases])
    counts = np.maximum(np.bincount(wanted, minlength=len(KINDS)), 1)
    worth *= ((len(wanted) / len(KINDS) / counts) ** BALANCE)[wanted].astype(np.float32)
    head_of(*learned(vectors_of(cases, Encoder()), wanted, worth)).write(asked.out)
    print(f"{len(cases)} messages, {asked.out.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
