"""A declared interest of the author is touched: the employer, client, sponsor or party by its name or its topics.

Interest meets topic at the time of the check; nothing is kept. A fact for rules and for the disclosure of ties, never
an alarm. A name is met as people write it: contracted ("du nouveau parc"), elided ("d'Orelle"), as a possessive, a
hashtag or a handle. A topic that begins with an article is met with any other determiner ("cette administration",
"our new park"). Mistaken for: a topic of one common word, which is why whole words only are met.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from clausier.engine.detector import Derived, Found, View
from clausier.engine.names import SHORTEST_TAG, joined, spellings
from clausier.engine.text import fold

_ARTICLE = re.compile(r"^(?:le |la |les |the |l'|un |une |an? )")
_DETERMINERS = (
    "le ", "la ", "les ", "l'", "du ", "au ", "des ", "aux ", "de ", "d'", "ce ", "cet ", "cette ", "ces ", "notre ",
    "nos ", "votre ", "vos ", "mon ", "ma ", "mes ", "the ", "this ", "that ", "these ", "our ", "your ", "my ",
)  # fmt: skip


def look(view: View) -> Iterator[Found]:
    """Yield the places where a name or a topic of the author's interests stands."""
    for interest in view.context.author.interests:
        names = tuple(filter(str.strip, (interest.name, *interest.also, *interest.topics)))
        if names:
            for match in _written(names).finditer(view.text.folded):
                yield Found("about.interest", *match.span(), 0.9)


@lru_cache(maxsize=256)
def _written(names: tuple[str, ...]) -> "re.Pattern[str]":
    """Return an expression for all that stands for an interest."""
    terms = sorted({term for name in names for term in _terms(name)}, key=len, reverse=True)
    return re.compile("(?<![a-z0-9])(?:" + "|".join(map(re.escape, terms)) + ")(?![a-z0-9])")


def _terms(name: str) -> Iterator[str]:
    yield from spellings(name)
    core = _ARTICLE.sub("", fold(name).strip())
    if core != fold(name).strip():
        yield from (determiner + core for determiner in _DETERMINERS)
    for tag in filter(lambda tag: len(tag) >= SHORTEST_TAG, {joined(core), joined(name)}):
        yield from (sign + tag for sign in "#@")


DETECTORS = (Derived(("about.interest",), look),)
