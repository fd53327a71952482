"""Channels and what arrived on them."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from clausier.lib import clock
from clausier.lib.models import Hashed, Named


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


class Batch(Named):
    """What arrived at once: a paste, a file, a call of the API. One ledger entry each."""

    channel = models.ForeignKey(Channel, models.PROTECT, related_name="batches")
    obtained_by = models.CharField(max_length=12)  # paste, file, api, notice, connector, companion
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)
    received = models.PositiveIntegerField(default=0)
    known = models.PositiveIntegerField(default=0)  # already there, by channel id or by text, author and time
    undone = models.DateTimeField(null=True)


class Item(Named):
    """A message from the public, once, whatever road it came by."""

    channel = models.ForeignKey(Channel, models.PROTECT, related_name="items")
    batch = models.ForeignKey(Batch, models.PROTECT, related_name="items")
    external_id = models.CharField(max_length=200, blank=True)
    parent = models.ForeignKey("self", models.SET_NULL, null=True, related_name="replies")
    author = models.CharField(_("Author"), max_length=200, blank=True)
    handle = models.CharField(_("Handle"), max_length=200, blank=True)
    text = models.TextField(_("Text"))
    url = models.URLField(_("Address"), max_length=500, blank=True)
    written = models.DateTimeField(null=True)  # upstream time, where it is known
    received = models.DateTimeField(default=clock.now)
    obtained_by = models.CharField(max_length=12)
    language = models.CharField(max_length=5, blank=True)
    fingerprint = Hashed(db_index=True)  # of channel, text, author and time: what recognises a duplicate
    verdict: "models.JSONField[Any, Any]" = models.JSONField(null=True)
    verdict_action = models.CharField(max_length=10, blank=True)  # publish, hold, hide
    intent = models.CharField(max_length=20, blank=True)
    anonymised = models.DateTimeField(null=True)  # author and handle are gone: the short term of harmless messages

    class Meta:
        ordering = ("-received", "-pk")
        indexes: ClassVar = [models.Index(fields=["-received", "-id"])]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["channel", "external_id"], condition=~models.Q(external_id=""), name="one_item_an_id"
            )
        ]
