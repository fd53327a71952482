"""Writing a whole folder: what is written reads back as the same value."""

import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import given, settings

from clausier.document.canonical import digest
from clausier.document.model import Chapter, Clause, Facts, Policy, ProtectedList
from clausier.document.reading import Folder, read_folder
from clausier.document.writing import write_folder
from model_values import TEXTS, instance
from policy_samples import FULL, FULL_RULE, clause, policy

CHAPTERS = instance(Clause, TEXTS).flatmap(lambda each: instance(Chapter, TEXTS, clauses=(each,)))
POLICIES = CHAPTERS.flatmap(
    lambda chapter: instance(Policy, TEXTS, clausier=1, extends=None, without=(), chapters=(chapter,))
)
PROTECTED = instance(ProtectedList, TEXTS, name="names")


def written_and_read(folder: Folder) -> Folder:
    """Return the folder after a journey through files."""
    with tempfile.TemporaryDirectory() as target:
        write_folder(folder, Path(target))
        return read_folder(Path(target))


@given(POLICIES, instance(Facts, TEXTS), PROTECTED)
@settings(max_examples=50)
def test_any_folder_reads_back_as_itself(made, facts, protected):
    """Whatever the texts hold, values and digest are those that were written."""
    read = written_and_read(Folder("x", made, facts, (protected,)))
    assert [problem.message("en") for problem in read.problems] == []
    assert read.policy == made
    assert read.facts == facts
    assert read.protected == (protected,)
    assert read.digest == digest(made)


def test_written_twice_is_written_the_same(tmp_path):
    """Reading what was written and writing it again gives the same bytes."""
    folder = Folder("x", policy(clause(rules=(FULL_RULE,), **FULL)), Facts())
    write_folder(folder, tmp_path / "one")
    write_folder(read_folder(tmp_path / "one"), tmp_path / "two")
    for file in (tmp_path / "one").rglob("*.yaml"):
        assert file.read_bytes() == (tmp_path / "two" / file.relative_to(tmp_path / "one")).read_bytes()


def test_writes_in_the_house_style(tmp_path):
    """Short pairs on one line, one clause a dash, plain words where they may be."""
    write_folder(Folder("x", policy(clause(rules=(FULL_RULE,), **FULL)), Facts()), tmp_path)
    chapter = (tmp_path / "chapters" / "06-time.yaml").read_text(encoding="utf-8")
    assert "\n  - id: time.alpha\n    title: {fr: Titre, en: Title}\n" in chapter
    assert "\n    breach: {gravity: serious}\n" in chapter
    assert "answer: no" in chapter
    assert 'quiet: {mon-sun: "20:00-07:00"}' in chapter
    assert max(map(len, chapter.splitlines())) <= 110
    assert not (tmp_path / "facts.yaml").exists()


def test_refuses_a_folder_that_holds_something(tmp_path):
    """Nobody's file is written over."""
    (tmp_path / "policy.yaml").write_text("mine", encoding="utf-8")
    with pytest.raises(FileExistsError):
        write_folder(Folder("x", policy(), Facts()), tmp_path)


def test_writes_a_policy_of_55_clauses_at_once(tmp_path):
    """A generous bound against a slip into something slow, not a benchmark."""
    folder = Folder("x", policy(*[clause(rules=(FULL_RULE,), **FULL)] * 55), Facts())
    begun = time.perf_counter()
    write_folder(folder, tmp_path)
    assert time.perf_counter() - begun < 5
