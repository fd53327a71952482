"""The author has a tie with what the post promotes, praises, recommends or defends: it has to be told.

A tie alone, or a name alone, is nothing. An employee may pass on a public notice and complain of the weather; who is
paid or was given the thing promotes it by speaking of it; an agency's copy in the organisation's voice is the
organisation's own. Text alone cannot decide this: the relation and the interests come with the message. Mistaken for:
praise of something else in the same breath, and irony.
"""

import re
from collections.abc import Iterator

from clausier.engine.detector import Derived, Found, View
from clausier.engine.speech import denied
from clausier.engine.text import fold
from clausier.engine.voice import FIRST_PERSON, discloses, tied

_WHERE = re.compile(r"(?<!\w)(?:in|a|near|around|downtown|pres de|autour de|au centre de) \Z")
OTHER_MATTERS = ("conf.", "secret.", "abuse.", "pi.")
ASIDE = ("notices", "displeasure", "breakdowns", "questions")
_PROPER = re.compile(r"[A-ZÀÂÇÉÈÊÎÔÛ]|^[@#]")
_IN_PERSON = re.compile(
    r"!|(?<!\w)(?:i|i'm|i've|me|my|we|our|us|you|your|you're|je|j|moi|mon|ma|mes|m|nous|notre|nos|on|vous|votre|vos|tu|te|ton|ta"
    r"|tes|t)(?!\w)|[\U0001f300-\U0001faff]"
)
_QUOTED = re.compile(r'"[^"]*"')
_GIVEN = ("paid-partner", "gifted")


def look(view: View) -> Iterator[Found]:
    """Yield the need for a disclosure; it is about the whole text, so its span is empty."""
    if discloses(view) and tied(view):
        confidence = _need(view)
        if confidence:
            yield Found("disc.needed", 0, 0, confidence)


def _need(view: View) -> float:
    relation, text = view.context.author.relation, view.text.folded
    if view.of("political.") and not view.of("about.interest"):
        return 0.0  # a side is taken, which is another matter than a tie
    named = _named(view)
    told = [each for each in view.of("disc.clear", "disc.vague") if each.end > each.start]
    if relation in _GIVEN:
        return 0.9 if named or told else 0.6 if view.says("promoting") or _stands_for(view) else 0.0
    if relation == "agency":
        own_voice = FIRST_PERSON.search(_QUOTED.sub("", text)) or "@" in text
        return 0.7 if told or (named and own_voice) else 0.0
    if _stands_for(view):
        if named or told:
            return 0.85 if named else 0.7
        return 0.6 if (_of_its_business(view) and not view.of(*OTHER_MATTERS)) or _claims(view) else 0.0
    return 0.55 if told and not _only_informs(view) else 0.55 if _chats_about_it(view) else 0.0


def _claims(view: View) -> bool:
    """Tell whether the post claims what only somebody with a thing to sell does."""
    return bool(view.of("claim.health", "claim.promissory", "claim.testimonial", "claim.contest"))


def _only_informs(view: View) -> bool:
    """Tell whether the post, which tells its author's tie, only informs, asks or complains."""
    return "?" in view.text.folded or any(map(view.says, ASIDE))


def _named(view: View) -> bool:
    """Tell whether the post is about the organisation or an interest: a city in an address is a mere place."""
    return any(not _is_place(view, each) for each in view.of("about."))


def _is_place(view: View, named: Found) -> bool:
    """Tell whether a name only says where: "the best tacos in Val-Bleu", "12, rue des Saules, Val-Bleu"."""
    if any(named.start < address.end and address.start < named.end for address in view.of("pi.address")):
        return True
    return named.kind == "about.organization" and _WHERE.search(view.text.folded, 0, named.start) is not None


def _stands_for(view: View) -> bool:
    """Tell whether the post praises, recommends, defends, or claims something for what it speaks of."""
    text = view.text.folded
    if _claims(view) or view.of("claim.superlative"):
        return True
    if view.of("claim.recommendation") and _named(view):
        return True
    # "Sign up before Friday" is how a notice ends too.
    lists = ("praise",) if view.says("notices") else ("praise", "advocacy")
    return any(not denied(text, match.start(), near=14) for name in lists for match in view.phrases(name))


def _chats_about_it(view: View) -> bool:
    """Tell whether the post speaks of the organisation in person, as a bystander would: no notice, plaint or question.

    The name has its capital or its sign: "snow removal" in lower case is anybody's. A reply may name what it was asked.
    """
    if view.context.reply or "?" in view.text.folded or view.of(*OTHER_MATTERS) or any(map(view.says, ASIDE)):
        return False
    named = [each for each in view.of("about.organization", "about.offering") if not _is_place(view, each)]
    return _IN_PERSON.search(view.text.folded) is not None and any(_is_proper(view, each) for each in named)


def _is_proper(view: View, named: Found) -> bool:
    start, end = view.text.span(named.start, named.end)
    return _PROPER.search(view.text.raw[start:end]) is not None


def _of_its_business(view: View) -> bool:
    roles = (fold(role) for each in view.known.facts.public_figures for role in each.role.values())
    return view.says("business") or any(
        re.search(rf"(?:la|le|the) {re.escape(role)}\b(?! (?:de|of|d)\b)", view.text.folded) for role in roles
    )


DETECTORS = (
    Derived(
        ("disc.needed",), look, after=("about.", "disc.clear", "disc.vague", "claim.", "political.", *OTHER_MATTERS)
    ),
)
