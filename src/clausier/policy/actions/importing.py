"""A policy brought from elsewhere: a folder or a zip, written by hand or exported."""

from collections.abc import Mapping
from typing import NamedTuple

from django.db import transaction

from clausier.document.reading import read_mapping
from clausier.identity.models import Person
from clausier.identity.permissions import can
from clausier.policy.actions.drafts import start_draft
from clausier.policy.actions.lists import save_facts, save_protected
from clausier.policy.models import FactsRevision, ProtectedRevision, Version
from clausier.policy.selectors.sources import brought, refuse_errors


class Imported(NamedTuple):
    """What an import made; ``left_out`` counts the protected lists that the person may not bring in."""

    version: Version
    facts: FactsRevision | None
    protected: ProtectedRevision | None
    left_out: int


@transaction.atomic
def import_policy(*, actor: Person, files: Mapping[str, str], title: str) -> Imported:
    """Make a draft of the files of a policy, and of its facts those of the organisation from now on.

    Protected lists are kept when the person may keep them, else left out and counted. Raises ValidationError with
    its errors when the policy cannot be made out.
    """
    folder = read_mapping(files, "policy")
    if folder.policy is None:
        refuse_errors(list(folder.problems))
    parts = brought(files)
    version = start_draft(actor=actor, title=title, files=files)
    facts = save_facts(actor=actor, text=parts.facts) if parts.facts else None
    may_protect = bool(parts.protected) and can(actor, "policy.protected.edit")
    protected = save_protected(actor=actor, files=parts.protected) if may_protect else None
    return Imported(version, facts, protected, 0 if protected else len(parts.protected))
