"""``clausier check --jsonl``: a message a line in, a verdict a line out, in the same order, as they come."""

import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from math import isfinite
from pathlib import Path
from typing import Any, BinaryIO, NoReturn

from clausier.cli.console import Console
from clausier.cli.failure import FINE, FOUND
from clausier.cli.judging import STANDARD_INPUT, received, status_of
from clausier.engine.context import ContextError
from clausier.engine.engine import Engine
from clausier.engine.verdict import Verdict

MAX_LINE = 13_000_000  # the longest text that is judged, each of its characters written as two escapes


class BadLineError(Exception):
    """A line that cannot be judged; carries the message's id when it could be read."""

    def __init__(self, sentence: str, identifier: Any = None) -> None:
        super().__init__(sentence)
        self.identifier = identifier


def judge_lines(engine: Engine, path: str | None, defaults: Mapping[str, Any], console: Console) -> int:
    """Judge every line of a file or of standard input; return the gravest status."""
    status = FINE
    with ExitStack() as stack:
        stream, size = _opened(stack, path)
        for number, line in lines_of(_followed(stream, size, stack, console)):
            try:
                data = read_line(line, console)
                verdict = _judged(engine, merged(defaults, data), console)
                answer, outcome = verdict.as_data(data.get("id")), status_of(verdict)
            except BadLineError as bad:
                answer, outcome = {"id": bad.identifier, "line": number, "error": str(bad)}, FOUND
            status = max(status, outcome)
            console.json_line(answer)
    return status


def merged(defaults: Mapping[str, Any], data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the data of a line, completed by the defaults where it says nothing."""
    whole = dict(data)
    for name, default in defaults.items():
        value = whole.get(name)
        if value is None:
            whole[name] = default
        elif isinstance(value, Mapping) and isinstance(default, Mapping):
            whole[name] = merged(default, value)
    return whole


def _opened(stack: ExitStack, path: str | None) -> tuple[BinaryIO, int | None]:
    if path in {None, STANDARD_INPUT}:
        return sys.stdin.buffer, None
    file = Path(path or "")
    return stack.enter_context(file.open("rb")), file.stat().st_size


def _followed(stream: BinaryIO, size: int | None, stack: ExitStack, console: Console) -> Iterator[bytes]:
    """Yield the pieces of a stream, with a bar on the terminal when the answers go elsewhere."""
    pieces = iter(lambda: stream.readline(MAX_LINE + 1), b"")
    if console.on_terminal or not console.err.isatty():
        yield from pieces
        return
    from tqdm import tqdm

    bar = stack.enter_context(tqdm(total=size, unit="B", unit_scale=True, leave=False, file=console.err))
    for piece in pieces:
        bar.update(len(piece))
        yield piece


def lines_of(pieces: Iterator[bytes]) -> Iterator[tuple[int, bytes | None]]:
    """Yield the number and the bytes of each line that is not empty; None for one too long to be held."""
    for number, piece in enumerate(_heads(pieces), 1):
        if len(piece) > MAX_LINE:
            yield number, None
        elif piece.strip():
            yield number, piece


def _heads(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Yield the first piece of each line, and pass over what is left of one that is too long."""
    for piece in pieces:
        rest = piece
        while len(rest) > MAX_LINE and not rest.endswith(b"\n"):
            rest = next(pieces, b"")
        yield piece


def read_line(line: bytes | None, console: Console) -> dict[str, Any]:
    """Return the object that a line holds. Raises BadLineError, with the sentence that says what it is instead."""
    if line is None:
        raise BadLineError(console.text("line-too-long", limit=MAX_LINE // 1_000_000))
    try:
        data = json.loads(line.decode("utf-8-sig"), parse_constant=_refuse, parse_float=_finite)
    except UnicodeDecodeError as error:
        raise BadLineError(console.text("line-not-utf-8", byte=f"0x{error.object[error.start]:02x}")) from None
    except json.JSONDecodeError as error:
        raise BadLineError(console.text("line-not-json", column=error.colno)) from None
    except (ValueError, RecursionError):
        raise BadLineError(console.text("line-not-plain-json")) from None
    if not isinstance(data, dict):
        raise BadLineError(ContextError("not-object", value=repr(data)[:40]).message(console.language))
    return data


def _refuse(constant: str) -> NoReturn:
    """Refuse NaN and Infinity, which are not JSON."""
    raise ValueError(constant)


def _finite(number: str) -> float:
    """Return a number that can be given back: one such as 1e999 would come out as Infinity."""
    found = float(number)
    return found if isfinite(found) else _refuse(number)


def _judged(engine: Engine, data: dict[str, Any], console: Console) -> Verdict:
    try:
        return engine.check(received(data))
    except ContextError as error:
        raise BadLineError(error.message(console.language), data.get("id")) from None
