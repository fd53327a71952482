"""``clausier diff`` and ``clausier render``."""

import json
import zipfile

import pytest

from cli.conftest import CHAPTER, POLICY, write

CHANGED = CHAPTER.replace("do: advise", "do: block").replace("Dites où mène un lien.", "Dites où mène chaque lien.")


@pytest.fixture
def changed(tmp_path):
    """The small policy, stricter on links."""
    return write(tmp_path / "changed", **{"chapters/02-transparency": CHANGED})


@pytest.mark.parametrize(("locale", "level"), [("fr", "Changement majeur"), ("en", "Major change")])
def test_diff_tells_what_changed(clausier, small, changed, locale, level):
    """How grave, which clause, which words; a difference is no failure."""
    done = clausier("diff", small, changed, locale=locale)
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith(level)
    assert "transparency.links" in done.out
    assert "[-un-]{+chaque+}" in done.out
    assert "transparency.numbers" not in done.out


def test_diff_colours_what_went_and_what_came(clausier, small, changed, monkeypatch):
    """Red and green, where there are colours."""
    monkeypatch.setenv("TERM", "xterm")
    out = clausier("diff", small, changed, terminal=True).out
    assert "\x1b[31m[-un-]\x1b[0m" in out
    assert "\x1b[32m{+chaque+}\x1b[0m" in out


def test_a_policy_without_language_is_told(clausier, tmp_path):
    """By the sentence of validate, with its place."""
    folder = write(tmp_path / "mute", policy=POLICY.replace("[fr, en]", "[]"))
    done = clausier("render", folder, "--to", "md")
    assert (done.status, done.out) == (2, "")
    assert f"{folder}/policy.yaml:3:12: " in done.err


def test_diff_of_the_same_says_so(clausier, small):
    """In one line."""
    assert clausier("diff", small, small, locale="fr").out == "Aucune différence.\n"


def test_diff_in_json(clausier, small, changed):
    """The comparison as data."""
    data = json.loads(clausier("diff", small, changed, "--json").out)
    assert list(data) == ["level", "policy", "clauses", "sentences"]
    assert (data["level"], [clause["id"] for clause in data["clauses"]]) == ("major", ["transparency.links"])


def test_a_zip_compares_with_a_folder(clausier, small, tmp_path):
    """A policy travels as one file."""
    with zipfile.ZipFile(tmp_path / "small.zip", "w") as archive:
        for file in small.rglob("*.yaml"):
            archive.write(file, file.relative_to(small))
    assert clausier("diff", small, tmp_path / "small.zip").out == "No difference.\n"


@pytest.mark.parametrize(("to", "begins"), [("html", "<!doctype html>"), ("md", "# Policy")])
def test_render_writes_a_page(clausier, small, tmp_path, to, begins):
    """To the file that was named, or to standard output."""
    page = tmp_path / "page"
    done = clausier("render", small, "--to", to, "--lang", "en", "-o", page)
    assert done == (0, "", "")
    assert page.read_text(encoding="utf-8").startswith(begins)
    assert clausier("render", small, "--to", to, "--lang", "en").out == page.read_text(encoding="utf-8")
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".")] == []


@pytest.mark.parametrize(("to", "begins"), [("pdf", b"%PDF-1.7"), ("docx", b"PK")])
def test_render_writes_a_file(clausier, small, tmp_path, to, begins):
    """A PDF or a Word document, to the file that was named."""
    assert clausier("render", small, "--to", to, "--lang", "en", "-o", tmp_path / "file") == (0, "", "")
    assert (tmp_path / "file").read_bytes().startswith(begins)


def test_render_speaks_the_first_language_of_the_policy(clausier, small):
    """When none is named."""
    assert clausier("render", small, "--to", "md").out.startswith("# Politique")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--to", "pdf"], "nommez le fichier avec -o, par exemple -o politique.pdf."),
        (["--to", "docx", "-o", "-"], "Le format docx n'est pas du texte"),
        (["--to", "md", "--lang", "es"], "n'est pas en « es ». Ses langues : fr, en."),
        (["--to", "md", "-o", "/nulle/part/page.md"], "n'existe pas"),
        (["--to", "md", "-o", "/"], "c'est un dossier"),
    ],
)
def test_render_says_what_it_cannot(clausier, small, arguments, sentence):
    """One sentence, status 2."""
    done = clausier("render", small, *arguments, locale="fr")
    assert (done.status, done.out) == (2, "")
    assert sentence in done.err


@pytest.mark.parametrize("command", ["diff", "render"])
def test_a_policy_that_does_not_read_is_told(clausier, small, tmp_path, command):
    """With its first error."""
    broken = write(tmp_path / "broken", policy="clausier: 1\n")
    rest = [small] if command == "diff" else ["--to", "md"]
    done = clausier(command, broken, *rest)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("The policy does not read")
