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

from peers import postgresql as program

USER = "postgres"


def _as_owner(*command):
    """The server refuses to run as root: then its files and its process are those of its own user."""
    owner = ["runuser", "-u", USER, "--"] if os.geteuid() == 0 else []
    return subprocess.run([*owner, *command], check=True, capture_output=True, text=True, cwd="/")


@pytest.fixture(scope="session")
def postgresql():
    """Return the address of an empty database, on a server that listens on a socket of its own folder only."""
    initdb, control = program("initdb"), program("pg_ctl")
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
