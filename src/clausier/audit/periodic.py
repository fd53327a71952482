"""What the ledger does every day."""

from datetime import timedelta

from django_tasks import task

from clausier.audit.actions import checkpoint, verify_ledger
from clausier.audit.models import Head
from clausier.tasks.schedule import Periodic

AT_ONCE = 20_000  # entries that are verified while somebody waits


def verify_soon() -> bool:
    """Verify the ledger now, or let the worker do it when it is long; tell whether it is done."""
    head = Head.objects.filter(pk=1).first()
    if head and head.seq > AT_ONCE:
        verify_later.enqueue()
        return False
    verify_ledger()
    return True


@task()
def verify_later() -> None:
    """Verify the ledger for its page."""
    verify_ledger()


def every_day() -> dict[str, int]:
    """Verify the ledger, then let a checkpoint leave; one that does not hold gets none."""
    report = verify_ledger()
    point = None if report.breaks else checkpoint()
    return {"entries": report.entries, "breaks": len(report.breaks), "checkpoint": point.seq if point else 0}


DAILY = Periodic("audit.daily", timedelta(days=1), every_day, after=timedelta(hours=8))
