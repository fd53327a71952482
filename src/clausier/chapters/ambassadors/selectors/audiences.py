"""What several audiences ask of one person: told, so that nobody wonders why two words wait, nor which day counts."""

from datetime import datetime
from typing import NamedTuple

from clausier.chapters.ambassadors.selectors.asked import Asked
from clausier.chapters.ambassadors.selectors.calls import first_due
from clausier.document.model import Policy
from clausier.document.model.statements import COMMITMENTS
from clausier.identity.models import Person
from clausier.identity.selectors import audiences_of


class Reason(NamedTuple):
    """As what somebody is asked a word, and until when at the latest; several audiences that ask the same are one."""

    audiences: str
    word: str
    due: datetime | None


def reasons_of(person: Person, asked: list[Asked], policy: Policy, language: str) -> list[Reason]:
    """Return why different words wait for one person, the first day first; nothing when one audience asks it all."""
    mine, found = audiences_of(person, policy), dict[tuple[str, str], list[Asked]]()
    for each in asked:
        for slug in each.clause.audience:
            if slug in mine:
                found.setdefault((slug, each.word), []).append(each)
    if len({slug for slug, _word in found}) < 2:  # noqa: PLR2004  # two audiences
        return []
    alike: dict[tuple[str, datetime | None], list[str]] = {}
    for (slug, word), them in found.items():
        alike.setdefault((word, first_due(them)), []).append(audience_name(policy, slug, language))
    told = [
        Reason(", ".join(sorted(names)), COMMITMENTS[word].in_language(language), due)
        for (word, due), names in alike.items()
    ]
    return sorted(told, key=lambda each: (each.due is None, each.due, each.audiences))


def audience_name(policy: Policy, slug: str, language: str) -> str:
    """Return how an audience is called; its slug, where the policy declares none."""
    audience = policy.audiences.get(slug)
    return audience.name.best(language) if audience else slug
