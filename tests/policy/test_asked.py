"""The forms made from the model: what a form shows, sent back as it is, reads as the same value."""

import dataclasses

import pytest

from architecture.house import ROOT
from clausier.document.asking import PARTS, names_in, shape_of
from clausier.document.asking.shapes import Kind, Record
from clausier.document.model import Clause
from clausier.document.reading import library_policies, read_folder
from clausier.document.vocabulary import Label
from clausier.document.writing.plain import plain
from clausier.library import LIBRARY
from clausier.policy.forms import AskedForm
from clausier.policy.forms.asked import TURN
from factories.asked import sent_by

FOLDERS = {
    "val-bleu": ROOT / "examples" / "val-bleu",
    **{name: LIBRARY / "policies" / name for name in library_policies()},
}


def form_of(part, value=None, sent=None, folder="val-bleu"):
    """The form of a part, beside a folder."""
    read = read_folder(FOLDERS[folder])
    return AskedForm(part.asked, part.hint, names_in(read, read.policy, "en"), value=value, sent=sent)


@pytest.mark.parametrize("name", FOLDERS)
def test_every_part_comes_back_as_it_was(name):
    """Every rule, statement, example and question of the policies that ship, through its form and back."""
    folder = read_folder(FOLDERS[name])
    names = names_in(folder, folder.policy, "fr")
    count = 0
    for clause in folder.policy.clauses():
        for key, part in PARTS.items():
            value = getattr(clause, key)
            for each in value if part.is_several else [value] if value else []:
                shown = AskedForm(part.asked, part.hint, names, value=each)
                form = AskedForm(part.asked, part.hint, names, sent=sent_by(shown.fields))
                assert form.errors == [], (clause.id, key)
                assert _in_order(plain(form.typed.value)) == _in_order(plain(each)), (clause.id, key)
                count += 1
    assert count > 30


def _in_order(data):
    """Return data whose lists of names are in one order: a form shows names in the order of their words."""
    if isinstance(data, dict):
        return {key: _in_order(value) for key, value in data.items()}
    if isinstance(data, list):
        return sorted(data) if all(isinstance(each, str) for each in data) else [_in_order(each) for each in data]
    return data


def test_every_key_of_the_model_is_asked_in_words():
    """Each in both languages, none by its key."""
    asked = [field for part in PARTS.values() for field in _every(part.asked)]
    bare = {field.key for field in asked if field.key and field.label == Label(field.key, field.key)}
    assert bare == set()
    assert {each.name for each in dataclasses.fields(Clause)} - PARTS.keys() == {
        "id",
        "title",
        "purpose",
        "text",
        "audience",
        "visibility",
        "serves",
    }


def _every(field):
    yield field
    of = field.of
    for each in of.fields if isinstance(of, Record) else [of] if of else []:
        yield from _every(each)


def test_what_is_missing_is_told_at_its_field():
    """The sentence stands where it is to be mended, and what was typed stays."""
    form = form_of(PARTS["rules"], sent={"rules-when-signal": ["pi.email"], "rules-say-fr": ["Non"]})
    assert form.errors == ["Something is still to be filled in."]
    field = next(each for each in form.fields if each.name == "rules-id")
    assert field.error == "This is needed."
    assert next(each for each in form.fields if each.name == "rules-say").words[0][2] == "Non"


def test_what_does_not_read_says_so_at_its_field():
    """The reader of the files speaks: the form has no second opinion."""
    form = form_of(PARTS["commit"], sent={"commit-within-amount": ["soon"], "commit-within-unit": ["d"]})
    assert not form.is_valid
    field = next(each for each in form.fields if each.name == "commit-within")
    assert "soond" in field.error
    assert field.amount == "soon"


def test_an_item_is_added_moved_and_taken_away_without_script():
    """Each by a button that saves nothing."""
    part, unless = PARTS["rules"], "rules-unless"
    sent = {
        "rules-id": ["a"],
        unless: ["0", "1"],
        f"{unless}-0-intent": ["spam"],
        f"{unless}-1-intent": ["praise"],
    }

    def shown(**turn):
        form = form_of(part, sent=sent | turn)
        asked = next(each for each in form.fields if each.name == unless)
        fields = [[*item.fields, *item.folded] for item in asked.items]
        intents = [next(each for each in item if each.name.endswith("-intent")) for item in fields]
        return [[option.value for option in each.options if option.is_chosen] for each in intents]

    assert shown() == [["spam"], ["praise"]]
    assert shown(**{TURN: [f"add:{unless}"]}) == [["spam"], ["praise"], []]
    assert shown(**{TURN: [f"up:{unless}:1"]}) == [["praise"], ["spam"]]
    assert shown(**{TURN: [f"drop:{unless}:0"]}) == [["praise"]]


def test_a_statement_of_defaults_is_there_all_the_same():
    """Whoever adds a commitment and changes nothing has added one."""
    shown = form_of(PARTS["commit"])
    form = form_of(PARTS["commit"], sent=sent_by(shown.fields))
    assert form.is_valid
    assert form.typed.data == {"as": "acknowledge", "again": "major"}


def test_choices_come_from_the_policy():
    """Audiences, duties and networks by their names for people."""
    form = form_of(PARTS["approve"])
    by = next(each for each in form.fields if each.name == "approve-by")
    audience = next(each for each in by.items[0].fields if each.name == "approve-by-0-audience")
    folder = read_folder(FOLDERS["val-bleu"])
    assert [each.value for each in audience.options] == list(folder.policy.audiences)
    assert audience.options[0].label == folder.policy.audiences[audience.options[0].value].name["en"]
    assert shape_of(Clause).fields[0].kind is Kind.TEXT
