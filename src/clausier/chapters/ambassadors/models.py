"""What people acknowledged or agreed to, what they asked, what worries them, and when they were reminded."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from clausier.document.model.statements import COMMITMENTS
from clausier.lib import clock
from clausier.lib.models import Named
from clausier.policy.models import Version


class Answers(models.QuerySet["Commitment"]):
    """The reads of what people said."""

    def given(self) -> "Answers":
        return self.filter(declined=False)


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

    objects = Answers.as_manager()

    class Meta:
        ordering = ("-at", "-pk")


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
        ordering = ("-at", "-pk")


class Reminder(models.Model):
    """The day of a reminder to a person: at most one a day leaves, however many workers run."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    day = models.DateField()
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ("-at",)
        constraints: ClassVar = [models.UniqueConstraint(fields=["person", "day"], name="one_reminder_a_day")]
