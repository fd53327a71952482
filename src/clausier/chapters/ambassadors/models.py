"""What people acknowledged or agreed to, what they asked, what worries them, and how far a campaign is."""

from datetime import datetime
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from clausier.document.model.statements import COMMITMENTS
from clausier.lib import clock
from clausier.lib.models import Hashed, Named
from clausier.policy.models import Version


class Answers(models.QuerySet["Commitment"]):
    """The reads of what people said."""

    def given(self) -> "Answers":
        return self.filter(declined=False)


class Paper(Named):
    """Answers given on paper and entered by an officer: who collected them, when, how they were obtained."""

    version = models.ForeignKey(Version, models.PROTECT, related_name="+")
    language = models.CharField(max_length=2)  # of the text that was on the table
    day = models.DateField()  # of the signatures
    collector = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    note = models.TextField()
    scan = Hashed(blank=True)  # of the scanned sheet, kept in the files of the home
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ("-at", "-pk")


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
    shown = Hashed()  # the digest of the words that the person had before them
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, related_name="answers")  # by hand of somebody else

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


class Station(Named):
    """The code on the wall of a team, or the tablet of its room: where people read and sign by number and PIN."""

    team = models.CharField(max_length=120, blank=True)
    token = Hashed(unique=True)
    made = models.DateTimeField(default=clock.now)
    expires = models.DateTimeField()
    closed = models.DateTimeField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    wrong = models.PositiveIntegerField(default=0)  # tries with a number or a PIN that is not right, since ``counted``
    counted = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ("-made", "-pk")


class Campaign(Named):
    """The asking of one version: whom it asks since it came into force. It opens by itself, and newcomers join it."""

    version = models.OneToOneField(Version, models.PROTECT, related_name="campaign")
    opened = models.DateTimeField(default=clock.now)
    filled = models.DateTimeField(null=True)  # when everybody known had been looked at a first time
    closed = models.DateTimeField(null=True)  # when the campaign of a later version opened

    class Meta:
        ordering = ("-opened", "-pk")


class Calls(models.QuerySet["Call"]):
    """The reads of calls."""

    def asked(self) -> "Calls":
        """Return those of whom something is or was asked."""
        return self.exclude(asked=None)

    def waiting(self) -> "Calls":
        return self.asked().filter(done=None)

    def late(self, at: datetime) -> "Calls":
        return self.waiting().filter(due__lt=at)


class Call(models.Model):
    """Where one person stands in a campaign: what counts and reminders read, and nothing of what was answered.

    It repeats what ``selectors.asked_of`` works out, so that a hundred thousand people are counted in a moment; what
    somebody is asked is always worked out anew. ``checked`` is when it was last compared, None for as soon as possible.
    """

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="calls")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="calls")
    team = models.CharField(max_length=120, blank=True)  # the unit of the person
    audiences = models.TextField(blank=True)  # those of the person that the version asks, between spaces, sorted
    asked = models.DateTimeField(null=True)  # since when something is asked; None: nothing is
    due = models.DateTimeField(null=True)
    done = models.DateTimeField(null=True)  # since when nothing waits any more
    remind = models.DateTimeField(null=True)  # the next moment at which the person is reminded
    checked = models.DateTimeField(null=True)
    told = models.PositiveSmallIntegerField(default=0)  # how many of the steps that follow a lateness were told
    told_at = models.DateTimeField(null=True)

    objects = Calls.as_manager()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["campaign", "person"], name="one_call")]
        indexes: ClassVar = [
            models.Index(fields=["campaign", "team", "audiences", "done", "due", "asked"], name="call_by_team"),
            models.Index(fields=["campaign", "done", "due"], name="call_by_due"),
            models.Index(fields=["campaign", "remind"], name="call_to_remind", condition=models.Q(done=None)),
            models.Index(fields=["campaign", "checked"], name="call_to_check"),
        ]
