"""The HTML beside the text of a mail: the same words, with links that one can press. No picture, colour nor script."""

import re

from django.utils.html import escape

LINK = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)]")


def as_html(text: str, language: str) -> str:
    """Return a text in a language as a page: its paragraphs, its line breaks and its links."""
    paragraphs = (part.strip("\n") for part in re.split(r"\n\s*\n", text.strip()))
    body = "\n".join(f"<p>{_linked(part)}</p>" for part in paragraphs)
    head = f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8"></head>'
    return f"{head}\n<body>\n{body}\n</body></html>\n"


def _linked(part: str) -> str:
    """Return a paragraph with its links; what stands between them is escaped."""
    pieces, end = [], 0
    for found in LINK.finditer(part):
        pieces += [escape(part[end : found.start()]), f'<a href="{escape(found[0])}">{escape(found[0])}</a>']
        end = found.end()
    return "".join([*pieces, escape(part[end:])]).replace("\n", "<br>\n")
