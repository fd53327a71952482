"""The answers of the interview, one set for the installation, and the documents that are being brought in."""

from typing import Any, ClassVar

from django.db import models

from clausier.identity.models import Person
from clausier.lib import clock
from clausier.lib.models import Named


class Interview(Named):
    """The answers so far, whoever gave them; ``revision`` counts their changes, so that no two people both win."""

    answers: "models.JSONField[Any, Any]" = models.JSONField(default=dict)
    revision = models.PositiveIntegerField(default=0)
    changed = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")


class Document(Named):
    """A document being brought in: what the audit found in it, and what was chosen, passage by passage.

    It goes when its draft is made, or when somebody drops it. ``passages`` and ``elements`` are plain data made by
    ``auditing``; ``choices`` answers the passages by their place, and ``seen`` holds the chapters that somebody went
    through.
    """

    name = models.CharField(max_length=200)
    template = models.CharField(max_length=40)
    languages: "models.JSONField[Any, Any]" = models.JSONField(default=list)
    passages: "models.JSONField[Any, Any]" = models.JSONField(default=list)
    elements: "models.JSONField[Any, Any]" = models.JSONField(default=dict)
    choices: "models.JSONField[Any, Any]" = models.JSONField(default=dict)
    without: "models.JSONField[Any, Any]" = models.JSONField(default=list)  # clauses of the template left out
    seen: "models.JSONField[Any, Any]" = models.JSONField(default=list)
    made = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["-made"]
