"""Drafts that somebody submitted or asked about for the organisation. A check in one's own name is kept nowhere."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from clausier.lib import clock
from clausier.lib.models import Hashed, Named
from clausier.policy.models import Version


class Draft(Named):
    """A text that its author submitted for the organisation, with the verdict it had."""

    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="drafts")
    version = models.ForeignKey(Version, models.PROTECT, related_name="+")
    channel = models.CharField(_("Network"), max_length=40, blank=True)
    text = models.TextField(_("Message"))
    reason = models.TextField(_("My reason"), blank=True)
    is_question = models.BooleanField(default=False)  # "Ask", not "Submit"
    verdict: "models.JSONField[Any, Any]" = models.JSONField()
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ("-at", "-pk")


class Tally(models.Model):
    """How often somebody unknown asked for a public check in a minute or a day.

    ``who`` is a digest of the address that nobody can reverse and that is another one every day; a row lives two days.
    """

    who = Hashed()
    slot = models.CharField(max_length=20)
    count = models.PositiveIntegerField(default=0)
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["who", "slot"], name="one_tally")]
