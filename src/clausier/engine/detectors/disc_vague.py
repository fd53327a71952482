"""The tie is told only vaguely: "#collab", "#amb", "merci à …", a fan tag, or clear words that are hidden.

The tags are those that Ad Standards Canada, the FTC and the ARPP call insufficient. Mistaken for: thanks and teamwork
without a tie, so the author has one and the thanks name the organisation. Nothing is vague once the tie is told clearly.
"""

import re
from collections.abc import Iterator

from clausier.engine.detector import Derived, Found, View
from clausier.engine.disclosure import statements
from clausier.engine.names import joined
from clausier.engine.voice import discloses, tied

_TAGS = re.compile(
    r"#(?:sp|spon|sponso|amb|ambassad\w*|collab\w*|partner|partners|partnership|partenaires?|partenariat|invit|invitee?"
    r"|invitation|invitedguest|gift|gifted|gifting|cadeau|offert|affilie|affiliate|influenc\w*|pr|prsample|prpackage|client"
    r"|conflitdinteret|workperks?|adv)\b"
)
_WORDS = re.compile(
    r"(?<!\w)(?:en (?:partenariat|collaboration|association) avec|in (?:partnership|collaboration|association) with"
    r"|en collab avec|collab (?:avec|with|x)|partner(?:ed|ing)? with|teamed up with|partenaire de|ambassad\w+ (?:de|du|for|of)"
    r"|merci (?:pour|de) l'invitation|thanks for (?:having|inviting) me|pr package|colis presse)(?!\w)"
)
_THANKS = re.compile(
    r"(?<!\w)(?:merci(?: encore| beaucoup| mille fois)? (?:a|au|aux)|thanks?(?: you| again| so much)*(?: to)?) "
)
_FAN = re.compile(r"#(\w+)")
_BEFORE = re.compile(r"(?:team|equipe|club|merci|thanks|thankyou|collab|gang|love)(?=\w)")
_AFTER = re.compile(
    r"(?<=\w)(?:team|club|fam|family|famille|lovers?|partners?|partenaires?|ambass\w*|amb|crew|squad|insiders?|vip|gang"
    r"|girls?|x)$"
)


def look(view: View) -> Iterator[Found]:
    """Yield the vague words, of an author who has a tie and has not told it clearly."""
    if not discloses(view) or not tied(view) or view.of("disc.clear"):
        return
    text = view.text.folded
    for statement in statements(view):
        yield Found("disc.vague", statement.start, statement.end, 0.8)
    for match in (*_TAGS.finditer(text), *_WORDS.finditer(text)):
        yield Found("disc.vague", *match.span(), 0.8)
    for match in _THANKS.finditer(text):
        if any(
            match.end() <= each.start <= match.end() + 25 for each in view.of("about.organization", "about.offering")
        ):
            yield Found("disc.vague", *match.span(), 0.7)
    names = _names(view)
    for match in _FAN.finditer(text):
        if _is_fan_tag(match[1], names):
            yield Found("disc.vague", *match.span(), 0.7)
    if any(len(name) > 3 and name in joined(view.context.author.handle or "") for name in names):
        yield Found("disc.vague", 0, 0, 0.6)  # the handle tells the tie to those who look at it


def _names(view: View) -> frozenset[str]:
    """Return the names of the organisation and its offerings run together, and the words they are made of."""
    facts = view.known.facts
    names = [
        name for each in (*facts.names.values(), *(each.names.values() for each in facts.offerings)) for name in each
    ]
    pieces = [piece for name in names for piece in name.split()]
    return frozenset(filter(None, map(joined, (*names, *pieces))))


def _is_fan_tag(tag: str, names: frozenset[str]) -> bool:
    """Tell whether a hashtag is a name, or the first letters of one, with a word of belonging."""
    if (match := _BEFORE.match(tag)) and any(name.startswith(tag[match.end() :]) for name in names):
        return True
    return (match := _AFTER.search(tag)) is not None and tag[: match.start()] in names


DETECTORS = (Derived(("disc.vague",), look, after=("about.", "disc.clear")),)
