"""A passage of a protected document: words that follow one another as in a text that must not be published.

The organisation registers its documents as one-way fingerprints (``engine/fingerprints.py``), less all that it has
published itself. Eight words in a row as in the document are a copy; fewer, several times within a sentence or two, are
a copy that somebody has edited. Mistaken for: a formula that the document shares with texts nobody registered as
public; so a few of the words have to tell something.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from clausier.engine.detector import Detector, Found, Hit, Known, View
from clausier.engine.fingerprints import Index, Passage, words_of

COPIED = 8  # words in a row
EDITED = 4  # runs recognised near one another
TELLING, TELLING_EDITED = 2, 4  # different words that are no stop words


@lru_cache(maxsize=8)
def indexes(known: Known) -> tuple[Index, ...]:
    """Return the fingerprints of the documents of the protected lists."""
    return tuple(Index(each.passages) for each in known.protected if each.passages)


class Passages(Detector):
    """The passages of the registered documents."""

    kinds = ("conf.passage",)

    def find(self, view: View, hits: list[Hit]) -> Iterable[Found]:
        """Return the passages, surer the longer they are."""
        del hits
        documents = indexes(view.known)
        return self._found(view, documents) if documents else ()

    def _found(self, view: View, documents: tuple[Index, ...]) -> Iterator[Found]:
        words = words_of(view.text.folded)
        for index in documents:
            for passage in index.passages(words):
                confidence = _confidence(passage)
                if confidence:
                    yield Found("conf.passage", passage.start, passage.end, confidence)


def _confidence(passage: Passage) -> float:
    if passage.longest >= COPIED and passage.telling >= TELLING:
        return 0.95
    return 0.7 if passage.runs >= EDITED and passage.telling >= TELLING_EDITED else 0.0


DETECTORS = (Passages(),)
