"""Channels and what arrived on them."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from clausier.chapters.inbox.words import INTENTS
from clausier.document.networks import load_network
from clausier.lib import clock
from clausier.lib.models import Hashed, Named

# What the list is filtered by, each with its index.
FILTERS = ("channel", "verdict_action", "intent", "language")
# Harmless messages whose author is still told.
WITH_AUTHOR = models.Q(anonymised=None, urgency=0) & ~models.Q(author="", handle="")


class Channel(Named):
    """A place where the public writes to the organisation."""

    network = models.CharField(_("Network"), max_length=40)  # a name of library/networks
    name = models.CharField(_("Name"), max_length=120)
    url = models.URLField(_("Address"), blank=True)
    closed = models.DateTimeField(null=True)

    class Meta:
        ordering = ("name",)
        constraints: ClassVar = [models.UniqueConstraint(fields=["network", "name"], name="one_channel")]

    def __str__(self) -> str:
        return self.name

    @property
    def network_name(self) -> str:
        """The network, as the language being spoken calls it."""
        return load_network(self.network).name.best(get_language() or "fr")


class Batch(Named):
    """What arrived at once: a paste, a file, a call of the API. One ledger entry for each part of 500 messages."""

    channel = models.ForeignKey(Channel, models.PROTECT, related_name="batches")
    obtained_by = models.CharField(max_length=12)  # paste, file, api, notice, connector, companion
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)
    received = models.PositiveIntegerField(default=0)
    known = models.PositiveIntegerField(default=0)  # already there, by channel id or by text, author and time
    refused = models.PositiveIntegerField(default=0)
    rows = models.PositiveIntegerField(default=0)  # read so far: a file that was interrupted goes on from here
    plan: "models.JSONField[Any, Any]" = models.JSONField(default=dict)  # of a file: rows, and which column says what
    digest = Hashed(blank=True)  # of the file or of the body of the request
    request = Hashed(blank=True)  # of the token and its Idempotency-Key: the same call again is the same batch
    told: "models.JSONField[Any, Any]" = models.JSONField(default=list)  # lines refused and why, or results of a call
    undone = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-at", "-pk")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["request"], condition=~models.Q(request=""), name="one_batch_a_request")
        ]

    @property
    def count(self) -> int:
        """How many messages were read."""
        return self.received + self.known + self.refused

    @property
    def is_running(self) -> bool:
        """Whether rows of its file are still to be read."""
        return self.undone is None and self.rows < self.plan.get("rows", 0)


class Item(Named):
    """A message from the public, once, whatever road it came by."""

    channel = models.ForeignKey(Channel, models.PROTECT, related_name="items")
    batch = models.ForeignKey(Batch, models.PROTECT, related_name="items")
    external_id = models.CharField(max_length=200, blank=True)
    parent = models.ForeignKey("self", models.SET_NULL, null=True, related_name="replies")
    answers = models.CharField(max_length=200, blank=True)  # the external id of the parent, which may come later
    author = models.CharField(_("Author"), max_length=200, blank=True)
    handle = models.CharField(_("Handle"), max_length=200, blank=True)
    text = models.TextField(_("Text"))
    url = models.URLField(_("Address"), max_length=500, blank=True)
    written = models.DateTimeField(null=True)  # upstream time, where it is known
    within = models.PositiveIntegerField(default=0)  # seconds that "written" may be wrong by
    received = models.DateTimeField(default=clock.now)
    obtained_by = models.CharField(max_length=12)
    language = models.CharField(max_length=5, blank=True)
    fingerprint = Hashed(db_index=True)  # of channel, text and author: with the time, recognises a duplicate
    verdict: "models.JSONField[Any, Any]" = models.JSONField(null=True)
    verdict_action = models.CharField(max_length=10, blank=True)  # publish, hold, hide
    urgency = models.PositiveSmallIntegerField(default=0)  # hide 2, hold 1, publish 0: the order of the list
    intent = models.CharField(max_length=20, blank=True)
    anonymised = models.DateTimeField(null=True)  # author and handle are gone: the short term of harmless messages

    class Meta:
        ordering = ("-received", "-pk")
        indexes: ClassVar = [
            models.Index(fields=["-received", "-id"]),
            models.Index(fields=["-urgency", "-received", "-id"]),
            models.Index(fields=["intent", "-urgency", "-received", "-id"]),  # rare among the urgent
            *(models.Index(fields=[name, "-received", "-id"]) for name in FILTERS),
            models.Index(fields=["channel", "answers"], condition=~models.Q(answers=""), name="inbox_waits_for_parent"),
            models.Index(fields=["received"], condition=WITH_AUTHOR, name="inbox_with_author"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["channel", "external_id"], condition=~models.Q(external_id=""), name="one_item_an_id"
            )
        ]

    @property
    def sender(self) -> str:
        """The name under which the author is shown."""
        return self.author or self.handle

    @property
    def intent_word(self) -> str:
        """What the message wants, in the language being spoken."""
        return str(INTENTS.get(self.intent, ""))
