"""What the outbox and the queue need not keep."""

from datetime import timedelta

from django_tasks_db.models import DBTaskResult

from clausier.lib import clock
from clausier.tasks.models import Beat, Mail, Slot
from clausier.tasks.schedule import Periodic, register

MAILS, RESULTS, SLOTS, BEATS = timedelta(days=30), timedelta(days=30), timedelta(days=400), timedelta(days=1)


def tidy() -> int:
    """Erase what is old: mails received or called off, results of tasks, slots and beats; return how many rows."""
    now = clock.now()
    old = (
        Mail.objects.filter(sent__lte=now - MAILS),
        Mail.objects.filter(handed__lte=now - MAILS),
        Mail.objects.filter(cancelled__lte=now - MAILS),
        DBTaskResult.objects.finished().filter(finished_at__lte=now - RESULTS),
        Slot.objects.filter(at__lte=now - SLOTS),
        Beat.objects.filter(at__lte=now - BEATS),
    )
    return sum(int(rows.delete()[0]) for rows in old)


def start() -> None:
    """Put the tidying in the schedule."""
    register(Periodic("tasks.tidy", timedelta(days=1), tidy, after=timedelta(hours=7)))
