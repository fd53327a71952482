"""A draft on the desk of whoever writes, with one of its clauses: what every page of the clause shows."""

from typing import Any, NamedTuple

from django.utils.translation import get_language

from clausier.document.model import Clause, Policy
from clausier.document.reading import Folder
from clausier.policy.models import Version
from clausier.policy.selectors.clauses import chapters_of
from clausier.policy.selectors.drafting import EditedClause, clause_in
from clausier.policy.selectors.texts import folder_of


class Desk(NamedTuple):
    """A draft with one of its clauses on it."""

    draft: Version
    folder: Folder
    policy: Policy
    edited: EditedClause

    @property
    def clause(self) -> Clause:
        """The clause."""
        return self.edited.clause

    @property
    def language(self) -> str:
        """The language in which the policy is shown: the one being spoken where the policy has it."""
        spoken = get_language() or ""
        return spoken if spoken in self.policy.languages else self.policy.languages[0]

    def page(self, tab: str, **more: Any) -> dict[str, Any]:
        """Return what every page of a clause shows."""
        return {
            "version": self.draft,
            "edited": self.edited,
            "clause_title": self.clause.title.best(self.language),
            "language": self.language,
            "chapters": chapters_of(self.folder, self.language),
            "tab": tab,
            **more,
        }


def desk_of(draft: Version, clause: str) -> Desk | None:
    """Return a clause of a draft on the desk; None when it is not there, or not written line by line."""
    folder = folder_of(draft)
    edited = clause_in(draft, folder, clause)
    return Desk(draft, folder, folder.policy, edited) if edited and folder.policy else None
