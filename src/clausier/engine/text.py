"""A message folded for matching, with the way back to the offsets of the message as written.

Folding makes look-alikes alike: compatibility forms (NFKC), case, accents, typographic marks and confusable letters
of other alphabets become plain lower-case letters; zero-width and direction marks and combining marks vanish.
Detectors match the folded text; the spans they give are turned back into offsets of the original, in code points.
"""

import unicodedata
from bisect import bisect_left
from functools import cached_property

MAX_LETTERS = 4  # that one character is folded to: some ligatures hold eighteen, and a message may be full of them

# Letters of other alphabets that are drawn as Latin ones (Unicode UTS 39, the lower and upper case of everyday use).
_CONFUSABLE = dict(
    zip(
        "абвгдеёзикмнорстухіјѕԁһαβγεηικμνορτυχωΑΒΕΖΗΙΚΜΝΟΡΤΥΧАВЕЅІЈКМНОРСТУХ",
        "a6brдee3ukmhopctyxijsdhaβyεnikµvoptuxwabezhikmnoptyxabesijkmhopctyx",
        strict=True,
    )
)
CONFUSABLE = str.maketrans(_CONFUSABLE)  # for those who need nothing else folded
_TYPOGRAPHIC = {
    **dict.fromkeys("’‘ʼ´`＇‛′", "'"),
    **dict.fromkeys("“”„«»″", '"'),
    **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
    "…": ".",
    "\u00a0": " ",
    "\u202f": " ",
    "\u2009": " ",
    "\x00": " ",
}


def _fold_character(character: str) -> str:
    if character in _TYPOGRAPHIC:
        return _TYPOGRAPHIC[character]
    if character in _CONFUSABLE:
        return _CONFUSABLE[character]
    category = unicodedata.category(character)
    if category in ("Mn", "Me", "Cf"):
        return ""
    if category == "Cs":  # half of a pair, which JSON may carry alone, and which no matcher takes
        return " "
    plain = unicodedata.normalize("NFKD", character)
    kept = "".join(each for each in plain if unicodedata.category(each) not in ("Mn", "Me"))
    folded = kept.lower().replace("œ", "oe").replace("æ", "ae").replace("ß", "ss").replace("ø", "o").replace("ł", "l")
    letters = (_TYPOGRAPHIC.get(each, _CONFUSABLE.get(each, each)) for each in folded if each != "\u0307")
    return "".join(letters)[:MAX_LETTERS]


class _Table(dict[int, str]):
    """A translation table that learns each character once; ``uneven`` holds those that do not give one for one.

    The million characters that Unicode gives to nobody are not learnt, so that no message makes the table large.
    """

    def __init__(self) -> None:
        self.uneven: set[str] = set()

    def __missing__(self, code: int) -> str:
        folded = _fold_character(chr(code))
        # Before the character is learnt: another thread that finds it in the table finds it here too.
        if len(folded) != 1:
            self.uneven.add(chr(code))
        if unicodedata.category(chr(code)) not in ("Cn", "Co"):
            self[code] = folded
        return folded


_TABLE = _Table()


def fold(text: str) -> str:
    """Return ``text`` folded for matching."""
    return text.lower().replace("\x00", " ").replace("`", "'") if text.isascii() else text.translate(_TABLE)


class Text:
    """A message: ``raw`` as written, ``folded`` for matching."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.folded = fold(raw)
        self._offsets = None if raw.isascii() or _TABLE.uneven.isdisjoint(raw) else _offsets(raw)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in ``raw`` of a span of ``folded``; an empty span stays empty."""
        if self._offsets is None:
            return start, end
        if end <= start:
            return (self._offsets[start], self._offsets[start]) if start < len(self._offsets) else (len(self.raw),) * 2
        return self._offsets[start], self._offsets[end - 1] + 1

    def folded_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in ``folded`` of a span of ``raw``."""
        if self._offsets is None:
            return start, end
        return bisect_left(self._offsets, start), bisect_left(self._offsets, end)

    @cached_property
    def digits(self) -> int:
        """How many ASCII digits the folded text holds: what a pattern of numbers asks first."""
        return sum(map(self.folded.count, "0123456789"))

    @cached_property
    def words(self) -> list[str]:
        """The words of the folded text."""
        return [word for word in map(_strip, self.folded.split()) if word]


def _strip(word: str) -> str:
    return word.strip(".,;:!?()[]{}\"'*_~#@<>|/\\")


def _offsets(raw: str) -> list[int]:
    """Return, for each character of the folded text, the offset in ``raw`` that it comes from."""
    return [place for place, character in enumerate(raw) for _ in _TABLE[ord(character)]]
