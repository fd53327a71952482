"""What holds for the whole suite."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

import pytest
from django.conf import settings as site
from hypothesis import settings

from clausier.lib.home import Home

# Before Django reads its settings: a home of this run's own, whose keys are made anew, and which goes with it.
os.environ["CLAUSIER_HOME"] = tempfile.mkdtemp(prefix="clausier-tests-")
atexit.register(shutil.rmtree, os.environ["CLAUSIER_HOME"], ignore_errors=True)
KEPT = {"CLAUSIER_HOME", "CLAUSIER_SHARED", "CLAUSIER_TEST_ALL", "CLAUSIER_TEST_DATABASE"}
# The suite runs on SQLite, and the tests marked ``postgres`` once more on the server that test_postgresql starts.
_database = os.environ.pop("CLAUSIER_TEST_DATABASE", "")
for _variable in ("DATABASE_URL", *[name for name in os.environ if name.startswith("CLAUSIER_") and name not in KEPT]):
    os.environ.pop(_variable, None)

if _database:
    os.environ["DATABASE_URL"] = _database

# No test is timed: a busy machine is no fault of the code. Benchmarks measure speed.
settings.register_profile("clausier", deadline=None)
settings.load_profile("clausier")

# A process of the suite starts with the settings of the one that started it: each has a home of its own all the same.
site.HOME = Home(Path(os.environ["CLAUSIER_HOME"]))

pytest_plugins = [
    "people",
    "peers",
    "factories.certificates",
    "factories.ledger",
    "factories.mailbox",
    "factories.mails",
    "factories.names",
    "factories.postgresql",
    "factories.tokens",
    "factories.town",
]


@pytest.fixture(autouse=True)
def _no_heads(request, monkeypatch):
    """The suite gives the same verdicts with and without the extra: only tests marked ``heads`` use learned heads."""
    if "heads" not in request.keywords:
        monkeypatch.setattr("clausier.engine.heads.learned.is_installed", lambda: False)


@pytest.fixture(autouse=True)
def _clock_runs():
    """A test that sets the clock lets it run again."""
    yield
    from clausier.lib.clock import set_clock

    set_clock(None)
