"""What happens every hour or every day, however many workers there are.

A room registers its own in ``AppConfig.ready``. Time is cut in slots as long as the period; when a slot begins, the
worker that writes its row puts the work in the queue in the same transaction, so the work is done once, and again
only if its worker dies or it fails. Slots that passed while no worker ran are not made up for: the present one is.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from django.db import IntegrityError, transaction
from django_tasks import task

from clausier.lib import clock
from clausier.tasks.models import Slot

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
Run = Callable[[], Any]


class Periodic(NamedTuple):
    """Work done once in each period.

    ``name`` is ``room.verb``. ``run`` may be run again after a failure or a crash, so it must bear it; what it
    returns (a count, a dict of codes and numbers) is kept in the row of the slot. ``after`` is how long after the
    start of the period, counted from midnight UTC, the slot begins.
    """

    name: str
    every: timedelta
    run: Run
    after: timedelta = timedelta(0)

    def slot(self, at: datetime) -> str:
        """Return the name of the slot that holds a moment: when it began."""
        passed = (at - EPOCH - self.after) // self.every
        return (EPOCH + self.after + passed * self.every).isoformat()


_periodic: dict[str, Periodic] = {}


def register(*works: Periodic) -> None:
    """Add works; a room does it once, when Django starts."""
    _periodic.update({work.name: work for work in works})


def all_periodic() -> list[Periodic]:
    """Return the registered works, in the order of their names."""
    return [_periodic[name] for name in sorted(_periodic)]


def fire() -> list[str]:
    """Put in the queue the works whose slot has begun and is nobody's yet; return their names."""
    now = clock.now()
    return [work.name for work in all_periodic() if _take(work, work.slot(now))]


@task()
def run_periodic(name: str, slot: str) -> Any:
    """Do the work of a slot. One that a later version no longer has is skipped."""
    work = _periodic.get(name)
    if work is None:
        return None
    result = work.run()
    Slot.objects.filter(name=name, slot=slot).update(result={"at": clock.now().isoformat(), "gave": result})
    return result


def _take(work: Periodic, slot: str) -> bool:
    if Slot.objects.filter(name=work.name, slot=slot).exists():
        return False
    try:
        with transaction.atomic():
            Slot.objects.create(name=work.name, slot=slot)
            run_periodic.enqueue(work.name, slot)
    except IntegrityError:  # another worker was faster
        return False
    return True
