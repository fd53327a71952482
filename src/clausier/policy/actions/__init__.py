"""The writes of the policy: drafts, proposals, adoption, facts, protected lists."""

from clausier.policy.actions.adoption import adopt, adopt_by_resolution, announce
from clausier.policy.actions.drafts import save_draft, start_draft, withdraw
from clausier.policy.actions.importing import Imported, import_policy
from clausier.policy.actions.lists import forget_documents, protect_documents, save_facts, save_protected
from clausier.policy.actions.proposals import approve, propose, raise_level, take_back

__all__ = [
    "Imported",
    "adopt",
    "adopt_by_resolution",
    "announce",
    "approve",
    "forget_documents",
    "import_policy",
    "propose",
    "protect_documents",
    "raise_level",
    "save_draft",
    "save_facts",
    "save_protected",
    "start_draft",
    "take_back",
    "withdraw",
]
