"""``clausier worker``: do the work that waits, until asked to stop."""

import argparse
import os
import signal
import threading
from types import FrameType

from clausier.cli.arguments import Parser
from clausier.cli.console import Console
from clausier.cli.failure import FINE
from clausier.cli.site import open_database

LOOK = 1.0  # seconds between two looks at whether the parent lives


def configure(parser: Parser) -> None:
    """Declare the argument that ``serve`` gives: the process that the worker does not outlive."""
    parser.add_argument("--parent", type=int, help=argparse.SUPPRESS)


def run(options: argparse.Namespace, console: Console) -> int:
    """Work until a signal, or until the parent is gone."""
    open_database(console)
    from clausier.tasks.worker import run_worker

    stop = threading.Event()

    def ask(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, ask)
    if options.parent:
        threading.Thread(target=_watch, args=(options.parent, stop), daemon=True).start()
    else:
        console.say("worker-works")
    run_worker(stop)
    return FINE


def _watch(parent: int, stop: threading.Event) -> None:
    while not stop.wait(LOOK):
        if os.getppid() != parent:
            stop.set()
