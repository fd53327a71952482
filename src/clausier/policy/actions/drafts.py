"""Writing: a draft is started, saved and withdrawn."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from clausier.audit.actions import record
from clausier.document.reading import read_mapping
from clausier.identity.models import Person
from clausier.identity.permissions import require
from clausier.lib.refusals import RefusedError
from clausier.lib.states import moved
from clausier.policy import selectors
from clausier.policy.actions.lists import keep_first_facts
from clausier.policy.models import Version
from clausier.policy.selectors.sources import Files, brought
from clausier.policy.states import MOVES, Status


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
    keep_first_facts(actor=actor, text=parts.facts)
    return draft


@transaction.atomic
def save_draft(*, actor: Person, version: Version, files: Mapping[str, str], revision: int) -> Version:
    """Give a draft these files, all of them; ``revision`` is the one they were written on.

    A draft may hold errors, which are told; it is proposed without. Refused (409, ``changed-meanwhile``) when
    somebody has saved in the meantime: nothing is written over.
    """
    require(actor, "policy.drafts.edit")
    draft = locked(version)
    if draft.status != Status.DRAFT:
        raise RefusedError("not-a-draft", _("Only a draft can be changed: take the proposal back first."), 409)
    if draft.revision != revision:
        sentence = _("Somebody saved this draft while you wrote: theirs is shown too. Saving again keeps yours.")
        raise RefusedError("changed-meanwhile", sentence, 409)
    parts = brought(files)
    if parts.policy == draft.files:
        return draft
    draft.files, draft.digest = parts.policy, digest_of(parts.policy)
    draft.writers = sorted({*draft.writers, actor.uid})
    draft.revision += 1
    draft.save()
    record("policy.draft.saved", actor=actor, subject=draft, details=_marks(draft))
    return draft


@transaction.atomic
def withdraw(*, actor: Person, version: Version) -> Version:
    """Put a draft or a proposal away: it stays readable here, and its number is free again."""
    require(actor, "policy.drafts.edit")
    draft = locked(version)
    draft.status = moved(MOVES, "withdraw", draft.status)
    draft.major = draft.minor = None
    draft.save()
    record("policy.draft.withdrawn", actor=actor, subject=draft, details=_marks(draft))
    return draft


def locked(version: Version) -> Version:
    """Return the row of a version as it stands now, held until the transaction ends."""
    return Version.objects.select_for_update().get(pk=version.pk)


def digest_of(files: Files) -> str:
    """Return the digest of what is adopted, or "" when it cannot be made out."""
    folder = read_mapping(files, "policy")
    return folder.digest if folder.policy else ""


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
