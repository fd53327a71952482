"""Obligations: each of an enabled pack is served or waived; chapters are all there."""

from clausier.document.packs import load_pack
from folders import problems, spoiled

PACK = ("policy", "regulation_packs: []", "regulation_packs: [uk]")
NAMES = [obligation.id for obligation in load_pack("uk").obligations]


def _serves(*names):
    return ("02", "rules:", f"serves: [{', '.join(names)}]\n    rules:")


def test_each_obligation_without_answer_is_told(tmp_path):
    """With its citation, at the pack."""
    found = problems(tmp_path, spoiled(PACK, _serves(*NAMES[1:])))
    citation, binds = load_pack("uk").obligations[0].citation, load_pack("uk").obligations[0].binds
    assert [(problem.code, str(problem.place)) for problem in found] == [("unserved-obligation", "policy.yaml:6:20")]
    for language in ("fr", "en"):
        assert citation[language] in found[0].message(language)
        assert binds[language] in found[0].message(language)


def test_served_or_waived_is_answered(tmp_path):
    """A reason is as good as a service."""
    waive = f"waive: [{{obligation: {NAMES[0]}, reason: {{fr: Non, en: No}}}}]\n    approve:"
    assert problems(tmp_path, spoiled(PACK, _serves(*NAMES[1:]), ("04", "approve:", waive))) == []


def test_one_of_another_pack_may_be_served(tmp_path):
    """A base serves what those who stand on it will need."""
    assert problems(tmp_path, spoiled(_serves("qc-f311-reserve"))) == []


def test_one_of_another_pack_is_not_waived(tmp_path):
    """What does not hold needs no waiver."""
    waive = "waive: [{obligation: qc-f311-reserve, reason: {fr: Non, en: No}}]\n    approve:"
    found = problems(tmp_path, spoiled(("04", "approve:", waive)))
    assert [(problem.code, problem.level) for problem in found] == [("waived-outside", "warning")]


def test_a_missing_chapter_is_told_with_its_file(tmp_path):
    """Once, and not when its file is there but cannot be read."""
    files = spoiled()
    del files["chapters/03-training.yaml"]
    found = problems(tmp_path / "missing", files)
    assert [(problem.code, problem.level) for problem in found] == [("missing-chapter", "warning")]
    assert "chapters/03-training.yaml" in found[0].suggestion("fr")
    broken = problems(tmp_path / "broken", {**files, "chapters/03-training.yaml": "chapter: ["})
    assert [problem.code for problem in broken] == ["not-closed"]
