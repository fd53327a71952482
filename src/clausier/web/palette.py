"""Where a person may go: the pages of the rooms, and the clauses in force, by a few words."""

import unicodedata
from typing import NamedTuple

from clausier.identity.models import Person
from clausier.identity.selectors import organization
from clausier.policy.models import Version
from clausier.ui.panels import for_person
from clausier.web.rooms import opened
from clausier.web.selectors import clauses_of

LONGEST = 80
SHOWN = 12


class Place(NamedTuple):
    """Somewhere to go."""

    title: str
    url: str
    icon: str
    number: str = ""


def find(person: Person, version: Version | None, query: str) -> list[Place]:
    """Return the places whose words hold every word asked, pages first; without a word, the pages."""
    words = plain(query).split()
    pages = [Place(str(panel.title), panel.url, panel.icon) for panel in opened(for_person(person), organization())]
    clauses = _clauses(version) if version and words else []
    found = [place for place in (*pages, *clauses) if all(word in plain(_words(place)) for word in words)]
    return found[:SHOWN]


def plain(text: str) -> str:
    """Return a text without case nor accents, as people type when they look for something."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in parts if not unicodedata.combining(character))


def _words(place: Place) -> str:
    return f"{place.number} {place.title}"


def _clauses(version: Version) -> list[Place]:
    cited = (each for each in clauses_of(version).values() if each.url)
    return [Place(each.title, each.url, "clause", each.number) for each in cited]
