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


class Verb(models.TextChoices):
    """What was done to a review."""

    KEEP = "keep", _("kept")
    HOLD = "hold", _("held")
    HIDE = "hide", _("hidden")
    REMOVE = "remove", _("removed")
    SWEEP = "sweep", _("seen")
    ASK = "ask", _("passed to a colleague")
    PROPOSE = "propose", _("proposed for removal")
    DECLINE = "decline", _("left in place: a colleague did not agree")
    RESTORE = "restore", _("put back")
    SAY_WRONG = "say_wrong", _("marked: the program is wrong")
    UNDO = "undo", _("undone")


class Urgency(models.IntegerChoices):
    """The order of the list: what the program hid first, then what waits for a decision, then the harmless."""

    HARMLESS = 0
    TO_DECIDE = 1
    HIDDEN_BY_PROGRAM = 2


OPEN = (Status.WAITING, Status.HELD, Status.ASKED)
MOVES = {
    "keep": Move((*OPEN, Status.HIDDEN, Status.SEEN), Status.KEPT),
    "hold": Move((Status.WAITING, Status.ASKED, Status.SEEN, Status.KEPT), Status.HELD),
    "hide": Move((*OPEN, Status.HIDDEN, Status.SEEN, Status.KEPT), Status.HIDDEN),  # from hidden: what the program did
    "remove": Move((*OPEN, Status.HIDDEN, Status.SEEN, Status.KEPT), Status.REMOVED),
    "sweep": Move((Status.WAITING,), Status.SEEN),
    "ask": Move((Status.WAITING, Status.HELD), Status.ASKED),
    "propose": Move((*OPEN, Status.SEEN, Status.KEPT), Status.ASKED),
    "decline": Move((Status.ASKED,), Status.HELD),
    "restore": Move((Status.HIDDEN, Status.REMOVED), Status.KEPT),
}
