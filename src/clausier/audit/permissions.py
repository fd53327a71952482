"""Who may act on the ledger. People stand above this room, so it looks at the roles that whoever acts shows."""

from collections.abc import Set as AbstractSet
from typing import Protocol

from django.utils.translation import gettext_lazy as _

from clausier.lib.refusals import RefusedError

ERASERS = frozenset({"privacy-officer"})  # the line ``audit.entry.erase`` of the table of permissions


class Officer(Protocol):
    """Somebody who has roles, and whom the ledger can name."""

    @property
    def ledger_id(self) -> str: ...

    @property
    def roles(self) -> AbstractSet[str]: ...


def require_eraser(actor: Officer) -> None:
    """Raise RefusedError (403) unless the person may erase what an entry said."""
    if not actor.roles & ERASERS:
        raise RefusedError("not-permitted", _("Only a privacy officer may erase what an entry says."))
