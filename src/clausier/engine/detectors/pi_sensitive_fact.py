"""A sensitive fact about a private person: health, discipline, pay, debts, family, justice, social assistance.

A fact of ``library/phrases/sensitive-facts`` counts when a person who can be identified stands in the same sentence, or
in the one before it; the quote goes from one to the other. The law protects such facts whoever tells them, kindly or
not (Quebec's Act respecting Access, section 53; GDPR, articles 9 and 10).
Mistaken for: the unnamed author's own troubles, statistics and campaigns, what a person in public life made public,
history and fiction, and figures of speech.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from clausier.engine.detector import Derived, Found, Known, View
from clausier.engine.fingerprints import Index, words_of
from clausier.engine.people import CERTAIN, CLEAR, UNSURE, Person, people, related
from clausier.engine.text import fold

KIND, FACTS = "pi.sensitive-fact", "sensitive-facts"
MOST, BEFORE, AFTER = 30, 220, 60  # facts looked at; characters around one
FARTHER = 0.2  # less sure, when the person stands in the sentence before
# The end of a sentence: not after an initial or the abbreviation of a title.
END = re.compile(r"(?<![ (]m)(?<!\b[a-z])(?<!\bmrs)(?<!\b[md]r)(?<!\bms)[.!?](?=[\s\"')])|\n")
PUBLIC = re.compile(
    r"(?<!\w)(?:premiere? ministre|ministres?|minister|maire|mairesse|mayor|deputee?s?|senator|senateur|senatrice"
    r"|council+or|conseillere? municipale?|echevine?|candidate?|chanteu(?:r|se)|singer|act(?:eur|rice|or|ress)|rapper"
    r"|comedienn?e?|humoriste|celebrity|celebrite|vedette|champion(?:ne)?|olympi\w*|king|queen|pope|pape|president of"
    r"|reporters|journalistes|a la tele|on tv|on television|film|movie|roman|novel|personnage|character|netflix|saison"
    r"|season|episode|the series|la serie|biographie|biography|documentaire|documentary|histoire de la ville"
    r"|1[0-8]\d\d|19[0-4]\d)(?!\w)"
)
MINE = re.compile(
    r"(?<!\w)(?:(?:je|moi|i|i'm|i've|i'd|i'll|im|nous|we|we're)(?: [\w']{1,14}){0,3}|j'\w{1,12}(?: \w{1,12}){0,2}"
    r"|(?:mon|ma|mes|my|notre|our|nos)(?: \w{1,14})?) ?$"
)
DENIED = re.compile(
    r"(?<!\w)(?:n'\w{1,8}|ne|pas|jamais|not|never|no longer|\w{2,7}n't|si|if|unless|sauf)(?: \w{1,10}){0,2} $"
)
# A good cause, between a name and an illness: what the person does, not what they have.
CAUSE = re.compile(
    r"(?<!\w)(?:atelier|conference|recherche|fondation|collecte|don|dons|donne|course|marche|campagne|sensibilis\w*|anime"
    r"|parle|parlera|explique|etudie|documente|kiosque|livre|article|balado|lutte|formation|workshop|talk|talks|speaks?"
    r"|speaking|research\w*|foundation|raises?|raising|raised|fundrais\w*|donat\w*|donates?|walk|run|ride|campaign"
    r"|awareness|charity|explains?|studies|podcast|book|teaches|enseigne|experte?|expert|specialist\w*|fight|cure"
    r"|publie|partage|shares?|posts?)(?!\w)"
)
TOLD = re.compile(r"(?<!\w)(?:your|you|you're|votre|vos|vous|tes|ton|ta)(?!\w)")
HANDLE = re.compile(r"(?<![\w@.])@([a-z][\w.]{3,29})")


def _look(view: View) -> Iterator[Found]:
    text = view.text.folded
    for fact, _ in zip(view.phrases(FACTS), range(MOST), strict=False):
        low, high = _sentence(text, fact.start(), fact.end())
        if PUBLIC.search(text, low, high):
            continue
        person = _person(view, fact.start(), low, high)
        if person and not _is_other(text[max(low, person.end) if person.end <= fact.start() else low : fact.start()]):
            start, end = min(person.start, fact.start()), max(person.end, fact.end())
            yield Found(KIND, start, end, min(person.sure, CLEAR))


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence around a span begins and ends."""
    low = max(0, start - BEFORE)
    breaks = [match.end() for match in END.finditer(text, low, start)]
    after = END.search(text, end, end + AFTER)
    return (breaks[-1] if breaks else low), (after.start() if after else min(len(text), end + AFTER))


def _is_other(between: str) -> bool:
    """Tell whether the words between say that it is of the author, that it is not so, or that it is for a cause."""
    return bool(MINE.search(between) or DENIED.search(between) or CAUSE.search(between))


def _person(view: View, start: int, low: int, high: int) -> Person | None:
    """Return whom a fact is about: the nearest person before it, else after it, else in the sentence before."""
    named = [each for each in _named(view, low, high) if not _is_public(each, view)]
    before = [each for each in named if each.start < start]
    if before:
        return max(before, key=lambda each: (each.sure >= CLEAR, each.start))
    after = [each for each in named if each.start >= start and each.sure > UNSURE]
    if after:
        return min(after)
    relative = _told_of(view, low, high)
    if relative:
        return relative
    earlier = _sentence(view.text.folded, max(0, low - 2), low)[0]
    sure = [each for each in _named(view, earlier, low) if each.sure >= CLEAR and not _is_public(each, view)]
    nearest = max(sure, default=None)
    return nearest._replace(sure=nearest.sure - FARTHER) if nearest else None


def _named(view: View, low: int, high: int) -> Iterator[Person]:
    yield from people(view.text, low, high)
    for index in _directories(view.known):
        words = words_of(view.text.folded[low:high])
        yield from (Person(low + start, low + end, CERTAIN) for start, end in index.names(words))
    if TOLD.search(view.text.folded, low, high):
        own = _own_handles(view.known)
        handles = HANDLE.finditer(view.text.folded, low, high)
        yield from (Person(*each.span(), 0.6) for each in handles if each[1] not in own)


def _told_of(view: View, low: int, high: int) -> Person | None:
    """Return a relative (« mon frère ») whom a full name elsewhere in the message makes known."""
    relative = next(related(view.text, low, high), None)
    everybody = people(view.text, 0, min(len(view.text.folded), 2000)) if relative else ()
    return relative if any(each.sure >= CERTAIN and not _is_public(each, view) for each in everybody) else None


@lru_cache(maxsize=8)
def _directories(known: Known) -> tuple[Index, ...]:
    return tuple(Index(each.people) for each in known.protected if each.people)


@lru_cache(maxsize=8)
def _own_handles(known: Known) -> frozenset[str]:
    return frozenset(fold(each).lstrip("@") for handles in known.facts.handles.values() for each in handles)


@lru_cache(maxsize=8)
def _figures(known: Known) -> tuple[str, ...]:
    return tuple(fold(figure.name) for figure in known.facts.public_figures)


def _is_public(person: Person, view: View) -> bool:
    name = view.text.folded[person.start : person.end]
    return any(name in figure or figure in name for figure in _figures(view.known))


DETECTORS = (Derived(kinds=(KIND,), look=_look, lists=(FACTS,)),)
