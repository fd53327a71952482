"""Trains the trunk and all the heads together, from what ``encode.py`` kept.

    python training/joint.py LINES SEEN OUT [--epochs N] [--all]

Each line speaks of some kinds only; the others are masked. Whole groups of lines (the frames of a curriculum, a case)
only measure, unless ``--all`` trains on everything once the figures are known. Adam on small batches, dropout, the same
seed: the same data give the same weights.
"""

import gzip
import json
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from clausier.engine.heads.features import NAMES

HEADS: dict[str, tuple[str, ...]] = {
    "abuse": (
        "abuse.hate", "abuse.insult", "abuse.harassment", "abuse.threat", "abuse.sexual", "abuse.self-harm", "offensive",
    ),
    "spam": ("spam.promotion", "spam.scam"),
    "claims": (
        "claim.promissory", "claim.recommendation", "claim.health", "claim.superlative", "claim.testimonial",
        "claim.contest", "political.partisan",
    ),
    "ties": ("disc.needed", "disc.clear", "disc.vague"),
    "facts": ("pi.sensitive-fact",),
    "intent": (
        "question", "complaint", "praise", "problem-report", "access-request", "media-request", "job-inquiry",
        "legal-threat", "emergency", "spam", "abuse-only", "other",
    ),
}  # fmt: skip
DIRECTION = {"spam": "incoming", "claims": "outgoing", "ties": "outgoing", "intent": "incoming"}
RATES = {
    "hate": 1.0,
    "written": 1.0,
    "voices": 2.0,
    "composed": 1.0,
    "named": 1.0,
    "cases": 3.0,
    "davidson": 0.45,
    "edos": 0.55,
    "hatemoji": 1.5,
    "toxigen": 1.2,
    "banking77": 0.3,
    "clinc150": 0.15,
}
KINDS = tuple(kind for kinds in HEADS.values() for kind in kinds)
UNITS, HIDDEN = 128, 96
STEP = 4 / 127
BATCH = 256
# The detectors were written by people who had read these lines, so they are right on them more often than elsewhere: of
# most, the heads learn from the words alone, or they would lean on detectors that will not be there.
READ_BEFORE, UNSEEN = "cases", 0.6
_OF_DETECTORS = [
    place
    for place, name in enumerate(NAMES)
    if name.startswith(("abuse.", "spam.", "claim.", "political.", "disc.", "pi.sens", "says ", "intent "))
]


@dataclass
class Source:
    """The arrays of a source."""

    name: str
    lines: list[dict[str, Any]]
    tokens: Any
    begins: Any
    lengths: Any
    vectors: Any
    seen: Any
    wanted: Any
    weight: Any

    @property
    def parts(self) -> Any:
        return np.array([line["part"] for line in self.lines])


def targets(line: dict[str, Any]) -> tuple[list[float], list[float]]:
    """Return what is wanted of each kind for a line, and with which weight."""
    only, weight = line.get("only"), float(line.get("weight", 1.0))
    labels = set(line["labels"]) | ({line["intent"]} if line.get("intent") else set())
    wanted, weights = [], []
    for head, kinds in HEADS.items():
        for kind in kinds:
            if head == "intent":
                told = bool(line.get("intent"))
            elif only is not None:
                told = kind in only or any(each.endswith(".") and kind.startswith(each) for each in only)
            else:
                told = (kind != "offensive" and line.get("direction", "") in (DIRECTION.get(head, ""), "")) or (
                    kind != "offensive" and head not in DIRECTION
                )
            wanted.append(float(kind in labels))
            weights.append(weight * told)
    return wanted, weights


def load(lines: Path, seen: Path) -> list[Source]:
    """Read every source."""
    sources = []
    for path in sorted(seen.glob("*.npz")):
        with gzip.open(lines / f"{path.stem}.jsonl.gz", "rt", encoding="utf-8") as file:
            told = [json.loads(line) for line in file]
        arrays = np.load(path)
        pairs = [targets(line) for line in told]
        sources.append(
            Source(
                path.stem,
                told,
                np.load(path.with_suffix(".tokens.npy"), mmap_mode="r"),
                arrays["begins"],
                arrays["lengths"],
                arrays["vectors"].astype(np.float32) * 20.0,
                arrays["seen"].astype(np.float32),
                np.array([each[0] for each in pairs], np.float32),
                np.array([each[1] for each in pairs], np.float32),
            )
        )
        assert len(told) == len(arrays["begins"]), path
    return sources


class Net:
    """The trunk and the heads as one network, with its gradients."""

    def __init__(self, features: int, seen: int, seed: int = 1, units: int = UNITS, hidden: int = HIDDEN) -> None:
        self.random = np.random.default_rng(seed)
        self.units, self.drop = units, 0.25
        width = 512 + 2 * units + seen
        all_hidden = hidden * len(HEADS)
        self.hidden = hidden
        self.at = {
            "trunk": self._init(features, units),
            "shift": np.zeros(units, np.float32),
            "hidden": self._init(width, all_hidden),
            "bias": np.zeros(all_hidden, np.float32),
            "answers": self._init(hidden, len(KINDS)) * 0.1,
            "base": np.full(len(KINDS), -2.0, np.float32),
        }
        self.mask = np.zeros((all_hidden, len(KINDS)), np.float32)
        column = 0
        for place, kinds in enumerate(HEADS.values()):
            self.mask[place * hidden : (place + 1) * hidden, column : column + len(kinds)] = 1
            column += len(kinds)
        full = np.zeros_like(self.mask)
        for place in range(len(HEADS)):
            full[place * hidden : (place + 1) * hidden] = self.at["answers"]
        self.at["answers"] = full * self.mask
        self.memory = {name: [np.zeros_like(each), np.zeros_like(each)] for name, each in self.at.items()}
        self.steps = 0

    def _init(self, rows: int, columns: int) -> Any:
        return (self.random.standard_normal((rows, columns)) * np.sqrt(2 / rows)).astype(np.float32)

    def forward(self, batch: "Batch", drop: float = 0.0) -> tuple[Any, dict[str, Any]]:
        at, kept = self.at, {}
        units = batch.tokens @ at["trunk"] + at["shift"]
        top = np.maximum.reduceat(units, batch.starts, axis=0)
        mean = np.add.reduceat(units, batch.starts, axis=0) / batch.lengths[:, None]
        rows = np.concatenate((batch.vectors, top, mean, batch.seen), axis=1)
        if drop:
            kept["dropped"] = (self.random.random(rows.shape) > drop).astype(np.float32) / (1 - drop)
            rows = rows * kept["dropped"]
        hidden = rows @ at["hidden"] + at["bias"]
        active = np.maximum(hidden, 0)
        if drop:
            kept["dropped hidden"] = (self.random.random(active.shape) > drop).astype(np.float32) / (1 - drop)
            active = active * kept["dropped hidden"]
        kept |= {"units": units, "top": top, "rows": rows, "hidden": hidden, "active": active}
        return active @ at["answers"] + at["base"], kept

    def learn(self, batch: "Batch", rate: float) -> float:
        at = self.at
        answers, kept = self.forward(batch, self.drop)
        told = 1 / (1 + np.exp(-answers))
        slope = (told - batch.wanted) * batch.weight / len(batch.lengths)
        grads = {"answers": kept["active"].T @ slope * self.mask, "base": slope.sum(0)}
        back = slope @ at["answers"].T * kept["dropped hidden"] * (kept["hidden"] > 0)
        grads["hidden"], grads["bias"] = kept["rows"].T @ back, back.sum(0)
        back = (back @ at["hidden"].T * kept["dropped"])[:, 512 : 512 + 2 * self.units]
        which = np.repeat(np.arange(len(batch.lengths)), batch.lengths)
        of_units = (kept["units"] == kept["top"][which]) * back[which, : self.units]
        of_units += (back[:, self.units :] / batch.lengths[:, None])[which]
        grads["trunk"], grads["shift"] = batch.tokens.T @ of_units, of_units.sum(0)
        self._step(grads, rate)
        loss = -(batch.wanted * np.log(told + 1e-7) + (1 - batch.wanted) * np.log(1 - told + 1e-7)) * batch.weight
        return float(loss.sum() / max(1, len(loss)))

    def _step(self, grads: dict[str, Any], rate: float) -> None:
        self.steps += 1
        for name, gradient in grads.items():
            first, second = self.memory[name]
            first += 0.1 * (gradient - first)
            second += 0.001 * (gradient * gradient - second)
            move = first / (1 - 0.9**self.steps) / (np.sqrt(second / (1 - 0.999**self.steps)) + 1e-8)
            decay = 0.01 * self.at[name] if self.at[name].ndim == 2 else 0
            self.at[name] -= (rate * (move + decay)).astype(np.float32)


@dataclass
class Batch:
    """Some lines, of several sources."""

    tokens: Any
    starts: Any
    lengths: Any
    vectors: Any
    seen: Any
    wanted: Any
    weight: Any


def batch_of(sources: list[Source], items: Any) -> Batch:
    """Gather some lines."""
    spans = [(s, int(sources[s].begins[i]), int(sources[s].lengths[i])) for s, i in items]
    tokens = np.concatenate([sources[s].tokens[begin : begin + length] for s, begin, length in spans]).astype(
        np.float32
    )
    tokens *= STEP * 1.0
    lengths = np.array([length for _, _, length in spans])

    def gathered(name: str) -> Any:
        return np.stack([getattr(sources[s], name)[i] for s, i in items])

    return Batch(
        tokens,
        np.cumsum(lengths) - lengths,
        lengths,
        gathered("vectors"),
        gathered("seen"),
        gathered("wanted"),
        gathered("weight"),
    )


def without_detectors(batch: Batch, names: list[str], random: Any) -> Batch:
    """Hide what the detectors found in most of the lines that their authors had read."""
    hidden = (np.array(names) == READ_BEFORE) & (random.random(len(names)) < UNSEEN)
    batch.seen[np.ix_(hidden, _OF_DETECTORS)] = 0
    return batch


def picked(sources: list[Source], random: Any, *, everything: bool) -> Any:
    """Return the lines of one pass, in a random order: each source at its rate."""
    items = []
    for s, source in enumerate(sources):
        rows = np.arange(len(source.lines)) if everything else np.flatnonzero(source.parts == "train")
        rate = RATES.get(source.name, 1.0)
        count = int(len(rows) * rate)
        chosen = (
            np.concatenate([random.permutation(rows) for _ in range(-(-count // max(1, len(rows))))])[:count]
            if count
            else []
        )
        items += [(s, i) for i in chosen]
    return [items[i] for i in random.permutation(len(items))]


def answers_of(net: Net, sources: list[Source], items: Any) -> Any:
    """Return the answers of some lines."""
    return np.concatenate(
        [net.forward(batch_of(sources, items[at : at + BATCH]))[0] for at in range(0, len(items), BATCH)]
    )


def train(
    sources: list[Source],
    epochs: int,
    *,
    everything: bool = False,
    seed: int = 1,
    rate: float = 1.5e-3,
    units: int = UNITS,
    hidden: int = HIDDEN,
) -> Net:
    """Train the network."""
    net = Net(sources[0].tokens.shape[1], sources[0].seen.shape[1], seed, units, hidden)
    random = np.random.default_rng(seed)
    for epoch in range(epochs):
        begin, loss, items = time.perf_counter(), [], picked(sources, random, everything=everything)
        for at in range(0, len(items), BATCH):
            left = 1 - (epoch + at / len(items)) / epochs
            part = items[at : at + BATCH]
            batch = without_detectors(batch_of(sources, part), [sources[s].name for s, _ in part], random)
            loss.append(net.learn(batch, rate * max(0.02, left)))
        print(f"pass {epoch + 1}: loss {np.mean(loss):.4f}, {time.perf_counter() - begin:.0f} s", flush=True)
    return net
