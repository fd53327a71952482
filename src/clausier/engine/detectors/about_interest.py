"""A declared interest of the author is touched: the employer, client, sponsor or party by its name or its topics.

Interest meets topic at the time of the check; nothing is kept. A fact for rules and for the disclosure of ties, never
an alarm. Mistaken for: a topic of one common word, which is why whole words only are met.
"""

from collections.abc import Iterator

from clausier.engine.detector import Derived, Found, View, whole_word
from clausier.engine.names import spellings


def look(view: View) -> Iterator[Found]:
    """Yield the places where a name or a topic of the author's interests stands."""
    for interest in view.context.author.interests:
        for name in filter(str.strip, (interest.name, *interest.also, *interest.topics)):
            for spelling in spellings(name):
                yield from _places(view.text.folded, spelling)


def _places(text: str, term: str) -> Iterator[Found]:
    start = text.find(term)
    while start >= 0:
        if whole_word(text, start, start + len(term)):
            yield Found("about.interest", start, start + len(term), 0.9)
        start = text.find(term, start + len(term))


DETECTORS = (Derived(("about.interest",), look),)
