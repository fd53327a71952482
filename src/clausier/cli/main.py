"""The program ``clausier``: finds the command, runs it, and turns whatever happens into a sentence and a status."""

import errno
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from keyword import iskeyword
from pathlib import Path

from clausier import __version__
from clausier.cli.arguments import COMMANDS, Parser, heading, say_in
from clausier.cli.console import Console
from clausier.cli.failure import BUG, FINE, INTERRUPTED, PIPE_CLOSED, USAGE, Failure

VERSION = f"clausier {__version__}"
DEBUG = "CLAUSIER_DEBUG"
# What a system error is, in words; others read "io-error".
SYSTEM = {
    errno.ENOENT: "no-such-file",
    errno.EACCES: "not-permitted",
    errno.EPERM: "not-permitted",
    errno.EISDIR: "is-a-folder",
    errno.ENOTDIR: "not-a-directory",
    errno.ENOSPC: "disk-full",
    errno.EROFS: "read-only",
    errno.ENAMETOOLONG: "name-too-long",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status."""
    _open_streams()
    console = Console()
    try:
        status = _run(list(sys.argv[1:] if arguments is None else arguments), console)
        console.out.flush()
    except Failure as failure:
        return _fail(console, failure.sentence(console.language), USAGE)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return _leave_quietly()
    except OSError as error:
        code = SYSTEM.get(error.errno or 0, "io-error")
        return _fail(console, console.text(code, path=error.filename or "-"), USAGE)
    except Exception as error:
        # Its message and its trace may quote somebody's text, so they show only when asked for.
        if os.environ.get(DEBUG):
            raise
        return _fail(console, console.text("bug", kind=type(error).__name__, variable=DEBUG), BUG)
    return status


def _open_streams() -> None:
    """Put an empty stream in the place of each one that whoever started us has closed."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115  # stays open to the end


def _run(arguments: list[str], console: Console) -> int:
    name, *rest = arguments or ["--help"]
    if name in {"-h", "--help"}:
        console.write(overview(console.language, console.program))
    elif name == "--version":
        console.write(VERSION)
    elif name not in COMMANDS:
        raise _unknown(name)
    else:
        command = import_module(f"clausier.cli.{name}_" if iskeyword(name) else f"clausier.cli.{name}")
        parser = Parser(name, console.language, console.program)
        command.configure(parser)
        try:
            options = parser.parse_args(rest)
        except SystemExit:  # argparse has shown the help
            return FINE
        status: int = command.run(options, console)
        return status
    return FINE


def overview(language: str, program: str) -> str:
    """Return the help of the whole program, which is typed as ``program``."""
    say = say_in(language)
    options = [("-h, --help", say("help")), ("--version", say("version"))]
    return "\n".join(
        [
            say("overview", clausier=program, names=",".join(COMMANDS)),
            "",
            say("program"),
            "",
            heading(say("commands"), french=language == "fr").replace("\u00a0", " ") + ":",
            *(f"  {name:12}{say(name)}" for name in COMMANDS),
            "",
            *(f"  {name:12}{words}" for name, words in options),
            "",
            say("begin", clausier=program),
        ]
    )


def _unknown(name: str) -> Failure:
    if name == "test":
        return Failure("launcher-test")
    from clausier.document.problems import nearest

    meant = nearest(name, COMMANDS)
    if meant:
        return Failure("unknown-command-meant", name=name, meant=meant)
    return Failure("unknown-command", name=name, names=", ".join(COMMANDS))


def _fail(console: Console, sentence: str, status: int) -> int:
    console.complain(sentence)
    return status


def _leave_quietly() -> int:
    """Whoever read our answer has gone: what is left in the stream goes nowhere, and Python says nothing of it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return PIPE_CLOSED


if __name__ == "__main__":
    sys.exit(main())
