"""Seconds of one check from a cold process, beside an empty Python and beside Presidio on the same text.

    python benchmarks/cold.py [--runs N] [--peers FOLDER]

The runs alternate. Each is a whole process: start, read and compile the complete template, judge, print, end.
Limit: 0.35 s on the wall, on a machine that does nothing else; the time of the processor is printed beside it.
"""

import argparse
import json
import resource
import sys
from pathlib import Path
from statistics import median
from subprocess import run
from time import perf_counter

import clausier

TEXT = "Bravo à toute l'équipe! Écrivez à jeanne.tremblay@courriel.example ou au 514 555-0199. #ValBleu"
POLICY = Path(clausier.__file__).parent / "library" / "policies" / "public-body-qc"
CHECK = ["-m", "clausier.cli.main", "check", "--text", TEXT, "--policy", str(POLICY)]
LIMIT = 0.35
PEER_RUNS = 5


def seconds(command: list[str], given: str) -> tuple[float, float]:
    """Return how long a process takes, on the wall and of the processor; stop when it answers nothing but an error."""
    start, before = perf_counter(), _processor()
    done = run(command, input=given, capture_output=True, text=True, check=False)
    taken = perf_counter() - start, _processor() - before
    if done.stderr and not done.stdout:
        sys.exit(f"{' '.join(command[:3])} failed: {done.stderr.strip()}")
    return taken


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Print the figures side by side."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=21)
    parser.add_argument("--peers", type=Path, help="the environment made by peers.sh")
    options = parser.parse_args()
    commands = {"python -c pass": [sys.executable, "-c", "pass"], "clausier check": [sys.executable, *CHECK]}
    asked = json.dumps([{"text": TEXT}]) + "\n[0, 1, 1]\n"
    if options.peers:
        contestant = str(Path(__file__).parent / "contestant.py")
        commands["presidio, small model"] = [str(options.peers / "bin" / "python"), contestant, "presidio"]
    for command in commands.values():
        seconds(command, asked)  # the disk's cache and the compiled modules are warm for all
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for number in range(options.runs):
        for name, command in commands.items():
            if number < PEER_RUNS or command[0] == sys.executable:
                times[name].append(seconds(command, asked))
    print(f"{'one check, a cold process':28}{'runs':>6}{'min s':>9}{'median':>9}{'max':>9}{'processor':>11}")
    for name, taken in times.items():
        wall, processor = zip(*taken, strict=True)
        figures = min(wall), median(wall), max(wall), median(processor)
        print("  {:26}{:6}{:9.3f}{:9.3f}{:9.3f}{:11.3f}".format(name, len(taken), *figures))
    print(f"Limit of clausier check: {LIMIT} s")
    if options.peers is None:
        print("No --peers: no peer beside it (sh benchmarks/peers.sh FOLDER makes them).")


if __name__ == "__main__":
    main()
