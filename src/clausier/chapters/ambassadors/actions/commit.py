"""A person gives their word on the version in force, or says that they do not agree."""

from collections.abc import Sequence
from typing import NamedTuple

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clausier.audit.actions import record
from clausier.chapters.ambassadors.actions.campaign import settle
from clausier.chapters.ambassadors.models import Commitment, Paper
from clausier.chapters.ambassadors.selectors.asked import Asked, Reading
from clausier.chapters.ambassadors.selectors.proofs import shown_digest
from clausier.identity.models import Person
from clausier.lib import clock
from clausier.lib.refusals import RefusedError
from clausier.lib.tokens import new_letters
from clausier.policy.models import Version

TEXT_CHANGED = "text-changed"
CODE = 12  # letters: 52 bits, which nobody finds by trying


class Said(NamedTuple):
    """What somebody answers: with which word, having read in which language; on paper, or by themself."""

    word: str
    language: str
    declined: bool = False
    paper: Paper | None = None


@transaction.atomic
def commit(  # noqa: PLR0913  # what was shown, and in which words, is what makes an answer worth something
    *,
    person: Person,
    version: Version,
    word: str,
    language: str,
    digest: str,
    clauses: Sequence[str] | None = None,
) -> Commitment:
    """Afterwards the person has given their ``word`` on the clauses that ask for it, as they read in ``language``.

    ``digest`` is that of the version that was shown, ``clauses`` the ids that were on the page (all that are asked,
    by default): what was not shown goes on being asked. Done twice, it counts once. Refused: ``text-changed`` when
    another text is in force than the one shown, ``nothing-asked`` when nothing of this word is asked.
    """
    return _answer(person, version, Said(word, language), digest, clauses)


@transaction.atomic
def decline(  # noqa: PLR0913  # as for commit
    *,
    person: Person,
    version: Version,
    word: str,
    language: str,
    digest: str,
    clauses: Sequence[str] | None = None,
) -> Commitment:
    """Afterwards the person has answered that they do not agree: nothing is asked again until the clauses change.

    It closes no door and is told to no manager. Refused as a commitment is.
    """
    return _answer(person, version, Said(word, language, declined=True), digest, clauses)


def _answer(person: Person, version: Version, said: Said, digest: str, clauses: Sequence[str] | None) -> Commitment:
    person = Person.objects.get_queryset().select_for_update().get(pk=person.pk)  # twice at once counts once
    reading = _shown(person, version, digest, said.language)
    waiting = reading.asked_of([person])[person.pk]
    asked = [each.clause.id for each in waiting if each.word == said.word]
    covered = asked if clauses is None else [each for each in asked if each in set(clauses)]
    if not covered:
        return _already(person, version, said)
    return write(person, version, said, covered, waiting)


def write(person: Person, version: Version, said: Said, covered: list[str], waiting: Sequence[Asked]) -> Commitment:
    """Write one answer with its seal and its place in the campaign, in the transaction of the act.

    ``waiting`` is all that the person was asked. The ledger keeps whose hand wrote it when it was not their own.
    """
    words, paper = shown_digest(version, said.language, tuple(covered)), said.paper
    answer = Commitment.objects.create(
        person=person,
        version=version,
        word=said.word,
        clauses=covered,
        language=said.language,
        code=new_letters(CODE),
        declined=said.declined,
        shown=words,
        paper=paper,
    )
    settle(person, version, [each for each in waiting if each.clause.id not in covered], answer.at)
    details = {
        "person": person.uid,
        "version": version.number,
        "digest": version.digest,
        "word": said.word,
        "clauses": covered,
        "language": said.language,
        "shown": words,
        "declined": said.declined,
    }
    if paper:
        details |= {"by_hand_of": paper.collector.uid, "paper": paper.uid, "day": paper.day.isoformat()}
    act = "ambassadors.commitment.declined" if said.declined else "ambassadors.commitment.given"
    record(act, actor=paper.by if paper else person, subject=answer, details=details)
    return answer


def _shown(person: Person, version: Version, digest: str, language: str) -> Reading:
    """Return the reading of now, if the text that was shown is still in force in it."""
    if not person.is_active:
        raise RefusedError("gone", _("This person is no longer part of the organization."))
    reading = Reading.at(clock.now())
    if reading is None or version != reading.version or digest != version.digest:
        sentence = _("The text has changed since it was shown to you. Read it again before you answer.")
        raise RefusedError(TEXT_CHANGED, sentence, 409)
    if language not in reading.policy.languages:
        raise RefusedError("language", _("This language is not one of the policy's."), 400)
    return reading


def _already(person: Person, version: Version, said: Said) -> Commitment:
    """Return the answer that was given a moment ago: a button pressed twice counts once."""
    same = person.commitments.filter(version=version, word=said.word, declined=said.declined).first()
    if same is None:
        raise RefusedError("nothing-asked", _("Nothing in the policy waits for this answer from you."), 409)
    return same
