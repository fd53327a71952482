"""The programs that some tests drive beside Python: where one is missing its tests are left out, and that is told.

With ``CLAUSIER_TEST_ALL`` set, as the checks of each change do, nothing may be left out: such a test fails.
"""

import os
import shutil
from collections import Counter
from pathlib import Path

import pytest

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
BROWSER = "Chromium and Playwright: apt-get install chromium; pip install playwright axe-playwright-python"
DATABASE = "PostgreSQL: apt-get install postgresql"
LACKING = "lacking: "


def chromium():
    """Return the path of the browser."""
    return next(filter(None, map(shutil.which, CHROMIUM)), None) or lack(BROWSER)


def postgresql(name):
    """Return the path of a program of the newest PostgreSQL that the machine has; Debian keeps them off the PATH."""
    installed = Path("/usr/lib/postgresql").glob("*/bin/" + name)
    newest = sorted(installed, key=lambda path: int(path.parts[-3]) if path.parts[-3].isdecimal() else 0)
    return str(newest[-1]) if newest else shutil.which(name) or lack(DATABASE)


def lack(what):
    """Leave a test out for what the machine lacks, or fail it where nothing may be left out."""
    if os.environ.get("CLAUSIER_TEST_ALL"):
        pytest.fail(f"{LACKING}{what}", pytrace=False)
    pytest.skip(LACKING + what)


def pytest_terminal_summary(terminalreporter):
    """Tell what could not be run and how to install it."""
    reasons = (report.longrepr[2] for report in terminalreporter.stats.get("skipped", []))
    lacking = Counter(reason.partition(LACKING)[2] for reason in reasons if LACKING in reason)
    for what, number in sorted(lacking.items()):
        terminalreporter.write_line(f"Not run: {number} tests, which need {what}", yellow=True)
