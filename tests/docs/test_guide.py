"""The guide is true: what it says to type works and shows what it shows, and its reference is the program's."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from architecture.house import ROOT
from clausier.cli.main import main
from clausier.config import env
from clausier.connectors.oauth import GOOGLE_SCOPE
from make_reference import page

GUIDE = ROOT / "docs/guide"
STEPS = [("fr", GUIDE / "fr/01-premiers-pas.md"), ("en", GUIDE / "en/01-first-steps.md")]
MICROSOFT_PERMISSION = "SMTP.SendAsApp"
BLOCK = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)


@pytest.mark.parametrize(("language", "name"), [("fr", "commandes.md"), ("en", "commands.md")])
def test_the_reference_is_the_programs(language, name):
    """The page says what the help says: docs/make_reference.py writes it."""
    assert (GUIDE / language / name).read_text(encoding="utf-8") == page(language)


@pytest.mark.parametrize(("language", "path"), STEPS)
def test_the_first_steps_can_be_taken(language, path, tmp_path, monkeypatch, capsys):
    """In order, each line that is shown is said, and the edit is made where the text says."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", f"{language}_CA.UTF-8")
    monkeypatch.setenv("CLAUSIER_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COLUMNS", "100")
    said = ""
    text = path.read_text(encoding="utf-8")
    for match in BLOCK.finditer(text):
        kind, block = match.groups()
        if kind == "sh":
            said = "".join(_typed(line, capsys) for line in block.splitlines())
        elif kind == "text":
            assert [line for line in block.splitlines() if line not in said] == []
        elif kind == "diff":
            _edit(Path(re.findall(r"`([\w/-]+\.yaml)`", text[: match.start()])[-1]), block)


def _typed(line, capsys):
    program, *arguments = shlex.split(line)
    if program == "cp":
        shutil.copytree(*arguments[1:])
        return ""
    assert program == "clausier"
    assert main(arguments) in {0, 1}
    done = capsys.readouterr()
    assert done.err == ""
    return done.out


def _edit(file, difference):
    lines = difference.splitlines(keepends=True)
    before, after = ("".join(line[1:] for line in lines if line[0] in mark) for mark in (" -", " +"))
    text = file.read_text(encoding="utf-8")
    assert text.count(before) == 1
    file.write_text(text.replace(before, after), encoding="utf-8")


@pytest.mark.parametrize("name", ["fr/courriel.md", "en/mail.md"])
def test_the_page_of_mail_names_every_setting(name):
    """And the permissions that each service asks for."""
    text = (GUIDE / name).read_text(encoding="utf-8")
    wanted = {each.name for each in env.VARIABLES if "MAIL" in each.name or "OAUTH" in each.name}
    wanted |= {env.SENDER.name, env.RETURNS.name, env.INTERNAL.name, MICROSOFT_PERMISSION, GOOGLE_SCOPE}
    assert [each for each in sorted(wanted) if each not in text] == []


def test_the_generator_writes_a_page():
    """Run by path, as .ci/run does."""
    script = ROOT / "docs/make_reference.py"
    done = subprocess.run(
        [sys.executable, script, "fr"],
        env={"PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout == page("fr")
