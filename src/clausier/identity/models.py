"""People, what they are charged with, and the links that open one thing to one person."""

from datetime import datetime
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from clausier.document.folding import fold
from clausier.document.model.statements import REGIMES
from clausier.document.vocabulary import RELATIONS
from clausier.identity.states import TWO_PEOPLE, ImportStatus, Role
from clausier.lib import clock
from clausier.lib.models import Hashed, Named


class Organization(Named):
    """The one organisation of this home, and how its installation is set."""

    name = models.CharField(_("Name"), max_length=200)
    timezone = models.CharField(_("Time zone"), max_length=64, default="America/Toronto")
    demonstration = models.BooleanField(default=False, editable=False)  # made with a set clock: every page says so
    founded = models.DateTimeField(default=clock.now, editable=False)
    settings: "models.JSONField[Any, Any]" = models.JSONField(default=dict)  # rooms and limits that are switched

    class Meta:
        constraints: ClassVar = [models.CheckConstraint(condition=models.Q(pk=1), name="one_organization")]


class People(models.QuerySet["Person"]):
    """The reads of people."""

    def active(self) -> "People":
        return self.filter(is_active=True)

    def reached(self) -> "People":
        """Return those whom mail reaches."""
        return self.exclude(email=None).filter(email_failed=None)

    def unreached(self) -> "People":
        """Return those whom mail does not reach: they read and sign on paper, or at a station."""
        return self.filter(models.Q(email=None) | models.Q(email_failed__isnull=False))

    def found_by(self, words: str) -> "People":
        """Return those whose name, number, unit or e-mail holds every word, however it is accented."""
        found = self
        for word in fold(words).split():
            found = found.filter(folded__contains=word)
        return found


class PersonManager(BaseUserManager["Person"]):
    """What Django asks of a manager of users; people are written by ``identity.actions``."""

    def get_queryset(self) -> People:
        return People(self.model, using=self._db)

    def get_by_natural_key(self, username: str | None) -> "Person":
        return self.get(email__iexact=username)


class Person(AbstractBaseUser, Named):
    """Somebody the organisation knows, with or without e-mail."""

    name = models.CharField(_("Name"), max_length=200)
    email = models.EmailField(_("E-mail"), unique=True, null=True, blank=True)
    email_failed = models.DateTimeField(null=True, editable=False)  # since when mail to this address comes back
    number = models.CharField(_("Number"), max_length=40, unique=True, null=True, blank=True)
    language = models.CharField(_("Language"), max_length=2, default="fr")
    unit = models.CharField(_("Unit"), max_length=120, blank=True)
    manager = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="team")
    relation = models.CharField(
        _("Tie to the organization"), max_length=20, default="employee", choices=[(each, each) for each in RELATIONS]
    )
    regime = models.CharField(_("Regime"), max_length=20, blank=True, choices=[(each, each) for each in REGIMES])
    audiences: "models.JSONField[Any, Any]" = models.JSONField(default=list, blank=True)  # slugs; everyone is implied
    # The hours at work of whoever has others than the organisation's: ``sun-thu 23:00-07:00`` (see ``shifts``).
    shift = models.CharField(_("Shift"), max_length=200, blank=True)
    keys = models.BooleanField(_("Single-key shortcuts"), default=True)
    joined = models.DateTimeField(default=clock.now, editable=False)
    left = models.DateTimeField(null=True, editable=False)
    is_active = models.BooleanField(default=True, editable=False)
    # Name, number, unit and e-mail without capitals nor accents: what people are sorted and searched by.
    folded = models.CharField(max_length=660, blank=True, editable=False)

    objects = PersonManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        ordering = ("folded", "id")
        indexes: ClassVar = [models.Index(fields=["folded", "id"], name="person_sorted")]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write the row with what it is searched by."""
        self.refold()
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "folded"}
        super().save(*args, **kwargs)

    def refold(self) -> None:
        """Follow a change of what the person is searched by; whoever writes rows in bulk calls it."""
        parts = (self.name, self.number, self.unit, self.email)
        self.folded = "  ".join(fold(part or "") for part in parts)[:660]

    @property
    def mailbox(self) -> str:
        """The address at which mail reaches the person, or "": whoever has none is reached on paper."""
        return self.email if self.email and self.email_failed is None else ""

    @cached_property
    def roles(self) -> frozenset[str]:
        """Return the roles that the person holds now."""
        return frozenset(self.grants.standing().values_list("role", flat=True)) if self.is_active else frozenset()


class Grants(models.QuerySet["RoleGrant"]):
    """The reads of granted roles."""

    def standing(self) -> "Grants":
        """Return those that hold: not ended, and seconded where two people are needed.

        What the installation itself granted, at the founding or from its terminal, needs no second.
        """
        return self.filter(ended=None).exclude(role__in=TWO_PEOPLE, second=None, by__isnull=False)

    def waiting(self) -> "Grants":
        """Return those that a second person has yet to agree to."""
        return self.filter(ended=None, role__in=TWO_PEOPLE, second=None, by__isnull=False)


class RoleGrant(Named):
    """A role given to a person; one of the grave roles holds only once a second person has agreed."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="grants")
    role = models.CharField(max_length=20, choices=Role.choices)
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")  # null: the installation itself
    second = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    ended = models.DateTimeField(null=True)

    objects = Grants.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "role"], condition=models.Q(ended=None), name="one_grant")
        ]

    @property
    def is_waiting(self) -> bool:
        """Tell whether a second person has yet to agree."""
        has_two = self.second_id is not None or self.by_id is None
        return self.ended is None and self.role in TWO_PEOPLE and not has_two


class Holdings(models.QuerySet["DutyHolder"]):
    """The reads of held duties."""

    def standing(self) -> "Holdings":
        return self.filter(ended=None, person__is_active=True)


class DutyHolder(Named):
    """A person who holds a duty of the policy: rank 0 first, deputies after in order."""

    duty = models.CharField(max_length=80)
    person = models.ForeignKey(Person, models.PROTECT, related_name="held_duties")
    rank = models.PositiveSmallIntegerField(default=0)
    since = models.DateTimeField(default=clock.now)
    ended = models.DateTimeField(null=True)

    objects = Holdings.as_manager()

    class Meta:
        ordering = ("duty", "rank", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["duty", "person"], condition=models.Q(ended=None), name="one_holding")
        ]


class Absence(Named):
    """Days, both included, when a person is away: deputies stand in and nothing is late. No reason is asked."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="absences")
    first = models.DateField(_("First day"))
    last = models.DateField(_("Last day"))

    class Meta:
        ordering = ("first",)


class Digest(models.Model):
    """The letter of a day, which told a person all that is asked of them: one a day leaves, however many workers run.

    ``told`` holds the keys of the duties that it named.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="digests")
    day = models.DateField()
    at = models.DateTimeField(default=clock.now)
    told: "models.JSONField[Any, Any]" = models.JSONField(default=list)

    class Meta:
        ordering = ("-at",)
        constraints: ClassVar = [models.UniqueConstraint(fields=["person", "day"], name="one_digest_a_day")]


class Pin(models.Model):
    """The digits by which a person says who they are on a shared tablet; they open no other page."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="pin")
    digest = Hashed()
    made = models.DateTimeField(default=clock.now)
    is_own = models.BooleanField(default=False)  # chosen by the person: nobody else ever saw it


class Link(Named):
    """A link sent to one person, or to one outsider, for one purpose; its token is stored as a digest.

    Opening it changes nothing; ``spent`` is set by the act itself.
    """

    purpose = models.CharField(max_length=40)  # invitation, sign-in, demo…
    person = models.ForeignKey(Person, models.CASCADE, null=True, related_name="links")
    subject = models.CharField(max_length=32, blank=True)  # the uid of what it opens
    token = Hashed(unique=True)
    made = models.DateTimeField(default=clock.now)
    expires = models.DateTimeField()
    spent = models.DateTimeField(null=True)

    def is_open(self, at: datetime) -> bool:
        """Tell whether the link can still be used."""
        return self.spent is None and at < self.expires


class ApiToken(Named):
    """A program's key to the API: what it may do, until when, and who answers for it."""

    name = models.CharField(_("Name"), max_length=120)
    token = Hashed(unique=True)
    scopes: "models.JSONField[Any, Any]" = models.JSONField(default=list)
    owner = models.ForeignKey(Person, models.PROTECT, related_name="api_tokens")
    made = models.DateTimeField(default=clock.now)
    expires = models.DateTimeField()
    revoked = models.DateTimeField(null=True)
    used = models.DateTimeField(null=True)


class PeopleImport(Named):
    """A sheet of people that was read: its plan waits for a yes, then lets the import be undone.

    ``plan`` holds what each line adds or changes, with what was there before; it is emptied once nothing can be
    undone any more.
    """

    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    made = models.DateTimeField(default=clock.now)
    status = models.CharField(max_length=10, choices=ImportStatus.choices, default=ImportStatus.SHOWN)
    digest = Hashed()  # of the file
    encoding = models.CharField(max_length=12)
    separator = models.CharField(max_length=1)
    plan: "models.JSONField[Any, Any]" = models.JSONField(default=list)
    unknown: "models.JSONField[Any, Any]" = models.JSONField(default=list)  # columns that were not understood
    counts: "models.JSONField[Any, Any]" = models.JSONField(default=dict)  # lines that add, change, say the same, fail
    done = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-made",)
