"""What people do with a document that exists: have it read, choose passage by passage, make the draft."""

import dataclasses
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from clausier.audit.actions import record
from clausier.auditing.drafting import found_in
from clausier.auditing.extraction import UnreadableError
from clausier.auditing.learned import installed
from clausier.auditing.report import as_data, audited
from clausier.auditing.taking import chosen, passages_of, without
from clausier.auditing.taking import draft as drafted
from clausier.document.founding import made
from clausier.document.interview.making import bare, template_read
from clausier.document.model import ProtectedList
from clausier.identity.models import Person
from clausier.identity.permissions import require
from clausier.identity.selectors import organization
from clausier.lib.refusals import RefusedError
from clausier.policy.actions import import_policy
from clausier.policy.models import Version
from clausier.web.beginning.actions import CHANGED, EDIT
from clausier.web.beginning.models import Document


class Chosen(NamedTuple):
    """What was chosen in a chapter: for each passage by its place, and whether each clause of the template stays."""

    choices: Mapping[str, Mapping[str, str]]
    kept: Mapping[str, bool]


@transaction.atomic
def read_document(
    *, actor: Person, files: Sequence[tuple[str, str]], template: str, languages: Iterable[str], speaks: str
) -> Document:
    """Audit texts, each with its name, read as one policy, and keep what was found to choose from.

    Without ``languages``, the policy is in those of the texts. Raises ValidationError for a text in a language that is
    not read; ``speaks`` is the language of its sentence.
    """
    require(actor, EDIT)
    try:
        audit = audited(files, installed())
    except UnreadableError as error:
        raise ValidationError({"texts": error.sentence(speaks, files[0][0])}) from None
    data = as_data(audit)
    elements = {name: each["status"] for name, each in data["elements"].items()}
    row = Document(name=data["file"][:200], template=template, by=actor)
    row.languages = list(languages) or list(found_in(data).languages)
    row.passages, row.elements = passages_of(data, audit.text), elements
    row.save()
    record("beginning.document.read", actor=actor, subject=row, details={"passages": len(row.passages)})
    return row


@transaction.atomic
def choose(
    *,
    actor: Person,
    document: Document,
    chapter: str,
    said: Chosen,
    state: str,
) -> Document:
    """Keep what was chosen for the passages of a chapter, and which clauses of the template stay in it.

    Refused (409, ``changed-meanwhile``) when somebody chose in this chapter since it was in ``state``.
    """
    require(actor, EDIT)
    row = locked(document)
    if state_of(row, chapter) != state:
        sentence = _("Somebody chose in this chapter in the meantime. Sending again keeps your choices.")
        raise RefusedError(CHANGED, sentence, 409)
    row.choices = {**row.choices, **said.choices}
    row.without = sorted({*row.without, *(each for each, is_kept in said.kept.items() if not is_kept)})
    row.without = [each for each in row.without if said.kept.get(each) is not True]
    row.seen = sorted({*row.seen, chapter})
    row.save()
    return row


@transaction.atomic
def make_draft(*, actor: Person, document: Document, title: str) -> tuple[Version, int]:
    """Make a draft of what was chosen, and let the document go; return it and how many passages could not stand.

    Refused (409) until every chapter that holds a passage was looked at: nothing is taken over unseen.
    """
    require(actor, EDIT)
    row = locked(document)
    if set(chapters_of(row)) - set(row.seen):
        raise RefusedError("unseen", _("Some chapters were not looked at yet."), 409)
    known = organization()
    folder = made(template_read(row.template), known.name if known else "", tuple(row.languages))
    assert folder.policy  # noqa: S101  # every template is read by the tests
    policy = without(folder.policy, row.without)
    lists = {name for clause in policy.clauses() if clause.protect for name in clause.protect.lists}
    empty = tuple(ProtectedList(name=name) for name in sorted(lists))
    folder = dataclasses.replace(folder, policy=policy, facts=bare(folder.facts), protected=empty)
    found = chosen(row.passages, row.choices, tuple(row.languages))
    result = drafted(folder, found, marked=row.template, strict=False)
    version = import_policy(actor=actor, files=result.files, title=title).version
    details = {"passages": len(found.passages), "left-out": len(result.left_out)}
    record("beginning.document.drafted", actor=actor, subject=version, details=details)
    row.delete()
    return version, len(result.left_out)


@transaction.atomic
def drop_document(*, actor: Person, document: Document) -> None:
    """Let a document go, with what was chosen in it."""
    require(actor, EDIT)
    row = locked(document)
    record("beginning.document.dropped", actor=actor, subject=row)
    row.delete()


def chapters_of(document: Document) -> list[str]:
    """Return the chapters in which the document has passages, as they are placed now."""
    return list(dict.fromkeys(placed(document, place) for place in range(len(document.passages))))


def placed(document: Document, place: int) -> str:
    """Return the chapter where a passage stands: where the audit put it, or where somebody moved it."""
    return str(document.choices.get(str(place), {}).get("chapter") or document.passages[place]["chapter"])


def state_of(document: Document, chapter: str) -> str:
    """Return what changes whenever somebody chooses in a chapter, and not when they do in another."""
    choices = {place: document.choices.get(str(place)) for place in places_in(document, chapter)}
    without = [name for name in document.without if name.startswith(f"{chapter}.")]
    known = json.dumps([choices, without, chapter in document.seen], sort_keys=True)
    return hashlib.sha256(known.encode()).hexdigest()[:16]


def places_in(document: Document, chapter: str) -> list[int]:
    """Return the passages that stand in a chapter, by their place in the document."""
    return [place for place in range(len(document.passages)) if placed(document, place) == chapter]


def found(uid: str) -> Document:
    """Return a document. Refused (404) when its draft was made or somebody dropped it."""
    row = Document.objects.filter(uid=uid).first()
    if row is None:
        raise _gone(404)
    return row


def locked(document: Document) -> Document:
    """Return the row as it stands now. Refused (409) when its draft was made or somebody dropped it."""
    row = Document.objects.select_for_update().filter(pk=document.pk).first()
    if row is None:
        raise _gone(409)
    return row


def _gone(status: int) -> RefusedError:
    return RefusedError("gone", _("This document is gone: its draft was made, or somebody dropped it."), status)
