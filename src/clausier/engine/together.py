"""A claim told by words that stand in one sentence, in any order: a certainty and a gain make a promise.

Lists of phrases find what is said in so many words; people say it in a thousand others. Two kinds of words that make a
claim together are found here wherever they meet, at the cost of a lower confidence, unless the message asks, denies,
warns or balances what it says.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from clausier.engine.detector import Detector, Found, Hit, View
from clausier.engine.speech import REACH, affirmed, denied, sentence


@dataclass(frozen=True)
class Together(Detector):
    """Words of the list ``first`` with words of the list ``other`` in their sentence.

    ``unless`` are lists of which nothing may stand in the message; ``valid`` may refuse a match of ``first``.
    """

    kind: str
    first: str
    other: str
    unless: tuple[str, ...] = ()
    confidence: float = 0.6
    valid: Callable[["re.Match[str]", View], bool] | None = None

    @property
    def kinds(self) -> tuple[str, ...]:  # type: ignore[override]
        """The one kind of the claim."""
        return (self.kind,)

    @property
    def lists(self) -> tuple[str, ...]:  # type: ignore[override]
        """The first list."""
        return (self.first,)

    def find(self, view: View, hits: list[Hit]) -> Iterator[Found]:
        """Yield the sentences that hold both."""
        del hits
        if not view.says(self.other) or any(map(view.says, self.unless)):
            return
        text = view.text.folded
        for match in view.phrases(self.first):
            start, end = sentence(text, *match.span())
            if text[end : end + 1] == "?" or not self._meets(view, match, start, end):
                continue
            yield Found(self.kind, start, end, self.confidence)

    def _meets(self, view: View, match: "re.Match[str]", start: int, end: int) -> bool:
        if self.valid and not self.valid(match, view):
            return False
        both = view.says(self.other, start, end) and affirmed(match)
        # Two words that are far apart are denied from afar too.
        return both and not denied(match.string, match.start(), near=REACH)
