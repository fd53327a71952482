"""The language of a message: French, English, both, another one, or too little to tell.

Two readings are made, one a language: its everyday words (stop words that the other does not share), and for French
its accents and elisions. Lists of ninety stop words with accents do as well on posts as the language identifiers that
need models. Hashtags, mentions, links and names tell nothing, so they are left out.
"""

import re
from collections import Counter
from functools import cache, lru_cache
from itertools import repeat
from string import ascii_lowercase

from clausier.engine.text import Text
from clausier.engine.words import words

ENOUGH = 2  # marks of a language without which a text is too little to tell
LONG = 9  # different words: so many without marks of either language are of another one
SAMPLE = 5_000  # characters read: a longer message shows its language well before
SHARE = 0.2  # of the marks, for the weaker language to count as spoken too

_TOLD_NOTHING = re.compile(r"https?://\S{1,500}|www\.\S{1,500}|[@#]\w{1,80}|(?<!\S)[^\s@]{1,80}@\S{1,80}")
_WITHOUT_AT = re.compile(r"https?://\S{1,500}|www\.\S{1,500}|#\w{1,80}")  # the same for a text without ``@``, quicker
_WORD = re.compile(rb"(?<![a-z])[a-z]+(?:'[a-z]+)?")
_IN_WORDS = bytes(code if chr(code) in f"{ascii_lowercase}'" else ord(" ") for code in range(256))
_ELIDED = (rf"(?<=(?<!\w){word}.)" for word in ("[cdjlmnst]", "qu", "jusqu", "lorsqu", "puisqu"))
_ELISION = re.compile(f"'(?=[a-z]{{2}})(?:{'|'.join(_ELIDED)})")
# Words with an accent and no capital: a name in an English text keeps its accents.
_ACCENT = re.compile("[àâçéèêëîïôùûüœ]")
_ACCENTED = re.compile(rf"(?<!\w)[a-z]{{0,30}}+{_ACCENT.pattern}\w{{0,30}}")
_ENGLISH = 1 << 16  # in a weight, what stands above a mark of French: a sample holds fewer words
_OTHER = re.compile(
    r"[\u0400-\u052f\u0590-\u06ff\u0900-\u0dff\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af¿¡ñßãõ]"
)


def language_of(text: Text, hint: str | None) -> str:
    """Return ``fr``, ``en``, ``mixed``, ``other`` or ``und``; the hint decides only where the text does not."""
    french, english = _marks(text)
    if french + english < ENOUGH:
        return _of_little(text, hint, french, english)
    weaker, stronger = sorted((french, english))
    if weaker >= ENOUGH and weaker >= SHARE * stronger:
        return "mixed"
    return "fr" if french > english else "en" if english > french else hint or "mixed"


def _marks(text: Text) -> tuple[int, int]:
    """Return how many marks of French and of English a text holds."""
    folded, raw, coded = text.folded, text.raw, text.coded
    if len(raw) > SAMPLE or len(folded) > SAMPLE:
        folded, raw, coded = folded[:SAMPLE], raw[:SAMPLE], coded[:SAMPLE]
    if "@" in folded or "#" in folded or "://" in folded or "www." in folded:
        coded = _telling(folded).encode("ascii", "replace")
    seen = coded.translate(_IN_WORDS).split()
    total = sum(map(_weights().get, seen, repeat(0)))
    if b"'" in coded:
        total += sum([_of_several(word) for word in seen if b"'" in word])
    english, french = divmod(total, _ENGLISH)
    if "'" in folded:
        french += len(_ELISION.findall(folded))
    if not raw.isascii() and _ACCENT.search(raw):
        french += len(_ACCENTED.findall(_telling(raw)))
    return french, english


@lru_cache(maxsize=1_000)  # people elide before a few words
def _of_several(joined: bytes) -> int:
    """Return what the words that apostrophes join, or stand beside, weigh beyond what they weigh as they are."""
    weights = _weights()
    return sum(map(weights.get, _WORD.findall(joined), repeat(0))) - weights.get(joined, 0)


def _telling(text: str) -> str:
    """Return a text without what tells nothing of its language."""
    return (_TOLD_NOTHING if "@" in text else _WITHOUT_AT).sub(" ", text)


@cache
def _weights() -> dict[bytes, int]:
    """Return the weight of each everyday word."""
    weights: Counter[bytes] = Counter()
    for language, weight in (("fr", 1), ("en", _ENGLISH)):
        weights.update(dict.fromkeys((word.encode() for word in words("stopwords", language)), weight))
    return dict(weights)


def _of_little(text: Text, hint: str | None, french: int, english: int) -> str:
    """Return the language of a text that shows less than ``ENOUGH`` marks of French and of English."""
    if len(set(text.words)) >= LONG or _OTHER.search(text.raw):
        return "other"
    return hint or ("fr" if french > english else "en" if english > french else "und")
