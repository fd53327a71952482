"""Trains the learned reader of the audit: one layer over the sentence encoder, from sentences and whole policies.

    OPENBLAS_NUM_THREADS=1 python training/audit.py POLICIES OUT

POLICIES is the folder of the labelled real policies (``manifest.yaml``, ``labels.yaml``, a file each); the sentences
and policies written for this project stand in ``training/audit``. A sentence teaches its element and how far it covers
it, and that it is none of the others; a policy teaches by its quotes, and by each passage that an absent element is
not there. OUT is the file of the weights, ``src/clausier/library/weights/audit.npz``. On one thread the same
files give the same weights.
"""

import argparse
import gzip
import json
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import yaml

from clausier.auditing.cues import ELEMENT_LISTS
from clausier.auditing.language import languages_of
from clausier.auditing.learned import PARTS, SPREAD, Reader, texts_of
from clausier.auditing.readings import Document
from clausier.engine.heads.learned import encoder

HERE = Path(__file__).parent / "audit"
WHOLE = len(ELEMENT_LISTS)  # where the answers "it covers the element" begin, after "it is about the element"
PARTS_AT = 2 * WHOLE  # and after these, what a sentence on answers tells of how they are given
KINDS = PARTS_AT + len(PARTS)
OTHER, ABSENT, QUOTED = 0.4, 3.0, 6.0  # what a sentence of another element, a passage of a policy and its quote weigh
YES = 3.0  # how much more a yes weighs than a no
KEPT_SMALL, STEPS, RATE, MOMENTUM = 1e-2, 250, 1.0, 0.9
BEGINNING, WHOLE_LINE = 60, 25  # characters of a quote by which its passage is known; of a passage inside a quote


class Lesson(NamedTuple):
    """Sentences, what is wanted of each for each kind, and how much that weighs."""

    texts: list[str]
    wanted: Any
    weight: Any


class Policy(NamedTuple):
    """A labelled policy: for each element its status and the quotes that prove it."""

    text: str
    status: list[str]
    quotes: list[list[str]]


def lines(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        return [json.loads(line) for line in stream]


def of_sentences() -> Lesson:
    """Return what the written sentences teach."""
    told = lines(HERE / "sentences.jsonl.gz")
    wanted = np.zeros((len(told), KINDS), np.float32)
    weight = np.ones((len(told), KINDS), np.float32)
    for row, each in enumerate(told):
        if each["element"]:
            place = ELEMENT_LISTS.index(each["element"])
            mine = [place, place + WHOLE]
            weight[row] = OTHER
            weight[row, mine] = 1
            wanted[row, mine] = 1, each["strength"] == "covered"
        if "parts" in each:
            weight[row, PARTS_AT:] = 1
            wanted[row, PARTS_AT:] = [part[0] in each["parts"] for part in PARTS]
    return Lesson([each["text"] for each in told], wanted, weight)


def written() -> list[Policy]:
    """Return the policies written for this project."""
    policies = []
    for each in lines(HERE / "policies.jsonl.gz"):
        told = [each["elements"].get(name) or {"status": "absent", "quote": None} for name in ELEMENT_LISTS]
        policies.append(
            Policy(each["text"], [one["status"] for one in told], [list(filter(None, [one["quote"]])) for one in told])
        )
    return policies


def real(folder: Path) -> list[Policy]:
    """Return the labelled real policies."""
    policies = []
    for each in yaml.safe_load((folder / "labels.yaml").read_text("utf-8")):
        told = [each["elements"][number] for number in range(1, len(ELEMENT_LISTS) + 1)]
        quotes = [one.get("quote") or [] for one in told]
        policies.append(
            Policy(
                (folder / f"{each['slug']}.md").read_text("utf-8"),
                [one["label"] for one in told],
                [[one] if isinstance(one, str) else list(one) for one in quotes],
            )
        )
    return policies


def of_policy(policy: Policy) -> Lesson:
    """Return what the passages of a policy teach."""
    document = Document(policy.text, languages_of(policy.text))
    size = len(document.body)
    wanted, weight = np.zeros((size, KINDS), np.float32), np.zeros((size, KINDS), np.float32)
    for place, (status, quotes) in enumerate(zip(policy.status, policy.quotes, strict=True)):
        whole = place + WHOLE
        if status == "absent":
            weight[:, [place, whole]] = ABSENT
            if ELEMENT_LISTS[place] == "responses":
                weight[:, PARTS_AT:] = ABSENT
            continue
        if status == "partial":
            weight[:, whole] = ABSENT
        for row, each in enumerate(document.body):
            if any(proves(quote, each.passage.text) for quote in quotes):
                weight[row, [place, whole]] = QUOTED
                wanted[row, [place, whole]] = 1, status == "covered"
    return Lesson(list(texts_of(document)), wanted, weight)


def proves(quote: str, passage: str) -> bool:
    """Tell whether a quote begins in a passage, or holds it."""
    quote, passage = " ".join(quote.split()), " ".join(passage.split())
    return quote[:BEGINNING] in passage or (len(passage) > WHOLE_LINE and passage in quote)


def trained(vectors: Any, wanted: Any, weight: Any) -> Reader:
    """Return the layer that logistic regression finds, by steps over all sentences at once."""
    rows = np.hstack([vectors * SPREAD, np.ones((len(vectors), 1), np.float32)]).astype(np.float32)
    share = weight * (1 + (YES - 1) * wanted)
    share /= share.sum(axis=0, keepdims=True)
    layer = np.zeros((rows.shape[1], KINDS), np.float32)
    speed = layer.copy()
    for _ in range(STEPS):
        ahead = layer + MOMENTUM * speed
        chance = 1 / (1 + np.exp(-np.clip(rows @ ahead, -30, 30)))
        slope = rows.T @ ((chance - wanted) * share)
        slope[:-1] += KEPT_SMALL * ahead[:-1]
        speed = MOMENTUM * speed - RATE * slope
        layer = layer + speed
    return Reader(layer[:-1], layer[-1])


def main() -> None:
    """Train the reader and write it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("policies", type=Path)
    parser.add_argument("out", type=Path)
    asked = parser.parse_args()
    lessons = [of_sentences(), *map(of_policy, [*written(), *real(asked.policies)])]
    vectors = np.concatenate([encoder().encode(each.texts) for each in lessons])
    wanted, weight = (np.concatenate([each[column] for each in lessons]) for column in (1, 2))
    reader = trained(vectors, wanted, weight)
    np.savez(asked.out, weights=reader.weights.astype(np.float16), shift=reader.shift.astype(np.float16))
    print(f"{len(vectors)} sentences and passages, {asked.out.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
