"""What an organisation deals in, as far as its facts tell it: the common words by which people speak of it unnamed.

An employee of a town who writes "the new rink is a gem" speaks of the town, and so does one who writes "our crews".
The names of the organisation and the names and kinds of its offerings tell which trade is its own; the words of that
trade, and "our" before anything that is not one's own life, touch it. Mistaken for: the same thing elsewhere ("the
pool of the hotel"), so these words never speak for themselves as a name does.
"""

import re
from functools import lru_cache

from clausier.engine.detector import Known, View
from clausier.engine.text import fold
from clausier.engine.voice import deals_in_money
from clausier.engine.words import any_of, both

_TRADES = {
    "trade-town": r"\b(?:ville|villages?|city|town|municipal\w{0,5}|borough|county|arrondissement|mrc|mairie)\b",
    "trade-care": r"\b(?:labo\w{0,9}|labs?|pharma\w{0,6}|cosm\w{2,9}|beaut\w{1,3}|skin\w{0,4}|derma\w{0,9}|sunscreen"
    r"|cream|creme|soins?|supplements?|complements?|vitamin\w{0,2}|remed\w{1,4}|natur\w{1,6})\b",
    "trade-school": r"\b(?:ecoles?|school|college|cegep|universi\w{1,4}|academ\w{1,3}|scolaires?|polytech\w{0,5})\b",
    "trade-clinic": r"\b(?:hopita\w{1,2}|hospital|clini\w{1,4}|ciusss|cisss|health|sante|clsc|chsld|medical)\b",
}
_SAY_NOTHING = frozenset(("service", "services", "public", "municipal", "product", "produit", "mobile", "and"))
_ELSEWHERE = re.compile(
    r"(?<!\w)(?:my|mon|ma|mes|(?:in|on|onto|from|off|by|sur|dans|en|par)"
    r" (?:l'|(?:the|this|a|my|le|la|les|un|une|mon|ma|ce|cette) )?(?:new |nouveau |nouvelle )?)\s?\Z"
)
_NOTHING = re.compile(r"(?!)")
_TOPIC = re.compile(
    r"(?:articles?|referendum|projets?|projects?|critiques?|debats?|votes?|opinions?"
    r"|rapports?|scandales?|chroniques?|reportages?|mensonges?|rumeurs?"
    r"|stor(?:y|ies)|reports?|columns?|debates?|lies|rumou?rs?|criticism|attacks?|takes?|news|piece"
    r"|redire|dire|plaindre|wrong|capotent?|chialent?|paniquent?|crient?|gueulent?|tapent?)"
    r" (?:[\w']{1,12} ){0,2}(?:sur|on|with|de)"
    r" (?:l'|le |la |les |the )?\Z"
)
# Who governs and what they decide is no place: "lies on the administration".
_NO_PLACE = re.compile(
    r"(?:the |la |le |l')?(?:administration|mayor|maire|mairesse|council(?:lors?)?|conseil(?:lers|leres?)?|budget"
    r"|taxes|bylaws?|reglement|urbanisme"
    r"|fees|frais|rates?|taux|formula|formule"
    r"|(?:new |nouvelle |nouveau )?(?:policy|politique|plan))"
)
_OWNER = re.compile(r" (?:de |d['’]|du |of |in |à )([A-ZÀÂÉÈÎ][\w-]{2,})")
_OURS = re.compile(r"(?<!\w)(?:our|notre|nos) (\w{2,20})(?:[ '-](\w{2,20}))?")


def touched(view: View) -> list[tuple[int, int]]:
    """Return the words that stand for what the organisation deals in, not only for a place or the author's own."""
    return [word.span() for word in _said(view) if not _is_place(word) and not _of_others(view, word.end())]


def mentioned(view: View) -> bool:
    """Tell whether a word stands for what the organisation deals in, be it the place where something happens."""
    return any(not _of_others(view, word.end()) for word in _said(view))


def _said(view: View) -> tuple["re.Match[str]", ...]:
    return (*view.phrases("business"), *_words(view.known).finditer(view.text.folded))


def _is_place(word: "re.Match[str]") -> bool:
    """Tell whether a word tells where something happens, and not whom or what an article is about."""
    if _NO_PLACE.fullmatch(word[0]):
        return False
    text, start = word.string, word.start()
    return _ELSEWHERE.search(text, 0, start) is not None and _TOPIC.search(text, 0, start) is None


def _of_others(view: View, end: int) -> bool:
    """Tell whether a name that is not the organisation's owns what ends at a place: "the mayor of Montreal"."""
    start, _ = view.text.span(end, end)
    match = _OWNER.match(view.text.raw, start)
    return match is not None and not any(
        view.text.span(each.start, each.end)[0] <= match.start(1) < view.text.span(each.start, each.end)[1]
        for each in view.of("about.")
    )


def ours(view: View) -> bool:
    """Tell whether something is called ours that is not one's own life."""
    return any(_own_life().isdisjoint(match.groups()) for match in _OURS.finditer(view.text.folded))


def is_a_place(known: Known) -> bool:
    """Tell whether the organisation is a town, whose name is also where things are."""
    return "trade-town" in _trades(known)


@lru_cache(maxsize=32)
def _trades(known: Known) -> tuple[str, ...]:
    """Return the lists of words of the trades that the names and the kinds of offerings tell."""
    facts = known.facts
    names = [name for each in facts.names.values() for name in each]
    names += [name for each in facts.offerings for name in (*each.names.values(), each.kind)]
    told = fold(" ".join(names)).replace("-", " ")
    trades = (name for name, pattern in _TRADES.items() if re.search(pattern, told))
    return (*trades, *(("trade-money",) if deals_in_money(known) else ()))


@lru_cache(maxsize=32)
def _words(known: Known) -> "re.Pattern[str]":
    """Return an expression for the words of an organisation's trades, kinds of offerings and public offices."""
    kinds = fold(" ".join(each.kind for each in known.facts.offerings)).replace("-", " ")
    offices = (fold(role) for each in known.facts.public_figures for role in each.role.values())
    terms = {word for name in _trades(known) for word in both(name)} | set(kinds.split()) - _SAY_NOTHING
    terms |= {office for office in offices if office.strip() and "candidat" not in office}
    return re.compile(rf"(?<![\w-]){any_of(tuple(terms))}(?!\w)") if terms else _NOTHING


@lru_cache(maxsize=1)
def _own_life() -> frozenset[str]:
    return frozenset(both("own-life"))
