"""A passage of a protected document: words that follow one another as in a text that must not be published.

The organisation registers its documents as one-way fingerprints (``engine/fingerprints.py``), less all that it has
published itself. Eight words in a row as in the document are a copy; fewer, several times within a sentence or two, are
a copy that somebody has edited. Mistaken for: a formula that the document shares with texts nobody registered as
public; so a few of the words have to tell something.

Two sentences are protected everywhere, so that examples have a passage to quote and anybody can see that the check is
alive: the specimens.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from clausier.engine.detector import Detector, Found, Hit, Known, View
from clausier.engine.fingerprints import SPECIMENS, Index, Passage, words_of
from clausier.engine.text import fold

COPIED = 8  # words in a row
COPY = 0.95
EDITED = 4  # runs recognised near one another
_SPECIMENS = tuple(map(fold, SPECIMENS.values()))
TELLING, TELLING_EDITED = 2, 4  # different words that are no stop words


@lru_cache(maxsize=8)
def indexes(known: Known) -> tuple[Index, ...]:
    """Return the fingerprints of the documents of the protected lists."""
    return tuple(Index(each.passages) for each in known.protected if each.passages)


class Passages(Detector):
    """The passages of the registered documents."""

    kinds = ("conf.passage",)

    def literals(self, known: Known) -> Iterable[str]:
        """Return the specimens, where no document is registered; otherwise every message is looked at."""
        return () if indexes(known) else _SPECIMENS

    def find(self, view: View, hits: list[Hit]) -> Iterator[Found]:
        """Yield the passages, surer the longer they are."""
        del hits
        for specimen in _SPECIMENS:
            start = view.text.folded.find(specimen)
            if start >= 0:
                yield Found("conf.passage", start, start + len(specimen), COPY)
        documents = indexes(view.known)
        words = words_of(view.text.folded) if documents else []
        for index in documents:
            for passage in filter(_confidence, index.passages(words)):
                yield Found("conf.passage", passage.start, passage.end, _confidence(passage))


def _confidence(passage: Passage) -> float:
    if passage.longest >= COPIED and passage.telling >= TELLING:
        return COPY
    return 0.7 if passage.runs >= EDITED and passage.telling >= TELLING_EDITED else 0.0


DETECTORS = (Passages(),)
