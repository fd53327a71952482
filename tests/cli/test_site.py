"""The commands of the web side, as processes: what they serve, refuse and say, and that nothing outlives them."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

from architecture.house import ROOT

PATIENCE = 60  # seconds; a limit against hanging, not a measure


def _environment(home, **more):
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
    return kept | {"PYTHONPATH": str(ROOT / "src"), "CLAUSIER_HOME": str(home), "LC_ALL": "en_CA.UTF-8"} | more


@pytest.fixture(scope="module")
def tables(tmp_path_factory):
    """A home whose tables are made."""
    home = tmp_path_factory.mktemp("tables")
    _run(home, "migrate")
    return home


@pytest.fixture
def migrated(tables, tmp_path):
    """A copy of that home."""
    return shutil.copytree(tables, tmp_path / "home")


def _run(home, *arguments, **more):
    command = [sys.executable, "-m", "clausier.cli.main", *arguments]
    return subprocess.run(
        command, env=_environment(home, **more), capture_output=True, text=True, check=False, timeout=PATIENCE
    )


@contextmanager
def _serving(home, *arguments):
    """Serve until the block ends, then ask the parent alone to stop."""
    command = [sys.executable, "-m", "clausier.cli.main", "serve", *arguments]
    process = subprocess.Popen(command, env=_environment(home), stdout=subprocess.PIPE, text=True)
    try:
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(PATIENCE)
        process.stdout.close()


def _children(pid):
    return Path(f"/proc/{pid}/task/{pid}/children").read_text().split()


def _answer(url):
    """Return what an address answers, once it answers."""
    for _ in range(PATIENCE * 10):
        try:
            with urlopen(url) as page:  # noqa: S310  # our own address
                return page.status, page.read().decode()
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"{url} does not answer")


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="children are counted where Linux lists them")
def test_serve_answers_and_leaves_nothing_behind(tmp_path):
    """An empty home: the tables are made, the pages answer, the terminal gives the setup page, and all of it stops."""
    with _serving(tmp_path, "--port", "8411") as process:
        first = process.stdout.readline()
        url = first.split()[-1]
        assert "/setup?token=" in process.stdout.readline()
        assert _answer(f"{url}/readyz") == (200, '{"status": "ok"}')
        children = _children(process.pid)
    assert len(children) == 2  # the pages and the worker
    assert process.returncode == 0
    assert [pid for pid in children if Path(f"/proc/{pid}").exists()] == []


def test_serve_refuses_detailed_errors(tmp_path):
    """Error pages that show everything are not for the public."""
    done = _run(tmp_path, "serve", CLAUSIER_DEBUG="1")
    assert (done.returncode, done.stdout) == (2, "")
    assert "CLAUSIER_DEBUG is for development only" in done.stderr


def test_serve_refuses_an_address_of_another_machine(tmp_path):
    done = _run(tmp_path, "serve", "--host", "192.0.2.1")
    assert done.returncode == 2
    assert "does not have the address 192.0.2.1" in done.stderr


@pytest.mark.parametrize("value", ["0", "70000", "eighty"])
def test_serve_refuses_what_is_no_port(tmp_path, value):
    assert _run(tmp_path, "serve", "--port", value).returncode == 2


def test_migrate_makes_the_tables_once(tmp_path):
    """A second time there is nothing to do."""
    first, second = _run(tmp_path, "migrate"), _run(tmp_path, "migrate")
    assert (first.returncode, second.returncode) == (0, 0)
    assert second.stdout == "The database is up to date (0 steps).\n"


def test_another_kind_of_database_is_refused(tmp_path):
    done = _run(tmp_path, "migrate", DATABASE_URL="mysql://somewhere/else")
    assert done.returncode == 2
    assert "mysql: no such database" in done.stderr


def test_a_database_that_does_not_answer_is_told(tmp_path):
    done = _run(tmp_path, "serve", "--port", "8412", DATABASE_URL="postgres://nobody@127.0.0.1:1/nothing")
    assert done.returncode == 2
    assert "The database does not answer" in done.stderr


def test_doctor_says_what_to_type(migrated):
    """An empty home is not broken: everything that is still to do is told, with the command."""
    told = _run(migrated, "doctor", "--json")
    states = {each["code"]: each["state"] for each in json.loads(told.stdout)}
    assert told.returncode == 0
    assert states["doctor-database"] == states["doctor-ledger"] == "well"
    assert states["doctor-empty"] == states["doctor-no-worker"] == states["doctor-no-mail"] == "look"


def test_doctor_sees_keys_that_others_can_read(migrated):
    (migrated / "keys" / "secret").chmod(0o644)
    done = _run(migrated, "doctor")
    assert done.returncode == 1
    assert "chmod 600" in done.stdout


def test_doctor_sees_a_database_that_waits(tmp_path):
    done = _run(tmp_path, "doctor")
    assert done.returncode == 1
    assert "Run: clausier migrate" in done.stdout


def test_createadmin_waits_for_an_organization(migrated):
    done = _run(migrated, "createadmin", "Camille Roy", "camille.roy@valbleu.example")
    assert done.returncode == 2
    assert "set up" in done.stderr
