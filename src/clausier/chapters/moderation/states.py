"""The life of a comment under review."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from clausier.lib.states import Move


class Status(models.TextChoices):
    """Where a comment stands."""

    WAITING = "waiting", _("waiting")  # nobody has looked
    HELD = "held", _("held")  # by the program, until a person looks
    HIDDEN = "hidden", _("hidden")  # by the program or a person
    REMOVED = "removed", _("removed")
    KEPT = "kept", _("kept")
    SEEN = "seen", _("seen")  # harmless, swept: not a decision
    ASKED = "asked", _("waiting for a colleague")


OPEN = (Status.WAITING, Status.HELD, Status.ASKED)
MOVES = {
    "keep": Move((*OPEN, Status.HIDDEN, Status.SEEN), Status.KEPT),
    "hold": Move((Status.WAITING, Status.SEEN, Status.KEPT), Status.HELD),
    "hide": Move((*OPEN, Status.SEEN, Status.KEPT), Status.HIDDEN),
    "remove": Move((*OPEN, Status.HIDDEN, Status.SEEN, Status.KEPT), Status.REMOVED),
    "sweep": Move((Status.WAITING,), Status.SEEN),
    "ask": Move((Status.WAITING, Status.HELD), Status.ASKED),
    "restore": Move((Status.HIDDEN, Status.REMOVED), Status.KEPT),
}
