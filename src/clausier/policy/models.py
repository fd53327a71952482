"""Versions of the policy, revisions of the facts, and the protected lists."""

from datetime import datetime
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from clausier.identity.models import Person
from clausier.lib import clock
from clausier.lib.models import Hashed, Named
from clausier.policy.states import Change, Status


class Versions(models.QuerySet["Version"]):
    """The reads of versions."""

    def adopted(self) -> "Versions":
        return self.filter(status=Status.ADOPTED)

    def in_order(self) -> "Versions":
        """Return the adopted versions, the newest first, without their texts, which are read when asked for."""
        return self.adopted().defer("files").order_by("-in_force_from", "-major", "-minor")

    def in_force(self, at: datetime) -> "Version | None":
        """Return the version in force at a moment: of those adopted, the last whose date has come."""
        return self.in_order().filter(in_force_from__lte=at).first()

    def open(self) -> "Versions":
        """Return what is being written or waits for approval."""
        return self.filter(status__in=(Status.DRAFT, Status.PROPOSED)).defer("files")


class Version(Named):
    """A version of the policy: a draft until it is adopted, then never changed.

    ``files`` holds the texts of ``policy.yaml`` and ``chapters/``, by their path. The number is taken when the draft
    is proposed, and written into ``policy.yaml``: the digest that people approve is that of the text in force.
    """

    status = models.CharField(max_length=12, choices=Status.choices, default=Status.DRAFT)
    base = models.ForeignKey("self", models.PROTECT, null=True, related_name="amendments")
    title = models.CharField(_("What changes"), max_length=200)
    files: "models.JSONField[Any, Any]" = models.JSONField()
    digest = Hashed(blank=True)  # of the canonical form of the policy part
    revision = models.PositiveIntegerField(default=1)  # counts the changes of a draft: two writers cannot both win
    major = models.PositiveSmallIntegerField(null=True)
    minor = models.PositiveSmallIntegerField(null=True)
    author = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    writers: "models.JSONField[Any, Any]" = models.JSONField(default=list)  # uids of all who wrote in it
    made = models.DateTimeField(default=clock.now)
    is_minor = models.BooleanField(default=False)  # the author states that nobody must act differently
    proposed = models.DateTimeField(null=True)
    adopted = models.DateTimeField(null=True)
    in_force_from = models.DateTimeField(null=True, db_index=True)
    announced = models.DateTimeField(null=True)  # when the rooms above were told that it is in force

    objects = Versions.as_manager()

    class Meta:
        ordering = ("-made",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["major", "minor"], name="one_version_a_number"),
        ]

    def __str__(self) -> str:
        return self.number or pgettext("version", "draft")

    @property
    def number(self) -> str:
        """The number that is cited, such as ``2.1``; "" before adoption."""
        return f"{self.major}.{self.minor}" if self.major is not None else ""

    def is_by(self, person: Person) -> bool:
        """Tell whether a person wrote in it: nobody approves their own text."""
        return person.uid in self.writers


class Step(Named):
    """A change of a draft that was saved: by whom, of what, and how the files it touched read before (None: not there).

    ``languages`` are those in which words changed: a language that was not touched since lags behind.
    """

    version = models.ForeignKey(Version, models.CASCADE, related_name="steps")
    revision = models.PositiveIntegerField()  # of the draft, once it was saved
    clause = models.CharField(max_length=80, blank=True)
    what = models.CharField(max_length=40, choices=Change)
    before: "models.JSONField[Any, Any]" = models.JSONField()
    languages: "models.JSONField[Any, Any]" = models.JSONField(default=list)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ("-revision",)
        constraints: ClassVar = [models.UniqueConstraint(fields=["version", "revision"], name="one_step_a_revision")]


class Unsaved(Named):
    """What a person has typed in a form of a draft and not saved yet, as it was sent; gone once it is saved."""

    version = models.ForeignKey(Version, models.CASCADE, related_name="unsaved")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    place = models.CharField(max_length=200)  # the address of the form within the draft
    typed: "models.JSONField[Any, Any]" = models.JSONField()
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["version", "person", "place"], name="one_unsaved")]


class Approval(Named):
    """A person's agreement to a proposed version, by its digest: a changed text is not the one agreed to."""

    version = models.ForeignKey(Version, models.CASCADE, related_name="approvals")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    digest = Hashed()
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["version", "person"], name="one_approval")]


class Resolution(Named):
    """An adoption that took place elsewhere: the body, its resolution, and the text it was shown."""

    version = models.OneToOneField(Version, models.PROTECT, related_name="resolution")
    body = models.CharField(_("Body"), max_length=200)
    number = models.CharField(_("Number of the resolution"), max_length=80)
    date = models.DateField(_("Date of the resolution"))
    document = Hashed(blank=True)  # the digest of the scanned resolution, where there is one
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)


class FactsRevision(Named):
    """The facts of the organisation as they stood from a moment on; no adoption."""

    number = models.PositiveIntegerField(unique=True)
    text = models.TextField()  # facts.yaml
    digest = Hashed()
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ("-number",)


class ProtectedRevision(Named):
    """The protected lists from a moment on: their files by path, encrypted. Never shown in the clear."""

    number = models.PositiveIntegerField(unique=True)
    sealed = models.BinaryField()
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ("-number",)
