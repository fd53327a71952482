"""The tables of the ledger."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import get_language

from clausier.audit.verification import Break
from clausier.lib import clock
from clausier.lib.models import Hashed


class Entry(models.Model):
    """One act. Every column but the key is under the hash, and the database refuses to change or delete a row.

    ``actor`` and ``subject`` are random names; what the act said is in the side row, of which ``commitment`` is the
    proof. Written by ``audit.actions.record`` alone.
    """

    seq = models.BigIntegerField(primary_key=True)
    at = models.CharField(max_length=32)  # RFC 3339, UTC: the very text that was hashed
    actor = models.CharField(max_length=40)
    action = models.CharField(max_length=80)
    subject = models.CharField(max_length=40)
    commitment = Hashed()
    previous = Hashed()
    hash = Hashed()

    class Meta:
        db_table = "audit_entry"
        ordering = ("seq",)
        indexes: ClassVar = [
            models.Index(fields=["action", "seq"], name="audit_by_action"),
            models.Index(fields=["subject", "seq"], name="audit_by_subject"),
            models.Index(fields=["actor", "seq"], name="audit_by_actor"),
            models.Index(fields=["at"], name="audit_by_time"),
        ]


class Detail(models.Model):
    """What an act said: canonical JSON and the salt of its commitment; erased, it leaves a tombstone."""

    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, primary_key=True, related_name="detail")
    salt = models.BinaryField(null=True)
    details = models.TextField(null=True)  # noqa: DJ001  # erased is not empty
    signature = models.BinaryField(max_length=64)  # of the entry: it tells ours from others' when the head is broken
    erased_by = models.OneToOneField(Entry, on_delete=models.PROTECT, null=True, related_name="erased")

    class Meta:
        db_table = "audit_detail"


class Head(models.Model):
    """The last entry and its signature, in one row that is written with each entry."""

    id = models.PositiveSmallIntegerField(primary_key=True)
    seq = models.BigIntegerField()
    hash = Hashed()
    signature = models.CharField(max_length=128)

    class Meta:
        db_table = "audit_head"


class Checkpoint(models.Model):
    """The head as it left the machine: what shows a ledger that was cut or written anew."""

    at = models.CharField(max_length=32)  # RFC 3339, UTC: the very text that was signed
    seq = models.BigIntegerField()
    hash = Hashed()
    signature = models.CharField(max_length=128)
    sent: "models.JSONField[Any, Any]" = models.JSONField(default=list)  # how it left: file, e-mail

    class Meta:
        db_table = "audit_checkpoint"
        ordering = ("-seq",)


class Verification(models.Model):
    """What the last verifications found: not an act, but what the page of the ledger tells."""

    at = models.DateTimeField(default=clock.now)
    entries = models.BigIntegerField()
    erased = models.BigIntegerField()
    checkpoints = models.PositiveIntegerField()
    problem = models.CharField(max_length=40, blank=True)  # a code of ``verification``, "" when all holds
    seq = models.BigIntegerField(null=True)  # the first entry that does not hold

    class Meta:
        db_table = "audit_verification"
        ordering = ("-at", "-pk")

    @property
    def told(self) -> str:
        """What is wrong, in the language being spoken; "" when all holds."""
        if not self.problem:
            return ""
        return Break(self.problem, self.seq or 0).label.in_language(get_language() or "fr")
