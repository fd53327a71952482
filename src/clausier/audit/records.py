"""The register of what is kept of people: retention, erasure, access requests, proof pack and backup read it.

A room fills it in ``AppConfig.ready``; a test fails when a table that holds a person is in no entry.
"""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, NamedTuple

from django.db import models

from clausier.document.vocabulary import Label


class Kind(NamedTuple):
    """A kind of record that holds people.

    ``records`` is the word of a ``keep`` statement (message, draft, decision, signature…) or "" for what is kept as
    long as the person is known. ``subject`` is the name of the field that leads to the person (Django's ``__``
    included), or "" when the subject is a member of the public. ``started`` is the field of the moment from which
    terms run. ``purge(before)`` erases what began before a moment and returns how many; ``export(row)`` returns what
    the person may receive of a row.
    """

    kind: str
    label: Label
    model: type[models.Model]
    subject: str
    started: str
    purge: Callable[[datetime], int] | None
    export: Callable[[Any], dict[str, Any]]
    records: str = ""


_kinds: dict[str, Kind] = {}


def register(*kinds: Kind) -> None:
    """Add kinds of records; a room does it once, when Django starts."""
    _kinds.update({kind.kind: kind for kind in kinds})


def all_kinds() -> Iterable[Kind]:
    """Return the registered kinds, in the order of their names."""
    return [_kinds[name] for name in sorted(_kinds)]
