"""Where a post tells its author's tie, and whether it tells it clearly.

Clear is: plain words of employment, payment or gift, or a tag that advertising guides accept (Ad Standards Canada's
disclosure guidelines, the FTC's endorsement guides, the ARPP's recommendation), in the language of the post and where
it is read without opening the post. The same words in another language, after the fold or among a heap of hashtags
are vague.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from clausier.engine.anchors import anchors_of
from clausier.engine.detector import View
from clausier.engine.phrases import phrases
from clausier.engine.speech import denied
from clausier.engine.text import fold
from clausier.engine.words import LANGUAGES

FOLD = 250  # characters that a network shows before "more", with some indulgence
TAG_FOLD = 125  # a tag alone has to stand higher up
HEAP = 3  # hashtags before a tag bury it

_TAGS = {
    "fr": r"#(?:pub|publicite|commanditee?|contenucommandite|partenariatremunere|sponsorisee?|produitoffert)(?!\w)",
    "en": r"#(?:ad|advert|advertisement|sponsored|paidpartnership|paidpartner|paidad|gifted|giftedproduct)(?!\w)",
}
_TAG = {language: re.compile(pattern) for language, pattern in _TAGS.items()}
_HERE = re.compile(r"(?<!\w)(?:ici|la-bas|here|there|l'organisation|the organi[sz]ation)(?!\w)")
_GAP = re.compile(r"(?:\n[ \t.·•_-]{0,20}){3}")

ANCHORS = (
    *phrases("ties-plain").anchors,
    *phrases("ties-named").anchors,
    *(anchor for each in _TAGS.values() for anchor in anchors_of(each)),
)


class Statement(NamedTuple):
    """Words that tell a tie, and whether they do so clearly."""

    start: int
    end: int
    clear: bool


def statements(view: View) -> Iterator[Statement]:
    """Yield the statements of a tie in a message; needs what ``about.*`` found."""
    text = view.text.folded
    for language in LANGUAGES:
        for match in _told(view, language):
            clear = _spoken(view, language) and _in_sight(text, match.start(), FOLD)
            yield Statement(*match.span(), clear)
        for match in _TAG[language].finditer(text):
            clear = view.language in (language, "und") and _in_sight(text, match.start(), TAG_FOLD)
            yield Statement(*match.span(), clear)


def _told(view: View, language: str) -> Iterator["re.Match[str]"]:
    """Yield the plain words in a language: those that tell by themselves, and those that name whom the tie is with."""
    found = [*view.phrases("ties-plain", language)]
    found += (match for match in view.phrases("ties-named", language) if _with_whom(view, match))
    return (match for match in found if not denied(view.text.folded, match.start(), near=12))


def _spoken(view: View, language: str) -> bool:
    """Tell whether words in ``language`` are in the language of the post."""
    return view.language not in LANGUAGES or view.language == language


def _in_sight(text: str, start: int, limit: int) -> bool:
    """Tell whether a reader sees a place without opening the post: high up, and not in a heap of hashtags."""
    return start <= limit and text.count("#", 0, start) < HEAP and _GAP.search(text, 0, start) is None


def _with_whom(view: View, match: "re.Match[str]") -> bool:
    """Tell whether the words name the organisation, what it offers, its head, or the interest that is at stake."""
    start, end = match.span()
    named = view.of("about.organization", "about.offering", "about.interest")
    if any(each.start < end and start < each.end for each in named) or _HERE.search(match[0]):
        return True
    roles = (fold(role) for each in view.known.facts.public_figures for role in each.role.values())
    return any(role in match[0] for role in roles)
