"""The text of an existing policy, whatever it is written in; every quote of an audit is a slice of it.

The content decides, not the name: a PDF called ``policy.docx`` is read as a PDF. Of Markdown and plain text the text is
the file's own, markup included; of a page, a Word document or a PDF it is the main text, headings behind ``#`` and
items behind ``-``. What each format needs is imported only when such a file comes.
"""

import codecs
from pathlib import PurePath
from typing import NamedTuple

from clausier.auditing.extraction.refusal import Refusal, UnreadableError

__all__ = ["MAX_BYTES", "MAX_TEXT", "Extract", "Refusal", "UnreadableError", "extract"]

MAX_BYTES = 10_000_000  # of a file
MAX_TEXT = 1_000_000  # characters: four hundred pages
MEGABYTE = 1_000_000
_HEAD = 1024

_ZIP, _OLE, _PDF, _RTF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-", b"{\\rtf"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")
_PAGES = {".html", ".htm", ".xhtml", ".php", ".aspx"}
_PLAIN = {".md", ".markdown", ".txt", ".text", ".rst"}


class Extract(NamedTuple):
    """The text of a file, and what kind of file it is."""

    text: str
    kind: str


def extract(data: bytes, name: str) -> Extract:
    """Return the text of a file. Raises UnreadableError with the reason when it cannot be read."""
    if len(data) > MAX_BYTES:
        raise UnreadableError(Refusal.TOO_LARGE, limit=str(MAX_BYTES // MEGABYTE))
    if not data.strip():
        raise UnreadableError(Refusal.EMPTY)
    found = _extracted(data, PurePath(name).suffix.lower())
    if not any(character.isalnum() for character in found.text):
        raise UnreadableError(Refusal.EMPTY)
    if len(found.text) > MAX_TEXT:
        raise UnreadableError(Refusal.TOO_LONG, limit=f"{MAX_TEXT:,}".replace(",", "\u00a0"))
    return found


def _extracted(data: bytes, suffix: str) -> Extract:
    if _PDF in data[:_HEAD]:
        from clausier.auditing.extraction.pdf import text_of_pdf

        return Extract(text_of_pdf(data), "pdf")
    if data.startswith(_ZIP):
        from clausier.auditing.extraction.docx import text_of_docx

        return Extract(text_of_docx(data), "docx")
    _refuse_binary(data)
    if suffix not in _PLAIN and (suffix in _PAGES or _looks_like_a_page(data)):
        from clausier.auditing.extraction.page import text_of_page

        return Extract(text_of_page(data), "html")
    return Extract(_plain(data), "text")


def _refuse_binary(data: bytes) -> None:
    if data.startswith(_OLE):
        # Word hides an encrypted document in the container of its old format.
        encrypted = "EncryptedPackage".encode("utf-16-le") in data
        raise UnreadableError(Refusal.ENCRYPTED if encrypted else Refusal.OLD_WORD)
    if data.startswith(_RTF):
        raise UnreadableError(Refusal.OLD_WORD)
    if data.startswith(_PICTURES):
        raise UnreadableError(Refusal.PICTURE)
    if b"\x00" in data and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise UnreadableError(Refusal.NOT_TEXT)


def _looks_like_a_page(data: bytes) -> bool:
    head = data[:_HEAD].lower().lstrip(b"\xef\xbb\xbf \t\r\n")
    return head.startswith((b"<!doctype html", b"<html", b"<head", b"<body"))


def _plain(data: bytes) -> str:
    """Return the text of the file itself, each character as it is written."""
    encoding = "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableError(Refusal.NOT_UTF_8, byte=str(error.start + 1)) from None
