"""A swear word: the sacres of Quebec, the gros mots of France, those of English, plain or disguised.

Seed: LDNOOBW (CC BY 4.0), sorted by hand into swear words proper, with the spellings of Quebec written for this list. A
word is read at its boundaries, so Scunthorpe, Dickson and "assistant" are left alone; masked words (f***, b1tch, m*rde,
f u c k, fuuuck) are swear words, euphemisms are not. Mistaken for: words that also have a plain sense (a female dog, a
calvary, a Bachelor of Science), which need their company, and words quoted in order to report them.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import product
from string import ascii_lowercase

from clausier.engine.detector import Derived, Found, Hit, Known, Lexicon, Pattern, Said, View
from clausier.engine.speech import reported
from clausier.engine.words import both

KIND = "abuse.profanity"
MASKS = frozenset("*#@$!%")
# Plain words as well as swear words: looked for in disguise only, nobody masks a female dog.
TWO_SENSES = ("bitch", "bitches", "dick", "dicks", "cock", "tits")
# What stands in every word so disguised: a letter before a mask, one alone between two marks, one three times.
MASKED = tuple(map("".join, product(f"{ascii_lowercase}$", "*@$!013457#%")))
SPACED = tuple(mark + letter + mark for mark in " .*_-" for letter in ascii_lowercase)
DRAWN = tuple(letter * 3 for letter in ascii_lowercase)
DEGREE = ("a", "an", "my", "his", "her", "earned", "ma", "un", "une", "les", "des")
# What the sacres are named after, where it is spoken of.
_VESSELS = frozenset(("calice", "calices", "ciboire", "ciboires", "tabernacle", "hostie", "hosties"))
_CHURCH = re.compile(
    r"(?<!\w)(?:eglise|sacristie|messe|paroiss\w{1,5}|cathedrale|chapelle|dore|musee|visite guidee|vole[se]*|sculpte"
    r"|communion|argenterie|patrimoine|autel)(?!\w)"
)
_MILD = ("damn", "crap", "crappy", "bordel", "merdier", "chiant", "chiante")

_LEET = str.maketrans("@$!013457", "asioieast")
_DISGUISED = re.compile(r"(?<![\w@#/.$*])[a-z$][a-z]{0,14}+[*@$!013457#%][a-z*@$!013457#%]{0,14}(?![\w@])")
_TRIPLE = re.compile(r"([a-z])\1\1+")
_LETTERS = re.compile(r"(?<!\w)[a-z]{5,40}(?!\w)")
_MAY_BE_SPACED = re.compile(r"[ .*_-][a-z][ .*_-][a-z][ .*_-]")
_SPACED = re.compile(r"(?<!\w)[a-z]([ .*_-])[a-z](?:\1[a-z]){2,9}(?!\w)")


@cache
def _words() -> frozenset[str]:
    return frozenset((*both("profanity"), *TWO_SENSES))


@cache
def _of_length(length: int) -> tuple[str, ...]:
    return tuple(word for word in _words() if len(word) == length and word.isalpha())


@cache
def _terms() -> dict[str, float]:
    return {word: 0.7 if word in _MILD else 0.95 for word in both("profanity")}


class Swearing(Lexicon):
    """The plain swear words, but for those quoted in order to report them, and for the end of a picnic in French."""

    def find(self, view: View, hits: list[Hit]) -> Iterator[Found]:
        """Yield the words that the author says."""
        text = view.text.folded
        for each in super().find(view, hits):
            if text[each.start : each.end] in _VESSELS and _CHURCH.search(text):
                continue
            if not (reported(text, each.start) or text.startswith("pique", max(each.start - 6, 0))):
                yield each


def _known_words(known: Known) -> dict[str, float]:
    del known
    return _terms()


def unmasked(token: str) -> bool:
    """Tell whether a masked or leet word is a swear word: every letter that is shown is in its place."""
    shown = token.rstrip("!%")
    if shown.isalpha():
        return False  # a mark that ends a sentence masks nothing: « les p'tits! »
    if shown.translate(_LEET) in _words():
        return True
    masked = not {"*", "#", "@"}.isdisjoint(shown)
    return masked and any(_fits(shown, word) for word in _of_length(len(shown)))


def _fits(shown: str, word: str) -> bool:
    return all(mark in MASKS or mark == letter for mark, letter in zip(shown, word, strict=True))


def _masked(view: View) -> Iterable[tuple[int, int]]:
    return (match.span() for match in _DISGUISED.finditer(view.text.folded) if unmasked(match[0]))


def _spaced(view: View) -> Iterable[tuple[int, int]]:
    text = view.text.folded
    for match in _SPACED.finditer(text) if _MAY_BE_SPACED.search(text) else ():
        if re.sub(r"[^a-z]", "", match[0]) in _words():
            yield match.span()


def _drawn(view: View) -> Iterable[tuple[int, int]]:
    drawn = [letters for letters in DRAWN if letters in view.text.folded]
    for match in _LETTERS.finditer(view.text.folded):
        word = match[0]
        if any(letters in word for letters in drawn) and word not in _words() and _undrawn(word) & _words():
            yield match.span()


def _undrawn(word: str) -> set[str]:
    """Return a word with each letter that is drawn out once, and with each twice."""
    return {_TRIPLE.sub(each, word) for each in (r"\1", r"\1\1")}


def _looking(disguised: Callable[[View], Iterable[tuple[int, int]]]) -> Callable[[View], Iterator[Found]]:
    """Return what yields the words disguised in a way."""

    def look(view: View) -> Iterator[Found]:
        for start, end in disguised(view):
            if not reported(view.text.folded, start):
                yield Found(KIND, start, end, 0.9)

    return look


def _said(match: "re.Match[str]") -> bool:
    return not reported(match.string, match.start())


DETECTORS = (
    Swearing(KIND, _known_words),
    Derived((KIND,), _looking(_masked), anchors=MASKED),
    Derived((KIND,), _looking(_spaced), anchors=SPACED),
    Derived((KIND,), _looking(_drawn), anchors=DRAWN),
    Said(KIND, "swearing", confidence=0.8, valid=_said),
    Pattern(KIND, r"(?<!\w)bs(?!\w)(?! (?:in|degree|of|en))", confidence=0.6, unwanted=DEGREE, near=6),
)
