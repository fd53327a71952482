"""The author tells the tie clearly: plain words of employment, payment or gift, in sight and in the post's language.

What a public notice asks of influencers (Competition Bureau, FTC 16 CFR 255, the ARPP's code) and of employees alike.
Mistaken for: working in general ("je travaille de la maison"), so a tie is with somebody named; and a clear tag that is
buried or in another language than the post, which is only vague. An official account is its own disclosure.

A handle such as @RichardAtDell, which names the organisation with a word of belonging, is read with every post, as the
FTC accepts "#XYZ_Employee"; so it tells the tie, less surely than a sentence. A handle that merely holds the name may
be a fan's: it only hints (``disc.vague``).

The words that the policy itself gives for a tie are clear wherever a statement would be, whatever they are.
"""

from collections.abc import Iterator

from clausier.engine.detector import Derived, Detector, Found, Hit, Known, View
from clausier.engine.disclosure import ANCHORS, FOLD, LISTS, handle_of, in_sight, statements, telling_handle
from clausier.engine.voice import discloses, tied


def look(view: View) -> Iterator[Found]:
    """Yield the clear statements of a tie."""
    if discloses(view):
        for statement in statements(view):
            if statement.clear:
                yield Found("disc.clear", statement.start, statement.end, 0.9)


def look_at_handle(view: View) -> Iterator[Found]:
    """Yield the tie that the author's own handle tells; it is about the whole text, so its span is empty."""
    handle = handle_of(view)
    if handle and discloses(view) and tied(view) and telling_handle(view.known, handle):
        yield Found("disc.clear", 0, 0, 0.6)


class Worded(Detector):
    """The policy's own words for a tie, in the language of the post and in sight."""

    kinds = ("disc.clear",)

    def literals(self, known: Known) -> Iterator[str]:
        """Return the wordings; a policy that gives none has nothing to look for."""
        return (words for _, words in known.wordings)

    def find(self, view: View, hits: list[Hit]) -> Iterator[Found]:
        """Yield the wordings that stand high enough to be read."""
        if discloses(view):
            spoken = {words for language, words in view.known.wordings if view.language in (language, "und")}
            for hit in hits:
                if hit.literal in spoken and in_sight(view.text.folded, hit.start, FOLD):
                    yield Found("disc.clear", hit.start, hit.end, 0.95)


DETECTORS = (
    Worded(),
    Derived(("disc.clear",), look_at_handle, after=("about.",)),
    Derived(("disc.clear",), look, after=("about.",), anchors=ANCHORS, lists=LISTS),
)
