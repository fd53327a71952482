"""Decisions, their appeals, what people ask to be looked up, and the tries of strangers."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from clausier.decisions.states import Done, Effect, Ground, Kind, Notice, Standing
from clausier.lib import clock
from clausier.lib.models import Hashed, Named
from clausier.policy.models import Version


class Decision(Named):
    """A reasoned act on a comment, draft, account, access or breach: never changed, only appealed or undone.

    The fields answer those of the statement of reasons of Regulation (EU) 2022/2065, article 17 and its database:
    facts, ground, whether automated means found or decided, scope, duration, redress.
    """

    reference = models.CharField(max_length=20, unique=True)  # public: VB-2026-BCDFGH
    key = Hashed(unique=True, null=True)  # of the private key; none where nobody is to be told
    letters = Hashed(unique=True, null=True)  # of the 10 letters that can be dictated
    kind = models.CharField(max_length=10, choices=Kind.choices)
    subject = models.CharField(max_length=32, db_index=True)  # uid of what it is about
    version = models.ForeignKey(Version, models.PROTECT, related_name="+")
    clause = models.CharField(max_length=120, db_index=True)
    language = models.CharField(max_length=2)  # the language in which its subject was told
    ground = models.CharField(max_length=10, choices=Ground.choices, default=Ground.POLICY)
    law = models.CharField(max_length=200, blank=True)
    facts = models.TextField(_("Facts"))
    quote = models.TextField(_("Passage"), blank=True)  # the passage that shows a neutral ground
    effect_wanted = models.CharField(max_length=10, choices=Effect.choices)
    effect_done = models.CharField(max_length=15, choices=Done.choices, default=Done.PENDING)
    seen_by_after = models.CharField(max_length=40, blank=True)  # who still sees it, as the network's table says
    until = models.DateTimeField(null=True)
    notice = models.CharField(max_length=15, choices=Notice.choices, default=Notice.PENDING)
    notice_why = models.CharField(max_length=300, blank=True)
    found_by_program = models.BooleanField(default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")  # null: the program
    second = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    sole_decider = models.BooleanField(default=False)  # nobody else could hear an appeal when it was made
    at = models.DateTimeField(default=clock.now)
    standing = models.CharField(max_length=10, choices=Standing.choices, default=Standing.STANDS)
    replaces = models.ForeignKey("self", models.PROTECT, null=True, related_name="replacements")
    appeal_by = models.DateTimeField(null=True)  # the last moment of an appeal; null where none is open

    class Meta:
        ordering = ("-at",)
        indexes: ClassVar = [models.Index(fields=["kind", "subject"])]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["replaces"], condition=~models.Q(standing=Standing.UNDONE), name="one_replacement"
            )
        ]

    @property
    def replaced_by(self) -> "Decision | None":
        """The decision that took the place of this one, unless it was undone."""
        return self.replacements.exclude(standing=Standing.UNDONE).first()

    def __str__(self) -> str:
        return self.reference


class Appeal(Named):
    """What somebody answers to a decision, and what another person decides."""

    decision = models.OneToOneField(Decision, models.PROTECT, related_name="appeal")
    text = models.TextField(_("Your reasons"))
    contact = models.CharField(_("How to reach you"), max_length=200, blank=True)
    language = models.CharField(max_length=2)
    at = models.DateTimeField(default=clock.now)
    due = models.DateTimeField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    outcome = models.CharField(max_length=10, choices=Standing.choices, blank=True)
    answer = models.TextField(_("Answer"), blank=True)
    answered = models.DateTimeField(null=True)

    class Meta:
        ordering = ("at",)

    @property
    def is_late(self) -> bool:
        """Whether its answer is past due."""
        return self.answered is None and self.due is not None and clock.now() > self.due


class Enquiry(Named):
    """What somebody whose comment is gone asks without a notice in hand: a person looks it up.

    ``decision`` is what the program found, for that person's eyes alone: the asker gets the same answer either way.
    """

    place = models.CharField(_("Link of the post, or place"), max_length=500)
    name = models.CharField(_("Name or handle"), max_length=200)
    words = models.CharField(_("First words of the comment"), max_length=300)
    text = models.TextField(_("Your reasons"), blank=True)
    contact = models.CharField(_("How to reach you"), max_length=200)
    language = models.CharField(max_length=2)
    at = models.DateTimeField(default=clock.now)
    decision = models.ForeignKey(Decision, models.SET_NULL, null=True, related_name="enquiries")
    closed = models.DateTimeField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    answer = models.TextField(_("Answer"), blank=True)

    class Meta:
        ordering = ("at",)


class Attempt(models.Model):
    """A try at something that a stranger could guess, by the keyed digest of where it came from; gone in a day."""

    purpose = models.CharField(max_length=20)
    source = Hashed()
    at = models.DateTimeField(default=clock.now)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["purpose", "at"])]
