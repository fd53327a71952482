"""Comments under review, what was done to them, and what waits for a second person."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from clausier.chapters.inbox.models import Item
from clausier.chapters.moderation.states import Status, Urgency, Verb
from clausier.decisions.models import Decision
from clausier.decisions.states import Effect, Ground
from clausier.lib import clock
from clausier.lib.models import Named


class Review(Named):
    """The review of one comment: where it stands; why is in its decisions. Open while ``closed`` is empty."""

    item = models.OneToOneField(Item, models.PROTECT, related_name="review")
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.WAITING)
    urgency = models.PositiveSmallIntegerField(choices=Urgency.choices, default=Urgency.HARMLESS)
    opened = models.DateTimeField(default=clock.now)
    due = models.DateTimeField(null=True)  # when a person must have looked at what the program hid
    look_by = models.CharField(max_length=80, blank=True)  # the duty that looks
    revision = models.PositiveIntegerField(default=1)  # counts the acts: of two moderators at once, one wins
    asked = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    wrong = models.BooleanField(default=False)  # a person said: the program is wrong here
    closed = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-urgency", "opened", "pk")
        indexes: ClassVar = [
            models.Index(fields=["-urgency", "opened", "id"], condition=models.Q(closed=None), name="open_reviews"),
            models.Index(fields=["-opened", "-id"]),
        ]


class Act(Named):
    """One thing done to a review: what it was before, so that the act can be undone, and who did it.

    ``sealed`` holds the key and the letters of the author's slip, encrypted, until the author has been told.
    """

    review = models.ForeignKey(Review, models.CASCADE, related_name="acts")
    verb = models.CharField(max_length=10, choices=Verb.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")  # null: the program
    at = models.DateTimeField(default=clock.now)
    revision = models.PositiveIntegerField()  # the one it led to
    before = models.CharField(max_length=10, choices=Status.choices)
    after = models.CharField(max_length=10, choices=Status.choices)
    closed_before = models.DateTimeField(null=True)
    decision = models.ForeignKey(Decision, models.PROTECT, null=True, related_name="acts")
    clause = models.CharField(max_length=120, blank=True)  # the clause whose rule was wrong, of ``say_wrong``
    batch = models.CharField(max_length=32, blank=True)  # what was swept at once is undone at once
    undone = models.DateTimeField(null=True)
    sealed = models.BinaryField(null=True)

    class Meta:
        ordering = ("-at", "-pk")
        indexes: ClassVar = [models.Index(fields=["by", "-at"]), models.Index(fields=["verb", "clause"])]
        constraints: ClassVar = [models.UniqueConstraint(fields=["review", "revision"], name="one_act_a_revision")]


class Proposal(Named):
    """A removal that waits for a second person, as the first one wrote it."""

    review = models.ForeignKey(Review, models.CASCADE, related_name="proposals")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    effect = models.CharField(max_length=10, choices=Effect.choices)
    ground = models.CharField(max_length=10, choices=Ground.choices)
    clause = models.CharField(max_length=120, blank=True)
    law = models.CharField(_("Law"), max_length=200, blank=True)
    facts = models.TextField(_("Facts"))
    quote = models.TextField(_("Passage"), blank=True)
    answered = models.DateTimeField(null=True)  # agreed to, declined, or overtaken by another act
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    agreed = models.BooleanField(default=False)

    class Meta:
        ordering = ("at",)
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["review"], condition=models.Q(answered=None), name="one_open_proposal")
        ]
