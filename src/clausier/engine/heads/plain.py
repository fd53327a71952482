"""A message in plain words, which is what the encoder reads: disguises undone, emoji told by their names.

The encoder was trained on written sentences. It knows nothing of "h4t3", "i d i o t", a pile-of-poo sign or a hashtag
of four words, and a link or a handle tells it nothing that counts. Words are told as they would be written; accents and
capitals of names stay, since the encoder knows them.
"""

import re
import unicodedata
from functools import lru_cache

from clausier.engine.misspelling import meant, written
from clausier.engine.text import CONFUSABLE, fold

MOST = 4_000  # characters read: a longer message shows what it is well before

_LINK = re.compile(r"(?:https?://|www\.)\S{1,500}")
_HANDLE = re.compile(r"(?<![\w@])@[\w.-]{1,80}")
_HASHTAG = re.compile(r"#(\w{2,80})")
_HUMP = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])|_|(?<=[A-Za-z])(?=\d)")
_LEET = re.compile(r"(?<![\w@#.$€%/+-])(?=[^\s]{0,30}[a-zà-ÿ])[a-z0-9à-ÿ@$!|+]{3,30}(?![\w@%€$])", re.IGNORECASE)
_SIGNS = re.compile(
    r"(?<=[a-zà-ÿ])[013457@$!|+](?=[a-zà-ÿ013457@$!|+])|(?<=[a-zà-ÿ])[0134@$]$"
    r"|^[013457@$](?=[a-zà-ÿ][a-zà-ÿ013457@$!|+])|(?<=[a-zà-ÿ0134@$])[013457@$](?=[a-zà-ÿ])",
    re.IGNORECASE,
)
_LETTER_OF = dict(zip("013457@$!|+", "oieastasiit", strict=True))
_MEASURE = re.compile(
    r"\d+(?:h|km|m|cm|mm|kg|g|l|ml|k|e|er|eme|ème|re|th|st|nd|rd|s|am|pm|x|mb|gb|go|mo|w|v)?\d*",
    re.IGNORECASE,
)
_SPACED = re.compile(r"(?<![\w'])[^\W\d_](?:([ .*_-])[^\W\d_](?:\1[^\W\d_]){1,14})(?![\w'])")
_LONG = re.compile(r"([^\W\d])\1{2,60}")
_SHOUTED = re.compile(r"(?<!\w)[A-ZÀ-Þ]{2,40}(?!\w)")
_PICTURES = re.compile("[\u2190-\u2bff\U0001f000-\U0001faff]")
_INVISIBLE = re.compile(
    "[\u00ad\u0300-\u036f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff\U000e0000-\U000e007f]"
)
_HALVES = re.compile("[\ud800-\udfff]")  # of a pair, which JSON may carry alone, and which no encoder takes
_FOREIGN = re.compile("[\u0370-\u03ff\u0400-\u052f]")
_WORDS = re.compile(r"\S{1,100}")
_LATIN = re.compile("[a-zA-Z]")
_LETTERS = re.compile(r"[^\W\d_]{4,24}")

# Signs whose names say less than what people mean by them.
_MEANT = {
    "🏳": "flag", "🏴": "flag", "🌈": "rainbow gay", "🕌": "mosque", "🕍": "synagogue",
    "✡": "jewish star", "☪": "muslim crescent", "✝": "cross christian", "🏻": "white",
    "🏼": "white", "🏽": "brown", "🏾": "black", "🏿": "black", "♀": "woman", "♂": "man",
    "⚧": "transgender", "🚮": "garbage", "🗑": "garbage", "💩": "shit",
    "🖕": "middle finger fuck you", "🤮": "vomit disgusting", "🤢": "disgusting",
    "🐒": "monkey", "🐵": "monkey", "🐷": "pig", "🐖": "pig", "🐀": "rat", "🪳": "cockroach",
    "🐍": "snake", "🔫": "gun shoot", "🔪": "knife stab", "💣": "bomb", "⚰": "coffin dead",
    "☠": "death", "💀": "dead", "🤡": "clown", "🧕": "muslim woman", "👳": "man with turban",
    "🧠": "brain", "🍌": "banana", "🍑": "butt", "🍆": "penis", "💦": "sperm", "😂": "laughing",
    "🤣": "laughing", "😡": "angry", "🤬": "swearing", "❤": "love", "🙏": "please", "👍": "good",
    "👎": "bad", "👊": "punch", "🥊": "punch", "🔥": "fire", "🚫": "forbidden", "❌": "no",
    "💯": "hundred percent",
}  # fmt: skip


def plain(text: str) -> str:
    """Return a message in plain words."""
    text = text[:MOST]
    if not text.isascii():
        text = _INVISIBLE.sub("", unicodedata.normalize("NFC", _HALVES.sub(" ", text)))
        if _FOREIGN.search(text):
            text = _WORDS.sub(_latin, text)
        text = _PICTURES.sub(_told, text)
    if "/" in text or "www" in text:
        text = _LINK.sub(" http ", text)
    if "@" in text:
        text = _HANDLE.sub("@", text)
    if "#" in text:
        text = _HASHTAG.sub(lambda match: _HUMP.sub(" ", match[1]), text)
    text = _LEET.sub(_unleet, text)
    text = _SPACED.sub(lambda match: match[0].replace(match[1], ""), text)
    text = _LETTERS.sub(_meant_by, _LONG.sub(r"\1\1", text))
    return _SHOUTED.sub(lambda match: match[0].lower(), text) if _is_shouted(text) else text


def _is_shouted(text: str) -> bool:
    return len(_SHOUTED.findall(text)) > 1


def _unleet(match: "re.Match[str]") -> str:
    """Return a word with letters for its digits and signs, but a number with its unit, a price or a code as it is."""
    word = match[0]
    if word.isalpha() or _MEASURE.fullmatch(word) or sum(map(str.isdigit, word)) * 2 > len(word):
        return word
    end = len(word) - len(word.rstrip("!"))
    body, tail = (word[:-end], word[-end:]) if end else (word, "")
    return _SIGNS.sub(lambda sign: _LETTER_OF[sign[0]], body) + tail


def _meant_by(match: "re.Match[str]") -> str:
    """Return the word that a misspelt one means, or the word itself."""
    word = match[0]
    meaning = meant().get(word.lower() if word.isascii() else fold(word))
    return written()[meaning] if meaning else word


def _latin(match: "re.Match[str]") -> str:
    """Return a word with Latin letters for their look-alikes, where it mixes both."""
    word = match[0]
    return word.translate(CONFUSABLE) if _LATIN.search(word) else word


@lru_cache(maxsize=2_000)
def _name(sign: str) -> str:
    if sign in _MEANT:
        return f" {_MEANT[sign]} "
    if unicodedata.category(sign) not in ("So", "Sk"):
        return sign
    name = unicodedata.name(sign, "").lower()
    return f" {name.replace('emoji modifier fitzpatrick ', '').replace(' sign', '').replace(' face', '')} "


def _told(match: "re.Match[str]") -> str:
    return _name(match[0])
