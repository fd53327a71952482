"""``clausier serve``: the pages, and the worker beside them, until asked to stop."""

import argparse
import errno
import ipaddress
import os
import socket  # noqa: TID251  # to know which port is free; nothing goes out
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from clausier.cli.arguments import Parser
from clausier.cli.console import Console
from clausier.cli.failure import FINE, Failure
from clausier.cli.site import open_database

HOST, PORT = "127.0.0.1", 8000
TRIED = 50  # ports after the one asked for
THREADS = 4
PATIENCE = 10  # seconds that the worker has to finish what it does


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    say = parser.say
    parser.add_argument("--host", default=HOST, metavar=say("host"), help=say("serve-host"))
    parser.add_argument("--port", type=port, default=PORT, metavar=say("port"), help=say("serve-port"))
    parser.add_argument("--no-worker", action="store_true", help=say("serve-no-worker"))


def port(value: str) -> int:
    """Return a number of port; argparse tells one that is not."""
    number = int(value)
    if not 0 < number < 2**16:
        raise ValueError(value)
    return number


def run(options: argparse.Namespace, console: Console) -> int:
    """Serve the pages; refuse what would leave them open."""
    refuse_debug()
    number = free_port(console, options.host, options.port)
    os.environ.setdefault("CLAUSIER_URL", f"http://{_shown(options.host)}:{number}")
    open_database(console)
    _welcome(console, options.host, number)
    serve(console, options.host, number, worker=not options.no_worker)
    return FINE


def refuse_debug() -> None:
    """Detailed error pages show what nobody should see: they are for development alone."""
    if os.environ.get("CLAUSIER_DEBUG"):
        raise Failure("serve-debug")


def free_port(console: Console, host: str, wanted: int) -> int:
    """Return the port asked for, else the next one that is free, and say so."""
    for number in range(wanted, min(wanted + TRIED, 2**16)):
        if _is_free(host, number):
            if number != wanted:
                console.say("port-taken", wanted=str(wanted), port=str(number))
            return number
    raise Failure("no-port", wanted=str(wanted))


def _is_free(host: str, number: int) -> bool:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, number))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                return False
            raise Failure("no-host", host=host) from None
    return True


def _shown(host: str) -> str:
    """Return the host as an address that a browser opens: a server that listens everywhere is also here."""
    try:
        everywhere = ipaddress.ip_address(host).is_unspecified
    except ValueError:
        return host
    return HOST if everywhere else (f"[{host}]" if ":" in host else host)


def _welcome(console: Console, host: str, number: int) -> None:
    from django.conf import settings

    from clausier.identity.selectors import organization

    address = f"http://{_shown(host)}:{number}"
    console.say("serving", "bold", url=address)
    if address != settings.PUBLIC_URL:
        console.say("serving-public", url=settings.PUBLIC_URL)
    if organization() is None:
        console.say("serving-empty", url=f"{address}/{console.language}/setup?token={settings.HOME.setup_token()}")


def serve(console: Console, host: str, number: int, *, worker: bool = True) -> None:
    """Serve until a signal. The worker is a child, and stops with us."""
    from django.db import connections
    from granian.constants import Interfaces
    from granian.server import Server

    connections.close_all()  # nothing of ours is shared with the processes to come
    console.out.flush()
    with _worker() if worker else _nothing():
        Server(
            "clausier.config.wsgi:application",
            address=host,
            port=number,
            interface=Interfaces.WSGI,
            blocking_threads=THREADS,
            log_enabled=False,
            websockets=False,
        ).serve()


@contextmanager
def _worker() -> Iterator[None]:
    command = [sys.executable, "-m", "clausier.cli.main", "worker", "--parent", str(os.getpid())]
    child = subprocess.Popen(command)  # noqa: S603  # our own program
    try:
        yield
    finally:
        child.terminate()
        try:
            child.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            child.kill()


@contextmanager
def _nothing() -> Iterator[None]:
    yield
