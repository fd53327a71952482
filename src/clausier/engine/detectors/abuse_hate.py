"""An attack on people because of a protected ground: a slur that is meant, or contempt, a threat, an exclusion.

The grounds are those of section 10 of the Charter of human rights and freedoms (CQLR c. C-12), the words of the groups
those of ``library/words``. Who is named is marked first (``engine/groups.py``); the phrases of ``hating`` and of
``denying`` then tell an attack from a mention. Mistaken for: counter-speech, quotation, news, a victim's account
(``defending``), a slur that people have made their own, homonyms, and abuse of what is no protected group.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from clausier.engine.detector import Detector, Found, Hit, Known, View
from clausier.engine.groups import SLUR, Marked, Mention, innocent, mentions_of, terms
from clausier.engine.phrasebook import OF_MARKED, Sayings, of_lists
from clausier.engine.speech import quotations

KIND = "abuse.hate"
ATTACKED, INSULTED = 0.8, 0.75
_DENIED = re.compile(r"(?<!\w)(?:not|never|\w+n't|pas|jamais|aucune?|nobody|no one|personne ne|nul ne)(?!\w)")
_NEAR = 14  # characters before an attack in which a word denies it
_OWN = re.compile(
    r"(?:(?<!\w)(?:i'm|i am|im|we're|we are|as|us|my|our|fellow|proud|myself|me|being|born|love|call me|happy|dear"
    r"|je suis|j'suis|chu|chuis|on est|nous sommes|nous|nous les|mes|notre|nos|fiere?s?|moi|vive|salut|en tant que)"
    r"(?: a| an| the| une?| les?| des| two| deux| \w{3,9}){0,2} ?|(?<!\w)(?:self-portrait of a|once a|always a) )$"
)


@dataclass(frozen=True)
class Hate(Detector):
    """Attacks on the people whom a message names."""

    kinds: tuple[str, ...] = (KIND,)
    whole: bool = True

    def literals(self, known: Known) -> Iterable[str]:
        """Return the words that name people, and the company in which one of them is about something else."""
        del known
        return (*terms(), *innocent())

    def find(self, view: View, hits: list[Hit]) -> Iterator[Found]:
        """Yield the attacks."""
        text = view.text.folded
        mentions = mentions_of(text, hits)
        if mentions:
            marked = Marked(text, mentions)
            said = of_lists(*OF_MARKED).read(marked.text)
            if not said.of("defending"):
                yield from _attacks(text, marked, said)
                yield from _slurs(text, mentions)


def _attacks(text: str, marked: Marked, said: Sayings[str]) -> Iterator[Found]:
    quoted = quotations(text)
    for name in ("hating", "denying"):
        for match in said.of(name):
            start, end = marked.folded(match.start()), marked.folded(match.end())
            denied = name == "hating" and _DENIED.search(marked.text, max(0, match.start() - _NEAR), match.end())
            if not denied and not _inside(quoted, start, end):
                yield Found(KIND, start, end, ATTACKED)


def _slurs(text: str, mentions: list[Mention]) -> Iterator[Found]:
    quoted = quotations(text)
    for each in mentions:
        own = _OWN.search(text, max(0, each.start - 30), each.start)
        if each.sure and each.mark == SLUR and not own and not _inside(quoted, each.start, each.end):
            yield Found(KIND, each.start, each.end, INSULTED)


def _inside(quoted: list[tuple[int, int]], start: int, end: int) -> bool:
    return any(one < end and start < other for one, other in quoted)


DETECTORS = (Hate(),)
