"""Makes all the weights again, from the lines that ``prepare.py`` wrote and what ``encode.py`` saw in them.

    python training/all.py LINES SEEN OUT [--epochs N]

First a network that never sees one line in five measures on these: where each kind begins (its threshold), what the
heads add to the detectors, what they may doubt. Then one that has seen everything is written to OUT with those
thresholds, and ``heads.json`` with what each head may do and the figures.
"""

import argparse
import json
import pickle
from pathlib import Path
from typing import Any

import numpy as np
from joint import DIRECTION, HEADS, KINDS, Net, Source, answers_of, load, train

from clausier.engine.heads.features import NAMES
from clausier.engine.heads.model import Head, Trunk

FEW = 12  # sentences of a kind below which no threshold is chosen on them
USUAL = 0.0  # the threshold of those
MAY_NEVER_DOUBT = {
    "abuse.self-harm",
    "disc.clear",
    "disc.vague",
    "pi.sensitive-fact",
}  # a danger and a disclosure stay told
NOT_SHIPPED = {"offensive", "disc.clear", "disc.vague"}  # that help to learn the others
GUIDE = ("cases",)  # the sources labelled under the guide, for every kind


def threshold_of(answers: Any, wanted: Any, weight: Any) -> float:
    """Return the answer at which F1 is best on lines that nobody trained on, drawn towards the usual one."""
    known = weight > 0
    answers, wanted = answers[known], wanted[known] > 0
    if wanted.sum() < FEW:
        return USUAL
    best = []
    for threshold in np.arange(-2.5, 2.51, 0.1):
        told = answers >= threshold
        f1 = 2 * (told & wanted).sum() / max(1, told.sum() + wanted.sum())
        best.append((f1 - 0.01 * abs(threshold - USUAL), threshold))
    return float(max(best)[1])


def held_out(net: Net, sources: list[Source]) -> list[tuple[Source, Any, Any]]:
    """Return each source with its lines that were held out and what the network answers to them."""
    found = []
    for place, source in enumerate(sources):
        rows = np.flatnonzero(source.parts == "dev")
        if len(rows):
            found.append((source, rows, answers_of(net, sources, [(place, row) for row in rows])))
    return found


def thresholds(held: list[tuple[Source, Any, Any]]) -> Any:
    """Return the threshold of each kind: on the labelled cases and the curricula."""
    ours = [each for each in held if each[0].name in {*GUIDE, "written", "hate", "composed", "named"}]
    answers = np.concatenate([each[2] for each in ours])
    wanted = np.concatenate([source.wanted[rows] for source, rows, _ in ours])
    weight = np.concatenate([source.weight[rows] for source, rows, _ in ours])
    return np.array([threshold_of(answers[:, k], wanted[:, k], weight[:, k]) for k in range(len(KINDS))], np.float32)


def f1_of(wanted: Any, told: Any) -> float:
    both = float((wanted & told).sum())
    return 2 * both / max(1.0, float(wanted.sum() + told.sum()))


def powers(held: list[tuple[Source, Any, Any]], at: Any) -> dict[str, dict[str, float]]:
    """Return for each kind, on the labelled cases held out, the F1 of the detector alone and with the head's powers."""
    found = {}
    for source, rows, answers in held:
        if source.name not in GUIDE:
            continue
        for k, kind in enumerate(KINDS):
            if kind not in NAMES:
                continue
            known = source.weight[rows, k] > 0
            wanted = source.wanted[rows, k][known] > 0
            seen = source.seen[rows, NAMES.index(kind)][known]
            chance = 1 / (1 + np.exp(-(answers[known, k] - at[k])))
            alone = seen >= 0.5
            adds = alone | (chance >= 0.5)
            lowered = (seen >= 0.5) & ~((chance < 0.5) & ((seen + chance) / 2 < 0.5))
            found[kind] = {
                "lines": int(wanted.sum()),
                "alone": f1_of(wanted, alone),
                "adds": f1_of(wanted, adds),
                "lowers": f1_of(wanted, lowered),
                "both": f1_of(wanted, lowered | (chance >= 0.5)),
                "head": f1_of(wanted, chance >= 0.5),
            }
    return found


def may(kind: str, power: dict[str, float] | None) -> tuple[bool, bool]:
    """Return whether the head may add a kind and whether it may doubt it: where that helped, or no detector looks."""
    if kind in NOT_SHIPPED:
        return False, False
    if power is None:
        return True, False
    best = max(power[each] for each in ("alone", "adds", "lowers", "both"))
    adds = power["adds"] >= power["alone"] and max(power["adds"], power["both"]) >= best - 0.005
    lowers = (
        kind not in MAY_NEVER_DOUBT
        and max(power["lowers"], power["both"]) >= best - 0.005
        and power["lowers"] >= power["alone"]
    )
    return adds, lowers


def export(net: Net, out: Path, scale: Any, at: Any, about: dict[str, Any]) -> None:
    """Write the trunk, the heads and what is told of them."""
    mean, deviation = scale
    weights = net.at["trunk"] / deviation[:, None]
    Trunk(weights.astype(np.float32), (net.at["shift"] - mean @ weights).astype(np.float32)).write(out / "trunk.npz")
    column = 0
    for place, (name, kinds) in enumerate(HEADS.items()):
        mine, answers = slice(place * net.hidden, (place + 1) * net.hidden), slice(column, column + len(kinds))
        column += len(kinds)
        Head(
            name,
            kinds,
            net.at["hidden"][:, mine],
            net.at["bias"][mine],
            net.at["answers"][mine, answers],
            net.at["base"][answers],
            at[answers],
            np.ones(len(kinds), np.float32),
        ).write(out / f"{name}.npz")
    (out / "heads.json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Train, measure, train on everything, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lines", type=Path)
    parser.add_argument("seen", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument(
        "--half", action="store_true", help="write the network that measured, not one trained on everything"
    )
    asked = parser.parse_args()
    sources = load(asked.lines, asked.seen)
    net = train(sources, asked.epochs)
    held = held_out(net, sources)
    at = thresholds(held)
    power = powers(held, at)
    heads: dict[str, Any] = {}
    for name, kinds in HEADS.items():
        able = {kind: may(kind, power.get(kind)) for kind in kinds}
        heads[name] = {
            "way": DIRECTION.get(name, ""),
            "kinds": kinds,
            "adds": [kind for kind in kinds if able[kind][0] and name != "intent"],
            "lowers": [kind for kind in kinds if able[kind][1] and name != "intent"],
        }
    for kind, figures in power.items():
        print(f"{kind:24}", " ".join(f"{name} {value:.2f}" for name, value in figures.items()))
    asked.out.mkdir(parents=True, exist_ok=True)
    with (asked.seen / "held.pkl").open("wb") as file:
        pickle.dump((net.at, at), file)
    if not asked.half:
        net = train(sources, asked.epochs, everything=True)
    export(
        net,
        asked.out,
        np.load(asked.seen / "scale.npy"),
        at,
        {"numbers": list(NAMES), "heads": heads, "figures": power},
    )
    print(json.dumps(heads, indent=1))


if __name__ == "__main__":
    main()
