"""Tasks for the tests of the worker."""

import os
import time
from pathlib import Path

from django_tasks import task


@task()
def fine():
    """Do nothing, well."""


@task()
def failing():
    """Fail with somebody's words."""
    raise ValueError("secret words of somebody")


@task()
def slow():
    """Write when it begins and when it is done; the first time takes longer than anybody waits."""
    path = Path(os.environ["JOB_FILE"])
    is_first = not path.exists()
    with path.open("a") as stream:
        stream.write("begun\n")
    time.sleep(600 if is_first else 0.2)
    with path.open("a") as stream:
        stream.write("done\n")
