"""A clause as people read it: its words, why, two examples, the rules read aloud, the law it serves."""

from typing import NamedTuple

from clausier.document.rendering import ShownClause
from clausier.document.rendering.view import ShownExample
from clausier.policy.models import Version
from clausier.policy.selectors.showing import shown, spoken_in

_PACE = 200  # words a minute, read with care


class Shown(NamedTuple):
    """A clause in one language, and the title of its chapter."""

    clause: ShownClause
    chapter: str

    @property
    def words(self) -> int:
        """How many words its text has."""
        return len(self.clause.text.split())

    @property
    def examples(self) -> list[ShownExample]:
        """Two examples: one that is held back and one that is let through, where there are both."""
        every = self.clause.examples
        strict = next((each for each in every if each.strict), None)
        mild = next((each for each in every if not each.strict), None)
        return [each for each in (strict, mild) if each]


def shown_clauses(version: Version, language: str) -> dict[str, Shown]:
    """Return every clause of a version as it is shown, by id, internal ones included: for people of the house."""
    page = shown(version, spoken_in(version, language), is_public=False)
    return {clause.id: Shown(clause, each.title) for each in page.chapters for clause in each.clauses}


def minutes(words: int) -> int:
    """Return about how many minutes it takes to read so many words; one at least."""
    return max(1, round(words / _PACE))
