"""What the benchmarks of one family of signals beside one peer share: the sets, our detectors, the command line."""

import argparse
import os
import subprocess
import sys
import tarfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

SHOWN = 0.5


def read(folder: Path, name: str, file: str) -> str:
    """Return the text of a file in one of the archives of ``folder/data``."""
    with tarfile.open(folder / "data" / f"{name}.tar.gz") as files:
        member = next(files.extractfile(each) for each in files.getnames() if each.endswith(file))
        assert member
        return member.read().decode("utf-8")


def detectors(family: str) -> Callable[[str], Any]:
    """Return a function that gives what our detectors of a family surely find in a text, as (kind, start, end)."""
    from clausier.document.model import Facts
    from clausier.engine.context import Context
    from clausier.engine.detector import Known, View
    from clausier.engine.detectors import all_detectors
    from clausier.engine.scanner import Scanner
    from clausier.engine.text import Text

    known = Known(Facts())
    scanner = Scanner([each for each in all_detectors() if each.kinds[0].startswith(family)], known)

    def look(text: str) -> list[tuple[str, int, int]]:
        view = View(Text(text), Context(text=text), known)
        scanner.scan(view)
        return [(each.kind, *view.text.span(each.start, each.end)) for each in view.found if each.confidence >= SHOWN]

    return look


class Contest(NamedTuple):
    """A benchmark: its texts, the two that look at them, and what prints the figures of one."""

    title: str
    lines: Callable[[Path], Iterable[Any]]
    ours: Callable[[], Any]
    peer: str
    theirs: Callable[[], Any]
    measure: Callable[[str, Any, list[Any]], None]


def main(contest: Contest) -> None:
    """Measure ours, then the peer in an environment of its own, where one is given."""
    parser = argparse.ArgumentParser(description=contest.title)
    parser.add_argument("--peers", type=Path, help="the environment made by peers.sh")
    parser.add_argument("--as-peer", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if "CLAUSIER_SHARED" not in os.environ:
        sys.exit("CLAUSIER_SHARED must name the folder that holds data/synth.tar.gz.")
    given = list(contest.lines(Path(os.environ["CLAUSIER_SHARED"])))
    name, look = (contest.peer, contest.theirs) if options.as_peer else ("clausier", contest.ours)
    contest.measure(name, look(), given)
    sys.stdout.flush()
    if options.peers:
        subprocess.run([options.peers / "bin" / "python", sys.argv[0], "--as-peer"], check=True)
