"""Texts a second on one core, the complete template beside Presidio, on the same real texts in the same run.

    CLAUSIER_SHARED=FOLDER python benchmarks/speed.py [--peers FOLDER] [--passes N]

Every contestant has its own process, pinned to one core; passes alternate after one that is not counted. Times are
those of the processor; a text's time is the median of its passes. Single checks make mends, batches do not. Limits,
heads off: 20,000 texts/s in batches and 150 times Presidio's default; 280 characters: p99 1 ms; memory 60 MB over
Python.

Why 20,000 (50 µs a text) are not reached: of 146 µs in batches, on a busy machine (`parts.py` tells each detector),

    36  spam and intent: 20 words of a received message, their pairs and stems weighed for 13 classes, ten lists asked
    17  disguises: looked for everywhere; 6 % of texts are read a second time, 3 in 1,000 hold abuse that this shows
    35  the other detectors: 7 wake on a text; with the above .6 find something, half of the texts hold nothing at all
    16  literals and phrases: one pass each, 20 hits; 7 more to try what may wake a detector (8 phrases a text, 3 stand)
    12  folding and language; 13 for the intent, the rules and the verdict; 10 between these

Nothing is left that takes a fifth. Text, language, literals, phrases and weights alone, in their C loops, take 45 µs.
A third of a message's time alone is memory: the same message again takes 290 µs instead of 450 at 280 characters, so
each detector reads a whole batch in turn. Tried and left out: Vectorscan over the 4,029 phrases that it takes (19 µs a
text for 8 candidates, 28 MB more, 25 s to compile; here 14 to 18 µs for as many), mypyc on the five busiest modules
(7 %), larger and smaller batches (1 %).
"""

import argparse
import json
import sys
from pathlib import Path
from statistics import median, quantiles
from subprocess import PIPE, Popen
from typing import Any, NamedTuple, Self

from corpus import POST, cases, comments, posts

from clausier.engine import heads

CONTESTANT = Path(__file__).parent / "contestant.py"
STEP = 8  # a peer is many times slower: one text in eight keeps the run short
LENGTHS = (80, POST, 1_000, 1_000_000)


class Contestant:
    """An engine in its own process."""

    def __init__(self, name: str, python: str, given: list[dict[str, Any]]) -> None:
        self.name = name
        self.memory = self.bare = self.ready = 0.0
        self._process = Popen([python, CONTESTANT, name], stdin=PIPE, stdout=PIPE, text=True)
        self._say(given)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def _say(self, data: object) -> None:
        assert self._process.stdin
        self._process.stdin.write(json.dumps(data) + "\n")
        self._process.stdin.flush()

    def run(self, part: slice, how: str = "each") -> list[float]:
        """Check a part of the texts once and return the seconds of each, or of all in batches."""
        assert self._process.stdout
        self._say([part.start, part.stop, part.step, how])
        answer = json.loads(self._process.stdout.readline())
        self.memory, self.bare, self.ready = answer["memory"], answer["bare"], answer["ready"]
        seconds: list[float] = answer["seconds"]
        return seconds


class Rates(NamedTuple):
    """Texts a second, in the best pass and in the median one."""

    best: float
    usual: float


class Figures(NamedTuple):
    """What passes over some texts show: texts a second, and microseconds a text."""

    best: float
    usual: float
    p50: float
    p99: float
    most: float

    @classmethod
    def of(cls, passes: list[list[float]]) -> Self:
        """Return the figures of passes over the same texts."""
        rates = [len(each) / sum(each) for each in passes]
        each_text = [median(times) * 1e6 for times in zip(*passes, strict=True)]
        p99 = quantiles(each_text, n=100, method="inclusive")[98]
        return cls(max(rates), median(rates), median(each_text), p99, max(each_text))


def alternate(contestants: list[Contestant], part: slice, passes: int) -> list[list[list[float]]]:
    """Return the passes of each contestant, run in turn after one that is not counted."""
    for each in contestants:
        each.run(part)
    rounds = [[each.run(part) for each in contestants] for _ in range(passes)]
    return [list(times) for times in zip(*rounds, strict=True)]


def head(title: str) -> None:
    print(f"{title:38}{'best/s':>9}{'median/s':>10}{'µs p50':>10}{'p99':>9}{'max':>9}")


def show(label: str, figures: Figures) -> None:
    print("  {:36}{:9,.0f}{:10,.0f}{:10,.0f}{:9,.0f}{:9,.0f}".format(label, *figures))


def by_length(given: list[dict[str, Any]], passes: list[list[float]]) -> None:
    """Print the figures of the texts of each length."""
    shortest = 0
    for longest in LENGTHS:
        places = [i for i, each in enumerate(given) if shortest < len(each["text"]) <= longest]
        label = f"{shortest + 1} to {longest} characters" if longest < LENGTHS[-1] else f"over {shortest} characters"
        if len(places) > 1:
            show(f"{label} ({len(places)})", Figures.of([[each[i] for i in places] for each in passes]))
        shortest = longest


def compare(title: str, contestants: list[Contestant], part: slice, passes: int) -> None:
    """Print the contestants side by side on a part of the texts."""
    head(title)
    figures = [Figures.of(each) for each in alternate(contestants, part, passes)]
    for each, own in zip(contestants, figures, strict=True):
        slower = f" ({figures[0].usual / own.usual:,.0f} times slower)" if own is not figures[0] else ""
        show(each.name + slower, own)


def in_batches(contestants: list[Contestant], part: slice, passes: int) -> None:
    """Print the texts a second of the contestants, each given the texts in batches."""
    count = len(range(part.start, part.stop, part.step))
    print(f"in batches, {count:,} texts{'':14}{'best/s':>9}{'median/s':>10}")
    for each in contestants:
        each.run(part, "batch")
    rounds = [[count / each.run(part, "batch")[0] for each in contestants] for _ in range(passes)]
    rates = [Rates(max(each), median(each)) for each in zip(*rounds, strict=True)]
    for each, own in zip(contestants, rates, strict=True):
        slower = f" ({rates[0].usual / own.usual:,.0f} times slower)" if own is not rates[0] else ""
        print(f"  {each.name + slower:36}{own.best:9,.0f}{own.usual:10,.0f}")


def weigh(contestants: list[Contestant]) -> None:
    for each in contestants:
        over = each.memory - each.bare
        print(f"{each.name}: {each.memory:.0f} MB, {over:.0f} of them over Python; ready in {each.ready:.2f} s")


def with_heads(given: list[dict[str, Any]], end: int, passes: int) -> None:
    """Print the figures with the learned heads, where they are installed."""
    if not heads_installed():
        print("The learned heads are not installed.")
        return
    with Contestant("clausier-heads", sys.executable, given) as ours:
        compare("with the learned heads, one by one", [ours], slice(0, end, STEP), passes)
        in_batches([ours], slice(0, end, 1), passes)
        weigh([ours])


def heads_installed() -> bool:
    """Tell whether the extra of the learned heads is there, with their weights."""
    installed: Any = getattr(heads, "installed", None)
    return installed is not None and installed() is not None


def main() -> None:
    """Print the figures side by side."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--peers", type=Path, help="the environment made by peers.sh")
    parser.add_argument("--passes", type=int, default=5)
    options = parser.parse_args()
    real = comments() + cases()
    given = real + posts(real)
    end, last = len(real), len(given)
    with Contestant("clausier", sys.executable, given) as ours:
        head(f"clausier, {options.passes} passes over {end:,} real texts")
        passes = alternate([ours], slice(0, end, 1), options.passes)[0]
        show("all, one by one", Figures.of(passes))
        by_length(real, passes)
        show(
            f"{POST} characters (limit p99 1,000)",
            Figures.of(alternate([ours], slice(end, last, 1), options.passes)[0]),
        )
        in_batches([ours], slice(0, end, 1), options.passes)
        weigh([ours])
        with_heads(given, end, options.passes)
        if options.peers is None:
            print("No --peers: no peer beside it (sh benchmarks/peers.sh FOLDER makes them).")
            return
        python = str(options.peers / "bin" / "python")
        with Contestant("presidio-patterns", python, given) as patterns, Contestant("presidio", python, given) as full:
            compare(f"the same texts, one in {STEP}", [ours, patterns, full], slice(0, end, STEP), options.passes)
            compare(f"{POST} characters, one in {STEP}", [ours, patterns, full], slice(end, last, STEP), options.passes)
            in_batches([ours, patterns, full], slice(0, end, STEP), options.passes)
            weigh([patterns, full])


if __name__ == "__main__":
    main()
