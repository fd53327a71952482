"""The worker: what it dies of is done again, what fails is tried again, and a few times only."""

import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from datetime import timedelta

import pytest
from django_tasks_db.models import DBTaskResult

from architecture.house import ROOT
from clausier.lib import clock
from clausier.tasks import worker
from clausier.tasks.models import Beat
from factories import jobs

PACE = "Pace(beat=0.3, lease=1.5, look=0.1, mail=5)"


def _running(job, *workers, **values):
    """Put a task in the hands of workers."""
    row = job.enqueue().db_result
    values = {"status": "RUNNING", "worker_ids": list(workers), "started_at": clock.now(), **values}
    DBTaskResult.objects.filter(pk=row.pk).update(**values)
    return DBTaskResult.objects.get(pk=row.pk)


def _status(row):
    row.refresh_from_db()
    return row.status


@pytest.mark.postgres
@pytest.mark.django_db
def test_the_task_of_a_silent_worker_goes_back():
    """The one whose worker still gives signs of life stays."""
    Beat.objects.create(worker="silent", at=clock.now() - timedelta(seconds=20))
    Beat.objects.create(worker="living")
    lost, never, kept = (_running(jobs.fine, name) for name in ("silent", "unknown", "living"))
    assert worker.rescue(timedelta(seconds=15)) == 2
    assert [_status(row) for row in (lost, never, kept)] == ["READY", "READY", "RUNNING"]


@pytest.mark.postgres
@pytest.mark.django_db
def test_two_rescuers_put_a_task_back_once():
    """The row is changed only if it is as it was read."""
    row = _running(jobs.fine, "silent")
    assert [worker.again(row), worker.again(row)] == [True, False]


@pytest.mark.postgres
@pytest.mark.django_db
def test_the_third_death_is_the_last():
    """A task that kills its workers stops."""
    row = _running(jobs.fine, "a", "b", "c")
    worker.rescue(timedelta(seconds=15))
    assert _status(row) == "FAILED"


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_a_task_that_fails_is_tried_three_times_later_and_later():
    """Its words are kept nowhere, only where it failed."""
    row, waits = jobs.failing.enqueue().db_result, []
    for _ in range(3):
        worker.Worker(threading.Event(), worker.Pace()).run_one()
        row.refresh_from_db()
        waits.append((row.run_after - clock.now()).total_seconds() if row.status == "READY" else None)
        DBTaskResult.objects.filter(status="READY").update(run_after=clock.now())
    assert (row.status, len(row.worker_ids), waits[2]) == ("FAILED", 3, None)
    assert 0 < waits[0] <= 2 < waits[1] <= 4
    assert "factories/jobs.py" in row.traceback
    assert "secret" not in row.traceback


def _worker(home):
    """Start a worker in a process of its own."""
    script = f"""
        import django; django.setup()
        from clausier.tasks.worker import Pace, run_worker, stopped_by_signals
        run_worker(stopped_by_signals(), {PACE})
    """
    return _python(home, script)


def _python(home, script):
    environ = {
        **os.environ,
        "CLAUSIER_HOME": str(home),
        "DJANGO_SETTINGS_MODULE": "clausier.config.settings",
        "PYTHONPATH": f"{ROOT / 'src'}:{ROOT / 'tests'}",
        "JOB_FILE": str(home / "job.txt"),
    }
    return subprocess.Popen([sys.executable, "-c", textwrap.dedent(script)], env=environ)


def _written(home, lines):
    """Wait until the job has written so many lines; the suite's own limit stops a wait in vain."""
    path = home / "job.txt"
    while not path.exists() or len(path.read_text().split()) < lines:
        time.sleep(0.05)
    return path.read_text().split()


def test_a_killed_worker_loses_nothing(tmp_path):
    """Killed in the middle of a job, its job is done again by the next worker, once."""
    made = _python(
        tmp_path,
        """
        import django; django.setup()
        from django.core.management import call_command
        call_command("migrate", verbosity=0)
        from factories.jobs import slow
        slow.enqueue()
        """,
    )
    assert made.wait() == 0
    first = _worker(tmp_path)
    assert _written(tmp_path, 1) == ["begun"]
    first.send_signal(signal.SIGKILL)
    first.wait()
    second = _worker(tmp_path)
    try:
        assert _written(tmp_path, 3) == ["begun", "begun", "done"]
    finally:
        second.terminate()
        assert second.wait() == 0
    assert _written(tmp_path, 3) == ["begun", "begun", "done"]
