"""The overlays that ship: each is at home on each template, alone or with the others, and repeats nothing."""

from dataclasses import replace

import pytest

from clausier.document.checks import check
from clausier.document.founding import ClashError, laid, made
from clausier.document.model import Duty, Localized
from clausier.document.reading import library_overlays, library_policies, read_folder, read_mapping, read_overlay
from clausier.document.writing import written
from clausier.engine.examination import examine
from clausier.library import LIBRARY

OVERLAYS = library_overlays()
# Some signals wait for their detector; their rules are optional and their examples are not run, never passed.
EXPLAINED = {"example-not-run"}


def template(name):
    """A template of the library."""
    return read_folder(LIBRARY / "policies" / name)


def founded(name, *overlays):
    """What somebody gets who starts from a template with overlays, read again from what is written."""
    folder = template(name)
    for each in overlays:
        folder = laid(folder, read_overlay(each))
    return read_mapping(written(made(folder, "Les Amis du Lac", ("fr", "en"))), name)


@pytest.mark.parametrize("name", library_policies())
def test_a_founded_policy_holds_together(name):
    """With all the overlays, it stands alone without a warning, and every example does what it says."""
    folder = founded(name, *OVERLAYS)
    clauses = [clause.id for clause in folder.policy.clauses()]

    assert len(clauses) == len(set(clauses)) > len(template(name).policy.clauses())
    assert [f"{each.place} {each.message('en')}" for each in examine(folder) if each.code not in EXPLAINED] == []


@pytest.mark.parametrize("overlay", OVERLAYS)
@pytest.mark.parametrize("name", library_policies())
def test_an_overlay_leans_on_no_other(name, overlay):
    """Alone on a template, every name that it uses is there, in both languages."""
    folder = founded(name, overlay)

    assert [f"{each.place} {each.message('en')}" for each in (*folder.problems, *check(folder))] == []


@pytest.mark.parametrize("name", OVERLAYS)
def test_an_overlay_is_written_like_a_template(name):
    """Clauses with an effect, rules shown by two examples, a question wherever something is asked."""
    clauses = [clause for chapter in read_overlay(name).chapters for clause in chapter.clauses]

    assert len(clauses) >= 12
    assert [clause.id for clause in clauses if not clause.rules and not clause.statements()] == []
    assert [clause.id for clause in clauses if clause.commit and not clause.questions] == []
    assert [
        rule.id
        for clause in clauses
        for rule in clause.rules
        if len([example for example in clause.examples if example.way == rule.way]) < 2
    ] == []


def test_an_overlay_is_laid_once():
    """A clause whose id is taken is refused, by its name."""
    health = read_overlay("health")

    with pytest.raises(ClashError, match=r"expectations\.care-professionals"):
        laid(laid(template("company"), health), health)


def test_a_name_stands_for_one_thing():
    """The same duty may come twice; another one under the same name is refused."""
    folder = template("company")
    duty = folder.policy.duties["product-quality"]
    same = replace(read_overlay("health"), duties={"product-quality": duty}, chapters=())
    other = replace(same, duties={"product-quality": Duty(name=Localized(fr="Autre", en="Other"))})

    assert laid(folder, same).policy.duties == folder.policy.duties
    with pytest.raises(ClashError, match="product-quality"):
        laid(folder, other)
