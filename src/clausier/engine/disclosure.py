"""Where a post tells its author's tie, and whether it tells it clearly.

Clear is: plain words of employment, payment or gift, or a tag that advertising guides accept (Ad Standards Canada's
disclosure guidelines, the FTC's endorsement guides, the ARPP's recommendation), in the language of the post and where
it is read without opening the post. The same words in another language, after the fold or among a heap of hashtags
are vague.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from clausier.engine.anchors import anchors_of
from clausier.engine.detector import Known, View
from clausier.engine.names import joined
from clausier.engine.phrases import patterns
from clausier.engine.speech import denied
from clausier.engine.text import fold
from clausier.engine.words import LANGUAGES

FOLD = 250  # characters that a network shows before "more", with some indulgence
TAG_FOLD = 125  # a tag alone has to stand higher up
TELLING = 4  # letters of a name that a handle may tell the tie by
HEAP = 3  # hashtags before a tag bury it

_TAGS = {
    "fr": r"#(?:pub|publicite|commanditee?|contenucommandite|partenariatremunere|sponsorisee?|produitoffert)(?!\w)",
    "en": r"#(?:ad|advert|advertisement|sponsored|paidpartnership|paidpartner|paidad|gifted|giftedproduct)(?!\w)",
}
_TAG = {language: re.compile(pattern) for language, pattern in _TAGS.items()}
# "richard" + "at" + "dell"; "orelle" + "staff". One letter is no name: "@hat…" is no "h at …".
_BELONGS_AFTER = re.compile(
    r"[a-z0-9]{2,30}(?:at|chez|from|with|of|de|du|alaville|works(?:at|for)|travaille(?:chez|a)?)"
)
_BELONGS_BEFORE = re.compile(
    r"(?:staff|employee|employe|team|hr|rh|careers|comms|advisor|adviser|conseiller|conseillere|support|care|rep|pro)"
    r"[a-z0-9]{0,30}"
)
_HERE = re.compile(
    r"(?<!\w)(?:ici|la-bas|here|there|l'organisation|l'entreprise|la (?:banque|marque|municipalite|compagnie)|le labo"
    r"|the (?:organi[sz]ation|company|bank|brand|municipality|town|lab))(?!\w)"
)
_COMMITTEE = re.compile(r"(?<!\w)(?:comites?|committees?|conseil|council|board|panel|table|commission)(?!\w)")
_PARTIAL = re.compile(
    r"(?<!\w)(?:pas (?:tres )?(?:neutre|objecti\w{1,2}|impartiale?)|juge et partie|biaisee?|parti pris|grain de sel"
    r"|pincettes|biased|not neutral|partial|grain of salt|weigh|discount (?:this|it|that)|conflict of interest)(?!\w)"
)
_SOMEBODY = ("they ", "ils ", "on ")
# What hides the rest of a post: empty lines, or the very words that a network puts at the fold.
_GAP = re.compile(
    r"(?:\n[ \t.·•_-]{0,20}){3}|(?<!\w)(?:voir|lire|afficher|see|read|show) (?:la suite|plus|more)(?!\w)"
    r"|\. ?(?:plus|more|suite)(?=\s)"
)
_RUN = re.compile(r"(?:#\w{1,60}[ \n]{0,3}){4,60}")

# What a message holds where there is a statement.
LISTS = ("ties-plain", "ties-named")
ANCHORS = tuple(anchor for each in _TAGS.values() for anchor in anchors_of(each))


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
            clear = _spoken(view, language) and in_sight(text, match.start(), FOLD)
            yield Statement(*match.span(), clear)
        for match in _TAG[language].finditer(text):
            clear = view.language in (language, "und") and in_sight(text, match.start(), TAG_FOLD)
            yield Statement(*match.span(), clear)


def _told(view: View, language: str) -> Iterator["re.Match[str]"]:
    """Yield the plain words in a language: those that tell by themselves, and those that name whom the tie is with."""
    found = [match for match in _in_language(view, "ties-plain", language) if _by_somebody(view, match)]
    found += (match for match in _in_language(view, "ties-named", language) if _with_whom(view, match))
    return (match for match in found if not denied(view.text.folded, match.start(), near=12))


def _in_language(view: View, name: str, language: str) -> list["re.Match[str]"]:
    """Return the places of the phrases of a list in one language."""
    return [match for match in view.phrases(name) if match.re.pattern in patterns(name, language)]


def _spoken(view: View, language: str) -> bool:
    """Tell whether words in ``language`` are in the language of the post."""
    return view.language not in LANGUAGES or view.language == language


def in_sight(text: str, start: int, limit: int) -> bool:
    """Tell whether a reader sees a place without opening the post: high up, and not in a heap of hashtags."""
    if start > limit or text.count("#", 0, start) >= HEAP or _GAP.search(text, 0, start):
        return False
    return text[start] != "#" or not any(run.start() < start < run.end() for run in _RUN.finditer(text, 0, limit))


def _by_somebody(view: View, match: "re.Match[str]") -> bool:
    """Tell whether a giver is known: "they gave me" tells nothing where nobody is named."""
    return not match[0].startswith(_SOMEBODY) or bool(view.of("about."))


def _with_whom(view: View, match: "re.Match[str]") -> bool:
    """Tell whether the words name the organisation, what it offers, its head, or the interest that is at stake.

    A member who tells the committee and owns not to be neutral tells enough, even where it is named by its own name.
    """
    start, end = match.span()
    named = view.of("about.organization", "about.offering", "about.interest")
    if any(each.start < end and start < each.end for each in named) or _HERE.search(match[0]):
        return True
    if view.context.author.relation == "member" and _COMMITTEE.search(match[0]) and _PARTIAL.search(view.text.folded):
        return True
    roles = (fold(role) for each in view.known.facts.public_figures for role in each.role.values())
    return any(role in match[0] for role in roles)


def handle_of(view: View) -> str:
    """Return the handle that readers see beside the post, as it is written, or nothing."""
    account = view.context.account
    return (account.handle if account else None) or view.context.author.handle or ""


def telling_handle(known: Known, handle: str) -> bool:
    """Tell whether a handle says in so many words for whom its owner works: "@RichardAtDell", "@Julie_Orelle_Staff".

    The whole name of the organisation stands in it beside a word of belonging, so every post carries it.
    """
    whole = {name for name in map(joined, _all_names(known, offerings=False)) if len(name) >= TELLING}
    plain = joined(handle)
    return any(
        _BELONGS_AFTER.fullmatch(plain.partition(name)[0]) or _BELONGS_BEFORE.fullmatch(plain.partition(name)[2])
        for name in whole
        if name in plain and name != plain
    )


def hinting_handle(known: Known, handle: str) -> bool:
    """Tell whether a handle holds a name of the organisation or of what it offers, as a fan's might."""
    plain = joined(handle)
    return any(len(name) >= TELLING and name in plain for name in run_together(known))


@lru_cache(maxsize=32)
def run_together(known: Known) -> frozenset[str]:
    """Return the names of the organisation and its offerings run together, and the words they are made of."""
    names = _all_names(known, offerings=True)
    return frozenset(filter(None, map(joined, (*names, *(piece for name in names for piece in name.split())))))


def _all_names(known: Known, *, offerings: bool) -> list[str]:
    localized = list(known.facts.names.values())
    if offerings:
        localized += [tuple(each.names.values()) for each in known.facts.offerings]
    return [name for each in localized for name in each]
