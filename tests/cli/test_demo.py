"""``clausier demo``: the tour ends well, in both languages, and starts afresh each time."""

import re

import pytest

from clausier.document.reading import read_folder


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A home for the demonstration."""
    monkeypatch.setenv("CLAUSIER_HOME", str(tmp_path / "home"))
    return tmp_path / "home/demo"


def test_the_tour_is_the_same_each_time(clausier, home):
    """Only what it made is replaced."""
    first = clausier("demo", locale="fr_CA.UTF-8")
    assert (first.status, first.err) == (0, "")
    (home / "val-bleu/policy.yaml").write_text("spoiled")
    (home / "mine.txt").write_text("kept")
    assert clausier("demo", locale="fr_CA.UTF-8") == first
    assert (home / "mine.txt").read_text() == "kept"
    assert sorted(each.name for each in home.iterdir()) == [
        "mine.txt",
        "val-bleu",
        "val-bleu-2",
        "val-bleu.en.html",
        "val-bleu.fr.html",
    ]


def test_the_tour_speaks_the_language_of_the_locale(clausier, home):
    """The messages stay as people wrote them."""
    french, english = (clausier("demo", locale=locale).out for locale in ("fr", "en"))
    assert "Puis-je publier ceci?" in french
    assert "May I post this?" in english
    assert "bain libre" in english
    assert home.is_dir()


def test_the_tour_shows_every_kind_of_answer(clausier, home):
    """Each message gets the answer that the tour is there to show."""
    out = clausier("demo").out
    assert home.is_dir()
    assert re.findall(r"^  ([✓○?…✗]) ", out, re.MULTILINE) == list("✓✗✗✗✗○✓✓✗……✓✗")
    assert out.count("→") >= 4


def test_the_tour_holds_on_a_few_screens(clausier, home, monkeypatch):
    """A hundred lines or so, none wider than the terminal, but for what is there to be copied."""
    monkeypatch.setenv("COLUMNS", "80")
    lines = clausier("demo", locale="fr").out.splitlines()
    assert len(lines) <= 140
    assert [line for line in lines if len(line) > 80 and str(home) not in line and "/demo/" not in line] == []


def test_the_clause_that_changed_stands_alone(clausier, home):
    """Both folders are complete, and one word apart."""
    clausier("demo")
    before, after = (read_folder(home / name) for name in ("val-bleu", "val-bleu-2"))
    assert before.policy.extends is None
    assert before.digest != after.digest


def test_the_pages_lead_to_each_other(clausier, home):
    """One in each language of the town."""
    clausier("demo")
    assert 'href="val-bleu.en.html"' in (home / "val-bleu.fr.html").read_text(encoding="utf-8")
    assert 'href="val-bleu.fr.html"' in (home / "val-bleu.en.html").read_text(encoding="utf-8")


def test_where_home_cannot_be_written_it_goes_elsewhere(clausier, tmp_path, monkeypatch):
    """And says so."""
    (tmp_path / "file").write_text("not a folder")
    monkeypatch.setenv("CLAUSIER_HOME", str(tmp_path / "file"))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    done = clausier("demo", locale="fr")
    assert done.status == 0
    assert re.search(r"la visite se fait dans \S+/clausier-", done.out)


def test_prepare_has_nothing_to_do(clausier, home):
    """It says so by doing nothing."""
    assert clausier("demo", "--prepare") == (0, "", "")
    assert not home.exists()
