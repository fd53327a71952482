"""Where a post tells its author's tie, and whether it tells it clearly.

Clear is: plain words of employment, payment or gift, or a tag that advertising guides accept (Ad Standards Canada's
disclosure guidelines, the FTC's endorsement guides, the ARPP's recommendation), in the language of the post and where
it is read without opening the post. The same words in another language, after the fold or among a heap of hashtags
are vague.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from clausier.engine.detector import View
from clausier.engine.speech import denied
from clausier.engine.text import fold
from clausier.engine.words import any_of, words

FOLD = 250  # characters that a network shows before "more", with some indulgence
TAG_FOLD = 125  # a tag alone has to stand higher up
HEAP = 3  # hashtags before a tag bury it

ANCHORS = (
    *("travail", "boss", "suis", "siege", "membre", "employ", "client", "partenariat", "collaboration", "sponsor"),
    *("commandit", "remuner", "paie", "paye", "commission", "publicite", "offert", "gratuit", "gracieus", "cadeau"),
    *("recu", "invite", "envoye", "#pub", "pub :", "(pub)", "comme ", "en tant", "work", "i'm", "i am", "staff"),
    *("sit on", "serve on", "as a", "paid", "paying", "ad:", "#ad", "(ad)", "advert", "gift", "free", "courtesy"),
    *("complimentary", "hosted", "comped", "exchange for", "disclos", "moi qui", "oeuvre"),
)

_ROLE = {language: any_of(words("occupations", language)) for language in ("fr", "en")}
_REST = r"[^.!?\n]{0,80}"
_KIN = r"(?:mon|ma|my) (?:conjointe?|femme|mari|blonde|chum|frere|soeur|pere|mere|fils|fille|wife|husband|partner|brother|sister|father|mother|son|daughter|boss)"  # noqa: E501
_GIVEN_FR = r"(?:offert|recu|fourni|envoye|prete|donne)e?s?"
_GOODS_FR = (
    r"(?:produits?|billets?|entrees?|places?|sejour|nuitee|repas|passes?|acces|abonnement|colis|echantillons?"
    r"|flacons?|tubes?|articles?|invitations?|visite|essai|soins?|cremes?|pots?)"
)

# Words that tell a tie only together with the name of whom it is with.
_NAMED = {
    "fr": (
        rf"(?:je|nous) (?:travaill|boss|oeuvr)(?:e|ons)\b(?! de\b){_REST}",
        rf"(?:je suis|j'en suis|jsuis|chu|moi qui suis|en tant qu[e' ]+|comme|ici) (?:le |la |l'|une? )?{_ROLE['fr']}\b{_REST}",
        rf"{_ROLE['fr']} (?:de|du|des|a|au|aux|chez|pour)\b{_REST}",
        rf"(?:je siege|je fais partie|mon agence|mon equipe)\b{_REST}",
        rf"{_KIN} (?:travaille|bosse)\b{_REST}",
        rf"\bm'(?:a|ont) (?:offert|envoye|donne|fourni|invitee?|prete)\b{_REST}",
        rf"(?:cadeau|gracieusete|invitee?|fournie?s?|offerte?s?) (?:de|du|par)\b{_REST}",
    ),
    "en": (
        rf"(?:i|we) work(?:ed)? (?:for|at|with|in|on)\b{_REST}",
        rf"(?:i'm|i am|im|as|speaking as) (?:an? |the |one of |on )?(?:[\w'-]+ ){{0,4}}{_ROLE['en']}\b{_REST}",
        rf"[\w' -]{{2,30}} {_ROLE['en']} here\b",
        rf"(?:i sit|i serve|i'm|i am) on (?:the|an?)\b{_REST}",
        rf"(?:my agency|my team) {_REST}",
        rf"{_KIN} works\b{_REST}",
        rf"(?:gave|sent|lent|invited|hosted) (?:me|us)\b{_REST}",
        rf"(?:guest|courtesy|gift|compliments) (?:of|from)\b{_REST}",
    ),
}
# Words that tell a tie by themselves.
_PLAIN = {
    "fr": (
        r"mon employeur\b|j'y (?:travaille|siege|bosse)\b|je travaille (?:ici|la)\b|(?:un|une) de (?:nos|mes) clients?\b",
        r"(?:partenariat|collaboration|publication|ambassad\w+|contenu) (?:commercial|remunere|paye)e?\b" + _REST,
        r"(?:contenu|video|publication|billet|article|post|balado|story) (?:commandite|sponsorise|publicitaire)e?\b"
        + _REST,
        r"(?:commandite|sponsorise|remunere|paye|finance)e?s? par\b" + _REST,
        r"\b(?:me|nous) (?:paie|paye|remunere|paient)\b|je suis (?:paye|remunere)e?\b|je (?:recois|touche) une commission\b",
        r"(?:^|[\[(])(?:publicite|pub|annonce)(?: ?:| ?-|[\])])",
        rf"{_GOODS_FR}(?: [\w'-]+){{0,3}} {_GIVEN_FR} (?:gratuitement|gracieusement|par\b)|{_GOODS_FR} offerte?s?\b",
        r"\brecue?s? (?:gratuitement|gracieusement|en cadeau|a titre gracieux)\b",
        r"(?:offerte?s?|fournie?s?|envoyee?s?|pretee?s?) (?:gratuitement|gracieusement)\b",
    ),
    "en": (
        r"my employer\b|i work (?:here|there)\b|(?:a|one of) (?:client|customer)s? of (?:ours|mine)\b|(?:our|my) client\b",
        r"\bpaid (?:partnership|promotion|collaboration|collab|content|post|ad|partner)\b" + _REST,
        r"\bsponsored (?:by|post|content|video|partnership|ad)\b" + _REST,
        r"\b(?:is|are|was) paying me\b|\bpa(?:id|ys?) me\b|\bpaid by\b|\bi(?:'m| am| was) (?:being )?paid\b",
        r"\bi (?:get|earn|make) a commission\b|\bin exchange for (?:a |an |this |my )?(?:honest )?(?:review|post)\b",
        r"(?:^|[\[(])(?:ad|advertisement|paid ad)(?: ?:| ?-|[\])])",
        r"\bgifted (?:by|from)\b|\bwas gifted\b|\bgifted (?:product|stay|pass|item|tickets?)\b",
        r"\b(?:sent|gave|given|got|received)\b[^.!?\n]{0,30}?\bfree\b|\bfree (?:product|sample|pass|tickets?|stay) from\b",
        r"\bcomplimentary (?:stay|pass|product|sample|tickets?|entry|access)\b|\bcomped\b|\bfree of charge\b",
    ),
}
_TAGS = {
    "fr": r"#(?:pub|publicite|commanditee?|contenucommandite|partenariatremunere|sponsorisee?|produitoffert)\b",
    "en": r"#(?:ad|advert|advertisement|sponsored|paidpartnership|paidpartner|paidad|gifted|giftedproduct|freeproduct)\b",
}
_HERE = re.compile(r"(?<!\w)(?:ici|la-bas|here|there|l'organisation|the organi[sz]ation)(?!\w)")
_GAP = re.compile(r"(?:\n[ \t.·•_-]*){3}")


class Statement(NamedTuple):
    """Words that tell a tie, and whether they do so clearly."""

    start: int
    end: int
    clear: bool


def _compiled(sources: dict[str, tuple[str, ...]]) -> tuple[tuple[str, "re.Pattern[str]"], ...]:
    return tuple((language, re.compile(rf"(?<!\w)(?:{each})")) for language, each in _flat(sources))


def _flat(sources: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    return ((language, each) for language, patterns in sources.items() for each in patterns)


_NAMED_ONES, _PLAIN_ONES = _compiled(_NAMED), _compiled(_PLAIN)
_TAG_ONES = tuple((language, re.compile(pattern)) for language, pattern in _TAGS.items())


def statements(view: View) -> Iterator[Statement]:
    """Yield the statements of a tie in a message; needs what ``about.*`` found."""
    text = view.text.folded
    for language, pattern in _PLAIN_ONES:
        for match in pattern.finditer(text):
            if not denied(text, match.start(), near=12):
                yield Statement(*match.span(), _spoken(view, language) and _in_sight(text, match.start(), FOLD))
    for language, pattern in _NAMED_ONES:
        for match in pattern.finditer(text):
            if not denied(text, match.start(), near=12) and _with_whom(view, match):
                yield Statement(*match.span(), _spoken(view, language) and _in_sight(text, match.start(), FOLD))
    for language, pattern in _TAG_ONES:
        for match in pattern.finditer(text):
            yield Statement(*match.span(), view.language == language and _in_sight(text, match.start(), TAG_FOLD))


def _spoken(view: View, language: str) -> bool:
    """Tell whether words in ``language`` are in the language of the post."""
    return view.language not in ("fr", "en") or view.language == language


def _in_sight(text: str, start: int, limit: int) -> bool:
    """Tell whether a reader sees a place without opening the post: high up, and not in a heap of hashtags."""
    return start <= limit and text.count("#", 0, start) < HEAP and _GAP.search(text, 0, start) is None


def _with_whom(view: View, match: "re.Match[str]") -> bool:
    """Tell whether the words name the organisation, what it offers, its head, or the interest that is at stake."""
    start, end = match.span()
    named = view.of("about.organization", "about.offering", "about.interest")
    return (
        any(each.start < end and start < each.end for each in named)
        or _HERE.search(text := match[0]) is not None
        or any(role in text for role in _roles(view))
    )


def _roles(view: View) -> list[str]:
    return [fold(role) for each in view.known.facts.public_figures for role in each.role.values()]
