"""Trains the learned reader of the audit: one layer over the sentence encoder, and how its answers weigh with the cues.

    OPENBLAS_NUM_THREADS=1 python training/audit.py POLICIES OUT

POLICIES is the folder of the labelled real policies (``manifest.yaml``, ``labels.yaml``, a file each). The sentences
and the policies written for this project stand in ``training/audit``, and with them what each passage of all these
policies is about (``policies.jsonl.gz``, ``real.jsonl.gz``). OUT is the file of the weights,
``src/clausier/library/weights/audit.npz``. On one thread the same files give the same weights.

The layer is trained several times, each time without a part of the policies, and answers on that part. By those
answers the weights of the decision are fitted, and by them is told what the reader is worth on policies it has not
seen (``left_out``, which ``benchmarks/audit.py --left-out`` prints).
"""

import argparse
import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import yaml

from clausier.auditing.cues import ELEMENT_LISTS
from clausier.auditing.elements import ABSENT, COVERED
from clausier.auditing.judging import Judgement, judged
from clausier.auditing.language import languages_of
from clausier.auditing.learned import (
    ANSWERS,
    CUE,
    PARTS,
    SENTENCE,
    Reader,
    keys,
    marks_of,
    numbers,
    width,
)
from clausier.auditing.readings import Document
from clausier.auditing.weighing import COVERS, THERE, Evidence, Heard, decided, terms
from clausier.engine.heads.encoder import WIDTH
from clausier.engine.heads.learned import encoder

HERE = Path(__file__).parent / "audit"
OF = dict(zip("etfrchaqms", ELEMENT_LISTS, strict=True))  # the letter of each element in the labels of passages
OF_PART = dict(zip("pmdn", PARTS, strict=True))
WHOLE, PARTS_AT = len(ELEMENT_LISTS), 2 * len(ELEMENT_LISTS)  # where the other answers begin, after "it is about it"
OTHER, LABELLED = 0.4, 1.5  # what a sentence of another element weighs, and a label of a passage
YES = 3.0  # how much more a yes weighs than a no
KEPT_SMALL, STEPS, RATE, MOMENTUM = 1e-2, 250, 1.0, 0.9
FOLDS = 8
RARE = 0.25  # how much of the rarity of an answer is made up for in the decision: 0 none, 1 all
KEPT_ALIKE, KEPT_NEAR = 0.3, 1.0  # how the weights of evidence, and what an element needs, are kept small
ROUNDS = 60


class Lesson(NamedTuple):
    """Sentences as numbers, what is wanted of each for each answer, and how much that weighs."""

    rows: Any
    wanted: Any
    weight: Any


@dataclass(frozen=True)
class Policy:
    """A labelled policy: the status of each element, and what its passages are about, by their beginnings."""

    slug: str
    language: str
    source: str
    text: str
    status: dict[str, str]
    labels: list[tuple[int, str]]

    @cached_property
    def document(self) -> Document:
        return Document(self.text, languages_of(self.text))

    @cached_property
    def judged(self) -> Judgement:
        """What the cues alone say."""
        return judged(self.document)

    @cached_property
    def lesson(self) -> Lesson:
        body = self.document.body
        wanted = np.zeros((len(body), ANSWERS), np.float32)
        weight = np.ones((len(body), ANSWERS), np.float32)
        place = {each.passage.start: row for row, each in enumerate(body)}
        for start, label in self.labels:
            _teach(wanted[place[start]], weight[place[start]], label)
        return Lesson(numbers(self.document), wanted, weight)


def _teach(wanted: Any, weight: Any, label: str) -> None:
    """Write a label of a passage: the letter of its element, and how far it covers it or which parts it tells."""
    number = ELEMENT_LISTS.index(OF[label[0]])
    parts = [PARTS.index(OF_PART[each]) for each in label[1:] if each in OF_PART]
    answers = OF[label[0]] == "responses"
    covers = OF_PART["p"] in [PARTS[each] for each in parts] and len(parts) > 1 if answers else label[1] in "+*"
    wanted[[number, number + WHOLE]] = 1, covers
    weight[[number, number + WHOLE]] = LABELLED
    for part in parts if answers else ():
        wanted[PARTS_AT + part], weight[PARTS_AT + part] = 1, LABELLED


def lines(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        return [json.loads(line) for line in stream]


def of_sentences() -> Lesson:
    """Return what the written sentences teach, each in a document of its own."""
    told = lines(HERE / "sentences.jsonl.gz")
    wanted = np.zeros((len(told), ANSWERS), np.float32)
    weight = np.ones((len(told), ANSWERS), np.float32)
    rows = np.zeros((len(told), width()), np.float32)
    rows[:, :WIDTH] = encoder().encode([each["text"] for each in told]) * SENTENCE
    for row, each in enumerate(told):
        marks = [marks_of(reading) for reading in Document(each["text"], (each["lang"],)).body]
        rows[row, 3 * WIDTH :] = np.max(marks, axis=0) * CUE if marks else 0
        if each["element"]:
            number = ELEMENT_LISTS.index(each["element"])
            weight[row] = OTHER
            weight[row, [number, number + WHOLE]] = 1
            wanted[row, [number, number + WHOLE]] = 1, each["strength"] == COVERED
        if "parts" in each:
            weight[row, PARTS_AT:] = 1
            wanted[row, PARTS_AT:] = [part[0] in each["parts"] for part in PARTS]
    return Lesson(rows, wanted, weight)


def policies(folder: Path) -> list[Policy]:
    """Return all labelled policies, the real ones of a folder first."""
    return [*_real(folder), *_written()]


def _real(folder: Path) -> Iterator[Policy]:
    languages = {
        each["slug"]: each["language"] for each in yaml.safe_load((folder / "manifest.yaml").read_text("utf-8"))
    }
    labels = {each["slug"]: each["labels"] for each in lines(HERE / "real.jsonl.gz")}
    for each in yaml.safe_load((folder / "labels.yaml").read_text("utf-8")):
        slug = each["slug"]
        status = {name: each["elements"][number]["label"] for number, name in enumerate(ELEMENT_LISTS, 1)}
        yield Policy(slug, languages[slug], "real", (folder / f"{slug}.md").read_text("utf-8"), status, labels[slug])


def _written() -> Iterator[Policy]:
    for each in lines(HERE / "policies.jsonl.gz"):
        told = each["elements"]
        status = {name: (told.get(name) or {"status": ABSENT})["status"] for name in ELEMENT_LISTS}
        yield Policy(each["slug"], each["lang"], "written", each["text"], status, each["labels"])


def layer_of(lessons: list[Lesson]) -> tuple[Any, Any]:
    """Return the layer that logistic regression finds, by steps over all sentences at once."""
    rows, wanted, weight = (np.concatenate(each) for each in zip(*lessons, strict=True))
    rows = np.hstack([rows, np.ones((len(rows), 1), np.float32)])
    share = weight * (1 + (YES - 1) * wanted)
    share /= share.sum(axis=0, keepdims=True)
    layer = np.zeros((rows.shape[1], ANSWERS), np.float32)
    speed = layer.copy()
    for _ in range(STEPS):
        ahead = layer + MOMENTUM * speed
        chance = 1 / (1 + np.exp(-np.clip(rows @ ahead, -30, 30)))
        slope = rows.T @ ((chance - wanted) * share)
        slope[:-1] += KEPT_SMALL * ahead[:-1]
        speed = MOMENTUM * speed - RATE * slope
        layer = layer + speed
    return layer[:-1], layer[-1]


def evidence_of(policy: Policy, answers: Any) -> dict[str, Evidence]:
    """Return the evidence for each element of a policy."""
    heard = Heard(policy.document, answers)
    grounds = len({each.kind for each in policy.judged.grounds})
    return {name: heard.evidence(name, policy.judged.elements[name].status, grounds) for name in ELEMENT_LISTS}


def heard_left_out(all_of_them: list[Policy], sentences: Lesson) -> list[dict[str, Evidence]]:
    """Return the evidence for each policy, by a layer that was trained without it."""
    heard: dict[int, dict[str, Evidence]] = {}
    for fold in range(FOLDS):
        taught = [each.lesson for place, each in enumerate(all_of_them) if place % FOLDS != fold]
        weights, shift = layer_of([sentences, *taught])
        for place in range(fold, len(all_of_them), FOLDS):
            policy = all_of_them[place]
            heard[place] = evidence_of(policy, policy.lesson.rows @ weights + shift)
    return [heard[place] for place in range(len(all_of_them))]


def decision_of(all_of_them: list[Policy], heard: list[dict[str, Evidence]]) -> tuple[Any, Any]:
    """Return the weights of the decision: whether anything is there, and whether it covers."""
    there, covers = [], []
    for policy, evidence in zip(all_of_them, heard, strict=True):
        for name, status in policy.status.items():
            there.append((terms(evidence[name].there, name), status != ABSENT))
            if status != ABSENT:
                covers.append((terms(evidence[name].covers, name), status == COVERED))
    return _fitted(there, len(THERE)), _fitted(covers, len(COVERS))


def _fitted(examples: list[tuple[list[float], bool]], evidence: int) -> Any:
    """Return the weights that logistic regression finds by Newton's steps; no evidence weighs against itself."""
    rows, wanted = np.array([row for row, _ in examples]), np.array([yes for _, yes in examples], float)
    share = np.where(wanted, (0.5 / wanted.mean()) ** RARE, (0.5 / (1 - wanted.mean())) ** RARE)
    kept = np.array([1e-3, *[KEPT_ALIKE] * evidence, *[KEPT_NEAR] * len(ELEMENT_LISTS)])
    used = np.ones(rows.shape[1], bool)
    while True:
        weights = np.zeros(rows.shape[1])
        for _ in range(ROUNDS):
            chance = 1 / (1 + np.exp(-rows @ weights))
            slope = rows.T @ ((chance - wanted) * share) + kept * weights
            bend = (rows.T * (share * chance * (1 - chance))) @ rows + np.diag(kept)
            weights[used] -= np.linalg.solve(bend[np.ix_(used, used)], slope[used])
        against = (weights < 0) & (np.arange(len(weights)) > 0) & (np.arange(len(weights)) <= evidence)
        if not against.any():
            return weights
        used &= ~against


def left_out(all_of_them: list[Policy]) -> list[tuple[Policy, dict[str, str]]]:
    """Return what the audit says of each policy when neither the layer nor the decision has seen it."""
    heard = heard_left_out(all_of_them, of_sentences())
    told = []
    for place, policy in enumerate(all_of_them):
        others = [each for each in range(len(all_of_them)) if each % FOLDS != place % FOLDS]
        weights = decision_of([all_of_them[each] for each in others], [heard[each] for each in others])
        reader = Reader(np.zeros(0), np.zeros(0), *weights)
        told.append((policy, {name: decided(heard[place][name], name, reader).status for name in ELEMENT_LISTS}))
    return told


def main() -> None:
    """Train the reader and write it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("policies", type=Path)
    parser.add_argument("out", type=Path)
    asked = parser.parse_args()
    all_of_them, sentences = policies(asked.policies), of_sentences()
    there, covers = decision_of(all_of_them, heard_left_out(all_of_them, sentences))
    weights, shift = layer_of([sentences, *(each.lesson for each in all_of_them)])
    arrays = {"weights": weights.astype(np.float16), "shift": shift, "there": there, "covers": covers}
    np.savez_compressed(asked.out, keys=np.array([" ".join(each) for each in keys()]), **arrays)
    rows = len(sentences.rows) + sum(len(each.lesson.rows) for each in all_of_them)
    print(f"{rows} sentences and passages, {asked.out.stat().st_size:,} bytes")
    for name, kinds, weighed in (("there", THERE, there), ("covered", COVERS, covers)):
        print(name, ", ".join(f"{kind} {each:.2f}" for kind, each in zip(("", *kinds), weighed, strict=False)))


if __name__ == "__main__":
    main()
