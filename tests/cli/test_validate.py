"""``clausier validate``: what it says, in three forms, and its exit status."""

import json

import pytest

from clausier.cli.policies import shown
from clausier.document.problems import Place, Problem
from clausier.document.reading import read_folder
from cli.conftest import CHAPTER, write

TYPO = CHAPTER.replace("do: block", "do: blok")
FILE, LINE, COLUMN = "chapters/02-transparency.yaml", 38, 13


def test_a_good_policy_is_told_warmly(clausier, complete):
    """With its size, in the language of the locale."""
    french, english = (clausier("validate", complete, locale=locale) for locale in ("fr", "en"))
    assert french == (0, "Rien à redire : 11 clauses, 5 règles, 7 exemples. Tout se tient.\n", "")
    assert english == (0, "Nothing to fix: 11 clauses, 5 rules, 7 examples. It all holds together.\n", "")


def test_errors_give_status_1_and_warnings_0(clausier, small, tmp_path):
    """Warnings alone do not stop anybody."""
    assert clausier("validate", small).status == 0
    assert clausier("validate", write(tmp_path / "typo", **{"chapters/02-transparency": TYPO})).status == 1


def test_no_name_commands_the_terminal(clausier, small, tmp_path):
    """Neither that of a file of the folder, nor one that was typed."""
    (small / "chapters" / "02-\x1b[31m.yaml").write_text("- a", encoding="utf-8")
    done = clausier("validate", small)
    assert "02-·[31m.yaml:1:1" in done.out
    assert "\x1b" not in done.out + clausier("validate", tmp_path / "\x1b[2J").err + clausier("\x1b[2J").err


@pytest.mark.parametrize(
    ("locale", "level", "meant"), [("fr", " : erreur : ", "Vouliez-vous"), ("en", ": error: ", "Did you")]
)
def test_a_problem_stands_on_one_line(clausier, tmp_path, locale, level, meant):
    """File, line, column, level, sentence, mend."""
    folder = write(tmp_path / "typo", **{"chapters/02-transparency": TYPO})
    done = clausier("validate", folder, locale=locale)
    line = next(line for line in done.out.splitlines() if "blok" in line)
    assert line.startswith(f"{folder}/{FILE}:{LINE}:{COLUMN}{level}")
    assert f"→ {meant}" in line


def test_the_last_line_counts(clausier, tmp_path, small):
    """Errors and warnings, each with its plural."""
    last = [clausier("validate", small, locale=locale).out.splitlines()[-1] for locale in ("en", "fr")]
    assert last == [
        "0 errors and 9 warnings (2 clauses, 5 rules, 7 examples)",
        "0 erreur et 9 avertissements (2 clauses, 5 règles, 7 exemples)",
    ]
    folder = write(tmp_path / "typo", **{"chapters/02-transparency": TYPO})
    data = json.loads(clausier("validate", folder, "--json").out)
    assert data["errors"] == sum(each["level"] == "error" for each in data["problems"]) > 0


def test_json_has_the_shape_of_the_contract(clausier, small, tmp_path):
    """Policy, problems, counts."""
    data = json.loads(clausier("validate", small, "--json").out)
    assert list(data) == ["policy", "problems", "errors", "warnings"]
    assert data["policy"] == {"id": "small", "version": "draft", "digest": read_folder(small).digest}
    typo = write(tmp_path / "typo", **{"chapters/02-transparency": TYPO})
    data = json.loads(clausier("validate", typo, "--json").out)
    problem = next(each for each in data["problems"] if each["code"] == "unknown-word")
    assert list(problem) == ["file", "line", "column", "level", "code", "message", "suggestion"]
    assert (problem["file"], problem["line"], problem["column"]) == (FILE, LINE, COLUMN)


def test_a_policy_that_cannot_be_made_out_is_null(clausier, tmp_path):
    """And its problems are told all the same."""
    folder = write(tmp_path / "broken", policy="clausier: [1\n")
    done = clausier("validate", folder, "--json")
    data = json.loads(done.out)
    assert done.status == 1
    assert data["policy"] is None
    assert data["errors"] > 0


@pytest.mark.parametrize("where", ["nowhere", "file.txt", "empty"])
def test_nothing_to_read_gives_status_2(clausier, tmp_path, where):
    """A missing folder, a file that is no zip, a folder without policy.yaml."""
    (tmp_path / "file.txt").write_text("hello")
    (tmp_path / "empty").mkdir()
    done = clausier("validate", tmp_path / where)
    assert (done.status, done.out) == (2, "")
    assert done.err.count("\n") == 1


def test_sarif_says_where(clausier, tmp_path):
    """A rule is a code; a region is a line and a column."""
    folder = write(tmp_path / "typo", **{"chapters/02-transparency": TYPO})
    log = json.loads(clausier("validate", folder, "--sarif").out)
    assert (log["version"], len(log["runs"])) == ("2.1.0", 1)
    run = log["runs"][0]
    result = next(each for each in run["results"] if each["ruleId"] == "unknown-word")
    assert (run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"], result["level"]) == ("unknown-word", "error")
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"].endswith(f"typo/{FILE}")
    assert place["region"] == {"startLine": LINE, "startColumn": COLUMN}


def test_a_zip_and_a_library_file_keep_their_names(tmp_path):
    """The folder is put before what is in it, and before nothing else."""
    problem = Problem(code="tab", place=Place("base:policy.yaml", 2, 1))
    assert shown(str(tmp_path), problem) == "base:policy.yaml:2:1"
    problem = Problem(code="tab", place=Place("policy.yaml", 2, 1))
    assert shown(f"{tmp_path}/a.zip", problem) == "policy.yaml:2:1"
    assert shown(f"{tmp_path}/", problem) == f"{tmp_path}/policy.yaml:2:1"
