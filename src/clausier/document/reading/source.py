"""Bytes to a tree of nodes that know their line and column.

libyaml gives the events; the tree is our own, so that size, depth and number of nodes are bounded while reading
(the composer of PyYAML recurses in C and is killed by a deep document), and aliases and tags are refused.
"""

import re
from typing import Any, NoReturn

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from clausier.document.problems import Place, Problem, UnreadableError
from clausier.document.vocabulary import Label

MAX_BYTES = 5_000_000
MAX_NODES = 200_000
MAX_DEPTH = 40

# What YAML cannot hold, and the three line ends that it knows and editors do not count.
_UNWANTED = re.compile("[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

SCALAR, LIST, MAP = "scalar", "list", "map"
EMPTY = frozenset({"", "~", "null"})


class Node:
    """A scalar (``text``), a list (``items``) or a map (keys and values in turn) at a place; lines count from 0."""

    __slots__ = ("column", "flow", "items", "kind", "line", "plain", "text")

    def __init__(self, kind: str, text: str, line: int, column: int, *, plain: bool = False) -> None:
        self.kind = kind
        self.text = text
        self.items: list[Node] = []
        self.line = line
        self.column = column
        self.plain = plain
        self.flow = False  # whether a list or a map stands in brackets

    @property
    def pairs(self) -> "list[tuple[Node, Node]]":
        """The keys and values of a map."""
        return list(zip(self.items[::2], self.items[1::2], strict=True))

    @property
    def empty(self) -> bool:
        """Whether nothing was written: an empty plain scalar, ``~`` or ``null``."""
        return self.plain and self.text in EMPTY


def refuse(code: str, file: str, line: int = 0, column: int = 0, **values: str | Label) -> NoReturn:
    """Raise UnreadableError for the problem ``code`` at a place counted from 0."""
    raise UnreadableError(Problem(code=code, place=Place(file, line + 1, column + 1), values=values))


def decode(data: bytes, file: str) -> str:
    """Return the text of a file; refuse one that is too large, not UTF-8, or holds control characters."""
    if len(data) > MAX_BYTES:
        refuse("file-too-large", file, size=f"{len(data) / 1e6:.0f}", limit=f"{MAX_BYTES / 1e6:.0f}")
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        # The decoder speaks of what follows a byte order mark.
        before = error.object[: error.start]
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace"))
        refuse("not-utf-8", file, before.count(b"\n"), column, byte=f"0x{error.object[error.start]:02X}")
    unwanted = _UNWANTED.search(text)
    if unwanted:
        _refuse_control(unwanted[0], file, *_line_and_column(text, unwanted.start()))
    return text


def _refuse_control(text: str, file: str, line: int, column: int) -> None:
    unwanted = _UNWANTED.search(text)
    if unwanted:
        refuse("control-character", file, line, column, character=f"U+{ord(unwanted[0]):04X}")


def _line_and_column(text: str, position: int) -> tuple[int, int]:
    return text.count("\n", 0, position), position - text.rfind("\n", 0, position) - 1


def parse(data: bytes, file: str, budget: list[int]) -> Node | None:
    """Return the tree of one YAML file, or None when it holds nothing.

    ``budget`` is the number of nodes that may still be read, in a list of one so that the files of a folder share it.
    Raises UnreadableError with the place and the mend for anything that is not one plain YAML document.
    """
    text = decode(data, file)
    if "\t" in text:
        _refuse_tab_indent(text, file)
    try:
        return _tree(text, file, budget)
    except yaml.YAMLError as error:
        _refuse_syntax(error, text, file)


def _tree(text: str, file: str, budget: list[int]) -> Node | None:
    loader: Any = yaml.CSafeLoader(text)  # the stubs know only what all events share
    root: list[Node] = []
    stack = [root]
    documents = 0
    left = budget[0]
    while (event := loader.get_event()) is not None:
        kind = type(event)
        if kind is ScalarEvent:
            mark = event.start_mark
            stack[-1].append(_scalar(event, file))
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            mark = event.start_mark
            node = Node(MAP if kind is MappingStartEvent else LIST, "", mark.line, mark.column)
            node.flow = event.flow_style
            stack[-1].append(node)
            stack.append(node.items)
            if len(stack) > MAX_DEPTH:
                refuse("nested-too-deep", file, mark.line, mark.column, limit=str(MAX_DEPTH))
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            stack.pop()
            continue
        else:
            documents += kind is DocumentStartEvent
            _refuse_unwanted(event, documents, file)
            continue
        if event.tag or event.anchor:
            _refuse_decoration(event, file)
        left -= 1
        if left < 0:
            english = f"{MAX_NODES:,}"
            limit = Label(english.replace(",", "\u00a0"), english)
            refuse("too-many-nodes", file, mark.line, mark.column, limit=limit)
    budget[0] = left
    return root[0] if root else None


def _scalar(event: Any, file: str) -> Node:
    line, column = event.start_mark.line, event.start_mark.column
    if event.style == '"':  # the one style that can spell out a control character
        _refuse_control(event.value, file, line, column)
    return Node(SCALAR, event.value, line, column, plain=event.implicit[0])


def _refuse_unwanted(event: Any, documents: int, file: str) -> None:
    mark = event.start_mark
    if type(event) is AliasEvent:
        refuse("alias", file, mark.line, mark.column, name=str(event.anchor))
    if documents > 1:
        refuse("several-documents", file, mark.line, mark.column)


def _refuse_decoration(event: Any, file: str) -> None:
    mark = event.start_mark
    if event.anchor:
        refuse("alias", file, mark.line, mark.column, name=str(event.anchor))
    if event.tag not in (None, "!"):
        if type(event) is ScalarEvent and not event.value:  # "!pi.email" without its quotes
            refuse("needs-quotes", file, mark.line, mark.column, character="!")
        refuse("tag", file, mark.line, mark.column, name=event.tag.removeprefix("!"))


def _refuse_tab_indent(text: str, file: str) -> None:
    for number, line in enumerate(text.split("\n")):
        indent = line[: len(line) - len(line.lstrip(" \t"))]
        if "\t" in indent and line.strip():
            refuse("tab", file, number, indent.index("\t"))


def _refuse_syntax(error: yaml.YAMLError, text: str, file: str) -> NoReturn:
    problem = str(getattr(error, "problem", "") or "")
    code = _syntax_code(problem)
    noticed = getattr(error, "problem_mark", None)
    begun = getattr(error, "context_mark", None) or noticed
    lines = text.split("\n")
    if code == "not-closed" and noticed and begun:
        _refuse_cause(lines, begun.line, (noticed.line, noticed.column), file)
    mark = begun if code in _TOLD_WHERE_IT_BEGAN else noticed
    line, column = (mark.line, mark.column) if mark else (0, 0)
    if line >= len(lines):  # past the end
        line, column = _line_and_column(text, len(text))
    refuse(code, file, line, column, detail=problem, character=lines[line][column : column + 1])


def _refuse_cause(lines: list[str], begun: int, noticed: tuple[int, int], file: str) -> None:
    """Refuse what keeps brackets open though each is closed: a hashtag, a colon or a dash that YAML makes its own."""
    line, column = noticed
    for number in range(max(min(begun, line - 2), 0), min(line + 1, len(lines))):
        hashtag = _HASHTAG.search(lines[number])
        if hashtag:
            refuse("hash", file, number, hashtag.start(1))
    character = lines[line][column : column + 1] if line < len(lines) else ""
    if character == ":" and line == begun:
        refuse("colon", file, line, column)
    if character and character in "-?":
        refuse("needs-quotes", file, line, column, character=character)


_HASHTAG = re.compile(r"(?:[:,]\s+|[\[{]\s*)(#\w)")
# What is not closed or has no colon is noticed only further down; a character that is not allowed, after it.
_TOLD_WHERE_IT_BEGAN = frozenset({"not-closed", "colon-missing", "needs-quotes"})
# What libyaml says, in part, and what we call it; the first that fits counts.
_SYNTAX = (
    ("mapping values are not allowed", "colon"),
    ("could not find expected ':'", "colon-missing"),
    ("unknown escape character", "escape"),
    ("cannot start any token", "needs-quotes"),
    ("did not find expected alphabetic or numeric character", "needs-quotes"),
    ("did not find expected whitespace or line break", "needs-quotes"),
    ("unexpected end of stream", "not-closed"),
    ("did not find expected ',' or", "not-closed"),
    ("did not find expected node content", "not-closed"),
    ("did not find expected", "indentation"),
    ("block sequence entries are not allowed", "indentation"),
)


def _syntax_code(problem: str) -> str:
    return next((code for said, code in _SYNTAX if said in problem), "syntax")
