"""What only a process of its own can show: signals, closed pipes, unforeseen errors."""

import os
import shlex
import signal
import subprocess
import sys
import time

import pytest

from architecture.house import ROOT

COMMAND = [sys.executable, "-m", "clausier.cli.main"]


def surroundings(**variables):
    """The environment of a program that speaks French."""
    return {"PYTHONPATH": str(ROOT / "src"), "PATH": os.environ["PATH"], "LANG": "fr_CA.UTF-8", **variables}


def test_a_closed_pipe_is_no_failure_to_tell(small):
    """As with head."""
    with subprocess.Popen(
        [*COMMAND, "check", "--policy", small, "--jsonl"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=surroundings(),
    ) as process:
        process.stdin.write(b'{"text": "a"}\n')
        process.stdin.flush()
        assert process.stdout.readline().startswith(b'{"id": null, "action": "allow"')
        process.stdout.close()
        process.stdin.write(b'{"text": "a"}\n' * 100)
        process.stdin.close()
        assert process.wait(10) == 141
        assert process.stderr.read() == b""


def test_an_interruption_is_quiet(small):
    """Ctrl-C gives status 130 and no word."""
    with subprocess.Popen(
        [*COMMAND, "check", "--policy", small, "--jsonl"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=surroundings(),
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509  # it may be ignored
    ) as process:
        process.stdin.write(b'{"text": "a"}\n')
        process.stdin.flush()
        process.stdout.readline()
        time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 130
        assert process.stderr.read() == b""


BROKEN = """
import sys
from clausier.cli import main, render
def run(options, console):
    raise KeyError("NAS 130 692 544")
render.run = run
sys.exit(main.main(["render", "x", "--to", "md"]))
"""


@pytest.mark.parametrize("debug", ["", "1"])
def test_an_unforeseen_error_is_one_sentence(debug):
    """Its trace, which may quote a text, only when asked for."""
    done = subprocess.run(
        [sys.executable, "-c", BROKEN],
        env=surroundings(CLAUSIER_DEBUG=debug),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if debug:
        assert "Traceback" in done.stderr
    else:
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (70, "", 1)
        assert "(KeyError)" in done.stderr
        assert "130" not in done.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="everything is permitted to root")
def test_a_folder_without_permission_is_told(small):
    """One sentence, status 2."""
    small.chmod(0)
    done = subprocess.run([*COMMAND, "validate", small], env=surroundings(), capture_output=True, check=False)
    small.chmod(0o755)
    assert (done.returncode, done.stdout) == (2, b"")


def test_a_check_starts_with_little():
    """No tool that a check of one message does not need is loaded."""
    code = "import sys; from clausier.cli import main, check; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], env=surroundings(), capture_output=True, text=True, check=True
    )
    heavy = {"holidays", "markdown_it", "nh3", "tqdm", "hypothesis", "clausier.document.rendering", "clausier.cli.demo"}
    assert heavy & set(loaded.stdout.split()) == set()


@pytest.mark.parametrize(("closed", "said"), [("<&-", "Rien à signaler"), (">&-", ""), ("2>&-", "Rien à signaler")])
def test_a_closed_stream_is_an_empty_one(small, closed, said):
    """What is not there to be read or written to is no error of the program."""
    command = shlex.join(map(str, [*COMMAND, "check", "--policy", small]))
    done = subprocess.run(
        ["sh", "-c", f"{command} </dev/null {closed}"], env=surroundings(), capture_output=True, text=True, check=True
    )
    assert done.stdout[2:].startswith(said)
    assert done.stderr == ""
