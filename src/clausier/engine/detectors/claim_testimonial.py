"""A testimonial: somebody's account of a result, reproduced or about to be.

Rule: FINRA 2210(d)(6), FTC 16 CFR 255.2 (results must be typical), Canada's natural health products rules. Mistaken for:
speaking *of* testimonials, quotations of people in office, and the author's own tale, which is a matter of disclosure.
"""

import re
from collections.abc import Iterator

from clausier.engine.detector import Derived, Found, View
from clausier.engine.text import fold
from clausier.engine.words import finder

_QUOTE = re.compile(r'"([^"\n]{12,300})"')
_PERSONAL = re.compile(r"(?<!\w)(?:i|i'm|i've|i'd|my|me|we|our|je|j|mon|ma|mes|m|moi|nous|notre|nos)(?!\w)")
_RESULT = re.compile(
    r"(?<!\w)(?:lost|saved|turned|doubled|tripled|gained|grew|earned|made|got|gave|cured|healed|stopped|quit|retired|paid off"
    r"|changed|helped|never (?:had|felt|looked|burned|been)|no longer|couldn't believe|thanks to|since (?:i|we|using)|feel|felt"
    r"|back to|finally|pounds|years younger|ai (?:\w+ )?(?:perdu|gagne|arrete|pris|double|triple|retrouve|economise|epargne|rembourse|paye"
    r"|achete|cesse|retire)|avons|perdu|gagne|n'a plus|n'ai plus|plus jamais|grace a|depuis|m'a (?:permis|aide|change|sauve|fait)|change"
    r"|ma vie|disparu\w*|gueri\w*|mieux)(?!\w)"
)
_SPEAKER = re.compile(
    r"^[ ,.!]*(?:[-(]|(?:dit|disait|raconte|temoigne|affirme|confie|explique|nous (?:dit|ecrit|confie)|ecrit|says|said|tells us|writes|shares"
    r"|reports)(?!\w))|(?:client|cliente|membre|member|customer|user|abonnee?|patient\w*) (?:depuis|since|de|of|from)"
)
_BEFORE = re.compile(
    r"(?:temoignage|testimonial|avis client|client (?:review|story)|customer (?:review|story)|five stars|5 etoiles|cinq etoiles"
    r"|says|writes|told us|dit|ecrit|raconte|temoigne)[^\"]{0,80}$"
)


def look(view: View) -> Iterator[Found]:
    """Yield the quoted results of people who hold no office."""
    text = view.text.folded
    for match in _QUOTE.finditer(text):
        around = text[max(0, match.start() - 80) : match.start()], text[match.end() : match.end() + 60]
        told = _SPEAKER.search(around[1]) or _BEFORE.search(around[0])
        named = bool(view.of("about."))
        if _PERSONAL.search(match[1]) and _RESULT.search(match[1]) and not _in_office(view, " ".join(around)):
            if told or named:
                yield Found("claim.testimonial", *match.span(), 0.8 if told else 0.6)


def _in_office(view: View, around: str) -> bool:
    """Tell whether the speaker is a public figure or holds an office: what they say is a statement, no testimonial."""
    names = (fold(name) for each in view.known.facts.public_figures for name in (each.name, *each.role.values()))
    return finder("offices").search(around) is not None or any(name and name in around for name in names)


DETECTORS = (Derived(("claim.testimonial",), look, after=("about.",), anchors=('"',)),)
