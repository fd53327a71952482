"""The text of a PDF: that of its text layer, page after page; a scan has none.

A PDF of two kilobytes can make its reader take gigabytes, so it is read in a process of its own, with little memory.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

from clausier.auditing.extraction.refusal import Refusal, UnreadableError

MAX_PAGES = 500
MOST = 1_000_000  # characters, beyond which no further page is read: the text is too long already
MEMORY = 1_000_000_000  # bytes that the process may take
SECONDS = 60
LEAST_LETTERS = 15  # a page on average: a scan has none, or a stamp
_ENCRYPTED = 4  # FPDF_ERR_PASSWORD
# A hyphen at the end of a line comes as one of these, and the form feed between pages is no text.
_SIGNS = {"\r\n": "\n", "\r": "\n", "\ufffe": "-", "\x02": "-", "\x0c": "\n", "\x00": " "}


def text_of_pdf(data: bytes) -> str:
    """Return the text of a PDF.

    Raises UnreadableError for one that is encrypted, damaged, too long, scanned, or takes too much to be read.
    """
    command = [sys.executable, "-m", __name__]
    paths = {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    try:
        done = subprocess.run(  # noqa: S603  # ourselves
            command, input=data, capture_output=True, env=paths, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise UnreadableError(Refusal.BOMB) from None
    if done.returncode:
        raise UnreadableError(Refusal.BOMB)
    told = json.loads(done.stdout)
    if "reason" in told:
        raise UnreadableError(Refusal(told["reason"]), **told["values"])
    return str(told["text"])


def main() -> None:
    """Read a PDF from the standard input with little memory, and tell its text, or why it cannot be read."""
    try:
        import resource
    except ImportError:  # a system without such limits
        pass
    else:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    try:
        told: dict[str, Any] = {"text": _text(sys.stdin.buffer.read())}
    except UnreadableError as error:
        told = {"reason": error.reason.value, "values": error.values}
    sys.stdout.write(json.dumps(told))


def _text(data: bytes) -> str:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        encrypted = getattr(error, "err_code", None) == _ENCRYPTED or "password" in str(error).lower()
        raise UnreadableError(Refusal.ENCRYPTED if encrypted else Refusal.DAMAGED) from None
    try:
        if len(document) > MAX_PAGES:
            raise UnreadableError(Refusal.TOO_MANY_PAGES, limit=str(MAX_PAGES))
        pages = list(pages_of(document))
    except pypdfium2.PdfiumError:
        raise UnreadableError(Refusal.DAMAGED) from None
    finally:
        document.close()
    text = "\n".join(pages)
    if sum(character.isalnum() for character in text) < LEAST_LETTERS * len(pages):
        raise UnreadableError(Refusal.SCANNED)
    return text


def pages_of(document: Any) -> Iterator[str]:
    """Yield the texts of the pages, as far as they are read at all."""
    size = 0
    for index in range(len(document)):
        if size <= MOST:
            text = _page(document, index)
            size += len(text)
            yield text


def _page(document: Any, index: int) -> str:
    page = document[index]
    layer = page.get_textpage()
    text: str = layer.get_text_range()
    layer.close()
    page.close()
    for sign, plain in _SIGNS.items():
        text = text.replace(sign, plain)
    return text


if __name__ == "__main__":
    main()
