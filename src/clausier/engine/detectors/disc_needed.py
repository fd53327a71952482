"""The author has a tie with what the post promotes, praises, recommends or defends: it has to be told.

A tie alone, or a name alone, is nothing. An employee may pass on a public notice and complain of the weather; who is
paid or was given the thing promotes it by speaking of it; an agency's copy in the organisation's voice is the
organisation's own. Text alone cannot decide this: the relation and the interests come with the message. Mistaken for:
praise of something else in the same breath, and irony.
"""

import re
from collections.abc import Iterator

from clausier.engine.detector import Derived, Found, View
from clausier.engine.speech import denied
from clausier.engine.text import fold
from clausier.engine.voice import FIRST_PERSON, discloses, tied
from clausier.engine.words import finder

_QUOTED = re.compile(r'"[^"]*"')
_GIVEN = ("paid-partner", "gifted")


def look(view: View) -> Iterator[Found]:
    """Yield the need for a disclosure; it is about the whole text, so its span is empty."""
    if discloses(view) and tied(view):
        confidence = _need(view)
        if confidence:
            yield Found("disc.needed", 0, 0, confidence)


def _need(view: View) -> float:
    relation, text = view.context.author.relation, view.text.folded
    named = _named(view)
    if any(each.end > each.start for each in view.of("disc.clear", "disc.vague")):
        return 0.7  # who tells a tie, however badly, speaks of what it is with
    if relation in _GIVEN:
        return 0.9 if named else 0.6 if finder("promoting").search(text) or _stands_for(view) else 0.0
    if relation == "agency":
        own_voice = FIRST_PERSON.search(_QUOTED.sub("", text)) or "@" in text
        return 0.7 if named and own_voice else 0.0
    if not _stands_for(view):
        return 0.0
    return 0.85 if named else 0.6 if _of_its_business(view) else 0.0


def _named(view: View) -> bool:
    """Tell whether the post is about the organisation or an interest; a city in a postal address is a mere place."""
    places = view.of("pi.address")
    return any(
        not any(each.start < place.end and place.start < each.end for place in places) for each in view.of("about.")
    )


def _stands_for(view: View) -> bool:
    """Tell whether the post praises, recommends, defends, or claims something for what it speaks of."""
    text = view.text.folded
    if view.of("claim."):
        return True
    return any(
        not denied(text, match.start(), near=14)
        for name in ("praise", "advocacy")
        for match in finder(name).finditer(text)
    )


def _of_its_business(view: View) -> bool:
    roles = (fold(role) for each in view.known.facts.public_figures for role in each.role.values())
    return finder("business").search(view.text.folded) is not None or any(
        re.search(rf"(?:la|le|the) {re.escape(role)}\b", view.text.folded) for role in roles
    )


DETECTORS = (Derived(("disc.needed",), look, after=("about.", "disc.clear", "disc.vague", "claim.", "pi.address")),)
