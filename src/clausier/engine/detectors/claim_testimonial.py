"""A testimonial: somebody's account of a result, reproduced or about to be.

Rule: FINRA 2210(d)(6), FTC 16 CFR 255.2 (results must be typical), Canada's natural health products rules. Mistaken
for: speaking *of* testimonials, quotations of people in office, and the author's own tale, which is a matter of
disclosure.
"""

import re
from collections.abc import Iterator

from clausier.engine.detector import Derived, Found, View
from clausier.engine.phrases import phrases
from clausier.engine.text import fold
from clausier.engine.voice import official

_QUOTE = re.compile(r'"([^"\n]{12,300})"')
_PERSONAL = re.compile(r"(?<!\w)(?:i|i'm|i've|i'd|my|me|we|our|je|j|mon|ma|mes|m|moi|nous|notre|nos)(?!\w)")
_SPEAKER_AFTER = re.compile(
    r"^[ ,.!]{0,3}(?:[-(]|(?:dit|disait|raconte|temoigne|affirme|confie|explique|ecrit|nous (?:dit|ecrit|confie)"
    r"|says|said|tells us|writes|shares|reports)(?!\w))"
    r"|(?:cliente?|membre|member|customer|user|abonnee?|patiente?|usagere?) (?:depuis|since|de|of|from)"
)
_SPEAKER_BEFORE = re.compile(
    r"(?:temoignage|testimonial|avis client|(?:client|customer) (?:review|story)|five stars|(?:5|cinq) etoiles|says"
    r"|writes|told us|dit|ecrit|raconte|temoigne)(?!\w)[^\"]{0,80}$"
)


def look(view: View) -> Iterator[Found]:
    """Yield the quoted results of people who hold no office, and those that the organisation tells of a customer."""
    text = view.text.folded
    for match in _QUOTE.finditer(text):
        before, after = view.around(*match.span(), 80)
        told = _SPEAKER_AFTER.search(after) or _SPEAKER_BEFORE.search(before)
        result = _PERSONAL.search(match[1]) and view.says("results", match[1])
        if result and (told or view.of("about.")) and not _in_office(view, before + after):
            yield Found("claim.testimonial", *match.span(), 0.8 if told else 0.6)
    if official(view) or view.context.author.relation == "agency":
        yield from (Found("claim.testimonial", *match.span(), 0.65) for match in view.phrases("told-results"))


def _in_office(view: View, around: str) -> bool:
    """Tell whether the speaker is a public figure or holds an office: what they say is a statement, no testimonial."""
    figures = (fold(name) for each in view.known.facts.public_figures for name in (each.name, *each.role.values()))
    return view.says("offices", around) or any(name and name in around for name in figures)


DETECTORS = (Derived(("claim.testimonial",), look, after=("about.",), anchors=('"', *phrases("told-results").anchors)),)
