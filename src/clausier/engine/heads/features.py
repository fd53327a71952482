"""What the deterministic side saw of a message, as numbers: the learned heads weigh it beside the encoder's vector.

Who writes and which way, the best confidence of each kind, which lists of phrases speak, which words for groups, slurs
and stances stand in it and how near one another, and the marks of its style. Nothing here is a verdict; each number
lies between 0 and 1 or a little above.
"""

import math
import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from clausier.document.vocabulary import INCOMING, INTENTS
from clausier.engine.automaton import Places, automaton
from clausier.engine.detector import View, whole_word
from clausier.engine.misspelling import corrected
from clausier.engine.speech import denied, reported
from clausier.engine.voice import official
from clausier.engine.words import both

KINDS = (
    "abuse.profanity", "abuse.insult", "abuse.harassment", "abuse.threat", "abuse.hate", "abuse.sexual",
    "abuse.self-harm", "abuse.doxxing", "spam.promotion", "spam.scam", "spam.flood", "claim.promissory",
    "claim.recommendation", "claim.health", "claim.superlative", "claim.testimonial", "claim.contest",
    "political.partisan", "disc.needed", "disc.clear", "disc.vague", "about.organization", "about.offering",
    "about.interest", "pi.sensitive-fact", "pi.", "secret.", "conf.",
)  # fmt: skip
PHRASES = (
    "access-request", "advocacy", "asks", "attacking", "baits", "breakdowns", "business", "calling", "calls",
    "contests", "cures", "demands", "displeasure", "emergency", "exposing", "helping", "insulting", "job-inquiry",
    "legal-threat", "media-request", "no-risk", "notices", "offers", "praise", "promises", "promoting", "promotions",
    "questions", "rallying", "recommendations", "results", "scam-warnings", "self-harm", "sexual", "superlatives",
    "swearing", "thanks", "threats", "ties-named", "ties-plain", "ties-vague", "told-results", "voting",
)  # fmt: skip
RELATIONS = ("employee", "agency", "paid-partner", "gifted", "member", "public")
LISTS = ("identity", "slurs", "stances", "slights", "insults", "people", "illnesses")
NEAR = 40  # characters within which two words are said of one another
MANY = 4  # times that count as many

_FIRST = re.compile(
    r"(?<!\w)(?:i|i'm|im|me|my|we|we're|us|our|as an?|je|j|moi|mon|ma|mes|nous|on|notre|nos|chu"
    r"|en tant que)(?!\w)"
)
_SECOND = re.compile(r"(?<!\w)(?:you|you're|your|youre|u|ur|ya|tu|t|te|toi|ton|ta|tes|vous|votre|vos)(?!\w)")
_THIRD = re.compile(
    r"(?<!\w)(?:they|them|their|these|those|ils|elles|eux|leur|leurs|ces|ca|he|him|she|her|il"
    r"|elle)(?!\w)"
)
_DENIED = re.compile(
    r"(?<!\w)(?:ne|n|pas|jamais|aucune?|sans|not|no|never|none|nobody|without|cannot|\w+n't|dont"
    r"|cant)(?!\w)"
)
_EMOJI = re.compile("[\u2600-\u27bf\U0001f300-\U0001faff]")
_LINK = re.compile(r"https?://|www\.|\.(?:com|ca|org|net|example)(?!\w)")
_STYLE = ("long", "asks", "shouts", "capitals", "emoji", "link", "hashtags", "mentions", "digits", "quotes", "lines")
NAMES = (
    *KINDS, *(f"says {name}" for name in PHRASES), *RELATIONS, "official", "incoming", "reply", "email", "fr", "en",
    *(f"{name} {what}" for name in LISTS for what in ("there", "many", "reported", "mine", "denied")),
    "identity near slur", "identity near stance", "identity near insult", "slur near stance", "hits in quotation",
    "first", "second", "third", "denials", *_STYLE, *(f"intent {name}" for name in INTENTS),
)  # fmt: skip


class Word(NamedTuple):
    """A word of a list, at a place of the folded text."""

    start: int
    end: int
    list: str


def seen(view: View) -> list[float]:
    """Return the numbers, in the order of ``NAMES``."""
    best: dict[str, float] = {}
    for each in view.found:
        family = f"{each.kind.partition('.')[0]}."
        for name in (each.kind, family):
            best[name] = max(best.get(name, 0.0), each.confidence)
    context = view.context
    return [
        *(best.get(kind, 0.0) for kind in KINDS),
        *(float(view.says(name)) for name in PHRASES),
        *(float(context.author.relation == name) for name in RELATIONS),
        *map(float, (official(view), context.direction == INCOMING, bool(context.reply), context.channel == "email")),
        *(float(view.language in (name, "mixed")) for name in ("fr", "en")),
        *_listed(view),
        *_style(view),
        *(float(view.intent is not None and view.intent[0] == name) for name in INTENTS),
    ]


def _listed(view: View) -> Iterator[float]:
    """Yield what the words of the lists tell, each list by itself and then the lists together."""
    text = corrected(view.text.folded)
    words = _words_in(text)
    for name in LISTS:
        mine = [each for each in words if each.list == name]
        if not mine:
            yield from (0.0,) * 5
            continue
        yield float(bool(mine))
        yield min(len(mine), MANY) / MANY
        yield float(any(reported(text, each.start) for each in mine[:MANY]))
        yield float(any(_FIRST.search(text, max(0, each.start - 18), each.start) for each in mine[:MANY]))
        yield float(any(denied(text, each.start) for each in mine[:MANY]))
    yield from (float(_near(words, *pair)) for pair in (("identity", "slurs"), ("identity", "stances")))
    yield float(_near(words, "identity", "slights") or _near(words, "identity", "insults"))
    yield float(_near(words, "slurs", "stances"))
    yield float('"' in text and any(text.count('"', 0, each.start) % 2 for each in words[:MANY]))
    for person in (_FIRST, _SECOND, _THIRD, _DENIED):
        yield min(len(person.findall(text[:2000])), MANY) / MANY


def _style(view: View) -> Iterator[float]:
    raw = view.text.raw[:2000]
    size = max(1, len(raw))
    yield math.log1p(size) / 7
    yield from (min(raw.count(mark), MANY) / MANY for mark in "?!")
    yield sum(map(str.isupper, raw)) / size
    yield 0.0 if raw.isascii() else min(len(_EMOJI.findall(raw)), MANY) / MANY
    yield float(_LINK.search(raw) is not None)
    yield from (min(raw.count(mark), MANY) / MANY for mark in "#@")
    yield min(view.text.digits, 20) / 20
    yield min(view.text.folded.count('"'), MANY) / MANY
    yield min(raw.count("\n"), MANY) / MANY


def _near(words: list[Word], one: str, other: str) -> bool:
    """Tell whether words of two lists stand near one another."""
    return any(
        first.list == one and second.list == other and abs(first.start - second.start) <= NEAR
        for first in words[:20]
        for second in words[:20]
    )


def _words_in(text: str) -> list[Word]:
    """Return the words of the lists that stand in a text, whole, the longest of those that begin together."""
    terms, find = _terms()
    return [
        Word(start, end, name)
        for start, end, place in find(text)
        if whole_word(text, start, end)
        for name in terms[place][1]
    ]


@cache
def _terms() -> tuple[list[tuple[str, list[str]]], Callable[[str], Places]]:
    lists: dict[str, list[str]] = {}
    for name in LISTS:
        for term in both(name):
            if not term.endswith("*"):
                lists.setdefault(term, []).append(name)
    terms = sorted(lists.items())
    return terms, automaton(tuple(term for term, _ in terms))
