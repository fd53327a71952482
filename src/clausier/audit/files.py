"""The ledger as a file, one JSON value a line, which a third party verifies without the database nor its keys."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

from clausier.audit.chain import FIELDS
from clausier.audit.verification import Line, Signed, Source, UnreadableError

FORMAT, VERSION = "clausier-ledger", 1
LONGEST_LINE = 1_000_000
KEY = 64  # hexadecimal digits


class NotALedgerError(Exception):
    """A file does not begin as a ledger does."""


def write(source: Source, stream: TextIO, *, has_details: bool) -> int:
    """Write a ledger, with or without what its entries say; return how many entries."""
    _line(stream, {FORMAT: VERSION, "public_key": source.public_key, "details": has_details})
    entries = 0
    for line in source.lines():
        _line(stream, _said(line, has_details=has_details))
        entries += 1
    for point in source.checkpoints():
        _line(stream, {"checkpoint": point._asdict()})
    head = source.head()
    if head:
        _line(stream, {"head": {"seq": head.seq, "hash": head.hash, "signature": head.signature}})
    return entries


def _said(line: Line, *, has_details: bool) -> dict[str, Any]:
    values = {**line.columns, "signature": (line.signature or b"").hex()}
    if has_details:
        values["aside"] = line.signature is not None
        values |= {"salt": line.salt.hex() if line.salt else None, "details": line.details, "erased_by": line.erased_by}
    return values


def _line(stream: TextIO, values: dict[str, Any]) -> None:
    stream.write(json.dumps(values, ensure_ascii=False, separators=(",", ":")) + "\n")


class FileSource:
    """A ledger in a file. Raises NotALedgerError when the file does not begin as one."""

    def __init__(self, path: Path) -> None:
        self.path = path
        first = next(self._values(), None)
        if not first or first.get(FORMAT) != VERSION or not _is_key(first.get("public_key")):
            raise NotALedgerError
        self.public_key: str = first["public_key"]
        self.has_details = bool(first.get("details"))
        self._head: Signed | None = None
        self._checkpoints: list[Signed] = []

    def lines(self) -> Iterator[Line]:
        """Yield the entries in order. Raises UnreadableError at a line that is none."""
        self._head, self._checkpoints = None, []
        values = self._values()
        next(values, None)
        for each in values:
            if each is None or self._head:
                raise UnreadableError
            try:
                if "head" in each:
                    self._head = _signed(each["head"])
                elif "checkpoint" in each:
                    self._checkpoints.append(_signed(each["checkpoint"]))
                else:
                    yield self._read(each)
            except (KeyError, TypeError, ValueError) as error:
                raise UnreadableError from error

    def head(self) -> Signed | None:
        return self._head

    def checkpoints(self) -> list[Signed]:
        return self._checkpoints

    def _read(self, values: dict[str, Any]) -> Line:
        columns = {name: values[name] for name in (*FIELDS, "hash")}
        signature = bytes.fromhex(values["signature"])
        if not isinstance(columns["seq"], int):
            raise TypeError("seq")
        if not self.has_details:
            return Line(columns, signature, None, None, None)
        salt = bytes.fromhex(values["salt"]) if values["salt"] is not None else None
        return Line(columns, signature if values["aside"] else None, salt, values["details"], values["erased_by"])

    def _values(self) -> Iterator[dict[str, Any] | None]:
        """Yield the values of the lines; None for a line that holds none."""
        with self.path.open(encoding="utf-8", errors="replace", newline="\n") as stream:
            while line := stream.readline(LONGEST_LINE):
                try:
                    value = json.loads(line)
                except ValueError:
                    value = None
                yield value if isinstance(value, dict) else None


def _signed(values: dict[str, Any]) -> Signed:
    return Signed(int(values["seq"]), str(values["hash"]), str(values["signature"]), str(values.get("at", "")))


def _is_key(value: object) -> bool:
    try:
        return isinstance(value, str) and len(value) == KEY and bool(bytes.fromhex(value))
    except ValueError:
        return False
