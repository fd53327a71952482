"""The register of what is kept of people: retention, erasure, access requests, proof pack and backup read it.

A room fills it in ``AppConfig.ready``; a test fails when a table that holds a person is in no entry.
"""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, NamedTuple

from django.db import models
from django.db.models import QuerySet

from clausier.document.vocabulary import Label


class Kind(NamedTuple):
    """A kind of record that holds people.

    ``records`` is the word of a ``keep`` statement (message, draft, decision, signature…) or "" for what is kept as
    long as the person is known. ``subject`` is the name of the field that leads to the person (Django's ``__``
    included), or "" when the subject is a member of the public. ``started`` is the field of the moment from which
    terms run. ``purge(before)`` erases what began before a moment and returns how many; ``export(row)`` returns what
    the person may receive of a row. ``of(person)`` finds the rows of a person where no field leads to one.
    """

    kind: str
    label: Label
    model: type[models.Model]
    subject: str
    started: str
    purge: Callable[[datetime], int] | None
    export: Callable[[Any], dict[str, Any]]
    records: str = ""
    of: Callable[[Any], QuerySet[Any]] | None = None

    def rows(self, person: Any) -> QuerySet[Any]:
        """Return the rows that are about a person: those that ``of`` finds, else those whose ``subject`` it is."""
        if self.of:
            return self.of(person)
        rows = managed(self.model).all()
        return rows.filter(**{self.subject: person}) if self.subject else rows.none()


# Tables that lead to a person and are no record about one: each with the reason. A test reads both lists.
EXCEPTIONS: dict[str, str] = {
    "account.EmailAddress": "the sign-in library's copy of the address of the person, gone with it",
}


def managed(model: type[models.Model]) -> models.Manager[Any]:
    """Return the manager by which the rows of a table are read."""
    return model._default_manager  # noqa: SLF001  # public in Django's documentation


_kinds: dict[str, Kind] = {}


def register(*kinds: Kind) -> None:
    """Add kinds of records; a room does it once, when Django starts."""
    _kinds.update({kind.kind: kind for kind in kinds})


def all_kinds() -> Iterable[Kind]:
    """Return the registered kinds, in the order of their names."""
    return [_kinds[name] for name in sorted(_kinds)]


def acts(entries: type[models.Model]) -> Kind:
    """Return the kind of the entries of the ledger: what a person did, by her random name, kept for good.

    Of an entry what it said may be erased, by ``audit.actions.erase``; that it was made may not.
    """
    return Kind(
        kind="audit.entry",
        label=Label("Actes inscrits au registre", "Acts in the ledger"),
        model=entries,
        subject="actor",
        started="at",
        purge=None,
        export=lambda row: {"seq": row.seq, "at": row.at, "action": row.action},
        of=lambda person: managed(entries).filter(actor=person.ledger_id),
    )
