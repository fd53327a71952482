"""``clausier demo``: a fictional town with months of life, in the browser."""

import argparse
import os
import shutil
import sys
import time
from pathlib import Path

from clausier import __version__
from clausier.cli.arguments import Parser
from clausier.cli.console import Console
from clausier.cli.failure import FINE
from clausier.cli.serve import HOST, PORT, free_port, port, refuse_debug, serve
from clausier.cli.site import open_database

STAMP = "built-by"
# What would make the town speak to the world, or to another database than its own.
OUTWARD = ("DATABASE_URL", "CLAUSIER_MAIL", "CLAUSIER_URL", "CLAUSIER_PROXIES")


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    say = parser.say
    parser.add_argument("--prepare", action="store_true", help=say("demo-prepare"))
    parser.add_argument("--again", action="store_true", help=say("again"))
    parser.add_argument("--port", type=port, default=PORT, metavar=say("port"), help=say("serve-port"))
    parser.add_argument("--no-browser", action="store_true", help=say("demo-no-browser"))


def run(options: argparse.Namespace, console: Console) -> int:
    """Build the town if it is not there, then serve it; nothing of it leaves this machine."""
    refuse_debug()
    for name in OUTWARD:
        os.environ.pop(name, None)
    home = _home()
    number = PORT if options.prepare else free_port(console, HOST, options.port)
    os.environ["CLAUSIER_URL"] = f"http://{HOST}:{number}"
    _prepare(console, home, again=options.again)
    if not options.prepare:
        first = _tell(console)
        if sys.stdout.isatty() and not options.no_browser:
            _open_browser(first)
        serve(console, HOST, number)
    return FINE


def _home() -> Path:
    """Return the folder of the town, within that of the data; from here on it is the home of the program."""
    from clausier.config import env

    home = env.home() / "demo"
    os.environ[env.HOME.name] = str(home)
    return home


def _prepare(console: Console, home: Path, *, again: bool) -> None:
    """Leave a whole town in its folder: the stamp is written last, and one without it is made anew."""
    stamp = home / STAMP
    if not again and stamp.exists() and stamp.read_text() == __version__:
        open_database(console)
        console.say("demo-kept")
        return
    if home.exists():
        shutil.rmtree(home)
    home.mkdir(parents=True, mode=0o700)
    console.say("demo-builds")
    begin = time.perf_counter()
    open_database(console)
    _build()
    stamp.write_text(__version__)
    console.say("demo-built", seconds=f"{time.perf_counter() - begin:.0f}")


def _build() -> None:
    from tqdm import tqdm

    from clausier.demo.build import DAYS, build

    for _ in tqdm(build(), total=DAYS, leave=False, disable=None):
        pass


def _tell(console: Console) -> str:
    """Show the links, one for each kind of person, and return the address of the first page."""
    from clausier.demo.links import links

    front, people = links(console.language)
    console.write()
    console.say("demo-links")
    rows = [
        (console.text("demo-public"), front),
        *((console.text("demo-link", kind=one.kind, name=one.name), one.url) for one in people),
    ]
    for who, url in rows:
        console.write(f"  {console.style(who, 'bold')}")
        console.write(f"    {url}")
    console.write()
    console.say("serving-stop")
    return front


def _open_browser(url: str) -> None:
    """Open the page once the server answers, from a thread: the server holds this one."""
    import threading
    import webbrowser

    threading.Timer(1.5, webbrowser.open, [url]).start()
