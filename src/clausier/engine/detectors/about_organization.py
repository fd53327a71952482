"""The organisation is named: by a name of the facts, a handle, a domain, or the hashtag of a name.

A fact for rules, never an alarm: it tells whom a message is about, which the disclosure of ties needs. Mistaken for:
another city ("the City" of somebody else), so a generic name, an article and common words, is held less sure.
"""

from functools import lru_cache

from clausier.engine.detector import Known, Lexicon
from clausier.engine.names import scored
from clausier.engine.text import fold


@lru_cache(maxsize=32)
def terms(known: Known) -> dict[str, float]:
    """Return the folded names, handles and domains of the organisation."""
    facts = known.facts
    names = [name for each in facts.names.values() for name in each] + list(facts.called.values())
    exact = [handle for handles in facts.handles.values() for handle in handles] + list(facts.domains)
    return scored(names) | {fold(each): 0.95 for each in exact}


DETECTORS = (Lexicon("about.organization", terms),)
