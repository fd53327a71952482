"""The language of a policy: French, English, both, or one that is not audited.

A policy is long, so the share of its words that are everyday words of a language tells enough, and tells Spanish from
French, which share many. A text in two languages is told by its stretches.
"""

import re
from collections import Counter
from functools import cache

from clausier.auditing.extraction import Refusal, UnreadableError
from clausier.engine.text import fold
from clausier.engine.words import LANGUAGES, words
from clausier.library import LIBRARY

MIXED = "mixed"
LEAST_SHARE = 0.12  # of everyday words: prose has three times as many
STRETCH = 60  # words
MIXED_SHARE = 0.25  # of the stretches, for the lesser language to be one of the text's
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 200_000


def languages_of(text: str) -> tuple[str, ...]:
    """Return the languages of a text, the main one first. Raises UnreadableError for another one."""
    said = _WORD.findall(fold(text[:_SAMPLE]).replace("'", " "))
    stretches = [said[place : place + STRETCH] for place in range(0, len(said), STRETCH)] or [[]]
    told = Counter(_nearest(stretch) for stretch in stretches)
    known = [(count, language) for language, count in told.items() if language in LANGUAGES]
    if not known or sum(count for count, _ in known) * 2 < len(stretches):
        raise UnreadableError(Refusal.LANGUAGE)
    known.sort(reverse=True)
    total = sum(count for count, _ in known)
    return tuple(language for count, language in known if count >= MIXED_SHARE * total)


def _nearest(stretch: list[str]) -> str | None:
    """Return the language whose everyday words are the most frequent; None where none are."""
    shares = {
        language: sum(map(each.__contains__, stretch)) / (len(stretch) or 1) for language, each in _lists().items()
    }
    # Languages that are not audited have shorter lists here, so a draw is theirs only when the share is larger.
    best = max(shares, key=lambda language: (shares[language], language in LANGUAGES))
    return best if shares[best] >= LEAST_SHARE else None


@cache
def _lists() -> dict[str, frozenset[str]]:
    lists = {language: frozenset(_SHORT[language] | set(words("stopwords", language))) for language in LANGUAGES}
    for line in (LIBRARY / "audit" / "languages.txt").read_text(encoding="utf-8").splitlines():
        language, _, told = line.partition(":")
        if told and not line.startswith("#"):
            lists[language] = frozenset(map(fold, told.split()))
    return lists


# What both languages share is in neither list of stop words, and makes half of the prose.
_SHORT = {
    "fr": {"de", "la", "le", "les", "des", "et", "du", "un", "une", "en", "au", "aux", "a", "l", "d", "s", "n", "qu"},
    "en": {"the", "of", "and", "to", "in", "a", "is", "for", "on", "or", "be"},
}
