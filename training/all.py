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
from clausier.engine.heads.training import two_sided

BETA = 0.5  # for spam: a comment of a resident that is taken for spam costs more than a spam that only rules find
FEW = 12  # sentences of a kind below which no threshold is chosen on them
USUAL = 0.0  # the threshold of those
LOWEST = -0.8  # of all kinds: lower down, what is gained in recall is paid in alarms on messages that show nothing
MAY_NEVER_DOUBT = {
    "abuse.self-harm",
    "spam.promotion",
    "spam.scam",
    "disc.clear",
    "disc.vague",
    "pi.sensitive-fact",
}  # a danger and a disclosure stay told
ELSEWHERE = {"intent"}  # whose head helps to learn the trunk, but is made by ``intent_head.py``
NOT_SHIPPED = {"offensive", "disc.clear", "disc.vague"}  # that help to learn the others
# Above the threshold of the best F: an alarm on a message that shows nothing is what people curse at. One figure a head.
MARGINS = {"abuse": 0.2, "spam": 0.4, "claims": 0.75, "ties": 0.75}
GUIDE = ("held",)  # labelled under the guide for every kind, by somebody whom no author of a detector has read


def threshold_of(kind: str, answers: Any, wanted: Any, weight: Any) -> float:
    """Return the answer at which F is best on lines that nobody trained on, drawn towards the usual one."""
    beta = BETA if kind.startswith("spam.") else 1.0
    known = weight > 0
    answers, wanted = answers[known], wanted[known] > 0
    if wanted.sum() < FEW:
        return USUAL
    best = []
    for threshold in np.arange(-2.5, 2.51, 0.1):
        told = answers >= threshold
        f1 = (1 + beta**2) * (told & wanted).sum() / max(1, told.sum() + beta**2 * wanted.sum())
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
    ours = [each for each in held if each[0].name in {*GUIDE, "written", "hate", "composed", "named", "ordinary"}]
    answers = np.concatenate([each[2] for each in ours])
    wanted = np.concatenate([source.wanted[rows] for source, rows, _ in ours])
    weight = np.concatenate([source.weight[rows] for source, rows, _ in ours])
    at = [threshold_of(kind, answers[:, k], wanted[:, k], weight[:, k]) for k, kind in enumerate(KINDS)]
    told = [max(each, LOWEST) if "." in kind else each for kind, each in zip(KINDS, at, strict=True)]
    return np.array(told, np.float32)


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


def by_function(held: list[tuple[Source, Any, Any]], at: Any) -> dict[str, Any]:
    """Return, for each curriculum of hate and language, the macro-F1 and the functions where accuracy is lowest."""
    found = {}
    hate = KINDS.index("abuse.hate")
    for source, rows, answers in held:
        for language in ("en", "fr"):
            told = [source.lines[row].get("function") and source.lines[row]["lang"] == language for row in rows]
            places = np.flatnonzero(told)
            if source.name not in {"hate", "named", "composed"} or not len(places):
                continue
            wanted, seen = source.wanted[rows[places], hate] > 0, answers[places, hate] >= at[hate]
            right: dict[str, list[bool]] = {}
            for place, ok in zip(places, wanted == seen, strict=True):
                right.setdefault(source.lines[rows[place]]["function"], []).append(bool(ok))
            lowest = sorted(((name, float(np.mean(each))) for name, each in right.items()), key=lambda pair: pair[1])
            found[f"{source.name}, {language}"] = {"macro-F1": two_sided(wanted, seen), "lowest": lowest[:6]}
    return found


def by_group(held: list[tuple[Source, Any, Any]], at: Any) -> list[Any]:
    """Return the accuracy for each targeted group of the functional curriculum that has enough lines."""
    hate, right = KINDS.index("abuse.hate"), {}
    for source, rows, answers in held:
        for row, answer in zip(rows, answers[:, hate], strict=True):
            line = source.lines[row]
            if source.name == "hate" and line.get("target"):
                ok = bool((answer >= at[hate]) == (source.wanted[row, hate] > 0))
                right.setdefault((str(line["target"]), line["lang"]), []).append(ok)
    return [[*key, len(each), float(np.mean(each))] for key, each in sorted(right.items()) if len(each) >= 40]


def counts(sources: list[Source]) -> dict[str, int]:
    """Return how many lines of ours there are."""
    sizes = {source.name: len(source.lines) for source in sources}
    ours = sum(sizes.get(name, 0) for name in ("hate", "named", "composed", "ordinary"))
    return {"hate": ours, "other": sizes.get("written", 0), "cases": sizes.get("cases", 0)}


def export(net: Net, out: Path, scale: Any, at: Any, about: dict[str, Any]) -> None:
    """Write the trunk, the heads and what is told of them."""
    mean, deviation = scale
    weights = net.at["trunk"] / deviation[:, None]
    Trunk(weights.astype(np.float32), (net.at["shift"] - mean @ weights).astype(np.float32)).write(out / "trunk.npz")
    column = 0
    for place, (name, kinds) in enumerate(HEADS.items()):
        mine, answers = slice(place * net.hidden, (place + 1) * net.hidden), slice(column, column + len(kinds))
        column += len(kinds)
        if name in ELSEWHERE:
            continue
        Head(
            name,
            kinds,
            net.at["hidden"][:, mine],
            net.at["bias"][mine],
            net.at["answers"][mine, answers],
            net.at["base"][answers],
            at[answers] + np.float32(MARGINS.get(name, 0)),
            np.ones(len(kinds), np.float32),
        ).write(out / f"{name}.npz")
    (out / "heads.json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Train, measure, train on everything, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lines", type=Path)
    parser.add_argument("seen", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=4)
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
    about = {
        "numbers": list(NAMES), "heads": heads, "figures": power, "held": by_function(held, at), "groups": by_group(held, at),
        "lines": counts(sources),
    }  # fmt: skip
    export(net, asked.out, np.load(asked.seen / "scale.npy"), at, about)
    print(json.dumps(heads, indent=1))


if __name__ == "__main__":
    main()
