"""The commands that the papers and the launcher tell are commands of the program, and the guide tells them all."""

import re
import subprocess
import sys

import pytest

from architecture.house import ROOT

PAPERS = [ROOT / "clausier", *ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]
OF_THE_LAUNCHER = {"test"}


def _ask(*arguments):
    """Ask the program for help."""
    pytest.importorskip("clausier.cli.main")
    command = [sys.executable, "-m", "clausier.cli.main", *arguments, "--help"]
    return subprocess.run(command, env={"PYTHONPATH": str(ROOT / "src")}, capture_output=True, text=True, check=False)


def test_commands_told_exist():
    """A reader who types what is written gets no error."""
    told = {name for paper in PAPERS for name in re.findall(r"\./clausier ([a-z]+)", paper.read_text())}
    assert told
    assert {name for name in told - OF_THE_LAUNCHER if _ask(name).returncode != 0} == set()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_guide_tells_every_command(language):
    """A command that the guide does not tell is unfinished."""
    commands = re.findall(r"\{([a-z,-]+)\}", _ask().stdout)[0].split(",")
    guide = "".join(page.read_text() for page in (ROOT / "docs/guide" / language).glob("*.md"))
    assert [name for name in commands if f"clausier {name}" not in guide] == []
