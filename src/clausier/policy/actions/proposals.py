"""Proposing: a draft is proposed, taken back, raised to a major change."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from clausier.audit.actions import record
from clausier.document.comparison.values import MINOR
from clausier.document.reading.files import POLICY_FILE
from clausier.document.writing import EditRefusedError, with_value, without_value
from clausier.identity.models import Person
from clausier.identity.permissions import require
from clausier.lib import clock
from clausier.lib.refusals import RefusedError
from clausier.lib.states import moved
from clausier.policy import notifications, selectors
from clausier.policy.actions.drafts import digest_of, locked
from clausier.policy.models import Version
from clausier.policy.selectors import agreeing, consulting
from clausier.policy.selectors.sources import Files, refuse_errors
from clausier.policy.states import MOVES, Status


@transaction.atomic
def propose(*, actor: Person, version: Version, is_minor: bool = False) -> Version:
    """Propose a draft without errors: it takes the next number, which is written into ``policy.yaml``.

    ``is_minor`` is the author's statement that, for each changed sentence, nobody must act differently.
    Raises ValidationError with the errors, when nothing changes, or when a major change is called minor.
    """
    require(actor, "policy.drafts.edit")
    line_up()
    draft = ready(version)
    draft.status = moved(MOVES, "propose", draft.status)
    draft.files = _without_number(draft.files)
    refuse_errors(selectors.problems_of(draft))
    draft.digest = digest_of(draft.files)
    draft.base = selectors.base_of()
    if draft.base and draft.base.digest == draft.digest:
        raise ValidationError(_("Nothing differs from the last adopted version."))
    if is_minor and selectors.level_of(draft) != MINOR:
        raise ValidationError(_("What the program does has changed: this change is a major one."))
    draft.proposed, draft.plan = clock.now(), agreeing.plan_now()
    _number(draft, is_minor=is_minor)
    record("policy.version.proposed", actor=actor, subject=draft, details=marks(draft))
    notifications.to_approve(draft, agreeing.asked_now(draft))
    return draft


@transaction.atomic
def take_back(*, actor: Person, version: Version) -> Version:
    """Make a proposal a draft again: its number is free, and the approvals it had are void."""
    require(actor, "policy.drafts.edit")
    draft = locked(version)
    draft.status = moved(MOVES, "take_back", draft.status)
    undo(draft)
    record("policy.version.taken-back", actor=actor, subject=draft, details=marks(draft))
    return draft


def undo(draft: Version) -> None:
    """Give a proposal that is a draft again its number back; what was agreed to and asked for is void."""
    notifications.called_off(draft)
    draft.approvals.all().delete()
    draft.major = draft.minor = draft.proposed = draft.plan = None
    draft.is_minor = False
    draft.files = _without_number(draft.files)
    draft.revision += 1
    draft.save()


@transaction.atomic
def raise_level(*, actor: Person, version: Version) -> Version:
    """Make a proposal that was called minor a major one: it takes another number, and its approvals are void.

    An author or an approver may; nobody may lower a level.
    """
    require(actor, "policy.version.adopt")
    line_up()
    draft = proposed(version)
    if not draft.is_minor:
        raise RefusedError("major-already", _("This change is a major one already."), 409)
    draft.approvals.all().delete()
    draft.files = _without_number(draft.files)
    draft.major = draft.minor = None
    Version.objects.filter(pk=draft.pk).update(major=None, minor=None)
    _number(draft, is_minor=False)
    record("policy.version.raised", actor=actor, subject=draft, details=marks(draft))
    notifications.to_approve(draft, agreeing.asked_now(draft), raised=True)
    return draft


def line_up() -> None:
    """Hold every version that may be numbered or adopted: two people who act at once do it one after the other."""
    either = Version.objects.filter(status__in=(Status.PROPOSED, Status.ADOPTED))
    list(either.select_for_update().order_by("pk").values_list("pk", flat=True))


def proposed(version: Version) -> Version:
    """Return a proposal, held; refuse what is none (409)."""
    draft = locked(version)
    if draft.status != Status.PROPOSED:
        raise RefusedError("not-proposed", _("This text is not proposed: somebody has acted in the meantime."), 409)
    return draft


def ready(version: Version) -> Version:
    """Return a draft, held, that may be proposed; refuse one whose consultation is still open (409)."""
    draft = locked(version)
    if consulting.is_taking_comments(draft):
        sentence = _("The consultation is still open: end it first, or wait for its last day.")
        raise RefusedError("consultation-open", sentence, 409)
    return draft


def refuse_overtaken(draft: Version) -> None:
    """Refuse a proposal that was compared with a version which is no longer the last (409)."""
    last = selectors.base_of()
    if last and last.pk != draft.base_id:
        sentence = _("Version %(number)s was adopted meanwhile. Take the proposal back, look at what differs now, and propose it again.")  # fmt: skip  # noqa: E501
        raise RefusedError("overtaken", sentence % {"number": last.number}, 409)


def marks(draft: Version) -> dict[str, object]:
    """Return what the ledger says of a version: its number, digest and level, and which version it stands on."""
    said = {"number": draft.number, "digest": draft.digest, "minor": draft.is_minor}
    return said | ({"base": draft.base.uid} if draft.base else {})


def _number(draft: Version, *, is_minor: bool) -> None:
    """Give a proposal the next number of its level, and write it into its text."""
    draft.is_minor = is_minor
    draft.major, draft.minor = selectors.next_number(draft.base, is_minor=is_minor)
    draft.files = _edited(draft.files, draft.number)
    draft.revision += 1
    draft.save()


def _without_number(files: Files) -> Files:
    return _edited(files, "")


def _edited(files: Files, number: str) -> Files:
    """Return the files with this number in ``policy.yaml``, or with none; every other line stays."""
    text = files[POLICY_FILE]
    try:
        if number:
            text = with_value(text, POLICY_FILE, ("version",), number)
        elif "version:" in text:
            text = without_value(text, POLICY_FILE, ("version",))
    except EditRefusedError:
        if number:
            raise ValidationError(
                _("The number cannot be written into policy.yaml: write it one key a line.")
            ) from None
    return files | {POLICY_FILE: text}
