"""The people that a message names, told without a model: titles, first names, relations and the capitals of names.

General recognisers of names are wrong on most posts, so capitals alone count little: a person is told by a first name
of ``library/words/first-names``, a title, or a relation to somebody.
Mistaken for: streets, schools and prizes that bear the name of a person, pets, and the first words of a sentence.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from clausier.engine.text import Text, fold
from clausier.engine.words import both

UPPER, LOWER = "A-ZÀ-ÖØ-Þ", "a-zß-öø-ÿœ"
PART = (
    rf"[{UPPER}](?:['’][{UPPER}])?[{LOWER}]{{1,20}}(?:[{UPPER}][{LOWER}]{{1,20}})?"
    rf"(?:-[{UPPER}][{LOWER}]{{1,20}}){{0,2}}"
)
INITIAL = rf"[{UPPER}]\."
NAME = re.compile(
    rf"(?<![\w@#.-])(?:{INITIAL} )?{PART}"
    rf"(?: (?:(?:de|du|van|von|da|del|le|la|St\.) )?(?:{PART}|{INITIAL}(?!\w))){{0,3}}"
)
TITLES = frozenset({
    "m.", "mr", "mrs", "ms", "mme", "mlle", "me", "dr", "dre", "miss", "madame", "monsieur", "officer", "coach",
    "agent", "agente", "citoyen", "citoyenne", "sergent", "sgt", "constable", "nurse", "soeur", "docteur", "doctor",
    "professeur",
})  # fmt: skip
TITLED = re.compile(r"(?<!\w)(?:mrs?\.?|ms\.?|miss|dre?\.?|mme|mlle|madame|monsieur|m\.) ([a-z][a-z'-]{2,20})(?!\w)")
RELATION = (
    r"(?:mere|pere|mari|femme|fils|fille|frere|soeur|oncle|tante|cousine?|neveu|niece|grand-mere|grand-pere|belle-soeur"
    r"|beau-frere|belle-mere|beau-pere|conjointe?|chum|blonde|copine?|ex|ex-mari|ex-femme|ex-chum|coloc|voisine?|amie?"
    r"|collegue|equipiere?|boss|patronne?|chefe?|cheffe|gestionnaire|directrice|directeur|adjointe?|stagiaire|cliente?"
    r"|patiente?|locataire|proprio|employee?|eleve|etudiante?|benevole|monitrice|moniteur|prof|professeure?"
    r"|enseignante?|secretaire|comptable|concierge|gardienne|contremaitre|chauffeur|infirmiere?|petite?|vieux|vieille"
    r"|associee?|commis|caissiere?|preposee?|technicienn?e?|ingenieure?|chimiste|avocate?|sauveteur|sauveteuse|jumelle"
    r"|mother|father|mom|mum|dad|husband|wife|son|daughter|brother|sister|uncle|aunt|cousin|nephew|niece|grandmother"
    r"|grandfather|grandson|granddaughter|partner|girlfriend|boyfriend|ex-wife|ex-husband|roommate|neighbou?r|friend"
    r"|buddy|colleague|coworker|co-worker|manager|supervisor|director|assistant|intern|client|patient|tenant|landlord"
    r"|employee|student|volunteer|counsell?or|lifeguard|teacher|secretary|accountant|janitor|driver|nurse|mentee|chemist"
    r"|teller|clerk|receptionist|foreman|mechanic|cashier|babysitter|in-law|teammate|engineer|technician|trainee|plumber)"
)
MINE = r"(?<!\w)(?:mon|ma|son|sa|notre|votre|ton|ta|my|our|his|her|your|their)"
RELATED = re.compile(rf"(?<!\w){RELATION}s?(?: [a-z]{{2,15}}){{0,3}}?,? $")
OWN = re.compile(rf"{MINE} (?:[a-z-]{{2,15}} )?{RELATION}(?!\w)")
UNCAPPED = re.compile(rf"{MINE} (?:[a-z-]{{2,15}} )?{RELATION} ([a-z]{{3,15}})(?: [a-z-]{{3,15}})?(?!\w)")
THING_BEFORE = re.compile(
    r"(?<!\w)(?:rue|avenue|boulevard|boul\.|chemin|place|parc|ecole|college|cegep|universite|hopital|clinique|arena"
    r"|aeroport|pont|station|metro|gare|bibliotheque|centre|salle|theatre|musee|prix|trophee|coupe|bourse|fondation"
    r"|stade|pavillon|lac|riviere|mont|loi|eglise|paroisse|chez|film|roman|serie|livre|album|ville|maison"
    r"|street|road|school|hospital|park|bridge|foundation|award|prize|cup|lake|mount|saint|st\.?|ste|sainte|novel|song"
    r"|chien|chienne|chat|chatte|minou|toutou|lapin|cheval|dog|cat|puppy|kitten|hamster|rabbit|horse|parrot|ship|storm"
    r"|hurricane|ouragan|tempete|opera|character|personnage|chanson|statue|monument)"
    r" (?:de |du |des |la |le |les |of |the |named )?$|(?<!\w)(?:chien|chienne|chat|chatte|dog|cat), $"
)
THING_AFTER = re.compile(
    r"[ -](?:street|st\b|road|rd\b|avenue|ave\b|drive|lane|crescent|school|park|hall|cent(?:re|er)|hospital|college"
    r"|university|foundation|award|prize|cup|arena|library|bridge|inc\b|lt[de]e?\b|act\b|highway)"
)
PLACED = re.compile(
    r",? (?:de la|du|des|de l'|d'|from|in|at|on|of|the|a la|au|aux|dans|chez|over in) [a-z0-9]"
    r"|,? (?:notre|our|mon|ma|my|the|la|le) |, \d\d(?!\w)"
)
CERTAIN, CLEAR, LIKELY, UNSURE = 0.9, 0.85, 0.75, 0.6


class Person(NamedTuple):
    """A person named at a span of the folded text, and how surely it is somebody who can be identified."""

    start: int
    end: int
    sure: float


@cache
def first_names() -> frozenset[str]:
    """Return the first names of the lists, folded."""
    return frozenset(both("first-names"))


@cache
def _ordinary() -> frozenset[str]:
    return frozenset((*both("capitalised"), *both("stopwords"), *both("occupations"), *both("people")))


def people(text: Text, start: int, end: int) -> Iterator[Person]:
    """Yield the people named between two places of the folded text, in no order."""
    yield from _capitalised(text, start, end)
    for form in (TITLED, UNCAPPED):
        for match in form.finditer(text.folded, start, end):
            if form is TITLED or match[1] in first_names():
                yield Person(*match.span(), CLEAR)


def related(text: Text, start: int, end: int) -> Iterator[Person]:
    """Yield the people whom only a relation tells: « mon frère ». They are known when a name stands elsewhere."""
    return (Person(*match.span(), UNSURE) for match in OWN.finditer(text.folded, start, end))


def _capitalised(text: Text, start: int, end: int) -> Iterator[Person]:
    low, high = text.span(start, max(start, end))
    for match in NAME.finditer(text.raw, low, high):
        words = match[0].split(" ")
        titled, skipped = _name_in(words)
        if skipped < len(words):
            begin = match.start() + sum(len(word) + 1 for word in words[: skipped - titled])
            span = text.folded_span(begin, match.end())
            sure = _sureness(text, *span, words[skipped:], titled=titled)
            if sure:
                yield Person(*span, sure)


def _name_in(words: list[str]) -> tuple[bool, int]:
    """Return whether a title stands among the words before the name, and how many words these are."""
    folded = [fold(word) for word in words]
    for place, word in enumerate(folded):
        if word.rstrip(".") in TITLES or word in TITLES:
            return True, place + 1
        if _is_first_name(word):
            return False, place
    place = next((place for place, word in enumerate(folded) if word not in _ordinary()), len(words))
    return False, place


def _is_first_name(word: str) -> bool:
    return word in first_names() or ("-" in word and word.partition("-")[0] in first_names())


def _sureness(text: Text, start: int, end: int, words: list[str], *, titled: bool) -> float:
    before, after = text.folded[max(0, start - 60) : start], text.folded[end : end + 16]
    if THING_BEFORE.search(before) or THING_AFTER.match(after):
        return 0.0
    known, full = _is_first_name(fold(words[0])), len(words) > 1
    if titled or before.rstrip(" ").rpartition(" ")[2].rstrip(".") in TITLES or (known and full):
        return CERTAIN
    if RELATED.search(before):
        return CLEAR
    if known:
        return CLEAR if PLACED.match(after) else LIKELY
    ordinary = any(fold(word) in _ordinary() for word in words)
    return UNSURE if full and not ordinary else 0.0
