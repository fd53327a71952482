"""The main text of a web page: headings behind ``#``, items behind ``-``, cells of a row apart by a tab."""

import codecs
import re
from typing import Any

from clausier.auditing.extraction.refusal import Refusal, UnreadableError

LEAST_MAIN = 200  # characters: a shorter "main" is a teaser, and the whole page is read
# The parser looks up through what is open at each element that opens: the sum of their depths is its work.
MOST_WORK = 500_000_000
MOST_MAINS = 20  # parts measured: each is read whole, and they may stand one in another

_SKIPPED = (
    "script, style, noscript, template, svg, iframe, nav, footer, form, button, select, dialog, head, aside,"
    " [hidden], [aria-hidden=true], [role=navigation], [role=banner], [role=contentinfo], [role=search], .breadcrumb"
)
_MAIN = "main, [role=main], article, #main-content, #content, #main, .content"
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "table",
        "thead",
        "tbody",
        "tr",
        "blockquote",
        "pre",
        "figure",
        "figcaption",
        "address",
        "fieldset",
        "details",
        "summary",
        "hr",
        "center",
        "body",
    ]
)
_MARKS = {"li": "\n- ", "td": "\t", "th": "\t", **{f"h{depth}": f"\n\n{'#' * depth} " for depth in range(1, 7)}}
_BREAKS = {
    **dict.fromkeys(_BLOCKS, "\n\n"),
    **dict.fromkeys((f"h{depth}" for depth in range(1, 7)), "\n\n"),
    **dict.fromkeys(("tr", "dt", "dd", "br", "li"), "\n"),
}
_CELLS = frozenset({"td", "th"})
_GAP = re.compile(r"[ \t]*\t[ \t]*| {2,}")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_LINES = re.compile(r"\n{3,}")
_TAG = re.compile(
    r"<(/?)(?!(?:p|li|td|tr|th|dd|dt|br|hr|img|input|meta|link|option|col|source|wbr)(?![a-z0-9]))[a-z]", re.IGNORECASE
)
# The families of encodings in which pages are written: Python knows others, such as escapes, which are none.
_CHARSET = re.compile(
    rb"charset=[\"']?((?:iso|windows|cp|latin|utf|koi|mac|shift|sjis|euc|gb|big5)[\w-]{0,30})", re.IGNORECASE
)


def text_of_page(data: bytes) -> str:
    """Return the main text of a page: that of its main part where it has one, else of its body.

    Raises UnreadableError for a page whose elements are so deep, one in another, that no browser shows them.
    """
    from selectolax.lexbor import LexborHTMLParser

    markup = _decoded(data)
    _refuse_depth(markup)
    tree = LexborHTMLParser(markup)
    for node in tree.css(_SKIPPED):
        node.decompose()
    body = tree.body
    if body is None:
        return ""
    main = max(tree.css(_MAIN)[:MOST_MAINS], key=lambda node: len(node.text(deep=True)), default=None)
    return _written(main if main is not None and len(main.text(deep=True).strip()) >= LEAST_MAIN else body)


def text_of_markup(markup: str) -> str:
    """Return the text of a piece of HTML, all of it."""
    from selectolax.lexbor import LexborHTMLParser

    body = LexborHTMLParser(markup).body
    return "" if body is None else _written(body)


def _refuse_depth(markup: str) -> None:
    depth = work = 0
    for closing in _TAG.findall(markup):
        depth = max(0, depth - 1) if closing else depth + 1
        work += depth
    if work > MOST_WORK:
        raise UnreadableError(Refusal.DAMAGED)


def _decoded(data: bytes) -> str:
    """Return the characters of a page: in UTF-8, else in the encoding that it declares, else in that of old pages."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    declared = _CHARSET.search(data[:2048])
    for encoding in ("utf-8-sig", declared[1].decode("ascii") if declared else "cp1252"):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("cp1252", errors="replace")


def _written(root: Any) -> str:
    """Return the text of a node and of all below it, block by block; deep pages are walked without recursion."""
    parts: list[str] = []
    last = ""  # of the parts that are more than a space
    cells = 0
    waiting: list[tuple[Any, bool]] = [(root, False)]
    while waiting:
        node, leaving = waiting.pop()
        if node.tag == "-text":
            part = _SPACE.sub(" ", node.text_content or "")
        elif leaving:
            cells -= node.tag in _CELLS
            part = " " if cells else _BREAKS.get(node.tag, "") if node.tag != "br" else ""
        else:
            part = " " if cells else _opening(node.tag, last)  # a cell stays on its line
            cells += node.tag in _CELLS
            waiting.append((node, True))
            waiting.extend((child, False) for child in reversed(list(node.iter(include_text=True))))
        parts.append(part)
        last = part if part.strip(" ") else last
    lines = (_GAP.sub(_one_space, line).strip() for line in "".join(parts).split("\n"))
    return _LINES.sub("\n\n", "\n".join(lines)).strip("\n") + "\n"


def _opening(tag: str, last: str) -> str:
    """Return what stands before the text of an element; right behind the mark of an item, nothing."""
    return _MARKS.get(tag, "" if last == _MARKS["li"] else _BREAKS.get(tag, ""))


def _one_space(match: "re.Match[str]") -> str:
    return "\t" if "\t" in match[0] else " "
