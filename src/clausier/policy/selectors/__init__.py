"""Reads of the policy: the version in force, its text as a value, the engine that runs it, and what pages show."""

from clausier.policy.selectors.citing import Cited, cite, clause_number, clause_url
from clausier.policy.selectors.engines import Use, engine_of
from clausier.policy.selectors.texts import (
    clause_of,
    export_policy,
    facts,
    facts_revision,
    folder_of,
    is_sealed,
    official_languages,
    policy_of,
    problems_of,
    protected,
    protected_files,
    protected_revision,
    sealed_files,
)
from clausier.policy.selectors.versions import (
    base_of,
    cited_for,
    draft_of,
    drafts,
    in_force,
    level_of,
    next_number,
    version_of,
)

__all__ = [
    "Cited",
    "Use",
    "base_of",
    "cite",
    "cited_for",
    "clause_number",
    "clause_of",
    "clause_url",
    "draft_of",
    "drafts",
    "engine_of",
    "export_policy",
    "facts",
    "facts_revision",
    "folder_of",
    "in_force",
    "is_sealed",
    "level_of",
    "next_number",
    "official_languages",
    "policy_of",
    "problems_of",
    "protected",
    "protected_files",
    "protected_revision",
    "sealed_files",
    "version_of",
]
