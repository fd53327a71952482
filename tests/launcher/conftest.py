"""A small house with the real launcher, a program that tells how it was called, and a stand-in for uv."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

LAUNCHER = Path(__file__).parents[2] / "clausier"
TOOLS = ("dirname", "readlink", "cksum", "cat", "rm", "ln", "sleep", "sh")
PROGRAM = """\
import json, os, sys
print(json.dumps({"folder": os.getcwd(), "arguments": sys.argv[1:], "pid": os.getpid()}), flush=True)
if "wait" in sys.argv:
    sys.stdin.read()
sys.exit(7 if "fail" in sys.argv else 0)
"""
UV = """\
#!/bin/sh
echo "$1" >>"$UV_CALLS"
case $1 in
    venv) exec "{python}" -m venv --without-pip "$5" ;;
    pip) sleep "${{UV_TAKES:-0}}"; exit "${{UV_FAILS:-0}}" ;;
esac
"""


class House:
    """A folder with the launcher in it, and a PATH of its own."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "house"
        self.bin = folder / "bin"
        self.calls = folder / "calls"
        (self.root / "src/clausier/cli").mkdir(parents=True)
        (self.root / "src/clausier/cli/main.py").write_text(PROGRAM)
        for name in ("requirements.txt", "requirements-dev.txt"):
            (self.root / name).touch()
        shutil.copy(LAUNCHER, self.root)
        self.bin.mkdir()
        for tool in TOOLS:
            (self.bin / tool).symlink_to(shutil.which(tool) or tool)

    @property
    def environment(self) -> dict[str, str]:
        return {"PATH": str(self.bin), "UV_CALLS": str(self.calls), "LANG": "en_CA.UTF-8", "HOME": os.devnull}

    def add_program(self, name: str, script: str) -> None:
        (self.bin / name).write_text(script)
        (self.bin / name).chmod(0o755)

    def start(self, *arguments: str, launcher: Path | None = None, folder: Path | None = None, **environment: str):
        return subprocess.Popen(
            [launcher or self.root / "clausier", *arguments],
            env=self.environment | environment,
            cwd=folder or self.root.parent,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *arguments: str, launcher: Path | None = None, folder: Path | None = None, **environment: str):
        process = self.start(*arguments, launcher=launcher, folder=folder, **environment)
        out, err = process.communicate(timeout=60)
        return subprocess.CompletedProcess(arguments, process.returncode, out, err)

    def installations(self) -> int:
        return self.calls.read_text().split().count("pip") if self.calls.exists() else 0


@pytest.fixture
def bare_house(tmp_path: Path) -> House:
    """Neither uv nor Python on the PATH."""
    return House(tmp_path)


@pytest.fixture
def house(bare_house: House) -> Iterator[House]:
    """A machine with uv."""
    bare_house.add_program("uv", UV.format(python=sys.executable))
    return bare_house
