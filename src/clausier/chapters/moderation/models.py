"""Comments under review."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from clausier.chapters.inbox.models import Item
from clausier.chapters.moderation.states import Status
from clausier.lib import clock
from clausier.lib.models import Named


class Review(Named):
    """The review of one comment: where it stands; why is in its decisions."""

    item = models.OneToOneField(Item, models.PROTECT, related_name="review")
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.WAITING)
    opened = models.DateTimeField(default=clock.now)
    due = models.DateTimeField(null=True)  # when a person must have looked at what the program hid
    urgency = models.PositiveSmallIntegerField(default=0)  # hide 2, hold 1, publish 0: the order of the list
    revision = models.PositiveIntegerField(default=1)  # counts the acts: of two moderators at once, one wins
    held_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")  # who looks
    held_at = models.DateTimeField(null=True)
    asked = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    wrong = models.BooleanField(default=False)  # a person said: the program is wrong here
    closed = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-urgency", "opened", "pk")
        indexes: ClassVar = [models.Index(fields=["status", "-urgency", "opened", "id"])]
