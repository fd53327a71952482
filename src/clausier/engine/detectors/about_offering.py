"""A product or a service of the organisation is named, by one of the names that the facts give it.

A fact for rules, never an alarm: praise of one's own product calls for a disclosure. Mistaken for: the common noun that
a service is named after ("snow removal", "camp de jour"): rules that rest on it ask for more.
"""

from functools import lru_cache

from clausier.engine.detector import Known, Lexicon
from clausier.engine.names import scored


@lru_cache(maxsize=32)
def terms(known: Known) -> dict[str, float]:
    """Return the folded names of the offerings."""
    offerings = known.facts.offerings
    return scored([name for each in offerings for name in (*each.names.values(), *each.also)])


DETECTORS = (Lexicon("about.offering", terms),)
