"""The passages of a text: its sentences, list items and table rows, each with what it stands under.

A passage is an exact slice of the text. What is looked at is ``said``: the same words folded, without markup and
punctuation, one space apart, so that a cue runs over a comma or the end of a line; ``span`` leads back to the text.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from clausier.engine.text import Text

SENTENCE, ITEM, ROW, HEADING = "sentence", "item", "row", "heading"
LONGEST_HEADING = 90
LONGEST_BLOCK = 20_000  # characters: a longer stretch without a blank line is cut

_MARKER = re.compile(
    r"[ \t]*(?:(?:[-*+•◦▪●‣·–—→➔➢✓✔❌✅o]|\d{1,2}[.)]|[a-zA-Z][.)]|\(\w{1,4}\)|[ivx]{1,4}[.)])[ \t\u00a0]+|[•▪●‣→➔➢✓✔])"
)
_NUMBERED = re.compile(
    r"[ \t]*(?:\d{1,2}(?:\.\d{1,2}){1,3}\.?|(?:article|section|chapitre|chapter) \d{1,3}\b)", re.IGNORECASE
)
_ATX = re.compile(r"[ \t]{0,3}#{1,6}[ \t]+")
_RULE = re.compile(r"[ \t]*(?:=|-|~|\*|_){3,}[ \t]*$")
_BOLD_LINE = re.compile(r"[ \t]*(?:\*\*|__)[^*_]{2,90}(?:\*\*|__):?[ \t]*$")
_ROW = re.compile(r"[ \t]*\|.*\|[ \t]*$|[^\t]{1,2000}\S\t\S")
_FRONT_MATTER = re.compile(r"\ufeff?---\r?\n(?:[^\n]*\n){0,60}?---[ \t]*\r?\n")
_NOT_PROSE = re.compile(r"[ \t]*(?:<[!/?a-zA-Z][^<]*>?[ \t]*$|\.\. |[\[`:{}][^ ]*[ \t]*$|SPDX|\$Id)")
_GLUE = "\x01"  # a character that is no part of a word, and does not end it
_END = re.compile(
    r"(?<![\s.][A-Za-z])(?<!\bM)(?<!\bMr)(?<!\bMrs)(?<!\bi\.e)(?<!\be\.g)(?<!\bart)(?<!\bp\. ex)[.!?…]+[)»”\"'*_]*\s+(?=[\"«“(*_\[]*[A-ZÀ-ÖØ-Þ0-9])"
)
_CLEANED = re.compile(
    r"\]\([^)\s]{0,300}\)|https?://\S{1,300}"  # where links lead
    r"|(?<=\w)(?:\((?:e|es|s|ne|nes|trice|trices|euse|euses|le|les|ère|ères)\)|[·•‧](?:e|ne|trice|euse|le|ère)?(?=[·•‧s]|\b)|(?<=\w{3})\.e(?:\.s)?(?=\.?(?:\s|\w*\b)))"
    r"|[^\w\s'’‘\-‐‑@#%&+]"
    r"|(?<!\w)[-'’]|[-'’](?!\w)"
)


@dataclass(slots=True, weakref_slot=True)
class Passage:
    """A stretch of the text: what it is, what it stands under, and how it is said."""

    start: int
    end: int
    kind: str
    text: str
    headings: tuple["Passage", ...] = ()
    opening: "Passage | None" = None  # the line that opens the list that it is an item of
    said: str = ""
    _places: list[int] = field(default_factory=list, repr=False)

    def __post_init__(self) -> None:
        self.said, self._places = _said(self.text)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in the text of a span of ``said``."""
        if end <= start:
            return self.start, self.end
        return self.start + self._places[start], self.start + self._places[end - 1] + 1

    def said_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span in ``said`` of a span of ``text``."""
        first = bisect_left(self._places, start)
        return first, max(first, bisect_left(self._places, end))


def _said(text: str) -> tuple[str, list[int]]:
    """Return the words of a text, one space apart, and the place in it of each of their characters."""
    blank = _CLEANED.sub(lambda match: (_GLUE if _inclusive(match) else " ") * len(match[0]), text)
    kept = [place for place, character in enumerate(blank) if character != _GLUE]
    folded = Text("".join(blank[place] for place in kept))
    letters: list[str] = []
    places: list[int] = []
    for word in re.finditer(r"\S+", folded.folded):
        if letters:
            letters.append(" ")
            places.append(places[-1])
        start = word.start()
        letters.append(word[0])
        places += [kept[folded.span(start + index, start + index + 1)[0]] for index in range(len(word[0]))]
    return "".join(letters), places


def _inclusive(match: "re.Match[str]") -> bool:
    """Tell whether what is cleaned away is the end of a word written for both genders: employé(e)s, élu·e·s."""
    inside = match.start() > 0 and match.string[match.start() - 1].isalnum()
    return inside and (match[0][0] in "·•‧" or (match[0][0] in "(." and len(match[0]) > 1))


@dataclass(slots=True)
class _Block:
    """Lines that go together."""

    start: int
    end: int
    kind: str
    depth: int = 0


def passages(text: str) -> list[Passage]:
    """Return the passages of a text in their order, headings included."""
    told: list[Passage] = []
    headings: list[tuple[int, Passage]] = []
    openings: list[tuple[int, Passage]] = []
    for block in _blocks(text):
        if block.kind == HEADING:
            passage = _passage(text, block.start, block.end, HEADING)
            headings = [each for each in headings if each[0] < block.depth]
            passage.headings = tuple(each for _, each in headings)
            headings.append((block.depth, passage))
            openings = []
            told.append(passage)
            continue
        above = tuple(each for _, each in headings)
        if block.kind == ITEM:
            openings = [each for each in openings if each[0] < block.depth]
        elif not (openings and block.kind == SENTENCE and text[block.start].islower()):
            openings = []
        opening = openings[-1][1] if openings else None
        last = None
        for start, end in _sentences(text, block.start, block.end):
            last = _passage(text, start, end, block.kind, above, opening)
            told.append(last)
        if last and (block.kind == ITEM or last.text.rstrip().endswith((":", ": -", "："))):
            if last.text.rstrip("*_ ").endswith(":") or block.kind == ITEM:
                openings.append((block.depth if block.kind == ITEM else -1, _opener(last, opening)))
    return told


def _opener(item: Passage, opening: Passage | None) -> Passage:
    """Return what the items below an item stand under: it, when it opens a list, else what it stands under itself."""
    return item if item.text.rstrip("*_ ").endswith(":") or opening is None else opening


def _passage(
    text: str, start: int, end: int, kind: str, headings: tuple[Passage, ...] = (), opening: Passage | None = None
) -> Passage:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Passage(start, end, kind, text[start:end], headings, opening)


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _END.finditer(text, start, end):
        if text[start : match.start()].strip():
            yield start, match.end()
        start = match.end()
    if any(character.isalnum() for character in text[start:end]):
        yield start, end


def _lines(text: str) -> list[tuple[int, str]]:
    place = match.end() if (match := _FRONT_MATTER.match(text)) else 0
    lines = []
    for line in text[place:].splitlines(keepends=True):
        lines.append((place, line.rstrip("\r\n\f\v\x1c\x1d\x1e\x85\u2028\u2029")))
        place += len(line)
    return lines


def _blocks(text: str) -> Iterator[_Block]:
    lines = _lines(text)
    block: _Block | None = None
    hard = _hard_wrapped([line for _, line in lines])
    licence = False
    for index, (place, line) in enumerate(lines):
        end = place + len(line)
        after = lines[index + 1][1] if index + 1 < len(lines) else ""
        before = lines[index - 1][1] if index else ""
        if licence and line.startswith((" ", "\t")):
            continue
        licence = line.startswith(".. ")
        if not line.strip() or _RULE.match(line) or _NOT_PROSE.match(line):
            if block:
                yield block
            block = None
            continue
        marker = _MARKER.match(line)
        depth = _heading_depth(line, before, after, hard=hard)
        if depth:
            if block:
                yield block
            block = None
            start = place + (match.end() if (match := _ATX.match(line)) else 0)
            yield _Block(start, end, HEADING, depth)
        elif _ROW.match(line):
            if block:
                yield block
            block = None
            if re.search(r"\w", line):
                yield _Block(place, end, ROW)
        elif marker or (block and _starts_item(block, text, line)):
            if block:
                yield block
            start = place + (marker.end() if marker else 0)
            indent = len(line) - len(line.lstrip())
            block = (
                _Block(start, end, ITEM, indent)
                if line[marker.end() if marker else 0 :].strip()
                else _Block(end, end, ITEM, indent)
            )
        elif block and end - block.start < LONGEST_BLOCK and _goes_on(block, text, line, hard=hard):
            block.end = end
        else:
            if block:
                yield block
            block = _Block(place + len(line) - len(line.lstrip()), end, SENTENCE)
    if block:
        yield block


def _starts_item(block: _Block, text: str, line: str) -> bool:
    """Tell whether a line without a marker is an item: those before it end with a semicolon."""
    told = text[block.start : block.end].rstrip()
    return block.kind == ITEM and told.endswith(";") and not line.startswith((" ", "\t"))


def _goes_on(block: _Block, text: str, line: str, *, hard: bool) -> bool:
    """Tell whether a line goes on with the block above it; where lines are whole paragraphs, few do."""
    if hard:
        return True
    if block.kind == ITEM:
        return line.startswith((" ", "\t")) or block.start == block.end
    return not text[block.start : block.end].rstrip().endswith((".", "!", "?", ":", ";"))


def _hard_wrapped(lines: list[str]) -> bool:
    """Tell whether lines are broken where a page ends: then a line is no paragraph."""
    long = [len(line) for line in lines if line.strip()]
    full = sorted(long)[int(len(long) * 0.9)] if long else 0
    return full <= 130


def _heading_depth(line: str, before: str, after: str, *, hard: bool) -> int:
    """Return the depth of a heading, or 0 for a line that is none."""
    bare = line.strip()
    if match := _ATX.match(line):
        return match[0].count("#")
    if re.fullmatch(r"[ \t]*(={3,}|-{3,}|~{3,})[ \t]*", after) and not _MARKER.match(line):
        return 1 if "=" in after else 2
    if len(bare) > LONGEST_HEADING or bare.endswith((".", ";", ",", ":", "…")):
        return 3 if _BOLD_LINE.match(line) else 0
    if _BOLD_LINE.match(line):
        return 3
    alone = not before.strip() or before.rstrip().endswith((".", "!", "?", ":")) or _RULE.match(before)
    opens = not after.strip() or (not hard or after.strip()[0].isupper() or _MARKER.match(after))
    numbered = re.match(r"[ \t]*(\d{1,2}(?:\.\d{1,2}){0,3}\.?|[IVX]{1,4}\.)[ \t]+[A-ZÀ-Ý«]", line)
    if numbered:
        short = len(bare) <= 70 and not before.rstrip().endswith(";")
        return 2 + numbered[1].count(".") if alone and opens and short and not bare.endswith(("!", "?")) else 0
    if _MARKER.match(line) or not (bare[0].isupper() or bare[0] in '«"¿'):
        return 0
    if line.startswith((" " * 4, "\t")) and not hard:
        return 0
    if (
        len(bare) <= 70
        and alone
        and not before.rstrip().endswith(":")
        and (opens and (not after.strip() or hard or len(after) > len(line)))
    ):
        return 4
    return 0
