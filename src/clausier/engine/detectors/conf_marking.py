"""A marking of confidentiality, used as a marking: CONFIDENTIEL, Protégé B, Diffusion restreinte, Internal only.

Levels of the Government of Canada (Policy on Government Security), the common markings of companies, and those that
the policy lists. The same words make ordinary sentences (« c'est confidentiel »), so a marking stands in capitals, at
the head of a line, between brackets or quotes, or before a dash or a colon.
Mistaken for: talk about confidentiality, closing lines of the law, shouting, and jokes (CONFIDENTIAL SAUCE RECIPE).
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from clausier.engine.detector import Derived, Found, Known, View
from clausier.engine.text import fold

KIND = "conf.marking"
MARKINGS = (
    "confidentiel", "confidentielle", "strictement confidentiel", "privilegie et confidentiel", "secret",
    "tres secret", "diffusion restreinte", "diffusion limitee", "usage interne", "usage interne seulement",
    "usage interne uniquement", "interne seulement", "document interne", "a usage interne", "ne pas diffuser",
    "ne pas distribuer", "ne pas publier", "huis clos", "sous embargo",
    "confidential", "strictly confidential", "privileged and confidential", "company confidential", "top secret",
    "restricted", "restricted distribution", "internal", "internal only", "internal use only", "internal use",
    "for internal use only", "not for distribution", "not for release", "do not distribute", "do not photograph",
    "eyes only", "under embargo",
)  # fmt: skip
LEVEL = re.compile(r"(?<!\w)prote(?:ge|cted) [abc](?!\w)")
OPENED = re.compile(
    r"(?:^|[\n\[({\"|/*]|[\s:]-\s|: |\b(?:mention|marque|marquee|estampille|estampillee|tampon|marked|stamped|labelled"
    r"|labeled|marking|titre|intitule|titled)\b:? ?\"? ?)\s*$"
)
CLOSED = re.compile(r"\s*(?:$|[\n\])}\"|/*:]|\s-\s|\.(?:\s|$))")
NEAR = 40


@lru_cache(maxsize=8)
def _pattern(known: Known) -> "re.Pattern[str]":
    markings = sorted({*MARKINGS, *map(fold, known.markings)}, key=len, reverse=True)
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, markings)) + r")(?![\w-])")


def _look(view: View) -> Iterator[Found]:
    text = view.text.folded
    for match in LEVEL.finditer(text):
        if _written(view, match)[-1].isupper():
            yield Found(KIND, match.start(), match.end(), 0.85)
    for match in _pattern(view.known).finditer(text):
        if _stands_apart(view, match):
            yield Found(KIND, match.start(), match.end(), 0.8)


def _written(view: View, match: "re.Match[str]") -> str:
    start, end = view.text.span(*match.span())
    return view.text.raw[start:end]


def _stands_apart(view: View, match: "re.Match[str]") -> bool:
    """Tell whether the words stand apart from a sentence; in capitals, on one side is enough."""
    written = _written(view, match)
    before, after = view.around(match.start(), match.end(), NEAR)
    opened = OPENED.search(before if match.start() > NEAR else "\n" + before)
    closed = CLOSED.match(after or "\n")
    if written.isupper():
        return bool(opened or closed) and not _is_shouted(view, match)
    return bool(opened and closed) and written[0].isupper()


def _is_shouted(view: View, match: "re.Match[str]") -> bool:
    """Tell whether a neighbouring word, in the same breath, is in capitals too."""
    start, end = view.text.span(*match.span())
    before = re.search(r"(\w[\w'’]+) $", view.text.raw[max(0, start - 30) : start])
    after = re.match(r" ([\w'’]+\w)", view.text.raw[end : end + 30])
    return any(word is not None and word[1].isupper() for word in (before, after))


DETECTORS = (Derived(kinds=(KIND,), look=_look),)
