"""A certificate: what somebody said of which version, for whoever holds its code."""

from typing import NamedTuple

from clausier.chapters.ambassadors.models import Commitment
from clausier.chapters.ambassadors.selectors.asked import asked_of
from clausier.document.model.statements import COMMITMENTS

VALID, RENEW, REPLACED = "valid", "renew", "replaced"


class Certificate(NamedTuple):
    """An answer and where it stands today; ``initials`` is all that the code alone tells of the person."""

    commitment: Commitment
    standing: str
    initials: str

    def sentence(self, language: str) -> str:
        """Return the words that were said."""
        return COMMITMENTS[self.commitment.word].in_language(language)


def certificate_of(code: str) -> Certificate | None:
    """Return the certificate of a code, however it is written; None when there is none."""
    plain = "".join(code.upper().split()).replace("-", "")
    found = (
        Commitment.objects.given().select_related("person", "version", "paper__collector").filter(code=plain).first()
    )
    return Certificate(found, _standing(found), _initials(found.person.name)) if found else None


def _standing(commitment: Commitment) -> str:
    person = commitment.person
    later = person.commitments.filter(word=commitment.word, at__gt=commitment.at)
    if any(set(each.clauses) & set(commitment.clauses) for each in later):
        return REPLACED
    asked = {each.clause.id for each in asked_of(person)} if person.is_active else set()
    return RENEW if asked & set(commitment.clauses) else VALID


def _initials(name: str) -> str:
    return " ".join(f"{part[0]}." for part in name.replace("-", " ").split())
