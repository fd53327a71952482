"""The life of a version of the policy, and of a draft that is to become one."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from clausier.lib.states import Move


class Status(models.TextChoices):
    """Where a version stands. *In force* is not stored: it follows from the adoption and the date."""

    DRAFT = "draft", _("draft")
    PROPOSED = "proposed", _("proposed")
    ADOPTED = "adopted", _("adopted")
    WITHDRAWN = "withdrawn", _("withdrawn")


MOVES = {
    "propose": Move((Status.DRAFT,), Status.PROPOSED),
    "take_back": Move((Status.PROPOSED,), Status.DRAFT),
    "adopt": Move((Status.PROPOSED,), Status.ADOPTED),
    "withdraw": Move((Status.DRAFT, Status.PROPOSED), Status.WITHDRAWN),
}
