"""Mail that waits to leave, and the beats of the workers."""

from datetime import datetime
from typing import Any, ClassVar

from django.db import models

from clausier.lib import clock
from clausier.lib.models import Hashed, Named


class Mails(models.QuerySet["Mail"]):
    """The reads of the outbox."""

    def waiting(self) -> "Mails":
        """Return those that nobody has received yet: neither sent, nor handed over on paper, nor called off."""
        return self.filter(sent=None, handed=None, cancelled=None)

    def due(self, at: datetime) -> "Mails":
        """Return those whose next try has come, the oldest first."""
        return self.waiting().filter(given_up=None, next_try__lte=at)


class Mail(Named):
    """An e-mail in the outbox: it leaves once, or waits on a page when no mail is configured.

    It may hold a live link, so only the page of the outbox shows it, and it goes some time after it was received.
    """

    to = models.EmailField()
    kind = models.CharField(
        max_length=80, blank=True
    )  # the name of its template: what it is about, to those who may not read
    subject = models.CharField(max_length=300)
    text = models.TextField()
    is_code = models.BooleanField(default=False)  # it opens a door for minutes: nobody but its person ever reads it
    html = models.TextField(blank=True)
    made = models.DateTimeField(default=clock.now)
    tries = models.PositiveSmallIntegerField(default=0)
    next_try = models.DateTimeField(default=clock.now)
    sent = models.DateTimeField(null=True)
    failed = models.CharField(max_length=200, blank=True)  # the last reason: a code of ``sending``, without an address
    given_up = models.DateTimeField(null=True)  # no further try: the address is refused, or all tries failed
    handed = models.DateTimeField(null=True)  # printed and given to the person
    cancelled = models.DateTimeField(null=True)  # called off: nobody receives it
    returns = models.PositiveSmallIntegerField(default=0)  # how often it left and came back
    told = models.DateTimeField(null=True)  # its address was found not to work, and the person's record says so

    objects = Mails.as_manager()

    class Meta:
        ordering = ("made", "pk")
        indexes: ClassVar = [
            models.Index(
                fields=["next_try"], name="mail_waiting", condition=models.Q(sent=None, handed=None, cancelled=None)
            )
        ]


class MailToken(models.Model):
    """The token that opens the mail server, sealed, until it ends; and why the last request for one was refused."""

    key = Hashed(unique=True)  # of the settings it was asked with: others are another access
    sealed = models.TextField(blank=True)
    refresh = models.TextField(blank=True)  # sealed too: some services give a new one each time
    expires = models.DateTimeField(null=True)
    failed = models.CharField(max_length=40, blank=True)
    failed_at = models.DateTimeField(null=True)


class Reading(models.Model):
    """How far a mailbox was read, and why it could not be the last time."""

    key = Hashed(unique=True)  # of the server, the user and the folder
    place = models.CharField(max_length=40, blank=True)
    at = models.DateTimeField(default=clock.now)
    failed = models.CharField(max_length=40, blank=True)


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
