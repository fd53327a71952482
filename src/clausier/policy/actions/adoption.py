"""Adopting: a proposal becomes a version, by two people or by a body, and comes into force at its date."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from clausier.audit.actions import PROGRAM, record
from clausier.identity.models import Person
from clausier.identity.permissions import require
from clausier.identity.selectors import zone
from clausier.lib import clock
from clausier.lib.keeping import MAX_SCAN, PDF, keep_scan
from clausier.lib.refusals import RefusedError
from clausier.lib.states import moved
from clausier.policy import selectors
from clausier.policy.actions.proposals import line_up, marks, proposed, refuse_overtaken
from clausier.policy.events import version_in_force
from clausier.policy.models import Resolution, Version
from clausier.policy.selectors import consulting
from clausier.policy.selectors.agreeing import is_agreed
from clausier.policy.selectors.sources import refuse_errors
from clausier.policy.states import MOVES


@transaction.atomic
def adopt(*, actor: Person, version: Version, in_force_from: dt.datetime | dt.date) -> Version:
    """Adopt a proposal that somebody who did not write in it has approved; it is in force at its date by itself.

    A day stands for its first moment where the organisation is; today, for now. Refused without such an approval of
    this very text, or when another version was adopted meanwhile (409). Raises ValidationError for a past date, one
    before that of the last version, or a text with errors.
    """
    require(actor, "policy.version.adopt")
    line_up()
    draft = proposed(version)
    if not is_agreed(draft):
        raise RefusedError("not-approved", _("Somebody who did not write this text must approve it first."), 409)
    _refuse_held_back(draft)
    moment = moment_of(in_force_from)
    if moment.astimezone(zone()).date() < clock.now().astimezone(zone()).date():
        raise ValidationError({"in_force_from": _("A version comes into force today or later.")})
    return _adopted(draft, actor, max(moment, clock.now()))


@transaction.atomic
def adopt_by_resolution(  # noqa: PLR0913  # what a resolution is made of
    *,
    actor: Person,
    version: Version,
    body: str,
    number: str,
    date: dt.date,
    in_force_from: dt.datetime | dt.date,
    document: bytes = b"",
) -> Version:
    """Record that a body adopted a proposal elsewhere: its resolution stands for the second person.

    ``document`` is the scanned resolution, a PDF, kept beside the database under its digest. Raises ValidationError
    for an adoption that has not taken place yet, or a date of force before that of the resolution.
    """
    require(actor, "policy.resolution.record")
    line_up()
    draft = proposed(version)
    moment = moment_of(in_force_from)
    _refuse_held_back(draft)
    _check_resolution(body, number, date, moment, document)
    adopted = _adopted(draft, actor, moment)
    resolution = Resolution.objects.create(
        version=adopted,
        body=body.strip(),
        number=number.strip(),
        date=date,
        document=keep_scan("resolutions", document),
        by=actor,
    )
    said = {"number": adopted.number, "document": resolution.document, "date": date.isoformat()}
    record("policy.resolution.recorded", actor=actor, subject=adopted, details=said)
    return adopted


@transaction.atomic
def announce() -> int:
    """Tell the rooms above, once for each version whose date has come, the oldest first; return how many."""
    now = clock.now()
    due = Version.objects.adopted().filter(announced=None, in_force_from__lte=now)
    told = 0
    for version in due.select_for_update().order_by("in_force_from", "major", "minor"):
        version.announced = now
        version.save(update_fields=["announced"])
        record("policy.version.came-into-force", actor=PROGRAM, subject=version, details=marks(version))
        version_in_force.send(sender=Version, version=version)
        told += 1
    return told


def _refuse_held_back(draft: Version) -> None:
    """Refuse a text on which somebody still waits for an answer, or for being consulted (409)."""
    for code, sentence in consulting.held_back(draft):
        raise RefusedError(code, sentence, 409)


def _adopted(draft: Version, actor: Person, moment: dt.datetime) -> Version:
    refuse_overtaken(draft)
    refuse_errors(selectors.problems_of(draft))
    if draft.base and draft.base.in_force_from and moment < draft.base.in_force_from:
        raise ValidationError({"in_force_from": _("The last adopted version comes into force later than that.")})
    draft.status = moved(MOVES, "adopt", draft.status)
    draft.adopted, draft.in_force_from = clock.now(), moment
    draft.save()
    said = marks(draft) | {
        "in_force_from": moment.isoformat(),
        "approvals": [each.uid for each in draft.approvals.all()],
    }
    record("policy.version.adopted", actor=actor, subject=draft, details=said)
    announce()
    draft.refresh_from_db()
    return draft


def _check_resolution(body: str, number: str, date: dt.date, moment: dt.datetime, document: bytes) -> None:
    errors: dict[str, str] = {}
    if not body.strip():
        errors["body"] = _("Name the body that adopted the policy.")
    if not number.strip():
        errors["number"] = _("Give the number of the resolution.")
    if date > clock.now().astimezone(zone()).date():
        errors["date"] = _("The date of a resolution is today or past.")
    if moment.astimezone(zone()).date() < date:
        errors["in_force_from"] = _("The policy comes into force on the date of the resolution at the earliest.")
    if document and not document.startswith(PDF):
        errors["document"] = _("The resolution is a PDF file.")
    if len(document) > MAX_SCAN:
        errors["document"] = _("At most %(limit)s MB.") % {"limit": MAX_SCAN // 10**6}
    if errors:
        raise ValidationError(errors)


def moment_of(given: dt.datetime | dt.date) -> dt.datetime:
    """Return the moment that a day stands for: its first one where the organisation is, whatever its clocks do."""
    if isinstance(given, dt.datetime):
        return given
    return dt.datetime.combine(given, dt.time(), zone())
