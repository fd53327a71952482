"""The life of a version of the policy, and of a draft that is to become one."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from clausier.lib.states import Move


class Status(models.TextChoices):
    """Where a version stands. *In force* is not stored: it follows from the adoption and the date."""

    DRAFT = "draft", pgettext_lazy("version", "draft")
    CONSULTATION = "consultation", pgettext_lazy("version", "in consultation")
    PROPOSED = "proposed", pgettext_lazy("version", "proposed")
    ADOPTED = "adopted", pgettext_lazy("version", "adopted")
    WITHDRAWN = "withdrawn", pgettext_lazy("version", "withdrawn")


class Change(models.TextChoices):
    """What a saved change of a draft was."""

    TEXT = "text", pgettext_lazy("change", "words")
    EFFECT = "effect", pgettext_lazy("change", "what it does")
    EXAMPLES = "examples", pgettext_lazy("change", "examples")
    QUESTIONS = "questions", pgettext_lazy("change", "questions")
    LAW = "law", pgettext_lazy("change", "law served")
    ADDED = "added", pgettext_lazy("change", "added")
    DELETED = "deleted", pgettext_lazy("change", "deleted")
    MOVED = "moved", pgettext_lazy("change", "moved")
    FILE = "file", pgettext_lazy("change", "a file")
    UNDONE = "undone", pgettext_lazy("change", "undone")


MOVES = {
    "consult": Move((Status.DRAFT,), Status.CONSULTATION),
    "end_consultation": Move((Status.CONSULTATION,), Status.DRAFT),
    "propose": Move((Status.DRAFT, Status.CONSULTATION), Status.PROPOSED),
    "take_back": Move((Status.PROPOSED,), Status.DRAFT),
    "reject": Move((Status.PROPOSED,), Status.DRAFT),
    "adopt": Move((Status.PROPOSED,), Status.ADOPTED),
    "withdraw": Move((Status.DRAFT, Status.CONSULTATION, Status.PROPOSED), Status.WITHDRAWN),
}
OPEN = (Status.DRAFT, Status.CONSULTATION, Status.PROPOSED)


class Consulted(models.TextChoices):
    """Who reads a text in consultation, and comments on it."""

    OBSERVERS = "observers", _("Observers (union, board), auditors and approvers")
    EVERYBODY = "everybody", _("Everybody in the organization")
