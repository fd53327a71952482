"""The tie is told only vaguely: "#collab", "#amb", "merci à …", a fan tag, or clear words that are hidden.

The tags are those that Ad Standards Canada, the FTC and the ARPP call insufficient. Mistaken for: thanks and teamwork
without a tie, so the author has one and the thanks name the organisation. Nothing is vague once the tie is told
clearly.
"""

import re
from collections.abc import Iterator

from clausier.engine.detector import Derived, Found, View
from clausier.engine.disclosure import TELLING, handle_of, hinting_handle, run_together, statements
from clausier.engine.voice import discloses, tied

KIND = "disc.vague"
THANKED = 25  # characters after the thanks in which the name stands

_TAGS = re.compile(
    r"#(?:sp|spon|sponso|amb|(?:brand)?ambassad\w{0,20}|collab\w{0,20}|partner|partners|partnership|partenaires?"
    r"|partenariat"
    r"|invit|invitee?|invitation|invitedguest|gift|gifted|gifting|cadeau|offert|affilie|affiliate|influenc\w{0,20}"
    r"|pr|prsample|prpackage|client|brandrep|rep|team|staff|thankyou|thanks|merci"
    r"|\w{1,25}(?:ambassad\w{0,10}|ambass|collab\w{0,10}|partn\w{0,10}|partenai\w{0,10}|spon|sponso"
    r"|invit\w{0,6}|amb|affili\w{0,6}))(?!\w)"
)
_THANKS = re.compile(
    r"(?<!\w)(?<!ill )(?<!uld )"
    r"(?:merci+(?: encore| beaucoup| mille fois| infiniment| tellement)?(?: a| au| aux| chere?s?)?"
    r"|gratitude (?:a|envers)"
    r"|reconnaissante? (?:a|envers)|bisous? (?:a|aux)|(?:thx|tysm|ty|cheers|grateful|shout-?out|big love|props)(?: to)?"
    r"|thanks?(?: you| again| so much| a million)*(?: to)?)(?= )"
)
GIVEN = ("paid-partner", "gifted", "agency")
_NONE = re.compile(r"(?<!\w)(?:zero|no|not|pas|aucune?|sans|ni) (?:de |une? |an? )?\Z")
_TO = (" to", " a", " au", " aux")
_HASHTAG = re.compile(r"#(\w{1,60})")
_BEFORE = re.compile(r"(?:team|equipe|club|merci|thanks|thankyou|collab|gang|love)(?=\w)")
_AFTER = re.compile(
    r"(?<=\w)(?:team|club|fam|family|famille|lovers?|partners?|partenaires?|ambass\w{0,20}|amb|crew|squad|insiders?|vip"
    r"|gang|girls?|x)$"
)


def look(view: View) -> Iterator[Found]:
    """Yield the vague words, of an author who has a tie and has not told it clearly."""
    if discloses(view) and tied(view) and not view.of("disc.clear"):
        for start, end, confidence in (*_hidden(view), *_hinted(view), *_thanked(view), *_tagged(view)):
            yield Found(KIND, start, end, confidence)


def _hidden(view: View) -> Iterator[tuple[int, int, float]]:
    """Yield clear words that are out of sight or in another language."""
    return ((each.start, each.end, 0.8) for each in statements(view))


def _hinted(view: View) -> Iterator[tuple[int, int, float]]:
    """Yield the tags, and the hints in words: "in partnership with" my neighbours tells nothing of an employer."""
    given = view.context.author.relation in GIVEN or view.of("about.")
    for match in (*_TAGS.finditer(view.text.folded), *(view.phrases("ties-vague") if given else ())):
        if not _NONE.search(view.text.folded, 0, match.start()):
            yield *match.span(), 0.8


def _thanked(view: View) -> Iterator[tuple[int, int, float]]:
    named = view.of("about.organization", "about.offering")
    given = bool(named) and view.context.author.relation in GIVEN
    for match in _THANKS.finditer(view.text.folded):
        near = any(match.end() <= each.start <= match.end() + THANKED for each in named)
        if near or (given and match[0].endswith(_TO)):
            yield *match.span(), 0.7


def _tagged(view: View) -> Iterator[tuple[int, int, float]]:
    """Yield the fan tags, and the author's handle when it tells the tie to those who look at it."""
    names = run_together(view.known)
    given = view.context.author.relation in GIVEN
    for match in _HASHTAG.finditer(view.text.folded):
        if _is_fan_tag(match[1], names) or (given and _wears_name(match[1], names)):
            yield *match.span(), 0.7
    if hinting_handle(view.known, handle_of(view)):
        yield 0, 0, 0.6


def _is_fan_tag(tag: str, names: frozenset[str]) -> bool:
    """Tell whether a hashtag is a name, or the first letters of one, with a word of belonging."""
    before, after = _BEFORE.match(tag), _AFTER.search(tag)
    if before and any(name.startswith(tag[before.end() :]) for name in names):
        return True
    return after is not None and tag[: after.start()] in names


def _wears_name(tag: str, names: frozenset[str]) -> bool:
    """Tell whether a hashtag is a name and more: "#SoleaSummer" hints, "#Solea" only names."""
    return tag not in names and any(len(name) >= TELLING and name in tag for name in names)


DETECTORS = (Derived((KIND,), look, after=("about.", "disc.clear")),)
