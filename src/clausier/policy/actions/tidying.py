"""What a draft keeps of its changes, let go of once nobody would undo it."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction

from clausier.lib import clock
from clausier.policy.models import Step, Version
from clausier.policy.selectors.clauses import KEPT_STEPS
from clausier.policy.states import OPEN

KEPT_OF_CLAUSE = 20  # older changes of a clause that are still told, without their text
AFTER = timedelta(days=90)  # that the changes of a text stay once it is adopted or put away


@transaction.atomic
def tidy_steps(at: datetime | None = None) -> dict[str, int]:
    """Let go of the texts that changes replaced; return how many rows went, and how many lost their text.

    A draft keeps its last changes whole, to be undone. An undo takes back all that came after it, so that it is the
    oldest that go, whatever their clause; who changed a clause, when and in which language stays for the last ones.
    """
    over = Step.objects.exclude(version__status__in=OPEN).filter(at__lt=(at or clock.now()) - AFTER)
    deleted, emptied = over.delete()[0], 0
    for version in Version.objects.open().only("pk"):
        first = version.steps.values_list("revision", flat=True)[KEPT_STEPS - 1 : KEPT_STEPS].first()
        if first is not None:
            older = version.steps.filter(revision__lt=first)
            deleted += older.filter(pk__in=_beyond(older.values_list("pk", "clause"))).delete()[0]
            emptied += older.exclude(before={}).update(before={})
    return {"deleted": deleted, "emptied": emptied}


def _beyond(rows: Iterable[tuple[int, str]]) -> list[int]:
    """Return the rows, the last first, that come behind the last ones of their clause."""
    seen: Counter[str] = Counter()
    beyond = []
    for row, clause in rows:
        seen[clause] += 1
        if seen[clause] > KEPT_OF_CLAUSE:
            beyond.append(row)
    return beyond
