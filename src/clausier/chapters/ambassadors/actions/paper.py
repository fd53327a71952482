"""Answers given on paper, entered by an officer: what was shown, who collected it, and by whose hand it was written."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clausier.chapters.ambassadors import notifications
from clausier.chapters.ambassadors.actions.commit import Said, write
from clausier.chapters.ambassadors.models import Commitment, Paper
from clausier.chapters.ambassadors.selectors import WORDS, asked_of_each
from clausier.chapters.ambassadors.selectors.paper import text_code
from clausier.identity.models import Person
from clausier.identity.permissions import require
from clausier.identity.selectors import today
from clausier.lib.keeping import MAX_SCAN, PDF, keep_scan
from clausier.lib.refusals import RefusedError
from clausier.policy.models import Version
from clausier.policy.selectors import in_force, policy_of

MOST = 500  # people on the sheets of one entry
LONGEST = 1000


class Sheet(NamedTuple):
    """What stands on the sheets: the code of the text, its language, the day, who collected them, how, and a scan."""

    code: str
    language: str
    day: date
    collector: Person
    note: str
    scan: bytes = b""


class Entered(NamedTuple):
    """What was written, and who had nothing to answer any more."""

    answers: list[Commitment]
    left_aside: list[Person]


@transaction.atomic
def record_paper(
    *, actor: Person, sheet: Sheet, people: Sequence[Person], declining: Collection[Person] = ()
) -> Entered:
    """Afterwards each of the people has given their word, those of ``declining`` excepted, who do not agree.

    Each answer has its own entry, which says by hand of whom; whoever has an e-mail is told, and may say that it is
    wrong. Refused: anybody but a people officer, one's own signature, whoever has left. Raises ValidationError, by
    field: a sheet of another text than the one in force, a day to come or before it, no note, a scan that is no PDF.
    """
    require(actor, "ambassadors.paper.record")
    version = in_force()
    if version is None:
        raise RefusedError("no-policy", _("No policy is in force yet."), 409)
    everybody = list(dict.fromkeys([*people, *declining]))
    _check_people(actor, everybody)
    _check(version, sheet)
    locked = Person.objects.get_queryset().select_for_update().filter(pk__in=[each.pk for each in everybody])
    rows = list(locked.order_by("pk"))
    paper = Paper.objects.create(
        version=version,
        language=sheet.language,
        day=sheet.day,
        collector=sheet.collector,
        note=sheet.note.strip(),
        scan=keep_scan("signatures", sheet.scan),
        by=actor,
    )
    return _entered(paper, rows, set(declining))


def _entered(paper: Paper, people: list[Person], declining: set[Person]) -> Entered:
    asked = asked_of_each(people)
    entered = Entered([], [each for each in people if not asked[each.pk]])
    for person in people:
        waiting = asked[person.pk]
        for word in WORDS:
            covered = [each.clause.id for each in waiting if each.word == word]
            if covered:
                said = Said(word, paper.language, person in declining, paper)
                entered.answers.append(write(person, paper.version, said, covered, waiting))
                waiting = [each for each in waiting if each.word != word]
        if asked[person.pk]:
            notifications.entered(person, paper)
    return entered


def _check_people(actor: Person, people: list[Person]) -> None:
    if not people:
        raise ValidationError({"numbers": _("Name at least one person: tick a name or paste a number.")})
    if len(people) > MOST:
        raise ValidationError({"numbers": _("At most %(most)s people at a time.") % {"most": MOST}})
    if actor in people:
        raise RefusedError("own-paper", _("You sign yourself, on your own page: somebody else enters your paper."))
    if any(not each.is_active for each in people):
        raise RefusedError("gone", _("This person is no longer part of the organization."))


def _check(version: Version, sheet: Sheet) -> None:
    wrong: dict[str, object] = {}
    if sheet.code.replace("-", "").replace(" ", "").lower() != text_code(version).replace("-", ""):
        wrong["code"] = _(
            "This is not the code of the text in force: the sheet is of another version. Have the new text read."
        )
    if sheet.language not in policy_of(version).languages:
        wrong["language"] = _("This language is not one of the policy's.")
    first = today(version.in_force_from)
    if not first <= sheet.day <= today():
        wrong["day"] = _("The day is between the one when the version came into force and today.")
    if not sheet.note.strip() or len(sheet.note) > LONGEST:
        wrong["note"] = _("Say in a few words how the signatures were obtained.")
    if sheet.scan and (len(sheet.scan) > MAX_SCAN or not sheet.scan.startswith(PDF)):
        wrong["scan"] = _("The scan is a PDF of 10 MB at most.")
    if wrong:
        raise ValidationError(wrong)
