"""What a sheet of signatures says, and the people whose numbers stand on it."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import Q

from clausier.chapters.ambassadors.models import Call, Campaign
from clausier.chapters.ambassadors.selectors.asked import WORDS, asked_of_each
from clausier.chapters.ambassadors.selectors.clauses import shown_clauses
from clausier.document.model.statements import COMMITMENTS
from clausier.document.rendering import ShownClause
from clausier.identity.models import Person
from clausier.policy.models import Version

CODE = 8  # hexadecimal digits: which text lay on the table
PART = 500


class Named(NamedTuple):
    """The people whom pasted numbers or e-mails name, and what names nobody."""

    people: list[Person]
    unknown: list[str]


def text_code(version: Version) -> str:
    """Return the code printed on the sheets of a version: the beginning of its digest."""
    return f"{version.digest[: CODE // 2]}-{version.digest[CODE // 2 : CODE]}"


def named_by(text: str) -> Named:
    """Return the people whom a text names by number or e-mail, one a line or parted by commas, in its order."""
    words = list(dict.fromkeys(word for word in re.split(r"[\s,;]+", text) if word))
    found: dict[str, Person] = {}
    for start in range(0, len(words), PART):
        part = words[start : start + PART]
        for person in (
            Person.objects.get_queryset()
            .active()
            .filter(Q(number__in=part) | Q(email__in=[word.lower() for word in part]))
        ):
            found |= {key: person for key in (person.number, person.email) if key}
    known = {word: found.get(word) or found.get(word.lower()) for word in words}
    people = dict.fromkeys(person for person in known.values() if person)
    return Named(list(people), [word for word, person in known.items() if person is None])


def team_to_sign(campaign: Campaign, team: str) -> Iterable[Call]:
    """Return who of a team has something to sign, in the order of their names."""
    return campaign.calls.waiting().filter(team=team).select_related("person").order_by("person__folded")


def words_to_sign(version: Version, people: list[Person], language: str) -> list[tuple[str, list[ShownClause]]]:
    """Return the words asked of somebody among several people, each with its clauses, in the order of the policy."""
    words = {each.clause.id: each.word for asked in asked_of_each(people).values() for each in asked}
    shown = shown_clauses(version, language)
    return [
        (
            COMMITMENTS[word].in_language(language),
            [each.clause for name, each in shown.items() if words.get(name) == word],
        )
        for word in WORDS
        if word in words.values()
    ]
