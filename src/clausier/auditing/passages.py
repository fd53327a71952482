"""The passages of a text: its sentences, list items and table rows, each with what it stands under.

A passage is an exact slice of the text. What is looked at is ``said``: the same words folded, without markup and
punctuation, one space apart, so that a cue runs over a comma or the end of a line; ``span`` leads back to the text.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from clausier.auditing.blocks import HEADING, ITEM, SENTENCE, Block, Reader
from clausier.engine.text import Text

LONGEST = 4_000  # characters: what is longer is no sentence, and is cut

_END = re.compile(
    r"(?<![\s.][A-Za-z])(?<!\bM)(?<!\bMr)(?<!\bMrs)(?<!\bi\.e)(?<!\be\.g)(?<!\bart)(?<!\bp\. ex)"
    r"[.!?…]{1,5}[)»”\"'*_]{0,5}\s{1,40}(?=[\"«“(*_\[]{0,3}[A-ZÀ-ÖØ-Þ0-9])"
)
# Where links lead, the endings of words written for both genders, punctuation, and what hangs on no word.
_CLEANED = re.compile(
    r"\]\([^)\s]{0,300}\)|https?://\S{1,300}"
    r"|(?<=\w)(?:\((?:e|es|s|ne|nes|trice|trices|euse|euses|le|les|ère|ères)\)"
    r"|[·•‧](?:e|ne|trice|euse|le|ère)?(?=[·•‧s]|\b)|(?<=\w{3})\.e(?:\.s)?(?=\.?(?:\s|\w*\b)))"
    r"|[^\w\s'’‘\-‐‑@#%&+]"
    r"|(?<!\w)[-'’]|[-'’](?!\w)"
)
_GLUE = "\x01"  # a character that is no part of a word, and does not end it


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

    @property
    def opens(self) -> bool:
        """Whether what follows hangs on it."""
        return self.text.rstrip("*_ -").endswith(":")

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


def passages(text: str) -> list[Passage]:
    """Return the passages of a text in their order, headings included."""
    told: list[Passage] = []
    headings: list[tuple[int, Passage]] = []
    openings: list[tuple[int, Passage]] = []
    for block in Reader(text).blocks():
        if block.kind == HEADING:
            headings = [each for each in headings if each[0] < block.depth]
            title = _slice(text, block.start, block.end, HEADING)
            title.headings = tuple(each for _, each in headings)
            headings.append((block.depth, title))
            openings = []
            told.append(title)
        else:
            openings = _still_open(openings, block, text)
            opening = openings[-1][1] if openings else None
            made = list(_of_block(text, block, tuple(each for _, each in headings), opening))
            told += made
            if made and (made[-1].opens or block.kind == ITEM):
                last = made[-1]
                openings.append(
                    (
                        block.depth if block.kind == ITEM else -1,
                        last if last.opens or not opening else opening,
                    )
                )
    return told


def _still_open(openings: list[tuple[int, Passage]], block: Block, text: str) -> list[tuple[int, Passage]]:
    """Return the lines whose list goes on with a block: deeper items, or a sentence that is no beginning."""
    if block.kind == ITEM:
        return [each for each in openings if each[0] < block.depth]
    return openings if block.kind == SENTENCE and text[block.start].islower() else []


def _of_block(text: str, block: Block, headings: tuple[Passage, ...], opening: Passage | None) -> Iterator[Passage]:
    for start, end in _sentences(text, block.start, block.end):
        passage = _slice(text, start, end, block.kind)
        passage.headings, passage.opening = headings, opening
        yield passage


def _slice(text: str, start: int, end: int, kind: str) -> Passage:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Passage(start, end, kind, text[start:end])


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for stop in (*(match.end() for match in _END.finditer(text, start, end)), end):
        while stop - start > LONGEST:
            space = text.rfind(" ", start, start + LONGEST)
            cut = space + 1 if space > start else start + LONGEST
            yield start, cut
            start = cut
        if any(character.isalnum() for character in text[start:stop]):
            yield start, stop
        start = stop
