"""The forms made from the model: what a form shows, sent back as it is, reads as the same value."""

import dataclasses

import pytest

from architecture.house import ROOT
from clausier.document.asking import PARTS, Typed, names_in, shape_of
from clausier.document.asking.shapes import Kind, Record
from clausier.document.model import Clause
from clausier.document.reading import library_policies, read_folder, read_mapping
from clausier.document.vocabulary import Label
from clausier.document.writing import with_key
from clausier.document.writing.plain import plain
from clausier.library import LIBRARY
from clausier.policy.forms import AskedForm
from clausier.policy.forms.asked import TURN
from clausier.policy.selectors.parts import Spot, with_part
from clausier.policy.selectors.sources import of_template
from factories.asked import sent_by

FOLDERS = {
    "val-bleu": ROOT / "examples" / "val-bleu",
    **{name: LIBRARY / "policies" / name for name in library_policies()},
}


def form_of(part, value=None, sent=None, folder="val-bleu"):
    """The form of a part, beside a folder."""
    read = read_folder(FOLDERS[folder])
    return AskedForm(part.asked, part.hint, names_in(read, read.policy, "en"), value=value, sent=sent)


def parts_in(name):
    """Every rule, statement, example and question of a policy that ships, with its files and the names it may use."""
    if name == "val-bleu":
        folder = FOLDERS[name]
        paths = [each for each in folder.rglob("*.yaml") if each.parent.name != "protected"]
        files = {each.relative_to(folder).as_posix(): each.read_text() for each in paths}
    else:
        files = of_template(name, name="Ville de Val-Bleu", languages=("fr", "en"))
    read = read_mapping(files, name)
    names = names_in(read, read.policy, "fr")
    own = [each for each in read.policy.clauses() if read.place("clause", each.id).file in files]
    for clause in own:
        for key, part in PARTS.items():
            value, path = getattr(clause, key), read.place("clause", clause.id).file
            for place, each in enumerate(value) if part.is_several else [(None, value)] if value else []:
                yield files, names, clause, Spot(path, clause.id, part, place), each


def sent_back(spot, names, value, **more):
    """What a form of a part reads when it is sent as it is shown, or with something else in it."""
    part = spot.part
    sent = sent_by(AskedForm(part.asked, part.hint, names, value=value).fields)
    form = AskedForm(part.asked, part.hint, names, value=value, sent=sent | more)
    assert form.errors == [], spot
    return form.typed


@pytest.mark.parametrize("name", FOLDERS)
def test_every_part_sent_as_it_is_shown_leaves_every_byte(name):
    """Of every file of the policies that ship: a form that changes nothing changes nothing."""
    count = 0
    for files, names, clause, spot, value in parts_in(name):
        assert with_part(files, spot, value, sent_back(spot, names, value), clause) == files, spot
        count += 1
    assert count > 30


@pytest.mark.parametrize("name", [each for each in FOLDERS if each != "val-bleu"])
def test_a_word_changed_and_changed_back_leaves_every_byte(name):
    """One part of each kind: its own lines change, nothing else; then the file is as it was."""
    seen = set()
    for files, names, clause, spot, value in parts_in(name):
        sent = sent_by(AskedForm(spot.part.asked, spot.part.hint, names, value=value).fields)
        key = next((each for each in sent if each.endswith("-fr")), None)
        if key is None or spot.part.name in seen:
            continue
        seen.add(spot.part.name)
        typed = sent_back(spot, names, value, **{key: [f"{sent[key][0]} Vraiment"]})
        changed = with_part(files, spot, value, typed, clause)
        assert {path for path, text in files.items() if changed[path] != text} == {spot.path}, spot
        without = [with_key(text[spot.path], clause.id, spot.part.name, "") for text in (files, changed)]
        assert without[0] == without[1], spot
        assert with_part(changed, spot, typed.value, Typed(plain(value), value, [], []), clause) == files, spot
    assert len(seen) > 4


def test_who_is_told_first_comes_first():
    """The chain of a reminder is a list in order, not a set of boxes."""
    folder = read_folder(FOLDERS["val-bleu"])
    names = names_in(folder, folder.policy, "en")
    part = PARTS["commit"]
    sent = {
        "commit-as": ["acknowledge"],
        "commit-then": ["0", "1"],
        "commit-then-0": ["owner"],
        "commit-then-1": ["manager"],
    }
    form = AskedForm(part.asked, part.hint, names, sent=sent)
    assert form.typed.value.then == ("owner", "manager")
    turned = AskedForm(part.asked, part.hint, names, sent=sent | {TURN: ["up:commit-then:1"]})
    assert turned.typed.value.then == ("manager", "owner")


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
    form = form_of(PARTS["examples"], sent={"examples-text": ["Non"], "examples-lang": ["fr"]})
    assert form.errors == ["Something is still to be filled in."]
    fields = {each.name: each for each in form.fields}
    assert fields["examples-expect"].error == "This is needed."
    assert fields["examples-text"].value == "Non"


def test_a_short_name_is_made_of_the_words_beside_it():
    """Nobody has to invent one; no two parts of a policy get the same."""
    said = {"rules-when-signal": ["pi.email"], "rules-say-fr": ["Retirez l'adresse: elle est à quelqu'un d'autre."]}
    form = form_of(PARTS["rules"], sent=said)
    assert form.typed.value.id == "retirez-l-adresse-elle-est"
    taken = read_folder(FOLDERS["val-bleu"]).policy.clauses()[0].rules[0].id
    assert form_of(PARTS["rules"], sent=said | {"rules-say-fr": [taken]}).typed.value.id == f"{taken}-2"
    assert form_of(PARTS["rules"], sent={"rules-do": ["advise"]}).typed.value.id == "rule"
    assert not form_of(PARTS["rules"], sent={}).is_valid
    rungs = {"ladder-gravity": ["minor"], "ladder-steps": ["0", "1"]}
    rungs |= {f"ladder-steps-{place}-title-fr": ["Une conversation"] for place in (0, 1)}
    ladder = form_of(PARTS["ladder"], sent=rungs)
    assert [each["id"] for each in ladder.typed.data["steps"]] == ["une-conversation", "une-conversation-2"]


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


def test_the_rules_that_an_example_may_show_are_chosen_by_their_words():
    """Those of its clause come first; the others say where they stand."""
    folder = read_folder(FOLDERS["val-bleu"])
    clause = next(each for each in folder.policy.clauses() if each.id == "comments.attacks-removed")
    part = PARTS["examples"]
    form = AskedForm(part.asked, part.hint, names_in(folder, folder.policy, "en", clause), value=clause.examples[0])
    because = next(each for each in form.fields if each.name == "examples-because")
    own = [rule.id for rule in clause.rules]
    assert [each.value for each in because.options[: len(own)]] == own
    assert because.options[0].label.startswith(clause.rules[0].say["en"][:40])
    assert because.options[-1].label[0].isdigit()
    waive = form_of(PARTS["waive"])
    assert next(each for each in waive.fields if each.name == "waive-obligation").options


def test_choices_come_from_the_policy():
    """Audiences, duties and networks by their names for people."""
    form = form_of(PARTS["approve"])
    by = next(each for each in form.fields if each.name == "approve-by")
    audience = next(each for each in by.items[0].fields if each.name == "approve-by-0-audience")
    folder = read_folder(FOLDERS["val-bleu"])
    assert [each.value for each in audience.options] == list(folder.policy.audiences)
    assert audience.options[0].label == folder.policy.audiences[audience.options[0].value].name["en"]
    assert shape_of(Clause).fields[0].kind is Kind.TEXT
