"""The cues of ``library/audit``: what policies say, one phrase a line, under headings that say what a phrase shows.

The lines are written in the little grammar of ``engine/phrases.py``; ``[name]`` opens a section. The definitions of
``common`` hold in every list of the same language. Cues are looked for in sentences without punctuation, so that a
phrase runs over a comma.
"""

from collections.abc import Mapping
from functools import cache

from clausier.engine.phrasebook import Phrasebook
from clausier.engine.phrases import Row, rows_of
from clausier.engine.words import lines

FOLDER = "audit"
COMMON = "common"
# The lists, which are also the names under which what was found is asked for.
ELEMENT_LISTS = (
    "expectations",
    "transparency",
    "training",
    "regulation",
    "confidentiality",
    "time",
    "accounts",
    "responses",
    "comments",
    "consequences",
)
LISTS = (*ELEMENT_LISTS, "roles", "modality", "grounds", "others", "broad", "moderation")
Key = tuple[str, str]
Span = tuple[int, int]


@cache
def cues(name: str, language: str) -> Mapping[str, list[Row]]:
    """Return the phrases of each section of a list in a language."""
    common = [line for line in lines(FOLDER, COMMON, language) if " = " in line]
    sections: dict[str, list[str]] = {}
    shared = list(common)
    current = shared
    for line in lines(FOLDER, name, language):
        if line.startswith("[") and line.endswith("]"):
            current = sections.setdefault(line[1:-1], [])
        else:
            current.append(line)
    return {section: rows_of([*shared, *told], language) for section, told in sections.items()}


@cache
def _book(languages: tuple[str, ...]) -> Phrasebook[Key]:
    lists = ((name, cues(name, language)) for language in languages for name in LISTS)
    return Phrasebook(((name, section), rows) for name, sections in lists for section, rows in sections.items())


def found(said: str, languages: tuple[str, ...]) -> dict[Key, list[Span]]:
    """Return the places of every cue in a folded sentence, by its list and section."""
    told = _book(languages).read(said)
    return {key: [match.span() for match in matches] for key in told.keys if (matches := told.of(key))}
