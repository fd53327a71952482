"""``clausier init``: a complete policy in somebody's name."""

import json
from itertools import cycle

import pytest

from clausier.document.naming import called, slug
from clausier.document.problems import ERROR
from clausier.document.reading import library_policies, read_folder
from clausier.engine.examination import examine

LANGUAGES = ["fr", "en", "fr,en", "en,fr"]
# Each template in a set of languages, and one of them in all.
FOUNDED = sorted({*zip(library_policies(), cycle(LANGUAGES)), *(("base", each) for each in LANGUAGES)})


@pytest.mark.parametrize(("template", "languages"), FOUNDED)
def test_each_template_makes_a_valid_policy(clausier, tmp_path, template, languages):
    """In each set of languages, which are the only ones left in its texts."""
    folder = tmp_path / "mine"
    done = clausier("init", folder, "--template", template, "--languages", languages, "--name", "Ville de Val-Bleu")
    assert (done.status, done.err) == (0, "")
    made = read_folder(folder)
    before = {(each.code, each.level) for each in examine(read_folder(library(template)))}
    assert {(each.code, each.level) for each in examine(made) if each.level == ERROR} <= before
    assert made.policy.languages == tuple(languages.split(","))
    assert made.policy.extends is None
    assert {language for clause in made.policy.clauses() for language in clause.text} == set(languages.split(","))


def library(name):
    """The folder of a template."""
    from importlib.resources import files
    from pathlib import Path

    return Path(str(files("clausier.library") / "policies" / name))


@pytest.mark.parametrize(
    "name", ["Ville de L'Été-«Bleu»", 'Club "Ami: #1"', "🎉", "- {x: [y]}", "Société d'histoire & Cie: 100 %", "null"]
)
def test_any_name_is_kept_as_it_is(clausier, tmp_path, name):
    """Quotes, colons, accents and emoji included."""
    folder = tmp_path / "mine"
    assert clausier("init", folder, "--name", name, "--languages", "fr,en").status == 0
    made = read_folder(folder)
    assert made.problems == ()
    assert made.facts.names == {"fr": (name,), "en": (name,)}
    assert made.policy.id == slug(name)


def test_overlays_are_laid_on_the_template(clausier, tmp_path):
    """Several may be given, and the folder stands alone."""
    done = clausier("init", tmp_path / "mine", "--with", "health", "--with", "elected", "--languages", "fr")
    assert (done.status, done.err) == (0, "")
    made = read_folder(tmp_path / "mine")
    ids = {clause.id for clause in made.policy.clauses()}
    assert {"confidentiality.patients", "accounts.end-of-office", "regulation.retention-schedule"} <= ids
    assert {"caregivers", "elected"} <= set(made.policy.audiences)
    assert "before-vote" in made.facts.periods
    assert made.problems == ()


@pytest.mark.parametrize(("locale", "said"), [("fr", "n'a été écrit"), ("en", "nothing was written")])
def test_an_overlay_given_twice_is_refused(clausier, tmp_path, locale, said):
    """With a sentence that names the overlay and what it brings a second time."""
    done = clausier("init", tmp_path / "mine", "--with", "health", "--with", "health", locale=locale)
    assert done.status == 2
    assert said in done.err
    assert "health" in done.err
    assert "expectations.care-professionals" in done.err
    assert not (tmp_path / "mine").exists()


def test_a_public_body_of_quebec_begins_in_french(clausier, tmp_path):
    """Without a terminal nothing is asked: the template proposes."""
    done = clausier("init", tmp_path / "mine", locale="fr")
    assert done.status == 0
    assert read_folder(tmp_path / "mine").policy.languages == ("fr",)
    assert "clausier validate" in done.out


@pytest.mark.parametrize(("answer", "languages"), [("oui", ("fr", "en")), ("non", ("fr",)), ("", ("fr",))])
def test_at_a_terminal_english_is_asked_about(clausier, tmp_path, answer, languages):
    """As the law of Quebec has it, before it is offered."""
    done = clausier("init", tmp_path / "mine", stdin=f"Ville d'Ici\n{answer}\n", asked=True, locale="fr")
    assert done.status == 0
    assert "article 29.1" in done.err
    made = read_folder(tmp_path / "mine")
    assert made.policy.languages == languages
    assert made.facts.organization("fr") == "la Ville d'Ici"


def test_at_a_terminal_other_templates_ask_for_languages(clausier, tmp_path):
    """Those of the template when the answer is empty."""
    clausier("init", tmp_path / "mine", "--template", "base", stdin="Ici\nen\n", asked=True)
    assert read_folder(tmp_path / "mine").policy.languages == ("en",)


def test_no_answer_writes_nothing(clausier, tmp_path):
    """Somebody who leaves changes nothing."""
    done = clausier("init", tmp_path / "mine", stdin="", asked=True)
    assert done.status == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--languages", "es"], "n'est pas en « es »"),
        (["--languages", ","], "n'est pas en « , »"),
        (["--template", "zzz"], "« zzz » ne convient pas"),
        (["--name", "a\nb\x1b"], "Un nom tient sur une ligne"),
        (["--name", " "], "Un nom tient sur une ligne"),
        (["--name", "a" * 201], "de 1 à 200 caractères"),
    ],
)
def test_a_wrong_wish_writes_nothing(clausier, tmp_path, arguments, sentence):
    """One sentence, status 2, no folder."""
    done = clausier("init", tmp_path / "mine", *arguments, locale="fr")
    assert (done.status, done.out) == (2, "")
    assert sentence in done.err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_holds_something_is_left_alone(clausier, tmp_path):
    """As is a file of that name."""
    (tmp_path / "note").write_text("mine")
    for where in (tmp_path, tmp_path / "note"):
        done = clausier("init", where, locale="fr")
        assert done.status == 2
        assert "n'est pas un dossier vide : rien n'a été écrit" in done.err
    assert [each.name for each in tmp_path.iterdir()] == ["note"]


def test_the_current_empty_folder_can_be_filled(clausier, tmp_path, monkeypatch):
    """And nothing is left beside it."""
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    assert clausier("init", ".").status == 0
    assert sorted(each.name for each in here.iterdir()) == ["chapters", "facts.yaml", "policy.yaml", "protected"]
    assert [each.name for each in tmp_path.iterdir()] == ["here"]


def test_a_run_that_fails_leaves_nothing(clausier, tmp_path, monkeypatch):
    """Not even half a folder."""

    def full(_, target):
        target.mkdir()
        (target / "policy.yaml").write_text("half")
        raise OSError(28, "No space left on device", str(target))

    monkeypatch.setattr("clausier.cli.init.write_folder", full)
    done = clausier("init", tmp_path / "mine", locale="fr")
    assert done.status == 2
    assert "plus de place" in done.err
    assert list(tmp_path.iterdir()) == []


def test_what_comes_next_can_be_typed(clausier, tmp_path):
    """A path with a space is quoted."""
    told = clausier("init", tmp_path / "ma politique").out
    assert f"clausier validate '{tmp_path}/ma politique'" in told


@pytest.mark.parametrize(
    ("name", "language", "reads"),
    [
        ("Ville de Val-Bleu", "fr", "la Ville de Val-Bleu"),
        ("Hôpital Sainte-Anne", "fr", "l'Hôpital Sainte-Anne"),
        ("Laboratoires Orelle", "fr", "les Laboratoires Orelle"),
        ("Cité-Nouvelle", "fr", "Cité-Nouvelle"),
        ("City of Val-Bleu", "en", "the City of Val-Bleu"),
        ("Ville de Val-Bleu", "en", "Ville de Val-Bleu"),
    ],
)
def test_a_name_reads_within_a_sentence(name, language, reads):
    """With its article where the name has one."""
    assert called(name, [language]) == {language: reads}


@pytest.mark.parametrize(
    ("name", "identifier"),
    [("Ville de L'Été", "ville-de-l-ete"), ("ŒUVRE & Âme", "oeuvre-ame"), ("🎉", "organization"), ("--A--1--", "a-1")],
)
def test_an_identifier_is_made_of_the_name(name, identifier):
    """Letters and digits, without accents."""
    assert slug(name) == identifier


def test_json_of_a_made_policy_names_it(clausier, tmp_path):
    """It validates like any other."""
    clausier("init", tmp_path / "mine", "--name", "Ville d'Ici")
    data = json.loads(clausier("validate", tmp_path / "mine", "--json").out)
    assert data["policy"]["id"] == "ville-d-ici"


def test_the_interview_makes_a_policy_from_a_file(clausier, tmp_path):
    """Complete, without an error, and with the rooms to start with."""
    file = tmp_path / "answers.yaml"
    file.write_text(ANSWERS, encoding="utf-8")
    done = clausier("init", tmp_path / "mine", "--interview", file)
    assert (done.status, done.err) == (0, "")
    assert "three rooms" in done.out
    made = read_folder(tmp_path / "mine")
    assert [each for each in examine(made) if each.level == ERROR] == []
    assert made.facts.names == {"en": ("Atelier Bleu",)}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("union: no", "unoin: no", "Did you mean “union”?"),
        ("union: no", "", "Is there a union?"),
        ("size: few", "size: tiny", "few, some, many"),
        (None, "- union", "one answer a line"),
        (None, "union: [no", "closed"),
    ],
)
def test_a_bad_file_of_answers_is_told_and_nothing_written(clausier, tmp_path, old, new, said):
    file = tmp_path / "answers.yaml"
    file.write_text(ANSWERS.replace(old, new) if old else new, encoding="utf-8")
    done = clausier("init", tmp_path / "mine", "--interview", file)
    assert done.status == 2
    assert said in done.err
    assert not (tmp_path / "mine").exists()


def test_the_interview_chooses_the_template_itself(clausier, tmp_path):
    done = clausier("init", tmp_path / "mine", "--interview", "answers.yaml", "--with", "health")
    assert done.status == 2
    assert "without them" in done.err


def test_outside_a_terminal_nobody_is_asked(clausier, tmp_path):
    done = clausier("init", tmp_path / "mine", "--interview")
    assert done.status == 2
    assert "answers.yaml" in done.err


ANSWERS = """\
name: Atelier Bleu
sector: company
place: quebec
languages: en
size: few
speaks: head
deputies: outside
members: no
partners: no
training: 60d
reads-first: outside
code-names: no
personal-use: own-device
share: no
ownership: organization
answer-in: 5d
who-knows: team
comments: closed
deciders: one
appeals: outside
adopts: approver
union: no
"""
