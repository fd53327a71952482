"""How a thing is said: affirmed, denied, warned against, or only reported.

"Guaranteed returns" is a promise; "we never guarantee returns" and "beware of guaranteed returns" are not, and an
insult that somebody quotes in order to complain of it is not theirs. These helpers read the sentence around a span.
"""

import re
from bisect import bisect_right
from functools import lru_cache

OWN_WORDS = 8  # characters of the author's own before a quotation
REACH = 90  # characters before a span in which its sentence is read
QUOTATION = 5_000  # characters around a place in which its quotation stands: all of a post, and no end of a flood

_QUOTATION = re.compile(r"\"[^\"]{1,400}\"|(?<!\w)'(?:[^'\n]|(?<=\w)'(?=\w)){2,200}'(?!\w)")
_END = re.compile(r"[.!?;\n](?=\s|$)")
_DENIED = re.compile(
    r"(?<!\w)(?:ne|n|pas|jamais|aucune?|nul(?:le)?|sans|ni|not|no|never|none|nobody|nothing|without"
    r"|nor|cannot|\w+n't|cant|wont|dont|doesnt)(?!\w)"
)
_WARNED = re.compile(
    r"(?<!\w)(?:mefie\w*|gare aux?|attention|arnaque\w*|fraud\w*|hameconnage|faux|fausses?|pretend\w*"
    r"|n'existe(?:nt)? pas|doesn't exist|do(?:es)? not exist|no such thing|raccroche\w*|hang up|bloque\w{0,2}"
    r"|signale\w{0,2}|qui (?:vous )?promet\w*|si quelqu'un|beware|scam\w*|phishing|fake|too good"
    r"|if (?:someone|anyone|anybody)"
    r"|(?:anyone|someone|who|that) promis\w+|how to spot|reconnaitre|signalez"
    r"|regulators?|autorites?|amende|fined|finfluencers?|condamne\w{0,2}|sanctionne\w{0,2}|lawsuit|sued|banned from"
    r"|moderated|we remove|nous retirons)(?!\w)"
)
_REPORTED = re.compile(
    r"(?<!\w)(?:a dit|m'a dit|ont dit|a crie|m'a crie|criait|a ecrit|m'a ecrit|a traite|m'a traite|traite de|traitee de"
    r"|appele|s'intitule|s'appelle|intitule|manchette|la une|titre|lu|affiche|pancarte|panneau|mot pour mot|entendu"
    r"|told me|said|says|saying|yelled|shouted|screamed|called|calling|wrote|written|headline|sign|reads|heard"
    r"|quote|titled|graffiti|tag)(?!\w)"
)
_RULED_OUT = re.compile(
    r"(?<!\w)(?:interdi\w{1,4}|banni\w{0,3}|bannir|proscri\w{1,3}|enlev(?:er|ez|e)|retir(?:er|ez|e)"
    r"|remplac(?:er|ez|e)|supprim(?:er|ez|e)|biff(?:er|ez|e)|evit(?:er|ez|e)"
    r"|(?:jamais|plus|pas) (?:ecrire|dire|promettre|publier|utiliser)|n'ecri\w{1,4}"
    r"|ne (?:dites|dis|disons|promettez|promettons)|pas le droit|au lieu d[eu]|on ne (?:peut|dit|veut|promet)"
    r"|mythes?|concurren\w{1,4}|refus\w{1,4}|rejet\w{1,4}|illega\w{1,4}|recale\w{0,2}|trompeu\w{1,4}|forbidden"
    r"|banned|not allowed|prohibited|against the rules"
    r"|(?:don't|do not|never|can't|cannot|must not|may not|won't|shouldn't)"
    r" (?:say|write|use|post|claim|promise|publish|print|tell)"
    r"|avoid|remove|delete|take out|replace|instead of|swap out|strike|competitors?(?:'s)?|myths?|reject\w{0,3}"
    r"|refus\w{0,3}|illegal|misleading|flagged|off-limits)(?!\w)"
)
# A game, a dish or a road, of which people speak as of a fight.
_IN_PLAY = re.compile(
    r"(?<!\w)(?:de rire|laughing|finales?|finals?|semis|playoffs?|tournois?|tournaments?|match|hockey|soccer|ping-pong"
    r"|series?|championnat|championship|paintball|ligue|league|elections?|aux urnes|at the polls|gout\w{2,4}|taste[sd]?"
    r"|gateau|cake|recettes?|recipe|portrait|dents pour|intersection|passage pieton|crosswalk|stop sign"
    r"|un arret|coin (?:de|\d))(?!\w)"
)


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of the sentence around a span, as far as it counts."""
    said, rest = before(text, start), after(text, end)
    return start - len(said.lstrip()), end + len(rest.rstrip())


def before(text: str, start: int) -> str:
    """Return what stands before ``start`` in its sentence, as far as it counts."""
    window = text[max(0, start - REACH) : start]
    ends = [match.end() for match in _END.finditer(window)]
    return window[ends[-1] :] if ends else window


def after(text: str, end: int) -> str:
    """Return what stands after ``end`` in its sentence, as far as it counts."""
    window = text[end : end + REACH]
    stop = _END.search(window)
    return window[: stop.start()] if stop else window


def denied(text: str, start: int, *, near: int = 30) -> bool:
    """Tell whether the words just before ``start`` deny what follows."""
    said = before(text, start)
    return _DENIED.search(said, max(0, len(said) - near)) is not None


def warned(text: str, start: int, end: int) -> bool:
    """Tell whether the sentence warns against what the span says."""
    return _WARNED.search(before(text, start)) is not None or _WARNED.search(after(text, end)) is not None


def ruled_out(text: str, start: int) -> bool:
    """Tell whether the words at a place are only named, between quotation marks, as what is not to be said."""
    if text.count('"', max(0, start - QUOTATION), start) % 2 == 0:
        return False
    return _RULED_OUT.search(text, max(0, start - 2 * REACH), start + 3 * REACH) is not None


def affirmed(match: "re.Match[str]") -> bool:
    """Tell whether a match is said in earnest: neither denied, nor warned against, nor ruled out."""
    text, start, end = match.string, *match.span()
    return not denied(text, start) and not warned(text, start, end) and not ruled_out(text, start)


def quoted(text: str, start: int) -> bool:
    """Tell whether a place stands between quotation marks that open after some words of the author's own."""
    near = text[max(0, start - QUOTATION) : start]
    if near.count('"') % 2 == 1 and '"' not in text[:OWN_WORDS]:
        return True
    part = start // QUOTATION
    spans = _quotations_near(text, part)
    last = bisect_right(spans, (start - max(0, part - 1) * QUOTATION, len(text))) - 1
    return last >= 0 and start < spans[last][1] + max(0, part - 1) * QUOTATION


@lru_cache(maxsize=8)  # many places of one message are asked for, one after the other
def _quotations_near(text: str, part: int) -> list[tuple[int, int]]:
    """Return the quotations in a part of a text, the one before it and the one after, counted from where these begin.

    A text that no more than fills them is read whole.
    """
    return quotations(text[max(0, part - 1) * QUOTATION : (part + 2) * QUOTATION])


def quotations(text: str) -> list[tuple[int, int]]:
    """Return the spans between quotation marks, in a text that holds some words of the author's own beside them."""
    spans = [match.span() for match in _QUOTATION.finditer(text)] if '"' in text or "'" in text else []
    own = len(text) - sum(end - start for start, end in spans)
    return spans if own > 2 * OWN_WORDS else []


def reported(text: str, start: int) -> bool:
    """Tell whether the words at a place are somebody else's, which the author only reports."""
    return quoted(text, start) or told(text, start)


def told(text: str, start: int) -> bool:
    """Tell whether somebody is said to say the words at a place."""
    return _REPORTED.search(before(text, start)) is not None


def in_play(text: str, start: int, end: int) -> bool:
    """Tell whether the sentence of a span is about a game, a laugh or a dish: nobody is hurt there."""
    return _IN_PLAY.search(text, *sentence(text, start, end)) is not None
