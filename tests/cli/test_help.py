"""The help and the sentences of a wrong command line, in both languages."""

import re

import pytest

from clausier import __version__
from clausier.cli.arguments import COMMANDS

# What argparse says by itself, in the Pythons that we run on.
ENGLISH = re.compile(
    r"\b(usage|options:|positional|show this|show program|expected|invalid|choose|required|argument \S+:)\b"
)


@pytest.mark.parametrize("command", [None, *COMMANDS])
@pytest.mark.parametrize("locale", ["fr_CA.UTF-8", "en_CA.UTF-8"])
def test_each_command_has_help_in_each_language(clausier, command, locale):
    """It says what the command does and each option, and nothing of argparse's own in French."""
    done = clausier(*([command] if command else []), "--help", locale=locale)
    assert (done.status, done.err) == (0, "")
    assert f"clausier {command or '{demo'}" in done.out
    if locale.startswith("fr"):
        assert ENGLISH.findall(done.out) == []
        assert "Utilisation :" in done.out
        assert re.findall(r"\w:$", done.out, re.MULTILINE) == []


def test_alone_it_shows_the_help(clausier):
    """Somebody who types only the name learns what to type."""
    assert clausier() == clausier("--help")


def test_version(clausier):
    """One line: the name and the number."""
    assert clausier("--version").out == f"clausier {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "fr", "en"),
    [
        (["chek"], "« chek » n'existe pas. Vouliez-vous dire « check »?", "no command “chek”. Did you mean “check”?"),
        (["zzz"], "Voici celles qui existent : demo, init", "These exist: demo, init"),
        (["test"], "avec « ./clausier test ».", "with “./clausier test”."),
        (["validate"], "il manque : DOSSIER. Voyez « clausier validate --help ».", "missing: FOLDER. See “clausier "),
        (["validate", "a", "b"], "cela n'est pas compris : b.", "this is not understood: b."),
        (["check", "--as"], "--as : il manque la valeur.", "--as: the value is missing."),
        (["check", "--direction", "up"], "« up » ne convient pas; choisissez parmi", "“up” is not among the choices"),
        (["check", "--poli", "x"], "cela n'est pas compris : --poli", "this is not understood: --poli"),
        (["validate", "a", "--json", "--sarif"], "--sarif : ne va pas avec --json", "cannot be given with --json"),
        (["validate", "a", "--json=yes"], "cette option ne prend pas de valeur", "this option takes no value"),
        (["render", "a", "--to", "epub"], "« epub » ne convient pas", "“epub” is not among"),
    ],
)
def test_a_wrong_command_line_gets_one_sentence(clausier, arguments, fr, en):
    """Status 2, one line on the error stream, nothing else."""
    for locale, sentence in (("fr_CA.UTF-8", fr), ("en_CA.UTF-8", en)):
        done = clausier(*arguments, locale=locale)
        assert (done.status, done.out) == (2, "")
        assert sentence in done.err
        assert done.err.count("\n") == 1


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LANG": "fr_CA.UTF-8"}, "fr"),
        ({"LANG": "fr_CA.UTF-8", "LC_ALL": "en_CA.UTF-8"}, "en"),
        ({"LANG": "en_CA.UTF-8", "LC_MESSAGES": "fr"}, "fr"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "C", "LC_ALL": ""}, "en"),
        ({}, "en"),
    ],
)
def test_the_locale_chooses_the_language(variables, language):
    """LC_ALL before LC_MESSAGES before LANG; French for fr, English for any other."""
    from clausier.cli.console import language_of

    assert language_of(variables) == language
