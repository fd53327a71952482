"""Folding: the same words however they are written, in capitals, without accents, run together or apart."""

import re
import unicodedata

_MARKS = re.compile("[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]+")
_BETWEEN = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """Return a text in small letters without accents, ligatures or invisible characters."""
    small = text.casefold().replace("œ", "oe").replace("æ", "ae")
    return _MARKS.sub("", unicodedata.normalize("NFKD", small))


def compact(folded: str) -> str:
    """Return the letters and digits of a folded text, run together."""
    return _BETWEEN.sub("", folded)


def spelled(term: str) -> re.Pattern[str]:
    """Return the pattern that finds a term in a folded text, whatever stands between its words."""
    words = [re.escape(word) for word in _BETWEEN.split(fold(term)) if word]
    return re.compile(r"(?<!\w)" + r"[\W_]*".join(words) + r"(?!\w)") if words else re.compile(r"(?!)")
