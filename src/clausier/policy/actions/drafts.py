"""Writing: a draft is started, saved and withdrawn."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from clausier.audit.actions import record
from clausier.identity.models import Person
from clausier.identity.permissions import require
from clausier.lib import clock
from clausier.lib.refusals import RefusedError
from clausier.lib.states import moved
from clausier.policy import notifications, selectors
from clausier.policy.actions.lists import keep_first_facts
from clausier.policy.events import tell_typed
from clausier.policy.models import Step, Unsaved, Version
from clausier.policy.selectors.parts import mark_of
from clausier.policy.selectors.sources import Files, brought
from clausier.policy.selectors.texts import folder_with
from clausier.policy.states import MOVES, Change, Status

MAX_TYPED = 1_000_000  # characters of a form that are kept as they are typed


class Edit(NamedTuple):
    """A change of one part of a draft.

    ``shown`` returns how the part reads now, ``seen`` is the mark of how it read when the person began: others may
    change the rest meanwhile. ``files`` returns the files with the change. ``place`` is the form that it was typed in.
    """

    what: Change
    seen: str
    shown: Callable[[Version], str]
    files: Callable[[Version], Files]
    clause: str = ""
    place: str = ""
    languages: tuple[str, ...] = ()


@transaction.atomic
def start_draft(*, actor: Person, title: str, files: Mapping[str, str] | None = None) -> Version:
    """Start a draft from ``files``, by their path in a policy folder, or from the last adopted version with None.

    A policy that extends a template is written whole. Facts among the files become those of the organisation when
    it has none yet; protected lists are left out, as they are no part of what is published.
    Raises ValidationError for files that are no policy, RefusedError when there is nothing to start from.
    """
    require(actor, "policy.drafts.edit")
    base = selectors.base_of()
    if files is None and base is None:
        raise RefusedError("no-version", _("No version is adopted yet: start from a template or a file."), 409)
    parts = brought(base.files if files is None and base else files or {})
    draft = Version(base=base, title=_title(title), files=parts.policy, author=actor, writers=[actor.uid])
    draft.digest = digest_of(parts.policy)
    draft.save()
    record("policy.draft.started", actor=actor, subject=draft, details={"digest": draft.digest})
    tell_typed(actor, parts.policy, {})
    keep_first_facts(actor=actor, text=parts.facts)
    return draft


@transaction.atomic
def save_draft(*, actor: Person, version: Version, files: Mapping[str, str], revision: int) -> Version:
    """Give a draft these files, all of them; ``revision`` is the one they were written on.

    A draft may hold errors, which are told; it is proposed without. Refused (409, ``changed-meanwhile``) when
    somebody has saved in the meantime: nothing is written over.
    """
    draft = _to_be_changed(actor, version)
    if draft.revision != revision:
        raise _changed_meanwhile()
    return _kept(actor, draft, files, Step(what=Change.FILE))


@transaction.atomic
def edit_draft(*, actor: Person, version: Version, edit: Edit) -> Version:
    """Change one part of a draft, whatever others did to its other parts meanwhile.

    Refused (409, ``changed-meanwhile``) when somebody has changed that very part since the person began. Raises
    EditRefusedError or UnreadableError when the part cannot be written there.
    """
    draft = _to_be_changed(actor, version)
    if mark_of(edit.shown(draft)) != edit.seen:
        raise _changed_meanwhile()
    step = Step(what=edit.what, clause=edit.clause, languages=list(edit.languages))
    kept = _kept(actor, draft, edit.files(draft), step)
    forget_typed(actor=actor, version=kept, place=edit.place)
    return kept


@transaction.atomic
def undo(*, actor: Person, version: Version, step: Step) -> Version:
    """Bring a draft back to how it read before a change: that one and all that came after it are undone.

    It is a change like another: it can be undone too. Refused (409, ``too-long-ago``) for one whose text is kept no
    longer.
    """
    draft = _to_be_changed(actor, version)
    if not step.before:
        raise RefusedError("too-long-ago", _("This change was made too long ago to be undone."), 409)
    files: dict[str, str | None] = dict(draft.files)
    for each in draft.steps.filter(revision__gte=step.revision).order_by("-revision"):
        files |= each.before
    told = {path: text for path, text in files.items() if text is not None}
    return _kept(actor, draft, told, Step(what=Change.UNDONE, clause=step.clause))


def keep_typed(*, actor: Person, version: Version | None, place: str, typed: Mapping[str, list[str]]) -> None:
    """Keep what a person is typing in a draft, or with None in the facts, for that person alone, until it is saved.

    No entry of the ledger: it is no change of anything yet.
    """
    require(actor, "policy.drafts.edit" if version else "policy.facts.edit")
    if sum(len(each) for values in typed.values() for each in values) > MAX_TYPED:
        return
    said = {"typed": dict(typed), "at": clock.now()}
    Unsaved.objects.update_or_create(version=version, person=actor, place=place, defaults=said)


def forget_typed(*, actor: Person, version: Version | None, place: str) -> None:
    """Forget what a person was typing in a form."""
    Unsaved.objects.filter(version=version, person=actor, place=place).delete()


@transaction.atomic
def withdraw(*, actor: Person, version: Version) -> Version:
    """Put a draft or a proposal away: it stays readable here, and its number is free again."""
    require(actor, "policy.drafts.edit")
    draft = locked(version)
    draft.status = moved(MOVES, "withdraw", draft.status)
    notifications.called_off(draft)
    draft.major = draft.minor = None
    draft.save()
    record("policy.draft.withdrawn", actor=actor, subject=draft, details=_marks(draft))
    return draft


def locked(version: Version) -> Version:
    """Return the row of a version as it stands now, held until the transaction ends."""
    return Version.objects.select_for_update().get(pk=version.pk)


def digest_of(files: Files) -> str:
    """Return the digest of what is adopted, or "" when it cannot be made out."""
    folder = folder_with(files)
    return folder.digest if folder.policy else ""


def _to_be_changed(actor: Person, version: Version) -> Version:
    require(actor, "policy.drafts.edit")
    draft = locked(version)
    if draft.status != Status.DRAFT:
        raise RefusedError("not-a-draft", _("Only a draft can be changed: take the proposal back first."), 409)
    return draft


def _changed_meanwhile() -> RefusedError:
    sentence = _("Somebody saved this draft while you wrote: theirs is shown too. Saving again keeps yours.")
    return RefusedError("changed-meanwhile", sentence, 409)


def _kept(actor: Person, draft: Version, files: Mapping[str, str], step: Step) -> Version:
    """Give a draft its new files, and note what they were before; nothing when they are the same."""
    policy = brought(files).policy
    touched = {path for path in {*policy, *draft.files} if policy.get(path) != draft.files.get(path)}
    if not touched:
        return draft
    tell_typed(actor, policy, draft.files)
    step.before = {path: draft.files.get(path) for path in sorted(touched)}
    draft.files, draft.digest = policy, digest_of(policy)
    draft.writers = sorted({*draft.writers, actor.uid})
    draft.revision += 1
    draft.save()
    step.version, step.revision, step.by = draft, draft.revision, actor
    step.save()
    record("policy.draft.saved", actor=actor, subject=draft, details=_marks(draft))
    return draft


def _title(title: str) -> str:
    said = " ".join(title.split())
    if not said:
        raise ValidationError({"title": _("Say in a few words what changes.")})
    limit = Version._meta.get_field("title").max_length or 0  # noqa: SLF001  # Django's own name for it
    if len(said) > limit:
        raise ValidationError({"title": _("At most %(limit)s characters.") % {"limit": limit}})
    return said


def _marks(draft: Version) -> dict[str, object]:
    return {"digest": draft.digest, "revision": draft.revision}
