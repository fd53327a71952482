"""The worker: runs what is in the queue, and what a dead worker left undone.

django-tasks-db takes and runs the tasks. This adds what it lacks: a sign of life, the rescue of the tasks of a worker
that no longer gives one, a few more tries for a task that fails, periodic work, and the outbox. A task may therefore
run twice, and must bear it. On SQLite one worker is enough: two of them wait for each other.
"""

import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from django.conf import settings
from django.db import OperationalError, close_old_connections, connections
from django_tasks import TaskResultStatus
from django_tasks_db.management.commands import db_worker
from django_tasks_db.models import DBTaskResult

from clausier.lib import clock
from clausier.lib.tokens import new_uid
from clausier.tasks import schedule, sending
from clausier.tasks.models import Beat

log = logging.getLogger(__name__)
TRIES = 3


class Pace(NamedTuple):
    """How often the worker looks, in seconds, and after how long a silent one is taken for dead."""

    beat: float = 5
    lease: float = 15
    look: float = 1
    mail: float = 2
    longest_mail: float = 60


def run_worker(stop: threading.Event, pace: Pace | None = None) -> None:
    """Work until ``stop`` is set; the task that runs then is finished first."""
    Worker(stop, pace or Pace()).work()


class Worker(db_worker.Worker):
    """A worker that can die."""

    def __init__(self, stop: threading.Event, pace: Pace) -> None:
        super().__init__(
            queue_names=["*"],
            excluded_queue_names=[],
            interval=0,
            batch=True,
            backend_name="default",
            startup_delay=False,
            max_tasks=1,
            worker_id=new_uid(),
        )
        self.stop = stop
        self.pace = pace

    def work(self) -> None:
        """Run tasks one by one; beside it, one thread gives signs of life and one sends the mail."""
        # Its line about a failed task holds the message of the error, which may quote somebody's text.
        logging.getLogger("django_tasks").setLevel(logging.CRITICAL)
        if settings.HOME.is_asleep:
            log.warning("this home is asleep, a copy of another: nothing leaves it")
        beat(self.worker_id)
        beside = [self._beside(self._live), self._beside(self._post)]
        try:
            while not self.stop.is_set():
                if not self.run_one():
                    self.stop.wait(self.pace.look)
        finally:
            self.stop.set()
            for thread in beside:
                thread.join()
            Beat.objects.filter(worker=self.worker_id).delete()

    def run_task(self, db_task_result: Any) -> None:
        """Run a task; one that fails goes back to the queue, later and later, until its last try.

        Where it failed is kept; the message of the error is not, as it may quote somebody's text.
        """
        super().run_task(db_task_result)
        if db_task_result.status == TaskResultStatus.FAILED:
            frames = [line for line in db_task_result.traceback.splitlines() if line.startswith("  File ")]
            DBTaskResult.objects.filter(pk=db_task_result.pk).update(traceback="\n".join(frames))
            again(db_task_result)

    def run_one(self) -> bool:
        """Run the next task; tell whether there was one. A database that is busy or away is asked again later."""
        try:
            if not DBTaskResult.objects.ready().exists():
                return False
            self.run()
        except OperationalError:
            close_old_connections()
            return False
        return True

    def _live(self) -> float:
        beat(self.worker_id)
        rescue(timedelta(seconds=self.pace.lease))
        schedule.fire()
        return self.pace.beat

    def _post(self) -> float:
        sent, reached = sending.send_due()
        if sent:
            log.info("%d mails sent", sent)
        self._silence = 0.0 if reached else min(max(self.pace.mail, self._silence * 2), self.pace.longest_mail)
        return self._silence or self.pace.mail

    _silence = 0.0  # how long the sender waits for a server that does not answer

    def _beside(self, turn: Callable[[], float]) -> threading.Thread:
        thread = threading.Thread(target=self._turns, args=[turn], daemon=True)
        thread.start()
        return thread

    def _turns(self, turn: Callable[[], float]) -> None:
        """Take turns until we stop; whatever fails is told without its words, and tried again."""
        wait = 0.0
        while not self.stop.wait(wait):
            try:
                close_old_connections()
                wait = turn()
            except Exception as error:  # noqa: BLE001  # the thread must outlive a database that is away
                log.warning("%s: %s", turn.__name__.strip("_"), type(error).__name__)
                wait = self.pace.beat
        connections.close_all()


def beat(worker: str) -> None:
    """Write the sign of life of a worker."""
    Beat.objects.update_or_create(worker=worker, defaults={"at": clock.now()})


def last_beat() -> datetime | None:
    """Return when a worker last gave a sign of life, or None when none runs."""
    return Beat.objects.order_by("-at").values_list("at", flat=True).first()


def rescue(lease: timedelta) -> int:
    """Put back in the queue the tasks of workers that have been silent for so long; return how many."""
    living = set(Beat.objects.filter(at__gt=clock.now() - lease).values_list("worker", flat=True))
    running = DBTaskResult.objects.running()
    return sum(again(row) for row in running if not living.intersection(row.worker_ids[-1:]))


def again(row: Any) -> bool:
    """Put a failed or abandoned task back in the queue, or mark it failed after its last try; tell whether it is back.

    The row is changed only if it is still as it was read: of two workers that rescue it, one does.
    """
    tries = len(row.worker_ids)
    mine = DBTaskResult.objects.filter(pk=row.pk, status=row.status, started_at=row.started_at)
    if tries >= TRIES:
        mine.update(status=TaskResultStatus.FAILED, finished_at=clock.now())
        log.warning("task %s failed %d times: %s %s", row.pk, tries, row.task_path, row.exception_class_path)
        return False
    later = clock.now() + timedelta(seconds=2**tries if row.status == TaskResultStatus.FAILED else 0)
    return bool(mine.update(status=TaskResultStatus.READY, run_after=later, finished_at=None))


def stopped_by_signals() -> threading.Event:
    """Return an event that Ctrl-C and a request to stop set."""
    import signal

    stop = threading.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        with suppress(ValueError):  # signals are heard in the main thread alone
            signal.signal(name, lambda *_: stop.set())
    return stop
