"""A message folded for matching, with the way back to the offsets of the message as written.

Folding makes look-alikes alike: compatibility forms (NFKC), case, accents, typographic marks and confusable letters
of other alphabets become plain lower-case letters; zero-width and direction marks and combining marks vanish.
Detectors match the folded text; the spans they give are turned back into offsets of the original, in code points.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from functools import cached_property
from operator import methodcaller
from string import ascii_lowercase

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
_BEYOND = re.compile(r"[^\x00-\x7f]")
FEW = 12  # different characters beyond ASCII that are quicker replaced one by one than by a walk of the table


def fold(text: str) -> str:
    """Return ``text`` folded for matching."""
    return _folded(text, set() if text.isascii() else set(_BEYOND.findall(text)))


def _folded(text: str, beyond: set[str]) -> str:
    """Return ``text`` folded; ``beyond`` are its characters beyond ASCII."""
    if len(beyond) <= FEW:
        for character in beyond:
            letters = _TABLE[ord(character)]
            if not letters.isascii():
                return text.translate(_TABLE)
            text = text.replace(character, letters)
        return text.lower().replace("\x00", " ").replace("`", "'")
    return text.translate(_TABLE)


_MARKS = bytes(code for code in range(128) if not chr(code).isalnum())
_ONLY_LETTERS = bytes(code if chr(code) in ascii_lowercase else ord(" ") for code in range(256))
_ONLY_DIGITS = bytes(code if chr(code) in "0123456789" else ord(" ") for code in range(256))
_SEPARATORS = b"\x1c\x1d\x1e\x1f"  # white space to Unicode, not to ASCII
_NO_DIGITS = bytes(code for code in range(256) if chr(code) not in "0123456789")


class Text:
    """A message: ``raw`` as written, ``folded`` for matching.

    ``coded`` is the folded text as bytes, one a character (``?`` stands for each one beyond ASCII), ``digits`` how many
    ASCII digits it holds, ``together`` the most of them with nothing but marks and white space between, ``plain``
    whether the message is ASCII as written, ``pieces`` the folded text cut at white space.
    """

    def __init__(self, raw: str) -> None:
        self.raw = raw
        beyond = set() if raw.isascii() else set(_BEYOND.findall(raw))
        self.folded = _folded(raw, beyond)
        self._even = _TABLE.uneven.isdisjoint(beyond)  # each character gave one, so both texts have the same offsets
        self.coded = self.folded.encode("ascii", "replace")
        self.digits = len(self.coded.translate(None, _NO_DIGITS))
        # In such a text the classes of ASCII, which are quicker, say the same as those of Unicode.
        self.plain = raw.isascii() and len(self.coded.translate(None, _SEPARATORS)) == len(raw)
        self.together = _together(self.coded) if self.digits else 0
        self.pieces = self.folded.split()

    @cached_property
    def _uneven(self) -> tuple[list[int], list[int], list[int]]:
        """The characters that did not give one: their offsets in ``raw``, where each begins in ``folded`` and ends."""
        uneven = _TABLE.uneven.intersection(self.raw)
        places = [place for place, character in enumerate(self.raw) if character in uneven]
        begins, ends, more = [], [], 0
        for place in places:
            begins.append(place + more)
            more += len(_TABLE[ord(self.raw[place])]) - 1
            ends.append(place + more + 1)
        return places, begins, ends

    def _offset(self, place: int) -> int:
        """Return the offset in ``raw`` of what a character of ``folded`` comes from."""
        places, begins, ends = self._uneven
        last = bisect_right(begins, place) - 1
        if last < 0:
            return place
        return places[last] + max(0, place - ends[last] + 1)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in ``raw`` of a span of ``folded``; an empty span stays empty."""
        if self._even:
            return start, end
        if end > start:
            return self._offset(start), self._offset(end - 1) + 1
        return (self._offset(start) if start < len(self.folded) else len(self.raw),) * 2

    def folded_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in ``folded`` of a span of ``raw``."""
        return (start, end) if self._even else (self._folded_offset(start), self._folded_offset(end))

    def _folded_offset(self, place: int) -> int:
        places, _, ends = self._uneven
        last = bisect_left(places, place) - 1
        return place if last < 0 else min(place - places[last] - 1 + ends[last], len(self.folded))

    @cached_property
    def letters(self) -> list[str]:
        """The runs of letters of the folded text."""
        return self.coded.translate(_ONLY_LETTERS).decode("ascii").split()

    @cached_property
    def words(self) -> list[str]:
        """The words of the folded text, without the marks around them."""
        return [word for word in map(_stripped, self.pieces) if word]


HOST = re.compile(r"\.[a-z]{2}|://")  # what stands in every address of the web, in a folded text

_stripped = methodcaller("strip", ".,;:!?()[]{}\"'*_~#@<>|/\\")


def _together(coded: bytes) -> int:
    return max(map(len, coded.translate(_ONLY_DIGITS, _MARKS).split()), default=0)
