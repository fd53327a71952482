"""The blocks of a text: headings, paragraphs, list items and rows, whether it is Markdown, plain text or a PDF's lines.

Plain text tells its shape by habits: a short line that stands alone is a heading, a bullet begins an item, and where
lines are broken at a margin, a line is no paragraph.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

SENTENCE, ITEM, ROW, HEADING = "sentence", "item", "row", "heading"
LONGEST_HEADING, LONGEST_PLAIN_HEADING = 90, 70  # characters
LONGEST_BLOCK = 20_000
MARGIN = 130  # characters: where nine lines in ten are shorter, lines are broken at a margin
BOLD_DEPTH, PLAIN_DEPTH = 3, 4

_MARKER = re.compile(
    r"[ \t]*(?:(?:[-*+•◦▪●‣·–—→➔➢✓✔❌✅o]|\d{1,2}[.)]|[a-zA-Z][.)]|\(\w{1,4}\)|[ivx]{1,4}[.)])[ \t\u00a0]+"
    r"|[•▪●‣→➔➢✓✔])"
)
_NUMBERED = re.compile(
    r"[ \t]*(\d{1,2}(?:\.\d{1,2}){0,3}\.?|[IVX]{1,4}\.)[ \t]+[A-ZÀ-Ý«]"
    r"|[ \t]*[A-Z]\.[ \t]+[A-ZÀ-Ý][A-ZÀ-Ý ,'’&-]{2,60}$"
)
_ATX = re.compile(r"[ \t]{0,3}#{1,6}[ \t]+")
_UNDERLINE = re.compile(r"[ \t]*(={3,}|-{3,}|~{3,})[ \t]*")
_RULE = re.compile(r"[ \t]*(?:=|-|~|\*|_){3,}[ \t]*$")
_BOLD_LINE = re.compile(r"[ \t]*(?:\*\*|__)[^*_]{2,90}(?:\*\*|__):?[ \t]*$")
_ROW = re.compile(r"[ \t]*\|.*\|[ \t]*$|[^\t]{1,2000}\S\t\S")
_FRONT_MATTER = re.compile(r"\ufeff?---\r?\n(?:[^\n]*\n){0,60}?---[ \t]*\r?\n")
_NOT_PROSE = re.compile(r"[ \t]*(?:<[!/?a-zA-Z][^<]*$|\.\. |[\[`:{}][^ ]*(?: [ \t]*)?$|SPDX|\$Id)")
_WORD = re.compile(r"[^\W_]")


@dataclass(slots=True)
class Block:
    """Lines that go together: where they begin and end in the text, and how deep they stand."""

    start: int
    end: int
    kind: str
    depth: int = 0


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with its place, between the one before it and the one after."""

    place: int
    text: str
    before: str
    after: str

    @property
    def end(self) -> int:
        return self.place + len(self.text)

    @property
    def indent(self) -> int:
        return len(self.text) - len(self.text.lstrip())


class Reader:
    """Reads the blocks of a text, line by line."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = list(_lines(text))
        self._hard = _broken_at_a_margin(self._lines)
        self._block: Block | None = None

    def blocks(self) -> Iterator[Block]:
        """Yield the blocks in their order."""
        licence = False
        for line in self._lines:
            if licence and line.text.startswith((" ", "\t")):
                continue
            licence = line.text.startswith(".. ")  # a comment of reStructuredText, with the lines under it
            yield from self._read(line)
        yield from self._ended()

    def _read(self, line: _Line) -> Iterator[Block]:
        marker = _MARKER.match(line.text)
        if not line.text.strip() or _RULE.match(line.text) or _NOT_PROSE.match(line.text):
            yield from self._ended()
        elif depth := self._heading_depth(line):
            yield from self._ended()
            match = _ATX.match(line.text)
            yield Block(line.place + (match.end() if match else 0), line.end, HEADING, depth)
        elif _ROW.match(line.text):
            yield from self._ended()
            if _WORD.search(line.text):
                yield Block(line.place, line.end, ROW)
        elif marker or self._starts_item(line):
            yield from self._ended()
            start = line.place + (marker.end() if marker else 0)
            self._block = Block(min(line.end, start), line.end, ITEM, line.indent)
        elif self._block and self._goes_on(self._block, line):
            self._block.end = line.end
        else:
            yield from self._ended()
            self._block = Block(line.place + line.indent, line.end, SENTENCE)

    def _ended(self) -> Iterator[Block]:
        if self._block:
            yield self._block
        self._block = None

    def _starts_item(self, line: _Line) -> bool:
        """Tell whether a line without a marker is an item: those before it end with a semicolon."""
        block = self._block
        if not block or block.kind != ITEM or line.text.startswith((" ", "\t")):
            return False
        return self._text[block.start : block.end].rstrip().endswith(";")

    def _goes_on(self, block: Block, line: _Line) -> bool:
        """Tell whether a line goes on with the block above it; where lines are whole paragraphs, few do."""
        if line.end - block.start > LONGEST_BLOCK:
            return False
        if self._hard:
            return True
        if block.kind == ITEM:
            return line.text.startswith((" ", "\t")) or block.start == block.end
        return not self._text[block.start : block.end].rstrip().endswith((".", "!", "?", ":", ";"))

    def _heading_depth(self, line: _Line) -> int:
        """Return the depth of a heading, or 0 for a line that is none."""
        if match := _ATX.match(line.text):
            return match[0].count("#")
        if (under := _UNDERLINE.fullmatch(line.after)) and not _MARKER.match(line.text):
            return 1 if "=" in under[1] else 2
        if _BOLD_LINE.match(line.text):
            return BOLD_DEPTH
        bare = line.text.strip()
        if len(bare) > LONGEST_PLAIN_HEADING or bare.endswith((".", ";", ",", ":", "…", "!")) or not self._alone(line):
            return 0
        if numbered := _NUMBERED.match(line.text):
            return 2 + (numbered[1] or "").rstrip(".").count(".")
        return PLAIN_DEPTH if self._plain_heading(line, bare) else 0

    def _alone(self, line: _Line) -> bool:
        """Tell whether a line goes on with neither its neighbours."""
        before, after = line.before.strip(), line.after.strip()
        ended = not before or before.endswith((".", "!", "?", ":")) or bool(_RULE.match(before))
        opens = not after or not self._hard or after[0].isupper() or bool(_MARKER.match(line.after))
        return ended and opens

    def _plain_heading(self, line: _Line, bare: str) -> bool:
        """Tell whether a line without any mark is a heading: it begins as one, and a longer line follows."""
        if _MARKER.match(line.text) or not (bare[0].isupper() or bare[0] in '«"') or line.before.rstrip().endswith(":"):
            return False
        if line.text.startswith((" " * 4, "\t")) and not self._hard:
            return False
        return not line.after.strip() or self._hard or len(line.after) > len(line.text)


def _lines(text: str) -> Iterator[_Line]:
    place = match.end() if (match := _FRONT_MATTER.match(text)) else 0
    whole = text[place:].splitlines(keepends=True)
    bare = [line.rstrip("\r\n\f\v\x1c\x1d\x1e\x85\u2028\u2029") for line in whole]
    for index, line in enumerate(whole):
        before = bare[index - 1] if index else ""
        yield _Line(place, bare[index], before, bare[index + 1] if index + 1 < len(bare) else "")
        place += len(line)


def _broken_at_a_margin(lines: list[_Line]) -> bool:
    lengths = sorted(len(line.text) for line in lines if line.text.strip())
    return not lengths or lengths[int(len(lengths) * 0.9)] <= MARGIN
