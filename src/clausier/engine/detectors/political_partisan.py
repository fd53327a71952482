"""A partisan position: praise of, or an attack on, a party or a candidate, or a call to vote.

Rule: the duty of reserve and neutrality of public bodies (in Quebec the Act respecting elections and referendums in
municipalities and the Public Service Act, s. 10). Parties and candidates are those of the facts and the best known
ones. Mistaken for: information about an election, an official act of an elected person, praise of a service.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from clausier.engine.detector import Derived, Found, Known, View
from clausier.engine.speech import after, before
from clausier.engine.text import fold
from clausier.engine.words import any_of, both, finder, whole

_VOTE = re.compile(
    r"(?<!\w)(?:(?:vote[zr]?|votons|votera|voterai|elise[zr]|elisons|reelise[zr]|reelisons|appuye[zr]|appuie|appuyons|soutene[zr]|soutenons|on continue avec|j'appuie|je vote|on vote)(?: (?:pour|contre|massivement|avec))?|(?:dans l'|a l')isoloir"
    r"|(?:vote|voting|votes|elect|re-?elect|endors\w+|support|supporting|back|backing|choose)(?: for| against)?|at the (?:polls|ballot box)|on election day|four more years|(?:meilleur|seul|bon) choix|(?:best|only|right) choice|un vote pour|a vote for|ne laissez pas|ne laissons pas|don't let|vote (?:them|him|her) out|kick (?:them|him|her) out|(?:dehors|debarrassons-nous|sortons)"
    r"|for (?:mayor|council|premier|mp|mna)|a la mairie|comme (?:maire|mairesse)|doit gagner|must win|merite (?:votre|de gagner)|deserves? (?:your vote|to win)|la seule equipe|the only (?:one|team|party)|changement|c'est le temps de changer|time for (?:a )?change)(?!\w)"
)
_AGAINST = re.compile(
    r"(?<!\w)(?:no plan|no shame|no clue|no vision|shame|disgrace\w*|disaster\w*|ruin\w*|corrupt\w*|liars?|lies|lied|lying|incompeten\w+|useless|crooks?|failed|failure|broke (?:its|their|his|her) promise\w*|cut our|destroy\w*|joke|pathetic|can't (?:be trusted|govern)|clowns?|worst"
    r"|honte|honteu\w+|sans plan|aucun plan|aucune vision|menteu\w+|mensonges?|menti|catastroph\w+|desastre\w*|incapables?|irresponsables?|ruine\w*|pourris?|a coupe|ont coupe|nous a coupe|coupures|promesses (?:brisees|non tenues|en l'air)|trahi\w*|trahison|nuls?|nulle|bande|gang|mepris\w*|pire|deconnect\w+|n'importe quoi|ridicules?)(?!\w)"
)
_FOR = re.compile(
    r"(?<!\w)(?:only ones? who|the future|best (?:team|plan|mayor|candidate)|(?:la meilleure|la seule) (?:equipe|candidate|mairesse)|le (?:meilleur|seul) (?:candidat|parti|maire)|longue vie|go go|let's go|on est avec|fiers? (?:de|du|d')|fieres? (?:de|du)|proud (?:of|to)|visionnaire|visionary|tient debout|stands up for|gets things done|livre la marchandise|victoire|victory|bravo|merci|chapeau|hourra|vive|hooray)(?!\w)"
)
_NEUTRAL = re.compile(
    r"(?<!\w)(?:bureaux? de vote|polling (?:station|place)s?|advance polls?|vote par anticipation|where to vote|ou voter|comment voter|how to vote|register to vote|liste electorale|scrutateur\w*|election workers?|all[- ]candidates|debat des candidats|tous les candidats|piece d'identite)(?!\w)"
)


@lru_cache(maxsize=32)
def _parties(known: Known) -> "re.Pattern[str]":
    names = [name for each in known.facts.parties for name in (*each.names, *each.topics)]
    return whole((*(fold(name) for name in names), *both("parties")))


@lru_cache(maxsize=32)
def _figures(known: Known) -> "re.Pattern[str] | None":
    """Return an expression for the public figures, by full and family name, and for whoever stands for office."""
    names = [fold(each.name) for each in known.facts.public_figures]
    pieces = [*names, *(name.split()[-1] for name in names if name)]
    others = r"candidate?s?|deputee?s?|councillor \w+|conseillere? \w+|mps?|mnas?"
    return re.compile(rf"(?<!\w)(?:{any_of(tuple(dict.fromkeys(pieces)))}|{others})(?!\w)" if pieces else rf"(?<!\w)(?:{others})(?!\w)")


def look(view: View) -> Iterator[Found]:
    """Yield the parties and the people in the race that the sentence takes a position on."""
    text = view.text.folded
    for match in _parties(view.known).finditer(text):
        sentence = before(text, match.start()), after(text, match.end())
        if _takes_position(sentence, _VOTE, _AGAINST, _FOR) or _praised(sentence):
            yield Found("political.partisan", match.start(), match.end(), 0.8)
    for match in _figures(view.known).finditer(text):
        sentence = before(text, match.start()), after(text, match.end())
        kinds = (_VOTE, _AGAINST, _FOR) if _in_campaign(view) else (_VOTE, _AGAINST)
        if _takes_position(sentence, *kinds):
            yield Found("political.partisan", match.start(), match.end(), 0.7)


def _takes_position(sentence: tuple[str, str], *kinds: "re.Pattern[str]") -> bool:
    """Tell whether the words around a name vote, attack or acclaim, and do not merely inform of the vote."""
    if any(_NEUTRAL.search(side) for side in sentence):
        return False
    return any(kind.search(side[-70:] if number == 0 else side[:70]) for kind in kinds for number, side in enumerate(sentence))


def _praised(sentence: tuple[str, str]) -> bool:
    return any(finder("praise").search(side) for side in sentence)


def _in_campaign(view: View) -> bool:
    """Tell whether the message falls in the period that the facts call ``election``."""
    period = view.known.facts.periods.get("election")
    day: date | None = view.context.at.date() if view.context.at else None
    return period is not None and day is not None and period.from_ <= day <= period.to


DETECTORS = (Derived(("political.partisan",), look),)
