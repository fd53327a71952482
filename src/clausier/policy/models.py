"""Versions of the policy, revisions of the facts, and the protected lists."""

from datetime import datetime, timedelta
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from clausier.identity.models import Person
from clausier.lib import clock
from clausier.lib.models import Hashed, Named
from clausier.policy.states import OPEN, Change, Consulted, Status

OUTSIDE_LASTS = timedelta(days=7)  # how long somebody from outside has to answer


class Versions(models.QuerySet["Version"]):
    """The reads of versions."""

    def adopted(self) -> "Versions":
        return self.filter(status=Status.ADOPTED)

    def in_order(self) -> "Versions":
        """Return the adopted versions, the newest first, without their texts, which are read when asked for."""
        found = self.adopted().select_related("repeal").defer("files")
        return found.order_by("-in_force_from", "-major", "-minor")

    def in_force(self, at: datetime) -> "Version | None":
        """Return the version in force at a moment: of those adopted, the last whose date has come.

        None before the first one, and once that one is repealed.
        """
        last = self.in_order().filter(in_force_from__lte=at).first()
        return None if last and last.is_repealed(at) else last

    def open(self) -> "Versions":
        """Return what is being written or waits for approval."""
        return self.filter(status__in=OPEN).defer("files")


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
    removals: "models.JSONField[Any, Any]" = models.JSONField(default=dict)  # why a clause is repealed, by its id
    consulted = models.CharField(_("Who is consulted"), max_length=12, choices=Consulted.choices, blank=True)
    closes = models.DateField(_("Comments until"), null=True)  # the last day of its consultation, or of its last one
    plan = models.ForeignKey("ApprovalPlan", models.PROTECT, null=True, related_name="+")  # as it was when proposed
    proposed = models.DateTimeField(null=True)
    adopted = models.DateTimeField(null=True)
    in_force_from = models.DateTimeField(null=True, db_index=True)
    announced = models.DateTimeField(null=True)  # when the rooms above were told that it is in force
    reminded = models.DateTimeField(null=True)  # when whoever reviews it was last reminded

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

    def is_repealed(self, at: datetime) -> bool:
        """Tell whether it has ceased to be in force, with nothing in its place."""
        repeal = getattr(self, "repeal", None)
        return repeal is not None and repeal.is_agreed and repeal.ends <= at


class ApprovalPlan(Named):
    """Who approves a text, step after step; the last one holds for the texts proposed from then on.

    ``steps`` is ``[{"people": [uid], "duties": [slug], "need": 1, "outside": true}]``; one that names nobody is open to
    every approver. Without a plan, one approver who did not write in the text agrees to it.
    """

    number = models.PositiveIntegerField(unique=True)
    steps: "models.JSONField[Any, Any]" = models.JSONField(default=list)
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")

    class Meta:
        ordering = ("-number",)


class OutsideApprover(Named):
    """Somebody from outside who is asked, by a link, to agree to one text or to refuse it; no account.

    The link opens the text; the answer also takes the code that is sent to the address, so that whoever the letter is
    forwarded to reads and does not decide.
    """

    version = models.ForeignKey(Version, models.CASCADE, related_name="outsiders")
    digest = Hashed()
    step = models.PositiveSmallIntegerField(default=0)
    name = models.CharField(_("Name"), max_length=120)
    email = models.EmailField(_("E-mail"))
    capacity = models.CharField(_("In what capacity"), max_length=160)
    language = models.CharField(_("Language"), max_length=2, default="fr")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    code = Hashed(blank=True)  # of the code that was sent last
    coded = models.DateTimeField(null=True)  # when it was sent
    tries = models.PositiveSmallIntegerField(default=0)  # wrong codes since then
    answered = models.DateTimeField(null=True)

    class Meta:
        ordering = ("at",)

    @property
    def is_waiting(self) -> bool:
        """Tell whether an answer may still come: the link is good, and has not served."""
        return self.answered is None and clock.now() < self.at + OUTSIDE_LASTS


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
    """What a person has typed in a form and not saved yet, as it was sent; gone once it is saved.

    The form is one of a draft, or of the facts, which belong to none.
    """

    version = models.ForeignKey(Version, models.CASCADE, null=True, related_name="unsaved")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    place = models.CharField(max_length=200)  # the form, by its address within the draft
    typed: "models.JSONField[Any, Any]" = models.JSONField()
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["version", "person", "place"], name="one_unsaved"),
            models.UniqueConstraint(
                fields=["person", "place"], condition=models.Q(version=None), name="one_unsaved_of_facts"
            ),
        ]


class Approval(Named):
    """Somebody's agreement to a proposed version, by its digest: a changed text is not the one agreed to.

    It counts for one step of the plan: that of ``step``.
    """

    version = models.ForeignKey(Version, models.CASCADE, related_name="approvals")
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    outsider = models.OneToOneField(OutsideApprover, models.PROTECT, null=True, related_name="approval")
    step = models.PositiveSmallIntegerField(default=0)
    digest = Hashed()
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ("at",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["version", "person"], name="one_approval"),
            models.CheckConstraint(condition=models.Q(person=None) ^ models.Q(outsider=None), name="approved_by_one"),
        ]

    @property
    def name(self) -> str:
        """Return who agreed; somebody from outside with their capacity."""
        if self.outsider:
            return f"{self.outsider.name} ({self.outsider.capacity})"
        return self.person.name if self.person else ""


class Rejection(Named):
    """A refusal of a proposed version, with its reason: the text went back to its author."""

    version = models.ForeignKey(Version, models.CASCADE, related_name="rejections")
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    outsider = models.ForeignKey(OutsideApprover, models.PROTECT, null=True, related_name="+")
    digest = Hashed()
    reason = models.TextField(_("Reason"))
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ("-at",)

    @property
    def name(self) -> str:
        """Return who refused."""
        said_by = self.person or self.outsider
        return said_by.name if said_by else ""


class Comment(Named):
    """What somebody says of a clause of a text in consultation ("" for the whole), and what the author answers."""

    version = models.ForeignKey(Version, models.CASCADE, related_name="comments")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    clause = models.CharField(max_length=120, blank=True)
    text = models.TextField(_("Your comment"))
    is_observer = models.BooleanField(default=False)  # it needs an answer before the adoption
    at = models.DateTimeField(default=clock.now)
    answer = models.TextField(_("Answer"), blank=True)
    answered = models.DateTimeField(null=True)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    seen = models.DateTimeField(null=True)  # when whoever wrote it said that they had read the answer

    class Meta:
        ordering = ("at",)


class Consultation(Named):
    """That a body was consulted on a text before its adoption: when, what it said, what it was answered; or why not."""

    version = models.ForeignKey(Version, models.CASCADE, related_name="consultations")
    body = models.CharField(_("Body consulted"), max_length=200, blank=True)
    first = models.DateField(_("Consulted from"), null=True, blank=True)
    last = models.DateField(_("to"), null=True, blank=True)
    comments = models.TextField(_("What it said"), blank=True)
    answers = models.TextField(_("What it was answered"), blank=True)
    reason = models.TextField(_("Not consulted because"), blank=True)
    digest = Hashed(blank=True)  # of the text as it stood
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ("at",)


class Repeal(Named):
    """The end of a version with nothing in its place: a person states it with a reason, another agrees."""

    version = models.OneToOneField(Version, models.PROTECT, related_name="repeal")
    reason = models.TextField(_("Reason"))
    ends = models.DateTimeField(_("No longer in force from"))
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    second = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    agreed = models.DateTimeField(null=True)

    @property
    def is_agreed(self) -> bool:
        """Tell whether a second person has agreed."""
        return self.agreed is not None


class Review(Named):
    """The policy was looked at again, and stays as it is."""

    version = models.ForeignKey(Version, models.PROTECT, related_name="reviews")
    note = models.TextField(_("What was looked at"))
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ("-at",)


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
