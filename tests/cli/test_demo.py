"""How the demonstration starts: made once, kept as it was left, made anew when it was not finished."""

import pytest

import clausier.cli.demo as command
from clausier import __version__
from clausier.cli.failure import FINE


@pytest.fixture
def start(monkeypatch, tmp_path, clausier):
    """Start the demonstration in a folder of its own, with a building that is told instead of lived."""
    built = []
    monkeypatch.setenv("CLAUSIER_HOME", str(tmp_path))
    monkeypatch.setattr(command, "open_database", lambda _console: None)
    monkeypatch.setattr(command, "_build", lambda: built.append((tmp_path / "demo/town").write_text("lived")))

    def run(*arguments):
        monkeypatch.setenv("CLAUSIER_HOME", str(tmp_path))
        return clausier("demo", "--prepare", *arguments), len(built)

    return run


def test_a_second_start_keeps_what_was_changed(start, tmp_path):
    start()
    (tmp_path / "demo/town").write_text("changed")
    assert start()[1] == 1
    assert (tmp_path / "demo/town").read_text() == "changed"


def test_again_makes_it_anew(start, tmp_path):
    start()
    (tmp_path / "demo/town").write_text("changed")
    assert start("--again")[1] == 2
    assert (tmp_path / "demo/town").read_text() == "lived"


def test_a_building_that_was_cut_short_is_made_anew(start, tmp_path, monkeypatch):
    """Nothing of it stays: the stamp is written last."""

    def cut():
        (tmp_path / "demo/half").write_text("half")
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(command, "_build", cut)
        assert start()[0].status != FINE
    assert (tmp_path / "demo/half").exists()
    assert not (tmp_path / "demo" / command.STAMP).exists()
    assert start()[0].status == FINE
    assert not (tmp_path / "demo/half").exists()
    assert (tmp_path / "demo" / command.STAMP).read_text() == __version__


def test_a_town_of_another_version_is_made_anew(start, tmp_path):
    start()
    (tmp_path / "demo" / command.STAMP).write_text("0.0.1")
    assert start()[1] == 2
