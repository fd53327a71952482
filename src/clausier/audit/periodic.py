"""What the ledger does every day."""

from datetime import timedelta

from clausier.audit.actions import checkpoint, verify_ledger
from clausier.tasks.schedule import Periodic


def every_day() -> dict[str, int]:
    """Verify the ledger, then let a checkpoint leave; one that does not hold gets none."""
    report = verify_ledger()
    point = None if report.breaks else checkpoint()
    return {"entries": report.entries, "breaks": len(report.breaks), "checkpoint": point.seq if point else 0}


DAILY = Periodic("audit.daily", timedelta(days=1), every_day, after=timedelta(hours=8))
