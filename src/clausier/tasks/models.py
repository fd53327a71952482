"""Mail that waits to leave, and the beats of the workers."""

from typing import Any, ClassVar

from django.db import models

from clausier.lib import clock
from clausier.lib.models import Named


class Mail(Named):
    """An e-mail in the outbox: it leaves once, or waits on a page when no mail is configured."""

    to = models.EmailField()
    subject = models.CharField(max_length=300)
    text = models.TextField()
    html = models.TextField(blank=True)
    made = models.DateTimeField(default=clock.now)
    tries = models.PositiveSmallIntegerField(default=0)
    next_try = models.DateTimeField(default=clock.now)
    sent = models.DateTimeField(null=True)
    failed = models.CharField(max_length=200, blank=True)  # the last reason, without an address

    class Meta:
        ordering = ("made",)


class Beat(models.Model):
    """The last sign of life of a worker: a task whose worker is silent goes back to the queue."""

    worker = models.CharField(max_length=64, primary_key=True)
    at = models.DateTimeField(default=clock.now)


class Slot(models.Model):
    """A time at which a periodic task ran: of several workers, the one that makes the row runs it."""

    name = models.CharField(max_length=80)
    slot = models.CharField(max_length=40)
    at = models.DateTimeField(default=clock.now)
    result: "models.JSONField[Any, Any]" = models.JSONField(default=dict)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["name", "slot"], name="one_run_a_slot")]
