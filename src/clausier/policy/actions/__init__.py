"""The writes of the policy: drafts, proposals, adoption, facts, protected lists."""

from clausier.policy.actions.adoption import adopt, adopt_by_resolution, announce
from clausier.policy.actions.drafts import (
    Edit,
    edit_draft,
    forget_typed,
    keep_typed,
    save_draft,
    start_draft,
    undo,
    withdraw,
)
from clausier.policy.actions.importing import Imported, import_policy
from clausier.policy.actions.lists import forget_documents, protect_documents, save_facts, save_protected
from clausier.policy.actions.proposals import approve, propose, raise_level, take_back

__all__ = [
    "Edit",
    "Imported",
    "adopt",
    "adopt_by_resolution",
    "announce",
    "approve",
    "edit_draft",
    "forget_documents",
    "forget_typed",
    "import_policy",
    "keep_typed",
    "propose",
    "protect_documents",
    "raise_level",
    "save_draft",
    "save_facts",
    "save_protected",
    "start_draft",
    "take_back",
    "undo",
    "withdraw",
]
