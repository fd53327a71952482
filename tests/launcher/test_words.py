"""What the launcher says before anything is installed."""

import pytest

OLD = """#!/bin/sh
case $2 in *print*) echo 3.9 ;; *) exit 1 ;; esac
"""
BARE = """#!/bin/sh
case $2 in *print*) echo 3.12 ;; *ensurepip*) exit 1 ;; esac
"""


@pytest.mark.parametrize(("locale", "begins"), [("fr_CA.UTF-8", "Clausier : la politique"), ("C", "Clausier: the pol")])
def test_without_a_command_tells_five_to_begin_with(bare_house, locale, begins):
    """It answers at once, in the language of the locale, and installs nothing."""
    done = bare_house.run(LANG=locale)
    assert done.returncode == 0
    assert done.stdout.startswith(begins)
    assert [line.split()[1] for line in done.stdout.splitlines() if line.startswith("  ./clausier")] == [
        "demo",
        "init",
        "validate",
        "check",
        "test",
    ]


@pytest.mark.parametrize(
    ("programs", "sentence"),
    [
        ({"python3": OLD}, "Clausier needs Python 3.11 or newer; this machine has Python 3.9."),
        ({"python3": BARE, "apt-get": OLD}, "python3 lacks what installs packages. Run: sudo apt install python3-venv"),
        ({"python3": BARE}, "python3 lacks the modules venv and ensurepip: install them, or install uv."),
        ({"apt-get": OLD}, "Python 3.11 or newer is needed. Run: sudo apt install python3-venv"),
        ({}, "Python 3.11 or newer is needed: install it, or install uv."),
    ],
)
def test_tells_what_is_missing(bare_house, programs, sentence):
    """One plain sentence, and the line to type where there is one."""
    for name, script in programs.items():
        bare_house.add_program(name, script)
    done = bare_house.run("check")
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1] == sentence
