"""The ledger and the backups from the command line, on homes of their own and in processes of their own."""

import json
import os
import subprocess
import sys

import pytest

from architecture.house import ROOT
from clausier.cli.passphrases import VARIABLE

PASSPHRASE = "une phrase assez longue"  # noqa: S105  # of the tests alone
ACTS = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from django.conf import settings
from factories.ledger import write_acts
from clausier.audit.actions import checkpoint
write_acts(4)
checkpoint()
(settings.HOME.files / "a").mkdir(parents=True)
(settings.HOME.files / "a/photo.bin").write_bytes(b"picture")
"""
TAMPER = """
import sqlite3, sys
database = sqlite3.connect(sys.argv[1])
database.execute("DROP TRIGGER audit_entry_update")
database.execute("UPDATE audit_entry SET subject = 'x' WHERE seq = 2")
database.commit()
"""


def _python(home, *arguments, locale="en_CA.UTF-8", **more):
    environ = {
        **os.environ,
        "CLAUSIER_HOME": str(home),
        "DJANGO_SETTINGS_MODULE": "clausier.config.settings",
        "PYTHONPATH": f"{ROOT / 'src'}:{ROOT / 'tests'}",
        VARIABLE: PASSPHRASE,
        "LC_ALL": locale,
        **more,
    }
    environ.pop("DATABASE_URL", None)
    command = [sys.executable, *map(str, arguments)]
    return subprocess.run(command, env=environ, capture_output=True, text=True, check=False)


def _clausier(home, *arguments, **more):
    return _python(home, "-m", "clausier.cli.main", *arguments, **more)


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A home with five entries and a checkpoint; tests read it and write beside it."""
    home = tmp_path_factory.mktemp("ledger") / "home"
    done = _python(home, "-c", ACTS)
    assert done.returncode == 0, done.stderr
    return home


@pytest.fixture(scope="module")
def backup(home):
    path = home.parent / "backup.zip"
    done = _clausier(home, "export", "backup", path)
    assert done.returncode == 0, done.stderr
    return path


def test_the_ledger_of_this_home_is_verified(home):
    """It says how much it holds, and what it cannot see."""
    done = _clausier(home, "ledger", "verify")
    assert (done.returncode, done.stderr) == (0, "")
    assert "The ledger holds: " in done.stdout
    assert "compare with --checkpoint" in done.stdout


@pytest.fixture(scope="module")
def exported(home):
    path = home.parent / "ledger.jsonl"
    assert _clausier(home, "export", "ledger", path).returncode == 0
    return path


def test_an_exported_ledger_is_verified_without_the_home(home, exported, tmp_path):
    """By a third party, with a checkpoint, in French."""
    [point] = (home / "checkpoints").glob("*.json")
    done = _clausier(tmp_path / "nothing", "ledger", "verify", exported, "--checkpoint", point, locale="fr_CA.UTF-8")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Le registre tient : " in done.stdout
    assert not (tmp_path / "nothing").exists()


@pytest.mark.parametrize("line", [0, 1, 3, 6, 7])
@pytest.mark.parametrize("change", ["drop", "empty", "alter"])
def test_a_changed_file_does_not_hold(exported, tmp_path, line, change):
    """Whatever line is dropped, emptied or altered."""
    path, lines = tmp_path / "changed.jsonl", exported.read_text().splitlines()
    assert _verify(lines, path) == 0
    if change == "drop":
        del lines[line]
    elif change == "empty":
        lines[line] = ""
    else:
        lines[line] = lines[line].replace("a", "b", 1).replace("1", "2")
    assert _verify(lines, path) in ({1, 2} if line == 0 else {1})


def _verify(lines, path):
    """Verify in this process, which is faster."""
    from clausier.audit.files import FileSource, NotALedgerError
    from clausier.audit.verification import verify

    path.write_text("\n".join(lines) + "\n")
    try:
        return int(bool(verify(FileSource(path)).breaks))
    except NotALedgerError:
        return 2


def test_a_key_that_is_not_the_expected_one_is_told(home, exported):
    """A file gives its own key: whoever wrote it anew gives another."""
    done = _clausier(home, "ledger", "verify", exported, "--key", "0" * 64, "--json")
    assert done.returncode == 1
    assert json.loads(done.stdout)["breaks"] == [{"kind": "other-key", "seq": 1}]


def test_a_backup_comes_back(home, backup, tmp_path):
    """With its files and keys, asleep, its ledger verified; the keys are not in the clear."""
    new = tmp_path / "new"
    done = _clausier(new, "restore", backup)
    assert (done.returncode, done.stderr) == (0, "")
    assert "The ledger holds: " in done.stdout
    assert (new / "files/a/photo.bin").read_bytes() == b"picture"
    assert (new / "asleep").exists()
    for key in (home / "keys").iterdir():
        assert (new / "keys" / key.name).read_bytes() == key.read_bytes()
        assert key.read_bytes().strip() not in backup.read_bytes()
        assert ((new / "keys" / key.name).stat().st_mode & 0o777) == 0o600


def test_a_home_that_is_not_empty_is_left_alone(backup, tmp_path):
    """Unless --replace says otherwise, and then it is kept beside; --live does not put it to sleep."""
    (tmp_path / "home").mkdir()
    (tmp_path / "home/mine").touch()
    done = _clausier(tmp_path / "home", "restore", backup)
    assert (done.returncode, "is not empty" in done.stderr) == (2, True)
    done = _clausier(tmp_path / "home", "restore", backup, "--replace", "--live")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "home.replaced-1/mine").exists()
    assert not (tmp_path / "home/asleep").exists()


def test_a_backup_that_is_wrong_changes_nothing(backup, tmp_path):
    """Damaged in its middle, cut, another file, or opened with another passphrase."""
    data = backup.read_bytes()
    wrong = {
        "flipped": data[: len(data) // 2] + bytes([data[len(data) // 2] ^ 255]) + data[len(data) // 2 + 1 :],
        "cut": data[: len(data) // 2],
        "other": b"hello",
    }
    for name, content in wrong.items():
        path = tmp_path / f"{name}.zip"
        path.write_bytes(content)
        done = _clausier(tmp_path / "home", "restore", path)
        assert (name, done.returncode, done.stderr.count("\n")) == (name, 2, 1), done.stderr
    done = _clausier(tmp_path / "home", "restore", backup, **{VARIABLE: "a quite different one"})
    assert (done.returncode, "does not open the keys" in done.stderr) == (2, True)
    assert list(tmp_path.glob("*home*")) == []


def test_a_short_passphrase_is_refused(home, tmp_path):
    """Before anything is written."""
    done = _clausier(home, "export", "backup", tmp_path / "b.zip", **{VARIABLE: "short"})
    assert (done.returncode, list(tmp_path.iterdir())) == (2, [])


def test_tampering_is_told_and_fails(backup, tmp_path):
    """Status 1, with the first entry that does not hold."""
    home = tmp_path / "home"
    assert _clausier(home, "restore", backup).returncode == 0
    assert _python(home, "-c", TAMPER, home / "clausier.sqlite3").returncode == 0
    done = _clausier(home, "ledger", "verify")
    assert (done.returncode, "Entry 2 was changed." in done.stdout) == (1, True)


def test_a_home_without_a_database_is_told(tmp_path):
    """One sentence, status 2."""
    done = _clausier(tmp_path / "none", "ledger", "verify")
    assert (done.returncode, "does not have its tables yet" in done.stderr) == (2, True)
