"""To count the tries of strangers: each place has its own few, and all of them together have theirs.

The counters are a table, so that every process of the server sees the same. A row holds no address: its keyed digest.
"""

from datetime import timedelta
from typing import NamedTuple

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clausier.decisions.models import Attempt
from clausier.lib import clock
from clausier.lib.refusals import RefusedError

KEPT = timedelta(days=1)


class Limit(NamedTuple):
    """How many tries one place, and everybody together, may make within a time."""

    one: int
    everybody: int
    within: timedelta


# Ten letters hold 43 bits: at 300 tries an hour, one of 10,000 slips is guessed once in 300 years.
LIMITS = {
    "letters": Limit(10, 300, timedelta(hours=1)),
    "find": Limit(5, 200, timedelta(hours=1)),
    "appeal": Limit(10, 500, timedelta(hours=1)),
    "mail": Limit(3, 500, KEPT),
}


@transaction.atomic
def note_attempt(*, purpose: str, source: str) -> None:
    """Count a try before it is looked at; refused past the limit of its place or of everybody. Not for the ledger."""
    limit, now = LIMITS[purpose], clock.now()
    lately = Attempt.objects.filter(purpose=purpose, at__gt=now - limit.within)
    if lately.filter(source=source).count() >= limit.one or lately.count() >= limit.everybody:
        raise RefusedError("too-often", _("Too many tries. Wait an hour, then try again; nothing is lost."), 429)
    Attempt.objects.create(purpose=purpose, source=source)


@transaction.atomic
def forget_attempts() -> int:
    """Erase the tries of more than a day ago and return how many; the worker does it every day."""
    return Attempt.objects.filter(at__lt=clock.now() - KEPT).delete()[0]
