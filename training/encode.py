"""Reads the lines that ``prepare.py`` wrote with the detectors and the encoder, and keeps what they see.

    python training/encode.py LINES OUT [SOURCE …] --shared FOLDER

For each source: the numbers of the deterministic side, the vectors of the encoder, and the features of each token
(eight bits each, since there are millions), which the trunk is trained on. Reading 100,000 lines takes three minutes.
"""

import argparse
import gzip
import json
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from clausier.engine.context import Context
from clausier.engine.detector import View
from clausier.engine.heads.encoder import FEATURES, WIDTH, Encoder
from clausier.engine.heads.features import seen
from clausier.engine.heads.plain import plain
from clausier.engine.sight import Sight

LONGEST = 160  # tokens kept of a line
STEP = 4 / 127  # of the standard deviation of a feature: what eight bits tell apart
FIELDS = ("text", "direction", "author", "account", "channel", "reply")
AT = "2026-11-23T09:00:00-05:00"


class Sights:
    """The detectors, ready for each organisation of the labelled cases and for nobody's."""

    def __init__(self, shared: Path) -> None:
        from detection import known_of

        told = yaml.safe_load((shared / "cases" / "organizations.yaml").read_text(encoding="utf-8"))
        self._sights = {name: Sight(known_of(data)) for name, data in told["organizations"].items()} | {"": Sight()}

    def view(self, line: dict[str, Any]) -> View:
        """Return the view of a line after the detectors looked."""
        data = {key: line[key] for key in FIELDS if line.get(key)}
        context = Context.from_data({"direction": "incoming", "at": AT, **data})
        return self._sights[line.get("organization", "")].view(context)


def encode(lines: list[dict[str, Any]], encoder: Encoder, sights: Sights, out: Path) -> None:
    """Write the arrays of some lines."""
    ids = [encoder.tokens(plain(line["text"]))[:LONGEST] for line in lines]
    lengths = np.array([len(each) for each in ids])
    begins = np.cumsum(lengths) - lengths
    tokens = np.lib.format.open_memmap(
        out.with_suffix(".tokens.npy"), mode="w+", dtype=np.int8, shape=(int(lengths.sum()), FEATURES)
    )
    vectors = np.empty((len(lines), WIDTH), np.float16)
    mean, deviation = scale(encoder, ids, out.parent / "scale.npy")
    order = sorted(range(len(lines)), key=lambda place: lengths[place])
    for start in range(0, len(order), 256):
        part = order[start : start + 256]
        kept: list[Any] = []

        def keep(features: Any, starts: Any, kept: list[Any] = kept) -> Any:
            kept.append(np.clip(np.rint((features - mean) / (deviation * STEP)), -127, 127).astype(np.int8))
            return features[starts][:, :1]

        vectors[part] = encoder.read([ids[place] for place in part], keep)[0]
        rows, at = np.concatenate(kept), 0
        for place in part:
            tokens[begins[place] : begins[place] + lengths[place]] = rows[at : at + lengths[place]]
            at += lengths[place]
    numbers = np.array([seen(sights.view(line)) for line in lines], np.float16)
    np.savez(out.with_suffix(".npz"), vectors=vectors, seen=numbers, begins=begins, lengths=lengths)


def scale(encoder: Encoder, ids: list[list[int]], path: Path) -> Any:
    """Return the mean and the standard deviation of each feature, measured once."""
    if not path.exists():
        kept: list[Any] = []
        picked = np.random.default_rng(0).choice(len(ids), 1500)
        encoder.read(
            [ids[place] for place in picked],
            lambda features, starts: (kept.append(features.copy()), features[starts])[1],
        )
        rows = np.concatenate(kept)
        np.save(path, np.stack([rows.mean(axis=0), rows.std(axis=0)]))
    return np.load(path)


def main() -> None:
    """Read every source, or some."""
    import sys
    import time

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lines", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("sources", nargs="*")
    parser.add_argument("--shared", type=Path, required=True)
    asked = parser.parse_args()
    sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))
    asked.out.mkdir(parents=True, exist_ok=True)
    encoder, sights = Encoder(), Sights(asked.shared)
    for path in sorted(asked.lines.glob("*.jsonl.gz")):
        name = path.name.removesuffix(".jsonl.gz")
        if asked.sources and name not in asked.sources:
            continue
        with gzip.open(path, "rt", encoding="utf-8") as file:
            lines = [json.loads(line) for line in file]
        begin = time.perf_counter()
        if lines:
            encode(lines, encoder, sights, asked.out / name)
        print(name, len(lines), f"{time.perf_counter() - begin:.0f} s", flush=True)


if __name__ == "__main__":
    main()
