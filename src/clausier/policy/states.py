"""The life of a version of the policy, and of a draft that is to become one."""

from django.db import models
from django.utils.translation import pgettext_lazy

from clausier.lib.states import Move


class Status(models.TextChoices):
    """Where a version stands. *In force* is not stored: it follows from the adoption and the date."""

    DRAFT = "draft", pgettext_lazy("version", "draft")
    PROPOSED = "proposed", pgettext_lazy("version", "proposed")
    ADOPTED = "adopted", pgettext_lazy("version", "adopted")
    WITHDRAWN = "withdrawn", pgettext_lazy("version", "withdrawn")


MOVES = {
    "propose": Move((Status.DRAFT,), Status.PROPOSED),
    "take_back": Move((Status.PROPOSED,), Status.DRAFT),
    "adopt": Move((Status.PROPOSED,), Status.ADOPTED),
    "withdraw": Move((Status.DRAFT, Status.PROPOSED), Status.WITHDRAWN),
}
