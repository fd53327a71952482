"""The facts of the organisation, and the names that must not be published: each with its own revisions."""

import json
from collections.abc import Mapping, Sequence

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from clausier.audit.actions import record
from clausier.document.canonical import digest
from clausier.document.model import ProtectedList
from clausier.document.problems import Problem
from clausier.document.reading import Folder, read_mapping
from clausier.document.reading.files import FACTS_FILE, POLICY_FILE
from clausier.document.writing.folder import list_text
from clausier.engine.fingerprints import passages_made
from clausier.identity.models import Organization, Person
from clausier.identity.permissions import require
from clausier.lib.refusals import RefusedError
from clausier.policy import selectors
from clausier.policy.models import FactsRevision, ProtectedRevision, Version
from clausier.policy.selectors.sources import is_list, refuse_errors, set_alike
from clausier.policy.selectors.texts import problems_with

MAX_LIST = 5_000_000


@transaction.atomic
def save_facts(*, actor: Person, text: str, revision: int | None = None) -> FactsRevision:
    """Give the organisation these facts from now on, a text of ``facts.yaml``; the last ones stay readable.

    ``revision`` is the number of those that were changed, when there is one: refused (409) when others came since.
    Raises ValidationError with each error and its place.
    """
    require(actor, "policy.facts.edit")
    last = _last_facts()
    _refuse_changed(last.number if last else 0, revision)
    said = set_alike(text)
    if last and last.text == said:
        return last
    refuse_errors(facts_problems(said))
    facts = read_mapping({FACTS_FILE: said}, "facts").facts
    saved = FactsRevision.objects.create(
        number=last.number + 1 if last else 1, text=said, digest=digest(facts), by=actor
    )
    details = {"number": saved.number, "digest": saved.digest}
    record("policy.facts.saved", actor=actor, subject=saved, details=details)
    return saved


def keep_first_facts(*, actor: Person, text: str) -> None:
    """Keep the facts that came with a policy when the organisation has none: without names, no rule knows it."""
    if text and not FactsRevision.objects.exists():
        save_facts(actor=actor, text=text)


@transaction.atomic
def save_protected(*, actor: Person, files: Mapping[str, str], revision: int | None = None) -> ProtectedRevision:
    """Keep these protected lists from now on, encrypted: ``{"protected/code-names.yaml": text}``.

    ``revision`` is as for facts. The ledger says how many lists and entries, never which.
    Raises ValidationError with each error and its place, for the eyes of whoever wrote the lists.
    """
    require(actor, "policy.protected.edit")
    Organization.objects.select_for_update().first()
    last = selectors.protected_revision()
    _refuse_changed(last.number if last else 0, revision)
    said = {path: set_alike(text) for path, text in sorted(files.items()) if text.strip()}
    if sum(map(len, said.values())) > MAX_LIST:
        raise ValidationError(_("Protected lists hold at most %(limit)s MB.") % {"limit": MAX_LIST // 10**6})
    if not all(map(is_list, said)):
        raise ValidationError(_("A list has a short name of small letters, digits and hyphens."))
    folder = read_mapping(said, "protected")
    refuse_errors(list(folder.problems))
    sealed = settings.HOME.fernet().encrypt(json.dumps(said, ensure_ascii=False).encode())
    saved = ProtectedRevision.objects.create(number=last.number + 1 if last else 1, sealed=sealed, by=actor)
    details = {
        "number": saved.number,
        "lists": len(folder.protected),
        "entries": sum(len(each.entries) for each in folder.protected),
        "fingerprints": sum(kept.size for each in folder.protected for kept in (each.passages, each.people) if kept),
    }
    record("policy.protected.saved", actor=actor, subject=saved, details=details)
    return saved


def protect_documents(
    *, actor: Person, name: str, documents: Sequence[str], public: Sequence[str], revision: int | None = None
) -> ProtectedRevision:
    """Keep the fingerprints of some texts in the protected list of a name, in the place of those it held.

    The texts themselves are kept nowhere. What stands in ``public``, or in the policy, stays free to be written. A list
    of names in clear is left as it is. Raises ValidationError for its name, and when nothing is left to keep.
    """
    require(actor, "policy.protected.edit")
    last = selectors.protected_revision()
    files = selectors.protected_files(last) if last else {}
    path = f"protected/{name}.yaml"
    if path in files and not selectors.is_sealed(files[path]):
        raise ValidationError({"name": _("A list of names in clear has this name: choose another.")})
    version = selectors.in_force()
    said = (
        [text for clause in selectors.policy_of(version).clauses() for text in clause.text.values()] if version else []
    )
    kept = passages_made(documents, [*public, *said])
    if not kept.size:
        raise ValidationError(_("Nothing is left to protect: everything is public already, or too short."))
    text = list_text(ProtectedList(passages=kept))
    return save_protected(actor=actor, files={**files, path: text}, revision=revision)


def forget_documents(*, actor: Person, name: str, revision: int | None = None) -> ProtectedRevision:
    """Protect the documents of a list no longer; a list of names in clear is left as it is."""
    require(actor, "policy.protected.edit")
    last = selectors.protected_revision()
    files = selectors.protected_files(last) if last else {}
    path = f"protected/{name}.yaml"
    kept = {each: text for each, text in files.items() if each != path or not selectors.is_sealed(text)}
    return save_protected(actor=actor, files=kept, revision=revision)


def facts_problems(text: str) -> list[Problem]:
    """Return what is wrong with facts, beside the version in force, or else the draft that is to be the first."""
    version = selectors.in_force() or Version.objects.open().first()
    files = (version.files if version else {}) | {FACTS_FILE: text}
    folder: Folder = read_mapping(files, "policy")
    problems = problems_with(folder) if POLICY_FILE in files else list(folder.problems)
    return [problem for problem in problems if problem.place.file == FACTS_FILE]


def _last_facts() -> FactsRevision | None:
    """Return the facts of now; whoever saves some at the same moment waits."""
    Organization.objects.select_for_update().first()
    return selectors.facts_revision()


def _refuse_changed(number: int, revision: int | None) -> None:
    if revision is not None and revision != number:
        raise RefusedError("changed-meanwhile", _("Somebody saved this page while you were writing."), 409)
