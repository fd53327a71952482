"""The text of a PDF: that of its text layer, page after page; a scan has none."""

from collections.abc import Iterator
from typing import Any

from clausier.auditing.extraction.refusal import Refusal, UnreadableError

MAX_PAGES = 500
MOST = 1_000_000  # characters, beyond which no further page is read: the text is too long already
LEAST_LETTERS = 15  # a page on average: a scan has none, or a stamp
_ENCRYPTED = 4  # FPDF_ERR_PASSWORD
# A hyphen at the end of a line comes as one of these, and the form feed between pages is no text.
_SIGNS = {"\r\n": "\n", "\r": "\n", "\ufffe": "-", "\x02": "-", "\x0c": "\n", "\x00": " "}


def text_of_pdf(data: bytes) -> str:
    """Return the text of a PDF. Raises UnreadableError for one that is encrypted, damaged, too long or scanned."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        encrypted = getattr(error, "err_code", None) == _ENCRYPTED or "password" in str(error).lower()
        raise UnreadableError(Refusal.ENCRYPTED if encrypted else Refusal.DAMAGED) from None
    try:
        if len(document) > MAX_PAGES:
            raise UnreadableError(Refusal.TOO_MANY_PAGES, limit=str(MAX_PAGES))
        pages = list(_pages(document))
    except pypdfium2.PdfiumError:
        raise UnreadableError(Refusal.DAMAGED) from None
    finally:
        document.close()
    text = "\n".join(pages)
    if sum(character.isalnum() for character in text) < LEAST_LETTERS * len(pages):
        raise UnreadableError(Refusal.SCANNED)
    return text


def _pages(document: Any) -> Iterator[str]:
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
