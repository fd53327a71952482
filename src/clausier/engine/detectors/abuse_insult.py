"""An insult aimed at a person or at the people of the organisation.

Some nouns insult whoever they are said of (moron, niaiseux); others only once they are said of somebody ("you're a
clown", "la nana qui répond est une cruche"). Mistaken for: criticism of things and of decisions, which is no insult (a
"stupid form", "c'est nul"), what the author says of themself, plain senses (la cave, the pigs), and insults quoted in
order to report them. Whether an insult is a ground for removal is for the policy and a person to say.
"""

import re
from collections.abc import Iterator
from functools import cache

from clausier.engine.detector import Found, Hit, Known, Lexicon, Said, View
from clausier.engine.speech import before, denied, reported
from clausier.engine.words import both

KIND = "abuse.insult"
# "I felt like an idiot", "it's a cheap joke": of oneself, or of a thing.
_OF_NOBODY = re.compile(
    r"(?<!\w)(?:i(?:'m| am| was| feel| felt| look| looked)|im|je suis|j'ai l'air|je me sens|je passe pour|ma[dk]es? me"
    r"|f(?:ait|aire) sentir|chu|chu tu|suis-je|feeling|feel like"
    r"|c'est|it's|it is|that's|that is|this is) (?:[\w'-]{1,30} ){0,3}$"
)
# A douche in French is a shower.
_SHOWER = re.compile(r"(?<!\w)(?:la|une|ma|sa|ta|de|votre|notre|en) douche\Z")


def _meant(text: str, start: int) -> bool:
    """Tell whether an insult is meant for another person: not oneself or a thing, not denied, not reported."""
    return not (_OF_NOBODY.search(before(text, start)) or denied(text, start, near=14) or reported(text, start))


def _said(match: "re.Match[str]") -> bool:
    return _meant(match.string, match.start())


@cache
def _nouns() -> dict[str, float]:
    return dict.fromkeys(both("insults"), 0.7)


def _terms(known: Known) -> dict[str, float]:
    del known
    return _nouns()


class Insults(Lexicon):
    """Nouns that insult whoever they are said of."""

    def find(self, view: View, hits: list[Hit]) -> Iterator[Found]:
        """Yield the nouns that are meant."""
        text = view.text.folded
        found = (each for each in super().find(view, hits) if _meant(text, each.start))
        return (each for each in found if not _SHOWER.search(text, max(0, each.start - 6), each.end))


DETECTORS = (
    Insults(KIND, _terms),
    Said(KIND, "calling", confidence=0.75, valid=_said),
    Said(KIND, "insulting", confidence=0.75, valid=_said),
)
