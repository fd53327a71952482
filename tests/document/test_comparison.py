"""Comparing two policies: what changed, of what kind, and whether people must act differently."""

from dataclasses import replace

import pytest

from clausier.document.canonical import digest
from clausier.document.comparison import as_text, compare
from clausier.document.model import Audience, Chapter, Circumstances, Clause, Duty, Example, Localized, Policy, Rule
from clausier.document.model.statements import Breach
from model_values import hints, neighbours
from policy_samples import FULL, FULL_RULE

TEXT = Localized(fr="Dites qui vous êtes. Soyez clair.", en="Say who you are. Be clear.")
FIRST = Rule(id="first", when=Circumstances(signal=("disc.needed",)), do="advise", say=TEXT)
SECOND = Rule(id="second", when=Circumstances(has=("image",)), do="advise")
ONE = Clause(id="time.one", title=TEXT, text=TEXT, audience=("everyone",), rules=(FIRST, SECOND))
TWO = Clause(id="time.two", title=TEXT, text=TEXT, breach=Breach(gravity="minor"))
SAMPLE = Example(text="Bravo!", lang="fr", expect="allow")


def policy(*clauses: Clause, **fields: object) -> Policy:
    """Return a policy of one chapter."""
    given_fields = {
        "clausier": 1, "id": "test", "languages": ("fr", "en"), "title": TEXT, "sector": "company",
        "audiences": {"everyone": Audience(name=TEXT)}, "duties": {"office": Duty(name=TEXT)},
        "chapters": (Chapter(chapter="time", number=6, title=TEXT, clauses=clauses),),
    }  # fmt: skip
    return Policy(**{**given_fields, **fields})  # type: ignore[arg-type]


OLD = policy(ONE, TWO)


def only(comparison):
    """Return the one clause that changed."""
    assert len(comparison.clauses) == 1
    return comparison.clauses[0]


def test_says_nothing_of_what_is_the_same():
    """A policy does not differ from itself."""
    assert not compare(OLD, OLD)
    assert as_text(compare(OLD, OLD), "en") == "No difference.\n"


def test_order_of_rules_and_version_are_no_change():
    """Rules run in any order, and the number is given afterwards."""
    assert not compare(OLD, policy(replace(ONE, rules=(SECOND, FIRST)), TWO, version="1.0"))


def test_marks_the_words_of_a_text():
    """A changed text shows its words, in its language alone, and is minor."""
    changed = Localized(fr=TEXT["fr"], en="Say who you are. Be very clear.")
    comparison = compare(OLD, policy(replace(ONE, text=changed), TWO))
    (change,) = only(comparison).changes
    assert (change.path, change.language, change.kind) == ("text", "en", "wording")
    assert [mark for mark in change.marks if mark.kind != "same"] == [("added", "very ")]
    assert comparison.level == "minor"
    assert [tuple(each) for each in comparison.sentences] == [("time.one", "text", "en", "Be clear.", "Be very clear.")]


def test_tells_an_effect_by_reading_aloud():
    """A stricter action is major, and is told before and after in both languages."""
    comparison = compare(OLD, policy(replace(ONE, rules=(replace(FIRST, do="block"), SECOND)), TWO))
    (effect,) = only(comparison).effects
    assert effect.name == "rules.first"
    assert "donner un conseil" in effect.before["fr"][0]
    assert "ask not to publish" in effect.after["en"][0]
    assert comparison.level == "major"
    assert "    + Quand quelqu'un publie un message où un lien est à déclarer, demander" in as_text(comparison, "fr")


@pytest.mark.parametrize(
    ("clause", "kinds", "level"),
    [
        (replace(ONE, rules=(replace(FIRST, say=Localized(fr="Dites.", en="Say.")), SECOND)), ("wording",), "minor"),
        (replace(ONE, examples=(SAMPLE,)), ("wording",), "minor"),
        (replace(ONE, serves=("qc-x",)), ("wording",), "minor"),
        (replace(ONE, audience=()), ("audience",), "major"),
        (replace(ONE, visibility="internal"), ("effect",), "major"),
        (replace(ONE, breach=Breach(gravity="minor")), ("effect",), "major"),
        (replace(ONE, rules=(FIRST,)), ("effect",), "major"),
    ],
)
def test_names_the_kind_of_a_change(clause, kinds, level):
    """Words, people and program are told apart, and only words can be minor."""
    comparison = compare(OLD, policy(clause, TWO))
    assert only(comparison).kinds == kinds
    assert comparison.level == level


def test_tells_clauses_that_come_go_and_move():
    """A clause in another place is moved; one that came or went is major."""
    three = replace(TWO, id="time.three")
    moved = compare(OLD, policy(TWO, ONE))
    assert [clause.states for clause in moved.clauses] == [("moved",), ("moved",)]
    assert moved.level == "minor"
    came_and_went = compare(OLD, policy(ONE, three))
    assert [(clause.id, clause.states) for clause in came_and_went.clauses] == [
        ("time.three", ("added",)),
        ("time.two", ("removed",)),
    ]
    assert came_and_went.level == "major"
    assert "6.1 → 6.2" in as_text(moved, "fr")


@pytest.mark.parametrize(
    ("fields", "path", "level"),
    [
        ({"title": Localized(fr="Autre", en="Other")}, "title", "minor"),
        ({"duties": {}}, "duties.office", "major"),
        ({"languages": ("fr",)}, "languages", "major"),
        ({"audiences": {"everyone": Audience(name=TEXT, within="all")}}, "audiences.everyone.within", "major"),
        ({"regulation_packs": ("a11y",)}, "regulation_packs", "major"),
    ],
)
def test_compares_the_policy_itself(fields, path, level):
    """What stands outside the clauses is compared by the same rule."""
    comparison = compare(OLD, policy(ONE, TWO, **fields))
    assert comparison.policy[0].path == path
    assert comparison.level == level


def test_an_audience_named_like_a_key_is_still_program():
    """A slug that happens to be called "text" is no wording."""
    assert compare(OLD, policy(ONE, TWO, audiences={"text": Audience(name=TEXT)})).level == "major"


@pytest.mark.parametrize(("path", "rule"), list(neighbours(FULL_RULE, Rule)))
def test_sees_every_leaf_of_a_rule(path, rule):
    """Any leaf that differs is found, is wording only where it is said, and shows in the digest."""
    old, new = policy(replace(ONE, rules=(FULL_RULE,))), policy(replace(ONE, rules=(rule,)))
    comparison = compare(old, new)
    assert comparison
    assert digest(old) != digest(new)
    assert comparison.level == ("minor" if path == ".say" else "major")


@pytest.mark.parametrize("name", FULL)
def test_sees_every_leaf_of_a_statement(name):
    """The same for every statement; a title or a text said inside one is wording."""
    old = policy(replace(TWO, **{name: FULL[name]}))
    for path, value in neighbours(FULL[name], hints(Clause)[name], name):
        new = policy(replace(TWO, **{name: value}))
        comparison = compare(old, new)
        assert bool(comparison) == (digest(old) != digest(new)), path
        wording = path.rsplit(".", 1)[-1] in ("say", "title", "text")
        assert comparison.level == ("minor" if wording else "major"), path
