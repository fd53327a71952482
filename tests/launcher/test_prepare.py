"""The launcher prepares once, prepares again when something changed, and leaves nothing half made."""

import json
import shutil
import signal
import time

import pytest


def test_prepares_once_then_runs_in_silence(house):
    """The second run installs nothing and says nothing of its own."""
    first, second = house.run("check"), house.run("check")
    assert "Preparing Clausier" in first.stderr
    assert second.stderr == ""
    assert house.installations() == 1


def test_demo_can_be_prepared_beforehand(house):
    """It installs, and the program, which knows what else there is to prepare, does the rest."""
    prepared = house.run("demo", "--prepare")
    assert (prepared.returncode, house.installations()) == (0, 1)
    assert json.loads(prepared.stdout)["arguments"] == ["demo", "--prepare"]


def test_passes_arguments_folder_and_exit_code_on(house, tmp_path):
    """What the program sees is what the caller gave."""
    elsewhere = tmp_path / "else where"
    elsewhere.mkdir()
    done = house.run("check", "a b", "fail", folder=elsewhere)
    told = json.loads(done.stdout)
    assert told["arguments"] == ["check", "a b", "fail"]
    assert told["folder"] == str(elsewhere)
    assert done.returncode == 7


def test_works_through_links(house, tmp_path):
    """A link to a link of the launcher finds the house."""
    (tmp_path / "one").symlink_to("house/clausier")
    (tmp_path / "two").symlink_to(tmp_path / "one")
    assert json.loads(house.run("x", launcher=tmp_path / "two").stdout)["arguments"] == ["x"]


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_prepares_again_when_a_lock_changed(house, name):
    """Another lock is another environment."""
    house.run("check")
    (house.root / name).write_text("# changed\n")
    house.run("check")
    assert house.installations() == 2


def test_prepares_again_when_the_folder_moved(house):
    """A moved environment is broken, so it is made again."""
    house.run("check")
    moved = house.root.with_name("moved")
    house.root.rename(moved)
    house.root = moved
    assert house.run("check").returncode == 0
    assert house.installations() == 2


def test_prepares_again_when_python_is_gone(house):
    """An environment whose Python does not start is made again."""
    house.run("check")
    (house.root / ".venv/bin/python").unlink()
    assert house.run("check").returncode == 0


def test_tells_a_failure_in_one_sentence(house):
    """The log stays; the next run starts afresh."""
    failed = house.run("check", UV_FAILS="1", LC_ALL="fr_CA.UTF-8")
    assert failed.returncode == 2
    assert failed.stderr.splitlines()[-1] == f"L'installation a échoué; le détail est dans {house.root / '.venv.log'}"
    assert (house.root / ".venv.log").exists()
    assert house.run("check").returncode == 0
    assert not (house.root / ".venv.log").exists()


def test_two_at_once_install_once(house):
    """The second waits for the first and finds the work done."""
    both = [house.start("check", UV_TAKES="1") for _ in range(2)]
    errors = [process.communicate(timeout=60)[1] for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert house.installations() == 1
    assert "Another installation" in "".join(errors)


def test_a_disk_without_links_is_told(house):
    """In a sentence, and not by waiting for ever."""
    (house.bin / "ln").unlink()
    house.add_program("ln", "#!/bin/sh\nexit 1\n")
    done = house.run("check")
    assert done.returncode == 2
    assert "cannot make the link" in done.stderr


def test_a_lock_left_behind_is_removed(house):
    """A process that no longer runs holds nothing."""
    (house.root / ".venv.lock").symlink_to("999999999")
    assert house.run("check").returncode == 0
    assert not (house.root / ".venv.lock").is_symlink()


def test_a_signal_stops_the_installation_at_once(house):
    """Neither lock nor stamp is left."""
    process = house.start("check", UV_TAKES="30")
    while not house.installations():
        time.sleep(0.05)
    process.send_signal(signal.SIGTERM)
    process.wait(timeout=10)
    process.communicate(timeout=60)
    assert process.returncode == 143
    assert not (house.root / ".venv.lock").is_symlink()
    assert not (house.root / ".venv/made-for-run").exists()


def test_the_program_takes_the_place_of_the_launcher(house):
    """Signals reach the program, because it is the same process."""
    process = house.start("wait")
    assert json.loads(process.stdout.readline())["pid"] == process.pid
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=10)
    assert process.returncode == -signal.SIGTERM


def test_refuses_a_folder_it_cannot_write_in(house):
    """The sentence names the folder."""
    shutil.copy(house.root / "clausier", house.root / "copy")
    text = (house.root / "copy").read_text().replace('[ -w "$root" ]', "false")
    (house.root / "copy").write_text(text)
    told = house.run("check", launcher=house.root / "copy").stderr
    assert told == f"Clausier cannot write in {house.root}: copy this folder elsewhere.\n"
