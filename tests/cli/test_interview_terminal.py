"""The interview at a real terminal: a question at a time, left by Ctrl-C, taken up where it was."""

import fcntl
import os
import pty
import re
import select
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest

from clausier.document.problems import ERROR
from clausier.document.reading import read_folder
from clausier.engine.examination import examine

PATIENCE = 60
PROMPT = re.compile(r"(numéro|number|Réponse|Answer|rien|nothing)\s?:\s*$")
INTERRUPTED = 130
MOST = 60  # questions


class Terminal:
    """A command with a terminal of its own, and somebody who reads and types."""

    def __init__(self, language, *arguments):
        self.hand, there = pty.openpty()
        environ = os.environ | {"LC_ALL": f"{language}_CA.UTF-8", "PYTHONPATH": str(Path("src").resolve())}
        self.program = subprocess.Popen(
            [sys.executable, "-m", "clausier.cli.main", *map(str, arguments)],
            stdin=there,
            stdout=there,
            stderr=there,
            env=environ,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509  # so that Ctrl-C reaches it
        )
        os.close(there)

    def reads(self):
        """Read until a question is asked, or until the end."""
        said, end = b"", time.monotonic() + PATIENCE
        while time.monotonic() < end and not PROMPT.search(said.decode("utf-8", "ignore")):
            if select.select([self.hand], [], [], 1)[0]:
                try:
                    more = os.read(self.hand, 65_536)
                except OSError:  # the other side closed: the program ended
                    break
                said += more
                if not more:
                    break
        return said.decode()

    def types(self, line):
        """Type a line, and read what comes of it."""
        os.write(self.hand, f"{line}\n".encode())
        return self.reads()

    def ends(self):
        """Wait for the end, and return its status."""
        status = self.program.wait(PATIENCE)
        os.close(self.hand)
        return status


def answer_all(terminal, said):
    """Take the first choice of each question, and skip what is optional."""
    heard = said
    for _ in range(MOST):
        if not PROMPT.search(said):
            break
        last = said.strip().splitlines()[-1]
        line = "1" if re.search(r"(numéro|number)\s?:", last) else "2029-09-21 2029-11-04" if "2029-" in said else ""
        said = terminal.types(line)
        heard += said
    return heard


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr", ("de 1 à 5", "Vos réponses sont dans", "Pour commencer")),
        ("en", ("from 1 to 5", "Your answers are in", "To start with")),
    ],
)
def test_it_is_left_by_ctrl_c_and_taken_up_again(tmp_path, language, said):
    """Without a file named for them, the answers are beside the folder; the policy has no error."""
    (numbers, kept, rooms), name = said, "Ville d'Exemple"
    command = ("init", tmp_path / "mine", "--interview")
    terminal = Terminal(language, *command)
    terminal.reads()
    assert "1." in terminal.types(name)
    assert numbers in terminal.types("9")
    terminal.types("1")
    os.write(terminal.hand, b"\x03")
    assert kept in terminal.reads()
    assert terminal.ends() == INTERRUPTED
    assert not (tmp_path / "mine").exists()
    assert (tmp_path / "mine.answers.yaml").read_text("utf-8").startswith("name: ")

    terminal = Terminal(language, *command)
    first = terminal.reads()
    assert name not in first
    assert rooms in answer_all(terminal, first)
    assert terminal.ends() == 0
    made = read_folder(tmp_path / "mine")
    assert [each for each in examine(made) if each.level == ERROR] == []
    assert made.facts.names["fr"] == (name,)


def test_the_end_of_the_input_is_told(tmp_path):
    """Ctrl-D is no answer."""
    terminal = Terminal("en", "init", tmp_path / "mine", "--interview", tmp_path / "a.yaml")
    terminal.reads()
    os.write(terminal.hand, b"\x04")
    assert "answer" in terminal.reads()
    assert terminal.ends() == 2
