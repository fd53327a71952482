"""What a password looks like: letters with digits or marks among them, digits alone, or a word that is no adjective.

What stands after "password" is mostly something said of passwords (« obligatoire », "expired"), so a plain word is a
password only where it ends its clause, and is neither in ``library/words/no-passwords`` nor formed like an adjective,
a participle or an adverb.
"""

import re
from collections.abc import Callable
from functools import cache

from clausier.engine.detector import Pattern
from clausier.engine.text import fold
from clausier.engine.words import both

START = r"(?<![^\W_])"
EQUALS = r"[:=→>]{1,3}\s?"
IS = (
    r"(?i:est|is spelled|s['’][ée]crit|is|was|were|are"
    r"|c(?:['’ ]?[ée]tait|['’ ]?est)?|sera|will be|devient|becomes|changed to|set to|reset to"
    r"|chang[ée] (?:pour|en|à)|it['’]s|its|this|reste|demeure|stays|remains)"
)
TYPE = (
    r"(?i:use[sd]?|enter|type|try|put|utilise[rsz]?|tape[rsz]?|entre[rsz]?|essaie|essaye[rsz]?|mets|mettez|mettre|mis"
    r"|met|with|avec|inscri\w{1,4}|employe[rsz]?)"
)
BETWEEN = r"(?:(?>,?\s[\w'’()@./#-]{1,14})){0,6}?"
VALUE = r"(?P<quoted>[«“\"'`‘(]{0,2})\s?(?P<value>[^\s«»“”\"`,]{3,40}[^\s«»“”\"`’'.,;:?)])"
MARKS = frozenset("!@#$%^&*_+=~|<>?")
# Which are said of passwords, never given as one, and ends of words that only adjectives and adverbs have.
SAID = ("ed", "ing", "ly", "ive", "able", "ible", "less", "ful", "ous", "ory", "é", "ée", "és", "ées", "ment", "eux")
FEWEST_LETTERS = 5
_DIGIT = re.compile(r"\d")
_REFUSED = re.compile(
    r"\s{0,2}[»”\"'’)]?\s{0,2}(?i:(?:est|is|was|a été|gets?) (?:refus|reject|trop|too|invalid|interdit|not allowed)"
    r"|caract[èe]res|characters?|chars|chiffres|digits|lettres|letters|fois|times|jours|days|mois|months|minutes|[$%€])"
)
_CLOSED = re.compile(r"\s?[»”\"'`’)]")
_ENDED = re.compile(r"\s?[»”\"'`’)]{0,2}\s?(?:[.,;!\n)]|$|\s(?i:svp|please|btw|lol|thanks|merci|ok|enjoy)(?!\w))")
_OTHER = re.compile(r"\w@\w[\w-]*\.\w|[0-9a-f]{30}")  # an e-mail address, a key of a service
DEVICE = re.compile(
    r"(?i:iphone|ipad|galaxy|pixel|windows|office|playstation|xbox|covid|version|chap\w*|section|local|room|page|step"
    r"|[ée]tape)-?\d+|.*(?:\.(?:com|ca|org|net|example|gouv|qc)|/).*"
)
PROGRAM = re.compile(r"[A-Z][A-Za-z]*\d|[A-Z]+-?\d+")  # OAuth2, SHA-256: names of things, with nothing else odd


def password(
    pattern: str,
    anchors: tuple[str, ...],
    digits: int,
    confidence: float,
    valid: Callable[..., bool | float] | None = None,
) -> Pattern:
    """Return what finds a password, the group ``value`` of a pattern on the message as it was written."""
    return Pattern(
        kind="secret.password",
        pattern=START + pattern,
        anchors=anchors,
        digits=digits,
        raw=True,
        group="value",
        confidence=confidence,
        valid=valid,
    )


@cache
def no_passwords() -> frozenset[str]:
    """Return what stands where a password would: bad examples, programs, what is said of passwords."""
    return frozenset((*both("no-passwords"), *both("stopwords")))


def is_strong(match: "re.Match[str]") -> bool:
    """Tell whether a value holds letters, and digits or marks among them."""
    value = match["value"]
    before = match.string[max(0, match.start() - 200) : match.start()].rpartition(" ")[2]
    if fold(value) in no_passwords() or "://" in value or "://" in before or value[0] in "[<{/":
        return False
    if _OTHER.search(value):
        return False
    marked = _DIGIT.search(value) is not None or not MARKS.isdisjoint(value.strip("!*_#@?"))
    return marked and any(map(str.isalpha, value)) and not is_refused(match)


def is_refused(match: "re.Match[str]") -> bool:
    """Tell whether the words after a value say that it is refused, or count something."""
    return _REFUSED.match(match.string, match.end("value")) is not None


def is_coined(match: "re.Match[str]") -> bool:
    """Tell whether a strong value is no name of a program or of a norm (OAuth2, SHA-256)."""
    value = match["value"]
    return is_strong(match) and not PROGRAM.fullmatch(value) and any(map(str.islower, value))


def is_odd(value: str) -> bool:
    """Tell whether only a password would be written so: both cases, digits, a mark or a digit amid letters."""
    mixed = value != value.lower() and value != value.upper() and _DIGIT.search(value) is not None
    return mixed and (not MARKS.isdisjoint(value) or re.search(r"[A-Za-z]\d[a-z]{2}", value) is not None)


def is_plain(match: "re.Match[str]") -> bool:
    """Tell whether a value is a word, or words with hyphens, that is not said of passwords."""
    value = match["value"].rstrip("!")
    letters = re.sub("[-_]", "", value)
    return letters.isalpha() and len(letters) >= FEWEST_LETTERS and fold(value) not in no_passwords()


def is_closed(match: "re.Match[str]") -> bool:
    """Tell whether a value stands alone between quotation marks."""
    return bool(match["quoted"]) and _CLOSED.match(match.string, match.end("value")) is not None


def ends_clause(match: "re.Match[str]") -> bool:
    """Tell whether a value is the last of its clause, and no adjective by its form."""
    return _ENDED.match(match.string, match.end("value")) is not None and not match["value"].lower().endswith(SAID)


def is_phrase(match: "re.Match[str]") -> bool:
    """Tell whether several words are drawn by chance: none binds the others, and few are said of passwords."""
    words = fold(match["value"]).replace("-", " ").split()
    said = sum(word in no_passwords() for word in words)
    return _BINDING.isdisjoint(words) and 2 * said < len(words) and not is_refused(match)


_BINDING = frozenset((
    "a", "au", "aux", "de", "des", "du", "est", "et", "il", "je", "la", "le", "les", "on", "ou", "par", "pas", "pour",
    "que", "qui", "se", "son", "sur", "un", "une", "vous", "votre", "an", "and", "are", "as", "at", "be", "by", "can",
    "do", "for", "from", "has", "have", "if", "in", "is", "it", "must", "my", "no", "not", "of", "or", "the", "this",
    "to", "was", "we", "will", "with", "you", "your", "minimum", "maximum", "least", "moins", "caracteres",
    "characters", "required",
))  # fmt: skip
