"""A marking of confidentiality, used as a marking: CONFIDENTIEL, Protégé B, Diffusion restreinte, Internal only.

Levels of the Government of Canada (Policy on Government Security), the common markings of companies, and those that
the policy lists. The same words make ordinary sentences (« c'est confidentiel »), so a marking stands in capitals, at
the head of a line, between brackets or quotes, or before a dash or a colon.
Mistaken for: talk about confidentiality, closing lines of the law, shouting, and jokes (CONFIDENTIAL SAUCE RECIPE).
"""

import re
from collections.abc import Iterable, Iterator

from clausier.engine.detector import Detector, Found, Hit, Known, View
from clausier.engine.text import fold

KIND = "conf.marking"
LEVELS = tuple(f"{word} {level}" for word in ("protege", "protected") for level in "abc")
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
OPENED = re.compile(
    r"(?:^|[\n\[({\"|/*]|[\s:]-\s|: |\b(?:mention|marque|marquee|estampille|estampillee|tampon|marked|stamped|labelled"
    r"|labeled|marking|titre|intitule|titled)\b:? ?\"? ?)\s*$"
)
CLOSED = re.compile(r"\s*(?:$|[\n\])}\"|/*:]|\s-\s|\.(?:\s|$))")
NEAR = 40
LONGEST_HEADING = 80


class Marking(Detector):
    """A marking is a term, found wherever it stands apart; a level is known by its capital letter."""

    kinds = (KIND,)
    whole = True

    def literals(self, known: Known) -> Iterable[str]:
        """Return the markings of everybody and those of the policy."""
        return {*LEVELS, *MARKINGS, *map(fold, known.markings)}

    def find(self, view: View, hits: list[Hit]) -> Iterator[Found]:
        """Yield the terms that are used as markings."""
        for hit in hits:
            if _is_marking(view, hit):
                yield Found(KIND, hit.start, hit.end, 0.8)


def _is_marking(view: View, hit: Hit) -> bool:
    """Tell whether the words stand apart from a sentence; in capitals, on one side is enough."""
    start, end = view.text.span(hit.start, hit.end)
    written = view.text.raw[start:end]
    if hit.literal in LEVELS:
        return written[-1].isupper()
    before, after = view.around(hit.start, hit.end, NEAR)
    opened = bool(OPENED.search(before if hit.start > NEAR else "\n" + before))
    closed = bool(CLOSED.match(after or "\n"))
    if written.isupper():
        apart = (opened or closed) and not _is_shouted(view.text.raw, start, end)
        return apart or _is_in_heading(view.text.raw, start, end)
    return opened and closed and written[0].isupper()


def _is_shouted(text: str, start: int, end: int) -> bool:
    """Tell whether a neighbouring word, in the same breath, is in capitals too."""
    before = re.search(r"(\w[\w'’]+) $", text[max(0, start - 30) : start])
    after = re.match(r" ([\w'’]+\w)", text[end : end + 30])
    return any(word is not None and word[1].isupper() for word in (before, after))


def _is_in_heading(text: str, start: int, end: int) -> bool:
    """Tell whether the line is a short one in capitals, above or below lines that are not."""
    low, high = max(0, start - LONGEST_HEADING), end + LONGEST_HEADING
    before, after = text[low:start].rpartition("\n"), text[end:high].partition("\n")
    begins, ends = before[1] or low == 0, after[1] or high >= len(text)
    heading = before[2] + text[start:end] + after[0]
    return bool(begins and ends) and heading.isupper() and not text[low:high].isupper()


DETECTORS = (Marking(),)
