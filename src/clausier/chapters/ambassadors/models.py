"""What people acknowledged or agreed to, what they asked, and what worries them."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from clausier.document.model.statements import COMMITMENTS
from clausier.lib import clock
from clausier.lib.models import Named
from clausier.policy.models import Version


class Commitment(Named):
    """A person's word on a version: what was shown, in which language, with which word."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="commitments")
    version = models.ForeignKey(Version, models.PROTECT, related_name="+")
    word = models.CharField(max_length=12, choices=[(each, each) for each in COMMITMENTS])  # acknowledge, agree
    clauses: "models.JSONField[Any, Any]" = models.JSONField()  # the ids that the word covers
    language = models.CharField(max_length=2)
    at = models.DateTimeField(default=clock.now)
    code = models.CharField(max_length=16, unique=True)  # of the certificate
    declined = models.BooleanField(default=False)  # "I do not agree": an answer, not a silence

    class Meta:
        ordering = ("-at",)


class Remark(Named):
    """A question on a clause, or a concern; a concern may go to the representative alone."""

    class Kind(models.TextChoices):
        QUESTION = "question", _("question")
        CONCERN = "concern", _("concern")

    class To(models.TextChoices):
        OWNER = "owner", _("whoever is in charge of the policy")
        REPRESENTATIVE = "representative", _("my representative only")

    kind = models.CharField(max_length=10, choices=Kind.choices)
    to = models.CharField(max_length=15, choices=To.choices, default=To.OWNER)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="remarks")
    version = models.ForeignKey(Version, models.PROTECT, related_name="+")
    clause = models.CharField(max_length=120, blank=True)
    text = models.TextField(_("Your words"))
    at = models.DateTimeField(default=clock.now)
    answer = models.TextField(_("Answer"), blank=True)
    answered = models.DateTimeField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ("-at",)
