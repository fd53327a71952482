"""What is marked ``postgres`` holds on PostgreSQL too."""

import os
import subprocess
import sys

from architecture.house import ROOT


def test_marked_tests_hold_on_postgresql(postgresql):
    """In a suite of its own, as a process has one database."""
    environ = {**os.environ, "CLAUSIER_TEST_DATABASE": postgresql, "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-m", "pytest", "-q", "-m", "postgres", "-p", "no:cacheprovider", "-p", "no:xdist"]
    done = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-20000:]
