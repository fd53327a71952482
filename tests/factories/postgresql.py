"""A real PostgreSQL server for the tests, started once and only when a test asks for it.

Mark a test with ``@pytest.mark.postgres``: it runs on SQLite with the others, and ``tests/test_postgresql.py`` runs
all the marked ones once more on this server.
"""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

PROGRAMS = [Path(folder) for folder in ("/usr/lib/postgresql/15/bin", "/usr/lib/postgresql/16/bin")]
USER = "postgres"
HOW = "PostgreSQL is not there: install it (Debian: apt-get install postgresql-15) to run these tests"


def _program(name):
    found = next((folder / name for folder in PROGRAMS if (folder / name).exists()), None) or shutil.which(name)
    if found is None:
        pytest.skip(HOW)
    return str(found)


def _as_owner(*command):
    """The server refuses to run as root: then its files and its process are those of its own user."""
    owner = ["runuser", "-u", USER, "--"] if os.geteuid() == 0 else []
    return subprocess.run([*owner, *command], check=True, capture_output=True, text=True, cwd="/")


@pytest.fixture(scope="session")
def postgresql():
    """Return the address of an empty database, on a server that listens on a socket of its own folder only."""
    initdb, control = _program("initdb"), _program("pg_ctl")
    folder = Path(tempfile.mkdtemp(prefix="clausier-pg-"))
    if os.geteuid() == 0:
        shutil.chown(folder, USER)
    data, options = folder / "data", f"-k {folder} -c listen_addresses='' -c fsync=off"
    try:
        _as_owner(initdb, "--pgdata", str(data), "--auth", "trust", "--username", USER, "--encoding", "UTF8")
        _as_owner(control, "-D", str(data), "-o", options, "-l", str(folder / "log"), "-w", "start")
        yield f"postgres://{USER}@{str(folder).replace('/', '%2F')}/postgres"
    finally:
        if (data / "postmaster.pid").exists():
            _as_owner(control, "-D", str(data), "-m", "immediate", "-w", "stop")
        shutil.rmtree(folder, ignore_errors=True)
