"""A testimonial: somebody's account of a result, reproduced or about to be.

Rule: FINRA 2210(d)(6), FTC 16 CFR 255.2 (results must be typical), Canada's natural health products rules. Mistaken
for: speaking *of* testimonials, quotations of people in office, and the author's own tale, which is a matter of
disclosure.
"""

import re
from collections.abc import Iterator

from clausier.engine.anchors import anchors_of
from clausier.engine.detector import Derived, Found, View
from clausier.engine.speech import affirmed, ruled_out, sentence
from clausier.engine.text import fold
from clausier.engine.voice import official, private

_QUOTE = re.compile(r'"([^"]{12,400})"')
_PERSONAL = re.compile(
    r"(?<!\w)(?:i|i'm|i've|i'd|my|me|we|our|us|mine|je|j|mon|ma|mes|m|moi|nous|notre|nos|chu|jsuis"
    r"|you got me)(?!\w)"
)
# A signature: "– Denise, member since 2019", "(mom of Théo)", ", Normand, Rimouski".
_SIGNED = re.compile(
    r"^[ ,.!]{0,3}(?:[-(~]{1,2} ?[a-z]|[a-z-]{2,20}(?: [a-z]\.?)?, (?:\d\d|[a-z-]{3,20})(?=[.,) ]|$)"
    r"|(?:from|de|signe) [a-z])"
)

AROUND = 80  # characters around a quotation in which its speaker is told
# What happened to somebody, whatever it was.
_PAST = re.compile(
    r"(?<!\w)(?:(?:ai|a|as|avons|ont|suis|est|sont|etait|avait|avais)(?: [a-z]{1,8})?"
    r" [a-z]{2,15}(?:e|ee|es|ees|i|ie|is|it|u|ue|us)"
    r"|[a-z]{3,15}ed|was|were|had|went|felt|slept|came|saw|got|gone|[a-z]{3,15}ais|fini\w{0,2}"
    r"|plus (?:de|d'|jamais|besoin))(?!\w)"
)
# A name before it: "Josée, de Laval : « … »".
_NAMED = re.compile(r"(?:^|[.!?\n(] ?)[a-z-]{3,20}(?: [a-z]\.)?(?:,? (?:de |d'|from |of |\d\d)[^\":.!?]{0,30})? ?: ?\Z")
# What comes after these words is somebody's tale, quotation marks or not.
_ANNOUNCED = re.compile(
    r"(?<!\w)(?:temoignage|testimonial|avis (?:client|de [a-z]{2,20})|mot (?:de|d'une?) (?:cliente?|membre|[a-z]{2,20})"
    r"|(?:client|customer|member) (?:review|story|feedback)|review (?:from|by) [a-z]{2,20}|paroles? d'une? [a-z]{2,20}"
    r"|(?:five|5|cinq)[ -](?:stars?|etoiles)|[a-z]{3,20} (?:nous )?(?:ecrit|raconte|temoigne|writes|shares)) ?[:,-]"
)


def look(view: View) -> Iterator[Found]:
    """Yield the quoted results of people who hold no office, and those that the organisation tells of a customer."""
    text = view.text.folded
    own_voice = official(view) or private(view) or view.context.author.relation in ("agency", "paid-partner")
    for match in _QUOTE.finditer(text):
        confidence = _quoted_result(view, match, own_voice=own_voice)
        if confidence and not _in_office(view, *match.span()):
            yield Found("claim.testimonial", *match.span(), confidence)
    if not own_voice:
        return
    for match in view.phrases("told-results"):
        if affirmed(match):
            yield Found("claim.testimonial", *sentence(text, *match.span()), 0.6)
    for match in _ANNOUNCED.finditer(text):
        begin, end = match.end(), min(match.end() + 250, len(text))
        told = text[begin:end]
        if '"' not in told and _PERSONAL.search(told) and view.says("results", begin, end) and affirmed(match):
            yield Found("claim.testimonial", match.start(), end, 0.55)


def _quoted_result(view: View, match: "re.Match[str]", *, own_voice: bool) -> float:
    """Return how sure it is that a quotation is a customer's tale of a result."""
    text, (start, end) = view.text.folded, match.span()
    if match[1].rstrip().endswith("?") or ruled_out(text, start + 1):
        return 0.0
    personal = _PERSONAL.search(match[1]) is not None
    signed = _SIGNED.search(text[end : end + 60]) or _NAMED.search(text[max(0, start - 60) : start])
    voiced = signed is not None or _around(view, "voices", start, end)
    if view.says("results", *match.span(1)):
        return 0.8 if signed or (voiced and personal) else 0.6 if personal and (own_voice or view.of("about.")) else 0.0
    return 0.55 if personal and voiced and _PAST.search(match[1]) else 0.0


def _around(view: View, name: str, start: int, end: int) -> bool:
    """Tell whether a phrase of a list stands near a quotation."""
    return view.says(name, start - AROUND, start) or view.says(name, end, end + AROUND)


def _in_office(view: View, start: int, end: int) -> bool:
    """Tell whether the speaker is a public figure or holds an office: what they say is a statement, no testimonial."""
    figures = (fold(name) for each in view.known.facts.public_figures for name in (each.name, *each.role.values()))
    around = "".join(view.around(start, end, AROUND))
    return _around(view, "offices", start, end) or any(name and name in around for name in figures)


ANCHORS = ('"', *anchors_of(_ANNOUNCED.pattern))
DETECTORS = (Derived(("claim.testimonial",), look, after=("about.",), anchors=ANCHORS, lists=("told-results",)),)
