"""Where a message names people who share a protected ground, and the message marked at those places.

The grounds are those of the Charter of human rights and freedoms of Quebec (CQLR c. C-12, section 10). In a marked
message each mention is one character, so that a phrase says once what is said of anybody: ``~`` for people, ``%`` for
a word that was made to insult them. Words that take up the mention ("they", "people like you", "ces gens-là") are
marked too. A mention by itself is never a sign of anything.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from clausier.engine.words import any_of, both

PEOPLE, SLUR = "~", "%"
LISTS = ("groups", "traits", "slurs", "doubtful")

_PERSONS = (
    r"(?:people|persons?|folks?|ppl|m[ae]n|wom[ae]n|guys?|girls?|boys?|kids?|child(?:ren)?|ladies|lady|famil(?:y|ies)"
    r"|dudes?|mothers?|moms?|fathers?|dads?|parents?|couples?|teachers?|students?|teens?|teenagers?|youths?|immigrants?"
    r"|migrants?|refugees?|workers?|americans?|canadians?|community|communities|communit(?:y|ies) members|patients?"
    r"|neighbou?rs?|engineers?|nurses?|managers?|doctors?|lawyers?|officers?|players?|voters?|leaders?|politicians?|bosses|boss|singers?|employees?|clerks?|cops?|farts?|bodies|athletes?|drivers?|elders?|males?|females?|seniors?|friends?|believers?|nationals?|lads?|bastards?"
    r"|bitch(?:es)?|trash|scum|filth|cunts?|fucks?|fuckers?|shits?|pieces? of shit|peoples?|lot|race)"
)
_AFTER = re.compile(rf" (?:\w{{3,12}} )?{_PERSONS}(?!\w)(?: (?:in|with|from|who|on) (?:a wheelchair|wheelchairs))?")
_ALONE = re.compile(
    r"(?:[.,!?;:]|$| (?:are|is|r|have|has|should|will|can|do|does|don't|can't|who|to|in|at|and|or|must|deserve|need"
    r"|were|was|out|go|again|from|like|than|off|back|on|up|with|🤮|💩)(?!\w))"
)
_THE = re.compile(r"(?<!\w)(?:the|these|those|a|an|all|fucking|dirty|bloody|stupid|filthy|of|damn|for|you|no) $")
_PERSONNES = re.compile(
    r"(?<!\w)(?:personnes?|gens|monde|hommes?|femmes?|filles?|gars|garcons?|enfants?|jeunes?|meres?|peres?|parents|mecs?"
    r"|meufs?|couples?|familles?|immigrants?|immigrante?s?|etudiante?s?|eleves?|travailleurs?|communautes?|peuples?"
    r"|femmes et hommes|voisine?s?|profs?|bonhommes?|individus?|populations?|citoyens?|ados?|refugies?|dames?|race"
    r"|type|canadiens|quebecois|aines?|collegues?|salope|saloperies?|ordures?|connards?|chiens?|enculee?s?) $"
)
_LES = re.compile(
    r"(?:(?<!\w)(?:les|des|ces|aux|une?|prochaine?|premiere?|derniere?|aucune?|sans|sales?|tous les|toutes les"
    r"|maudite?s?|ostie de|crisse de|vos|nos|deux|trois|de"
    r"|bande de|gang de|en tant que|comme|chaque|encore des|gros|trop de|mes|leurs|quelques|autres) |(?<!\w)[dl]')$"
)
_PRONOUNS = re.compile(
    r"(?<!\w)(?:they|them|that kind|this kind|those people|these people|people like (?:you|that|them|this|him|her)"
    r"|(?:your|their|his|her) (?:kind|sort|lot|race|type)|that lot|your people|those things?|that thing"
    r"|ils|elles|eux|ceux-la|celles-la|(?:ces |les |des )gens[- ]la|gens de (?:ton|votre|leur|son) (?:espece|genre)"
    r"|(?:les |des |aux )?gens comme (?:toi|vous|eux|ca|elles|elle|lui)"
    r"|(?:ton|votre|leur|cette|son) (?:espece|race|engeance)"
    r"|ce monde-la|du monde (?:de meme|comme (?:toi|vous|eux|ca)))(?!\w)(?!'|-meme)"
)
_SIGNS = re.compile("[♀♂\U0001f3fb-\U0001f3ff]{0,4}")
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")


class Mention(NamedTuple):
    """People named at a span of a folded text; ``sure`` when by a word that has hardly another use than to insult."""

    start: int
    end: int
    mark: str
    sure: bool = False


class Marked:
    """A folded text with its mentions marked, and the way back to its offsets."""

    def __init__(self, text: str, mentions: Iterable[Mention]) -> None:
        pieces: list[str] = []
        last = size = 0
        self._marked, self._folded = [0], [0]
        for each in mentions:
            plain = _blank(text[last : each.start])
            pieces += (plain, each.mark)
            size += len(plain) + 1
            last = each.end
            self._marked += (size - 1, size)
            self._folded += (each.start, last)
        self.text = "".join(pieces) + _blank(text[last:])

    def folded(self, place: int) -> int:
        """Return the offset in the folded text of a place in the marked one."""
        index = bisect_right(self._marked, place) - 1
        return self._folded[index] + place - self._marked[index]


def _blank(text: str) -> str:
    return text.replace(PEOPLE, " ").replace(SLUR, " ")


@cache
def terms() -> dict[str, str]:
    """Return each term that names people, with the list that it comes from."""
    return {term: name for name in reversed(LISTS) for term in both(name)}


@cache
def innocent() -> frozenset[str]:
    """Return the company in which a term is about something else."""
    return frozenset(both("homonyms"))


@cache
def _innocent() -> "re.Pattern[str]":
    return re.compile(rf"(?<!\w)(?:{any_of(both('homonyms'))[3:]}(?!\w)")


def mentions_of(text: str, places: Iterable[tuple[int, int, str]]) -> list[Mention]:
    """Return the mentions of people in a folded text, in order.

    ``places`` are those of the terms and of the company of ``innocent``, whole words.
    """
    seen = list(places)
    places = [place for place in seen if place[2] in terms()]
    if not places:
        return []
    company = any(place[2] in innocent() for place in seen)
    spared = [match.span() for match in _innocent().finditer(text)] if company else []
    begins = [start for start, _ in spared]
    named: list[Mention] = []
    for start, end, term in sorted(places, key=lambda place: (place[0], -place[1])):
        taken = named and start < named[-1].end
        place = bisect_right(begins, start) - 1  # they follow one another
        if not taken and not (place >= 0 and start < spared[place][1]):
            named += _mention(text, start, end, terms()[term])
    if not named:
        return []
    named += (Mention(*match.span(), PEOPLE) for match in _FLAG.finditer(text))
    ends = named[0].end
    taken_up = [Mention(*match.span(), PEOPLE) for match in _PRONOUNS.finditer(text, ends)]
    return _apart(sorted(named + taken_up))


def _mention(text: str, start: int, end: int, name: str) -> list[Mention]:
    end = _SIGNS.match(text, end).end()  # type: ignore[union-attr]  # it may be empty
    after = _AFTER.match(text, end)
    stop = after.end() if after else end
    if name in ("slurs", "doubtful"):
        return [Mention(start, end, SLUR, sure=name == "slurs")]
    before = text[max(0, start - 30) : start]
    people = _PERSONNES.search(before)
    if people:
        return [Mention(start - len(before) + people.start(), end, PEOPLE)]
    if name == "groups":
        return [Mention(start, stop, PEOPLE)]
    stands = _LES.search(before) or (_THE.search(before) and _ALONE.match(text, end))
    return [Mention(start, stop, PEOPLE)] if after or stands else []


def _apart(mentions: list[Mention]) -> list[Mention]:
    """Return the mentions apart from one another, those that touch as one."""
    kept: list[Mention] = []
    for each in mentions:
        last = kept[-1] if kept else None
        if last and each.mark == last.mark and each.start <= last.end + 1:
            kept[-1] = last._replace(end=max(last.end, each.end))  # "femmes trans": one mention
        elif not last or each.start >= last.end:
            kept.append(each)
    return kept
