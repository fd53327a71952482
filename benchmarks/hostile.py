"""Time a character on hostile texts: whether any detector, or the engine around them, is worse than linear.

    python benchmarks/hostile.py [SECONDS]

First texts of one kind, as received, from a thousand to a million characters: nanoseconds a character, growth, greatest
memory, and the part that costs most. Then texts made of the literals of each detector, alone or beside runs of each
kind: a part whose time a character grows is tried again at greater lengths, and named when it goes on growing.
Times are those of the processor, so that neighbours on the machine do not count.
"""

import gc
import os
import random
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from time import process_time
from typing import NamedTuple

from parts import Parts

from clausier.document.model import Interest
from clausier.document.vocabulary import DIRECTIONS, INCOMING, SIGNALS
from clausier.engine import Author, Context

SIZES = (1_000, 10_000, 100_000, 1_000_000)
SHORT, LONG = 250, 4_000
FLOOR = 20e-9  # seconds a character below which nobody would notice
AGAIN = (3_000, 9_000, 27_000)
GROWTH = 3.0  # between lengths ten or sixteen times apart; a linear part gives about 1
STEADY = 1.6  # between lengths three times apart, each time: the length to the power 1.4
PATIENCE = 1.0  # seconds: a text ten times longer is not tried after one that took so long
WORDS_EACH = 8  # literals tried of a detector that has many: the same code runs for them all
AUTHOR = Author(relation="employee", interests=(Interest(kind="party", name="Équipe Alarie", topics=("la mairesse",)),))
KINDS = {
    "digits": "1234567890",
    "digits, grouped": "130 692 544 ",
    "letters": "a",
    "words": "le chat the cat ",
    "capitals": "CONFIDENTIEL ",
    "praise": "Bravo à la Ville! J'adore. ",
    "interest": "Équipe Alarie, la mairesse ",
    "spaces": " ",
    "line ends": "\n",
    "dots": "a.",
    "sentences": "A b. ",
    "hyphens": "a-",
    "underscores": "a_",
    "commas": "1,",
    "at signs": "@",
    "addresses": "a@b.",
    "mentions": "@a ",
    "hash signs": "#",
    "hashtags": "#a ",
    "slashes": "/",
    "links": "http://a.",
    "colons": "a:",
    "quotes": "\"'«»",
    "brackets": "([{",
    "exclamation": "!",
    "questions": "? ",
    "percent": "100 % ",
    "zero-width": "a\u200b",
    "zero-width alone": "\u200b",
    "combining": "e" + "\u0301" * 50,
    "ligatures": "\ufdfa",
    "emoji": "😀",
    "bidirectional": "\u202ea",
    "hexadecimal": "deadBEEF01",
    "base64": "QUJDREVGR0hJSktMTU5P",
}


class Hostile(NamedTuple):
    """A hostile message of any length: a unit repeated, between two ends."""

    unit: str
    before: str = ""
    after: str = ""
    direction: str = INCOMING

    def of(self, size: int) -> Context:
        text = (self.before + self.unit * (size // len(self.unit) + 1))[: size - len(self.after)] + self.after
        return Context(text=text, direction=self.direction, author=AUTHOR)

    def __str__(self) -> str:
        return " … ".join([self.direction, *(repr(each[:30]) for each in self[:3] if each)])


def messages(parts: Parts) -> Iterator[Hostile]:
    """Yield messages made of the literals of each detector, alone or beside runs of each kind."""
    for detector in parts.detectors:
        way = next(way for way in DIRECTIONS if any(way in SIGNALS[kind].directions for kind in detector.kinds))
        literals = sorted(set(detector.literals(parts.known)), key=lambda word: (len(word), word))
        for literal in literals[:: max(1, len(literals) // WORDS_EACH)]:
            yield from (Hostile(literal, direction=way), Hostile(literal + " ", direction=way))
        for literal, unit in product(literals[:1], KINDS.values()):
            yield Hostile(unit, literal + " ", direction=way)
            yield Hostile(unit, literal, literal, way)
            yield Hostile(literal + unit, direction=way)


def peak() -> float:
    """Return the greatest memory of this process since the last call, in megabytes."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    Path("/proc/self/clear_refs").write_text("5", encoding="utf-8")
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def whole_texts(parts: Parts) -> None:
    """Print the figures of texts of one kind; a size that takes too long is the last one."""
    print("ns a character".ljust(20) + "".join(f"{size:>11,}" for size in SIZES) + "   growth  peak MB  costliest part")
    for name, unit in KINDS.items():
        peak()
        rates: list[float] = []
        times: dict[str, float] = {}
        for size in SIZES:
            if sum(times.values()) < PATIENCE and not (len(rates) > 1 and rates[-1] > GROWTH * rates[-2]):
                times = parts.times(Hostile(unit).of(size))
                rates.append(sum(times.values()) / size * 1e9)
        columns = "".join(f"{rate:11,.0f}" for rate in rates) + " " * 11 * (len(SIZES) - len(rates))
        part = max(times, key=lambda each: times[each])
        share = times[part] / sum(times.values())
        growth = rates[-1] / min(rates[:-1])
        print(f"  {name:18}{columns}{growth:9.1f}{peak():9.0f}  {part} {share:.0%}", flush=True)


def suspects(parts: Parts, until: float) -> dict[str, Hostile]:
    """Return the parts whose time a character grows, each with the message that makes it grow most."""
    worst: dict[str, tuple[float, Hostile]] = {}
    tried = 0
    every = list(dict.fromkeys(messages(parts)))
    random.Random(1).shuffle(every)  # noqa: S311  # when time is short, every detector has had some
    for message in every:
        if process_time() > until:
            break
        tried += 1
        short, long = parts.times(message.of(SHORT)), parts.times(message.of(LONG))
        for part, spent in long.items():
            growth = spent / LONG / max(short.get(part, 0.0) / SHORT, FLOOR)
            if growth > max(GROWTH, worst[part][0] if part in worst else 0.0):
                worst[part] = growth, message
    print(
        f"{tried:,} of {len(every):,} messages of {SHORT} and {LONG:,} characters, from the literals of the detectors"
    )
    return {part: message for part, (_, message) in worst.items()}


def again(parts: Parts, found: dict[str, Hostile]) -> None:
    """Try the suspects at greater lengths (the best of two) and name those that go on growing."""
    guilty = 0
    for part, message in sorted(found.items()):
        times = [min(parts.times(message.of(size)).get(part, 0.0) for _ in range(2)) for size in AGAIN]
        rates = [spent / size * 1e9 for spent, size in zip(times, AGAIN, strict=True)]
        if rates[2] > STEADY * rates[1] > STEADY**2 * rates[0]:
            guilty += 1
            print(f"  {part:24}" + "".join(f"{rate:9,.0f}" for rate in rates) + f"  {message}", flush=True)
    print(f"{len(found)} suspects tried again at {AGAIN} characters: {guilty or 'none'} worse than linear")


def main() -> None:
    """Print the figures of both searches."""
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    parts = Parts()
    gc.freeze()  # the engine is not walked by the collector while it is timed
    whole_texts(parts)
    again(parts, suspects(parts, process_time() + float(sys.argv[1] if len(sys.argv) > 1 else 40)))


if __name__ == "__main__":
    main()
