"""Trains a head again, from its shipped weights, on sentences that people have judged.

The trunk and the encoder stay as they are, so what a head reads of a message is computed once. Its own layer moves by
small steps and is held to where it began, since some hundred decisions of one organisation must not undo what a hundred
thousand sentences taught. The same sentences give the same weights.
"""

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from clausier.engine.heads.model import Head

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[np.float32]]

EPOCHS = 30
RATE = 1e-3
HELD = 0.02  # how strongly each weight is held to where it began
BATCH = 64
HELD_OUT = 5  # one sentence in so many only measures
TRAINED = ("hidden", "bias", "answers", "base")


@dataclass(frozen=True)
class Judged:
    """Sentences that people judged: what a head reads of each, what was found, and of which kinds anything is known."""

    rows: "Array"
    wanted: "Array"
    known: "Array"

    def some(self, places: Any) -> "Judged":
        """Return some of the sentences."""
        return Judged(self.rows[places], self.wanted[places], self.known[places])


def is_held_out(text: str) -> bool:
    """Tell whether a sentence only measures: always the same ones, whoever trains and when."""
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % HELD_OUT == 0


def retrained(head: Head, judged: Judged, epochs: int = EPOCHS, seed: int = 1) -> Head:
    """Return the head after some passes over the sentences: Adam on small batches, held to where it began."""
    import numpy as np

    random = np.random.default_rng(seed)
    start = {name: getattr(head, name) for name in TRAINED}
    now = {name: each.copy() for name, each in start.items()}
    memory = {name: (np.zeros_like(each), np.zeros_like(each)) for name, each in start.items()}
    steps = 0
    for _ in range(epochs):
        order = random.permutation(len(judged.rows))
        for at in range(0, len(order), BATCH):
            steps += 1
            gradients = _gradients(head, now, judged.some(order[at : at + BATCH]))
            for name, gradient in gradients.items():
                first, second = memory[name]
                first += 0.1 * (gradient - first)
                second += 0.001 * (gradient * gradient - second)
                move = first / (1 - 0.9**steps) / (np.sqrt(second / (1 - 0.999**steps)) + 1e-8)
                now[name] -= RATE * move + HELD * RATE * (now[name] - start[name])
    return replace(head, **now)


def _gradients(head: Head, now: "dict[str, Array]", judged: Judged) -> "dict[str, Array]":
    """Return how the loss grows with each weight: the logarithmic loss of the probabilities, .5 at the threshold."""
    import numpy as np

    hidden = judged.rows @ now["hidden"] + now["bias"]
    active = np.maximum(hidden, 0)
    answers = active @ now["answers"] + now["base"]
    chances = 1 / (1 + np.exp(-np.clip(answers - head.threshold, -30, 30)))
    slope = (chances - judged.wanted) * judged.known / len(judged.rows)
    back = (slope @ now["answers"].T) * (hidden > 0)
    return {
        "hidden": judged.rows.T @ back,
        "bias": back.sum(axis=0),
        "answers": active.T @ slope,
        "base": slope.sum(axis=0),
    }


def macro_f1(head: Head, judged: Judged) -> float:
    """Return the macro-F1 over the two classes, averaged over the kinds that some sentence shows; 0 without any."""
    chances = head.probabilities(judged.rows)
    values = []
    for place in range(len(head.kinds)):
        known = judged.known[:, place] > 0
        wanted, told = judged.wanted[known, place] > 0, chances[known, place] >= 0.5  # noqa: PLR2004  # the threshold
        if wanted.any():
            values.append(two_sided(wanted, told))
    return sum(values) / len(values) if values else 0.0


def two_sided(wanted: Any, told: Any) -> float:
    """Return the mean of the F1 of the kind and of the F1 of its absence."""
    values = []
    for side in (True, False):
        both = int(((wanted == side) & (told == side)).sum())
        either = int((wanted == side).sum() + (told == side).sum())
        values.append(2 * both / either if either else 1.0)
    return sum(values) / 2
