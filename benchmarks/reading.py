"""Milliseconds to read and compile the complete template, beside two YAML readers that only load the same files.

    python benchmarks/reading.py [RUNS]

Ours maps to the model, keeps the place of every value and makes the engine; limit 60 ms. The first time is measured in
fresh processes: it includes the modules.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from subprocess import run
from time import perf_counter
from typing import Any

import yaml
from ruamel.yaml import YAML

import clausier
from clausier.document.reading import read_folder
from clausier.engine import compile as compile_policy

SHELF = Path(clausier.__file__).parent / "library" / "policies"
TEMPLATE = "public-body-qc"
LIMIT = 60
SLOW, SLOW_RUNS = "ruamel.yaml, round trip", 3
FRESH = f"""
from pathlib import Path
from time import perf_counter
start = perf_counter()
from clausier.document.reading import read_folder
from clausier.engine import Context, compile
modules = perf_counter()
folder = read_folder(Path({str(SHELF / TEMPLATE)!r}))
read = perf_counter()
engine = compile(folder.policy, folder.facts, folder.protected)
compiled = perf_counter()
engine.check(Context(text="Bravo"))
print(modules - start, read - modules, compiled - read, perf_counter() - compiled)
"""


def template_files() -> list[Path]:
    """Return the files that reading the template opens: its own, and those of the policies that it extends."""
    files: list[Path] = []
    name: str | None = TEMPLATE
    while name:
        files += sorted((SHELF / name).rglob("*.yaml"))
        name = yaml.safe_load((SHELF / name / "policy.yaml").read_text(encoding="utf-8")).get("extends")
    return files


def alternate(ways: dict[str, Callable[[], Any]], runs: int) -> dict[str, list[float]]:
    """Return the milliseconds of each run of each way, in turn; the slow peer runs but three times."""
    times: dict[str, list[float]] = {name: [] for name in ways}
    for number in range(runs):
        for name, work in ways.items():
            if name != SLOW or number < SLOW_RUNS:
                start = perf_counter()
                work()
                times[name].append((perf_counter() - start) * 1e3)
    return times


def fresh(runs: int) -> list[float]:
    """Return the median milliseconds of modules, reading, compiling and first check in fresh processes."""
    answers = [run([sys.executable, "-c", FRESH], capture_output=True, text=True, check=True) for _ in range(runs)]
    return [median(map(float, times)) * 1e3 for times in zip(*(each.stdout.split() for each in answers), strict=True)]


def main() -> None:
    """Print the figures side by side."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    where, files = SHELF / TEMPLATE, template_files()
    texts = [file.read_text(encoding="utf-8") for file in files]
    folder = read_folder(where)
    ways: dict[str, Callable[[], Any]] = {
        "clausier: read": lambda: read_folder(where),
        "clausier: compile": lambda: compile_policy(folder.policy, folder.facts, folder.protected),
        "PyYAML, C composer": lambda: [yaml.compose(text, yaml.CSafeLoader) for text in texts],
        SLOW: lambda: [YAML().load(text) for text in texts],
    }
    size = sum(map(len, texts)) / 1e3
    print(f"{len(files)} files, {size:.0f} kB{'best ms':>26}{'median':>9}   (read and compile: limit {LIMIT})")
    for name, times in alternate(ways, runs).items():
        print(f"  {name:36}{min(times):9.1f}{median(times):9.1f}   ({len(times)} runs)")
    modules, read, compiled, first = fresh(7)
    print(f"  first time, in a fresh process: modules {modules:.0f}, read {read:.0f}, compile {compiled:.0f}, ", end="")
    print(f"first check {first:.1f} (median of 7)")


if __name__ == "__main__":
    main()
