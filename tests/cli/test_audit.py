"""``clausier audit`` and ``clausier init --from``: what a policy covers, and a draft made of it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from clausier.auditing.cues import ELEMENT_LISTS
from clausier.document.problems import ERROR
from clausier.document.reading import read_folder
from clausier.engine.examination import examine

ROOT = Path(__file__).parents[2]
POLICY = """# Directive sur les médias sociaux

Tout le personnel doit respecter cette directive.

- Restez courtois et vérifiez vos sources.
- Précisez toujours que vos opinions sont personnelles.
- Ne parlez pas des dossiers discutés à huis clos.
- Il est interdit aux employés de critiquer la direction.

Tout manquement peut entraîner des mesures disciplinaires.
"""
RULES = """# House rules

We remove comments that are abusive, off topic or advertising. Users who repeat may be blocked.
"""


@pytest.fixture
def policy(tmp_path):
    file = tmp_path / "directive.md"
    file.write_text(POLICY, "utf-8")
    return file


def test_the_json_tells_each_element_with_its_words(clausier, policy):
    """Every quote is a slice of the text at its offsets."""
    done = clausier("audit", "--json", policy)
    assert (done.status, done.err) == (0, "")
    (audit,) = json.loads(done.out)
    assert (audit["file"], audit["language"]) == (str(policy), "fr")
    assert list(audit["elements"]) == list(ELEMENT_LISTS)
    status = {name: each["status"] for name, each in audit["elements"].items()}
    assert [name for name, told in status.items() if told == "covered"] == [
        "expectations",
        "transparency",
        "confidentiality",
        "consequences",
    ]
    told = [*audit["grounds"], *audit["broad"]]
    told += [one for each in audit["elements"].values() for one in (*each["quotes"], *each["passages"])]
    assert all(POLICY[each["start"] : each["end"]] == each["text"] for each in told)
    (broad,) = audit["broad"]
    assert (broad["kind"], broad["cites"][0]) == ("criticism", "us-nlra-overbroad-rules")
    assert set(broad["reason"]) == set(broad["narrower"]) == {"fr", "en"}


def test_several_files_are_audited_one_by_one_or_as_one(clausier, policy, tmp_path):
    """As one, the parts say where each text stands in the text that is written."""
    other = tmp_path / "second.txt"
    other.write_text("Les commentaires injurieux ou hors sujet seront supprimés.\r\n", "utf-8", newline="")
    assert len(json.loads(clausier("audit", "--json", policy, other).out)) == 2
    out = tmp_path / "text.txt"
    (audit,) = json.loads(clausier("audit", "--json", "--as-one", "--text", out, policy, other).out)
    text = out.read_bytes().decode()
    assert audit["file"] == f"{policy} + {other}"
    parts = [text[part["start"] : part["end"]] for part in audit["parts"]]
    assert parts == [POLICY, other.read_bytes().decode()]
    assert audit["elements"]["comments"]["status"] == "covered"
    (quote, *_) = audit["elements"]["comments"]["quotes"]
    assert text[quote["start"] : quote["end"]] == quote["text"]


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("fr", ["Les conséquences : traité", "Ce qui manque", "trop large en droit", "Plutôt : "]),
        ("en_CA", ["Consequences: covered", "What is missing", "too broad in law", "Instead: "]),
    ],
)
def test_the_page_tells_what_is_there_and_what_is_not(clausier, policy, locale, said):
    """In the language of the reader, whatever that of the policy is."""
    done = clausier("audit", policy, locale=locale)
    assert (done.status, done.err) == (0, "")
    assert [words for words in said if words not in done.out] == []
    assert "« Tout manquement" in done.out if locale == "fr" else "“Tout manquement" in done.out


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "no text to read"),
        (b"a\x00b", "is not a text"),
        (b"%PDF-1.7 nothing", "is damaged"),
        (b"x" * 10_000_001, "is over 10 MB"),
        (b"Las personas empleadas deben respetar la confidencialidad y no publicar datos. " * 3, "neither"),
        ("社交媒体政策。员工必须遵守。".encode() * 9, "neither in French nor in English"),
    ],
)
def test_what_cannot_be_audited_is_told_in_a_sentence(clausier, tmp_path, content, told):
    file = tmp_path / "policy.md"
    file.write_bytes(content)
    done = clausier("audit", file)
    assert (done.status, done.out) == (2, "")
    assert told in done.err
    assert done.err.count("\n") == 1
    assert clausier("audit", file, locale="fr").err not in {"", done.err}


def test_a_file_that_is_not_there_is_told(clausier, tmp_path):
    assert clausier("audit", tmp_path / "no.md").status == 2
    assert clausier("audit", tmp_path).status == 2


def test_text_is_of_one_policy(clausier, policy, tmp_path):
    done = clausier("audit", policy, policy, "--text", tmp_path / "out")
    assert done.status == 2
    assert not (tmp_path / "out").exists()


def _draft(clausier, tmp_path, audited, *options):
    file = tmp_path / "audit.json"
    file.write_text(audited, "utf-8")
    done = clausier("init", tmp_path / "mine", "--from", file, "--name", "Ville de Val-Bleu", *options)
    assert (done.status, done.err) == (0, "")
    return read_folder(tmp_path / "mine"), done


def test_a_draft_takes_the_passages_over(clausier, policy, tmp_path):
    """Ahead of the template's clauses, in the language of the audit, and without an error."""
    folder, done = _draft(clausier, tmp_path, clausier("audit", "--json", policy).out)
    assert [problem for problem in examine(folder) if problem.level == ERROR] == []
    assert folder.policy.languages == ("fr",)
    clauses = {clause.id: clause for clause in folder.policy.clauses()}
    first = clauses["consequences.taken-over-1"]
    assert first.text == {"fr": "Tout manquement peut entraîner des mesures disciplinaires."}
    assert (first.guide, first.visibility) == (True, "internal")
    assert "consequences.graduated" in clauses
    assert "passage" in done.out


def test_a_draft_leaves_out_what_is_too_broad(clausier, policy, tmp_path):
    """Its comment says why, and what to say instead."""
    folder, _ = _draft(clausier, tmp_path, clausier("audit", "--json", policy).out)
    assert not [clause for clause in folder.policy.clauses() if "critiquer la direction" in clause.text.get("fr", "")]
    head = (tmp_path / "mine/chapters/01-expectations.yaml").read_text("utf-8").partition("chapter:")[0]
    said = " ".join(line.removeprefix("# ") for line in head.splitlines())
    assert "critiquer la direction" in said
    assert "Plutôt : Vous pouvez être en désaccord." in said


def test_a_draft_in_two_languages_says_what_is_not_translated(clausier, tmp_path):
    """What speaks to the public is public."""
    file = tmp_path / "rules.txt"
    file.write_text(RULES, "utf-8")
    audited = clausier("audit", "--json", file).out
    folder, _ = _draft(clausier, tmp_path, audited, "--languages", "en,fr", "--template", "base")
    assert [problem for problem in examine(folder) if problem.level == ERROR] == []
    clause = next(each for each in folder.policy.clauses() if each.id == "comments.taken-over-1")
    assert clause.text["en"].startswith("We remove comments")
    assert "n'est pas encore traduit" in clause.text["fr"]
    assert clause.visibility == "public"


def test_a_draft_of_a_policy_without_french_stands_on_the_base(clausier, tmp_path):
    """The law of Quebec is not what it stands on, unless it is asked for."""
    file = tmp_path / "rules.txt"
    file.write_text(RULES, "utf-8")
    audited = clausier("audit", "--json", file).out
    folder, done = _draft(clausier, tmp_path, audited)
    assert folder.policy.languages == ("en",)
    assert "“base”" in done.out or "« base »" in done.out


def test_the_page_tells_what_a_half_element_lacks(clausier, tmp_path):
    file = tmp_path / "rules.txt"
    file.write_text("Social media policy for employees\n\nThe marketing team runs our Facebook page.\n", "utf-8")
    done = clausier("audit", file, locale="en")
    assert "Say to whom the accounts belong" in done.out


@pytest.mark.parametrize("content", ["", "{", "[]", "[1]", '{"elements": 3}', "[{}, {}]", "[" * 100_000, "\x00"])
def test_what_is_not_an_audit_makes_no_draft(clausier, tmp_path, content):
    file = tmp_path / "audit.json"
    file.write_text(content, "utf-8")
    done = clausier("init", tmp_path / "mine", "--from", file)
    assert (done.status, done.out) == (2, "")
    assert done.err.count("\n") == 1
    assert not (tmp_path / "mine").exists()


def test_what_reads_documents_waits_for_a_document():
    """The start of a command does not pay for it."""
    readers = "{'mammoth', 'pypdfium2', 'selectolax'}"
    code = f"import sys; import clausier.cli.audit, clausier.cli.init; print({readers} & {{*sys.modules}})"
    at = {"PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run([sys.executable, "-c", code], env=at, capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


def test_what_is_no_policy_is_told_so(clausier, tmp_path):
    """Ten gaps would say nothing of a recipe: the page asks whether it is the right document."""
    recipe = tmp_path / "recipe.md"
    recipe.write_text("# Pie\n\nPeel the apples. Mix the flour and the butter. Bake for forty minutes.\n", "utf-8")

    done = clausier("audit", recipe, locale="en")

    assert done.status == 0
    assert "Is it the right document?" in done.out
    assert "What is missing" not in done.out


def test_the_next_step_is_the_one_that_works(clausier, policy):
    """Several files read as one are read as one again for the draft."""
    done = clausier("audit", "--as-one", policy, policy, locale="en")

    assert f"clausier audit --json --as-one {policy}" in done.out


def test_a_page_shows_the_words_of_markdown(clausier, tmp_path):
    """Links and emphasis are for the file; the JSON keeps them, as its quotes are slices of the text."""
    file = tmp_path / "directive.md"
    said = "Employees must **never** post [confidential](https://example.org/a_b) files;"
    file.write_text(f"# Staff policy\n\nAll staff must follow this policy.\n\n- {said}\n", "utf-8")

    assert "“Employees must never post confidential files”" in clausier("audit", file, locale="en").out
    (audit,) = json.loads(clausier("audit", "--json", file).out)
    assert audit["elements"]["confidentiality"]["quotes"][0]["text"] == said
