"""The town of the demonstration: lived once by the command itself, then copied for whoever looks at it."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager

import pytest
from django.db import connection
from django.test import override_settings

from architecture.house import ROOT
from clausier.lib.home import Home


@pytest.fixture(scope="session")
def town_home(tmp_path_factory):
    """Return the home that ``clausier demo`` has made."""
    folder = tmp_path_factory.mktemp("town")
    environ = {**os.environ, "CLAUSIER_HOME": str(folder), "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-m", "clausier.cli.main", "demo", "--prepare"]
    done = subprocess.run(command, env=environ, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder / "demo"


@pytest.fixture(scope="module")
def whole_town(town_home, django_db_setup, django_db_blocker):
    """Put the town in the database for all the tests of a module; what was there comes back after them."""
    home = Home(town_home)
    with (
        django_db_blocker.unblock(),
        _holding(town_home / "clausier.sqlite3"),
        override_settings(HOME=home, SECRET_KEY=home.secret_key()),
    ):
        yield home


@pytest.fixture
def town(whole_town, db):
    """The town, as it is found again by each test."""
    return whole_town


@contextmanager
def _holding(path):
    connection.ensure_connection()
    with closing(sqlite3.connect(":memory:")) as before, closing(sqlite3.connect(path)) as built:
        connection.connection.backup(before)
        built.backup(connection.connection)
        yield
        before.backup(connection.connection)
