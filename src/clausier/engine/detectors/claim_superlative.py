"""An unsupported superlative about the organisation's own product or service: "the best", "n° 1", "100 % safe".

Rule: the Competition Act, s. 74.01(1)(b) (claims of performance need adequate and proper testing), article L121-2 of
the French consumer code, the FTC's substantiation doctrine. Mistaken for: everyday superlatives of a person about other
things (the best poutine), set phrases ("best before", "best wishes") and a figure given with its source.
"""

import re
from collections.abc import Iterator

from clausier.engine.detector import Derived, Found, View
from clausier.engine.speech import affirmed
from clausier.engine.voice import official, private

_NUMBERED = re.compile(
    r"(?:pool|route|line|rink|gate|room|station|zone|lot|section|rule|step|ward|exit|bus|field|court|piscine|ligne|quai"
    r"|porte|salle|etape|article|regle|secteur|terrain|patinoire|sortie|circuit|stationnement)"
    r" (?:#|no|n°|number|numero)[^!?\n]{0,30}\Z"
)
IN_ITS_VOICE = ("agency", "paid-partner", "gifted")


def look(view: View) -> Iterator[Found]:
    """Yield the superlatives about what is the organisation's own."""
    if not (
        official(view)
        or private(view)
        or view.context.author.relation in IN_ITS_VOICE
        or view.of("about.")
        or view.says("business")
    ):
        return
    confidence = 0.4 if view.says("sources") else 0.75
    for match in view.phrases("superlatives"):
        if (
            affirmed(match)
            and not view.says("set-phrases", *match.span())
            and not _NUMBERED.search(match.string, 0, match.end())
        ):
            yield Found("claim.superlative", *match.span(), confidence)


DETECTORS = (Derived(("claim.superlative",), look, after=("about.",), lists=("superlatives",)),)
