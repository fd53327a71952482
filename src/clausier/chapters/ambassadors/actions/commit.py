"""A person gives their word on the version in force, or says that they do not agree."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clausier.audit.actions import record
from clausier.chapters.ambassadors.actions.campaign import settle
from clausier.chapters.ambassadors.models import Commitment
from clausier.chapters.ambassadors.selectors import asked_of
from clausier.identity.models import Person
from clausier.lib.refusals import RefusedError
from clausier.lib.tokens import new_letters
from clausier.policy.models import Version
from clausier.policy.selectors import in_force, policy_of

CODE = 12  # letters: 52 bits, which nobody finds by trying


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
    return _answer(person, version, (word, language, digest), clauses, declined=False)


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
    return _answer(person, version, (word, language, digest), clauses, declined=True)


def _answer(
    person: Person,
    version: Version,
    said: tuple[str, str, str],
    clauses: Sequence[str] | None,
    *,
    declined: bool,
) -> Commitment:
    word, language, digest = said
    person = Person.objects.get_queryset().select_for_update().get(pk=person.pk)  # twice at once counts once
    _require_present(person, version, digest, language)
    waiting = asked_of(person)
    asked = [each.clause.id for each in waiting if each.word == word]
    covered = asked if clauses is None else [each for each in asked if each in set(clauses)]
    if not covered:
        return _already(person, version, word, declined=declined)
    answer = Commitment.objects.create(
        person=person,
        version=version,
        word=word,
        clauses=covered,
        language=language,
        code=new_letters(CODE),
        declined=declined,
    )
    settle(person, [each for each in waiting if each.clause.id not in covered], answer.at)
    details = {"version": version.number, "word": word, "clauses": covered, "digest": digest, "language": language}
    act = "ambassadors.commitment.declined" if declined else "ambassadors.commitment.given"
    record(act, actor=person, subject=answer, details=details)
    return answer


def _require_present(person: Person, version: Version, digest: str, language: str) -> None:
    present = in_force()
    if not person.is_active:
        raise RefusedError("gone", _("This person is no longer part of the organization."))
    if present is None or version != present or digest != present.digest:
        sentence = _("The text has changed since it was shown to you. Read it again before you answer.")
        raise RefusedError("text-changed", sentence, 409)
    if language not in policy_of(version).languages:
        raise RefusedError("language", _("This language is not one of the policy's."), 400)


def _already(person: Person, version: Version, word: str, *, declined: bool) -> Commitment:
    """Return the answer that was given a moment ago: a button pressed twice counts once."""
    same = person.commitments.filter(version=version, word=word, declined=declined).first()
    if same is None:
        raise RefusedError("nothing-asked", _("Nothing in the policy waits for this answer from you."), 409)
    return same
