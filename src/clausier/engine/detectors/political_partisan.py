"""A partisan position: praise of, or an attack on, a party or a candidate, or a call to vote.

Rule: the duty of reserve and neutrality of public bodies (in Quebec the Act respecting elections and referendums in
municipalities and the Public Service Act, s. 10). Parties and candidates are those of the facts and the best known
ones. Mistaken for: information about an election, an official act of an elected person, praise of a service.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from clausier.engine.anchors import anchors_of
from clausier.engine.detector import Detector, Found, Hit, Known, View
from clausier.engine.speech import after, before
from clausier.engine.text import fold
from clausier.engine.words import any_of, both, whole

NEAR = 70  # characters on each side of the name in which a position is taken
_OFFICES = r"candidate?s?|deputee?s?|councill?or [a-z]{1,30}|conseillere? [a-z]{1,30}|mps?|mnas?"


def _party_names(known: Known) -> tuple[str, ...]:
    names = [fold(name) for each in known.facts.parties for name in (*each.names, *each.topics)]
    return (*names, *both("parties"))


def _figure_names(known: Known) -> tuple[str, ...]:
    """Return the names of the public figures, full and of their family."""
    names = [fold(each.name) for each in known.facts.public_figures if each.name.strip()]
    return (*names, *(name.split()[-1] for name in names))


@lru_cache(maxsize=32)
def _parties(known: Known) -> "re.Pattern[str]":
    return whole(_party_names(known))


@lru_cache(maxsize=32)
def _figures(known: Known) -> "re.Pattern[str]":
    """Return an expression for the public figures, by full and by family name, and for whoever stands for office."""
    names = _figure_names(known)
    named = any_of(names) + "|" if names else ""
    return re.compile(rf"(?<!\w)(?:{named}{_OFFICES})(?!\w)")


class Positions(Detector):
    """The parties and the people in the race that their sentence takes a position on."""

    kinds = ("political.partisan",)

    def literals(self, known: Known) -> tuple[str, ...]:
        """Return the names of the parties and of the public figures, and what the words for a candidate hold."""
        return (*_party_names(known), *_figure_names(known), *anchors_of(_OFFICES))

    def find(self, view: View, hits: list[Hit]) -> Iterator[Found]:
        """Yield the names, in sentences that vote, attack or acclaim."""
        del hits
        return look(view)


def look(view: View) -> Iterator[Found]:
    """Yield the parties and the people in the race that their sentence takes a position on."""
    acclaim = ("rallying", "praise")
    for match in _parties(view.known).finditer(view.text.folded):
        if _takes_position(view, match, "voting", "attacking", *acclaim):
            yield Found("political.partisan", *match.span(), 0.8)
    for match in _figures(view.known).finditer(view.text.folded):
        # Praise of the mayor's work is no position on a candidate, unless there is a campaign.
        if _takes_position(view, match, "voting", "attacking", *(acclaim if _in_campaign(view) else ())):
            yield Found("political.partisan", *match.span(), 0.7)


def _takes_position(view: View, match: "re.Match[str]", *lists: str) -> bool:
    """Tell whether the words around a name vote, attack or acclaim, and do not merely inform of the vote."""
    sides = before(match.string, match.start())[-NEAR:], after(match.string, match.end())[:NEAR]
    if any(view.says("election-notices", side) for side in sides):
        return False
    return any(view.says(name, side) for name in lists for side in sides)


def _in_campaign(view: View) -> bool:
    """Tell whether the message falls in the period that the facts call ``election``."""
    period = view.known.facts.periods.get("election")
    at = view.context.at
    return period is not None and at is not None and period.from_ <= at.date() <= period.to


DETECTORS = (Positions(),)
