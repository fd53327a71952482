"""What the logs say: what went wrong and where in our code, never a key that stands in an address, nor words.

An address may hold a key (``/l/…``, ``/slip/…``), which still opens what it opens when the answer is an error. The
message of an exception may quote what somebody wrote, or the row that a database refused.
"""

import logging
import traceback
from types import TracebackType

UNKNOWN = "an address that we do not have"
ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class Unaddressed(logging.Filter):
    """Puts the pattern of an address in the place of the address, in what Django logs of a request."""

    def filter(self, record: logging.LogRecord) -> bool:
        request = getattr(record, "request", None)
        path = getattr(request, "path", "")
        if path and isinstance(record.args, tuple):
            match = getattr(request, "resolver_match", None)
            pattern = f"/{match.route}" if match else UNKNOWN
            told = (path, path.encode("unicode_escape").decode())  # as it is, and as Django writes it
            record.args = tuple(_without(each, told, pattern) for each in record.args)
        return True


def _without(said: object, told: tuple[str, ...], pattern: str) -> object:
    if not isinstance(said, str):
        return said
    for each in told:
        said = said.replace(each, pattern)
    return said


class Wordless(logging.Formatter):
    """Writes the places and the kind of an error, and of those behind it, without what they say."""

    def formatException(self, ei: ExcInfo) -> str:  # noqa: N802  # logging's own name
        lines: list[str] = []
        error: BaseException | None = ei[1]
        seen: set[int] = set()
        while error is not None and id(error) not in seen:
            seen.add(id(error))
            lines += [line.rstrip("\n") for line in traceback.format_tb(error.__traceback__)]
            lines.append(f"{type(error).__module__}.{type(error).__qualname__}")
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "\n".join(lines)
