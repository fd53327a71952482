"""The words of decisions: what was wanted, what came of it, how its subject was told, where it stands."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from clausier.lib.states import Move


class Kind(models.TextChoices):
    """What a decision is about."""

    COMMENT = "comment", _("comment")
    DRAFT = "draft", _("draft")
    ACCOUNT = "account", _("account")
    ACCESS = "access", _("access of a person")
    BREACH = "breach", _("alleged breach")


class Effect(models.TextChoices):
    """What a decision does to its subject."""

    KEEP = "keep", _("kept")
    HOLD = "hold", _("held")
    HIDE = "hide", _("hidden")
    REMOVE = "remove", _("removed")
    RESTORE = "restore", _("put back")


# What each kind of subject may meet: a draft is never hidden, an alleged breach never removed.
EFFECTS = {
    Kind.COMMENT: frozenset(Effect),
    Kind.DRAFT: frozenset({Effect.KEEP, Effect.HOLD}),
    Kind.ACCOUNT: frozenset({Effect.KEEP, Effect.HOLD, Effect.REMOVE, Effect.RESTORE}),
    Kind.ACCESS: frozenset({Effect.KEEP, Effect.HOLD, Effect.REMOVE, Effect.RESTORE}),
    Kind.BREACH: frozenset({Effect.KEEP, Effect.HOLD, Effect.RESTORE}),
}
# Those that take something away: they need facts, a public ground, a notice, and can be appealed.
AGAINST = frozenset({Effect.HIDE, Effect.REMOVE})


class Done(models.TextChoices):
    """What came of the effect that was wanted."""

    PENDING = "pending", _("to be done")
    CONNECTOR = "connector", _("done by the program")
    BY_HAND = "by-hand", _("done by hand")
    NOT_POSSIBLE = "not-possible", _("not possible there")
    UNKNOWN = "unknown", _("unknown")


class Notice(models.TextChoices):
    """How the author was told."""

    PENDING = "pending", _("to be given")
    DELIVERED = "delivered", _("delivered")
    PUBLIC = "public", _("posted publicly")
    HANDED_OVER = "handed-over", _("handed over")
    NOT_POSSIBLE = "not-possible", _("not possible")
    NOT_NEEDED = "not-needed", _("not needed")


TOLD = frozenset({Notice.DELIVERED, Notice.PUBLIC, Notice.HANDED_OVER})


class Ground(models.TextChoices):
    """The nature of the ground, as the EU statement of reasons names it."""

    POLICY = "policy", _("against the policy")
    LAW = "law", _("against the law")


class Standing(models.TextChoices):
    """Where a decision stands."""

    STANDS = "stands", _("stands")
    APPEALED = "appealed", _("under appeal")
    UPHELD = "upheld", _("upheld on appeal")
    OVERTURNED = "overturned", _("overturned")
    UNDONE = "undone", pgettext_lazy("decision", "undone")
    REPLACED = "replaced", _("replaced by a later decision")


OUTCOMES = (Standing.UPHELD, Standing.OVERTURNED)


MOVES = {
    "appeal": Move((Standing.STANDS,), Standing.APPEALED),
    "uphold": Move((Standing.APPEALED,), Standing.UPHELD),
    "overturn": Move((Standing.APPEALED,), Standing.OVERTURNED),
    "undo": Move((Standing.STANDS,), Standing.UNDONE),
    "replace": Move((Standing.STANDS, Standing.UPHELD), Standing.REPLACED),
}
