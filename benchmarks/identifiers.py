"""Spans of personal information by kind and language, beside Presidio on the same texts.

    CLAUSIER_SHARED=FOLDER python benchmarks/identifiers.py [--peers PEERS]

FOLDER holds ``data/synth.tar.gz`` (short posts of this project, with look-alikes that are nothing) and
``data/presidio_research.tar.gz`` (English sentences of the world's formats; nothing is tuned on them). A span counts as
right when one of the same kind overlaps it. Presidio runs its default configuration with the small English model,
and every score counts, as by default. Dates of birth are not asked of the second set, which labels dates of all sorts
alike.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from time import process_time
from typing import NamedTuple

import beside

# What each set and each peer calls a kind of ours.
KINDS = {
    "CA_SIN": "pi.sin", "QC_RAMQ": "pi.health-card", "PHONE": "pi.phone", "PHONE_NUMBER": "pi.phone",
    "EMAIL": "pi.email", "EMAIL_ADDRESS": "pi.email", "ADDRESS": "pi.address", "STREET_ADDRESS": "pi.address",
    "CARD": "pi.payment-card", "CREDIT_CARD": "pi.payment-card", "IBAN": "pi.bank-account",
    "IBAN_CODE": "pi.bank-account", "DOB": "pi.birth-date", "BIRTHDATE": "pi.birth-date", "US_SSN": "pi.ssn",
    "IP_ADDRESS": "pi.ip-address", "US_DRIVER_LICENSE": "pi.driver-licence",
}  # fmt: skip


class Span(NamedTuple):
    kind: str
    start: int
    end: int

    def meets(self, other: "Span") -> bool:
        return self.kind == other.kind and self.start < other.end and other.start < self.end


class Line(NamedTuple):
    group: str
    text: str
    spans: list[Span]


Look = Callable[[str], list[Span]]


def lines(folder: Path) -> Iterator[Line]:
    """Yield the texts of both sets with their spans."""
    for row in map(json.loads, beside.read(folder, "synth", "pii_synth/pii_fr_en.jsonl").splitlines()):
        spans = [Span(KINDS[kind], start, end) for start, end, kind in row["spans"] if kind in KINDS]
        yield Line(f"posts {row['lang']}", row["text"], spans)
    for row in json.loads(beside.read(folder, "presidio_research", "synth_dataset_v2.json")):
        given = ((each["entity_type"], each["start_position"], each["end_position"]) for each in row["spans"])
        spans = [Span(KINDS[kind], start, end) for kind, start, end in given if kind in KINDS]
        yield Line("presidio-research en", row["full_text"], spans)


def ours() -> Look:
    find = beside.detectors("pi.")
    return lambda text: [Span(*each) for each in find(text)]


def presidio() -> Look:
    from contestant import presidio as made

    analyze = made([])[0]

    def look(text: str) -> list[Span]:
        found = analyze(text)
        return [Span(KINDS[r.entity_type], r.start, r.end) for r in found if r.entity_type in KINDS]

    return look


def measure(name: str, look: Look, given: list[Line]) -> None:
    """Print precision, recall and F1 of each kind in each group, and the alarms on texts that hold nothing."""
    labels: Counter[tuple[str, str]] = Counter()
    hit, found, right = labels.copy(), labels.copy(), labels.copy()
    empty: Counter[str] = Counter()
    alarms: Counter[str] = Counter()
    start = process_time()
    looked = [look(line.text) for line in given]
    spent = process_time() - start
    for line, spans in zip(given, looked, strict=True):
        asked = {*KINDS.values()} - ({"pi.birth-date"} if line.group.startswith("presidio") else set())
        typed = [each for each in spans if each.kind in asked]
        empty[line.group] += not line.spans
        alarms[line.group] += bool(typed) and not line.spans
        for label in line.spans:
            labels[line.group, label.kind] += 1
            hit[line.group, label.kind] += any(each.meets(label) for each in typed)
        for each in typed:
            found[line.group, each.kind] += 1
            right[line.group, each.kind] += any(each.meets(label) for label in line.spans)
    print(f"{name}: {len(given):,} texts, {len(given) / spent:,.0f} texts/s")
    for key in sorted(labels.keys() | found.keys()):
        precision = right[key] / found[key] if found[key] else 0.0
        recall = hit[key] / labels[key] if labels[key] else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        print(f"  {key[0]:22} {key[1]:18} P {precision:.3f} R {recall:.3f} F1 {f1:.3f} ({labels[key]}, {found[key]})")
    for group in sorted(empty):
        print(f"  {group:22} texts without any span that alarm: {alarms[group]} of {empty[group]}")


if __name__ == "__main__":
    beside.main(beside.Contest(__doc__.splitlines()[0], lines, ours, "presidio", presidio, measure))
