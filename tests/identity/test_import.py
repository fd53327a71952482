"""A list of people: shown before anything is written, written at once, undone within a week."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from clausier.audit.models import Entry
from clausier.identity import actions, audience_names
from clausier.identity.models import PeopleImport, Person, RoleGrant
from clausier.lib import clock
from clausier.lib.refusals import RefusedError
from factories.identity import administrator, officer, sheet
from people import make_person, signed_in

pytestmark = pytest.mark.django_db
HEAD = "Nom,Courriel,Matricule,Langue,Service,Lien,Régime,Groupes,Gestionnaire\n"


@pytest.fixture
def actor():
    """Who reads the list."""
    return officer()


def _read(actor, *lines, head=HEAD):
    return actions.read_people(actor=actor, source=sheet(head + "\n".join(lines)))


def _does(batch):
    return [line["does"] for line in batch.plan]


def test_nothing_is_written_before_a_yes(actor):
    before = Person.objects.count()
    batch = _read(actor, "Zoé,zoe@valbleu.example,7,français,Neige,employee,unionised,,")
    assert (_does(batch), Person.objects.count(), Entry.objects.count()) == (["add"], before, 0)


def test_a_list_adds_changes_and_leaves_the_same(actor):
    """By number first, then by e-mail; an empty cell leaves what is known."""
    make_person("Same", email="same@valbleu.example", unit="Neige")
    make_person("Old", email="old@valbleu.example", number="9", unit="Neige")
    batch = _read(
        actor, "New,,7,en,,,,,9", "Same,same@valbleu.example,,,Neige,,,,", "Changed,new@valbleu.example,9,,,,,,"
    )
    assert _does(batch) == ["add", "same", "change"]
    actions.confirm_import(actor=actor, batch=batch)
    changed, new = Person.objects.get(number="9"), Person.objects.get(number="7")
    assert (changed.name, changed.email, changed.unit) == ("Changed", "new@valbleu.example", "Neige")
    assert (new.email, new.language, new.manager, new.has_usable_password()) == (None, "en", changed, False)
    assert Person.objects.get_queryset().found_by("changed").get() == changed
    assert [entry.action for entry in Entry.objects.all()] == ["identity.people.imported"]


@pytest.mark.parametrize(
    "line",
    [
        ",x@valbleu.example,,,,,,,",
        "A,not an address,,,,,,,",
        "A,,,Klingon,,,,,",
        "A,,,,,friend,,,",
        "A,,,,,,king,,",
        "A,,,,,,,,nobody",
        "A,,5,,,,,,5",
        "A,gone@valbleu.example,,,,,,,",
        "A,paule.officer@valbleu.example,88,,,,,,",
        f"{'x' * 201},,,,,,,,",
    ],
)
def test_a_line_that_is_wrong_says_why_and_is_not_written(actor, line):
    """The others are."""
    make_person("Gone", email="gone@valbleu.example", is_active=False)
    make_person("Eighty", number="88")
    batch = _read(actor, "Fine,,1,,,,,,", line)
    assert _does(batch) == ["add", "error"]
    assert batch.plan[1]["error"]
    actions.confirm_import(actor=actor, batch=batch)
    assert Person.objects.filter(number="1").exists()
    assert not Person.objects.filter(name="A").exists()


def test_the_same_person_twice_is_told_with_the_first_line(actor):
    batch = _read(actor, "A,a@valbleu.example,1,,,,,,", "B,A@valbleu.example,2,,,,,,")
    assert _does(batch) == ["add", "error"]
    assert "2" in batch.plan[1]["error"]


def test_an_audience_that_the_policy_does_not_declare_is_told(actor, monkeypatch):
    """Once there is a policy; before, slugs are kept as they are."""
    assert _does(_read(actor, "A,,1,,,,,crew spokespeople,")) == ["add"]
    monkeypatch.setattr(audience_names.names.__self__, "_sources", [lambda _language: {"crew": "Équipe"}])
    assert _does(_read(actor, "A,,1,,,,,crew,", "B,,2,,,,,crew spokespeople,")) == ["add", "error"]


def test_a_list_takes_over_no_grave_role(actor):
    """Another e-mail for an auditor is an error of its line, and nobody becomes one between reading and writing."""
    auditor, later = make_person("Paul Auditor", "auditor", number="7"), make_person("Later", number="8")
    batch = _read(actor, "Paul Auditor,mine@elsewhere.example,7", head="Nom,Courriel,Matricule\n")
    assert _does(batch) == ["error"]
    batch = _read(actor, "Later,mine@elsewhere.example,8", head="Nom,Courriel,Matricule\n")
    RoleGrant.objects.create(person=later, role="administrator", by=auditor, second=auditor)
    with pytest.raises(RefusedError):
        actions.confirm_import(actor=actor, batch=batch)
    assert not Person.objects.filter(email="mine@elsewhere.example").exists()


def test_managers_may_come_with_the_same_list(actor):
    """In any order."""
    batch = _read(actor, "A,,1,,,,,,b@valbleu.example", "B,b@valbleu.example,2,,,,,,")
    actions.confirm_import(actor=actor, batch=batch)
    assert Person.objects.get(number="1").manager.name == "B"
    assert _does(_read(actor, "A,,1,,,,,,2")) == ["same"]


def test_people_changed_since_it_was_shown_stop_the_list(actor):
    """All of it: nothing is half written."""
    person = make_person("Old", number="9")
    batch = _read(actor, "Fine,,1,,,,,,", "New,,9,,,,,,")
    actions.change_person(actor=actor, person=person, name="Other")
    with pytest.raises(RefusedError):
        actions.confirm_import(actor=actor, batch=batch)
    assert not Person.objects.filter(number="1").exists()


def test_a_list_is_written_once(actor):
    batch = _read(actor, "Fine,,1,,,,,,")
    actions.confirm_import(actor=actor, batch=batch)
    with pytest.raises(RefusedError):
        actions.confirm_import(actor=actor, batch=batch)


def test_undoing_puts_back_what_was_there(actor):
    """Additions go, their managers among them, changes are taken back, and the plan is forgotten."""
    make_person("Old", number="9", unit="Neige")
    before = list(Person.objects.values("name", "unit", "email", "folded"))
    batch = _read(actor, "Old,,9,,Feu,,,,2", "A,,1,,,,,,2", "B,,2,,,,,,")
    actions.confirm_import(actor=actor, batch=batch)
    assert actions.undo_import(actor=actor, batch=batch) == 0
    assert list(Person.objects.values("name", "unit", "email", "folded")) == before
    assert PeopleImport.objects.get().plan == []


def test_undoing_keeps_whoever_was_changed_or_did_something_since(actor):
    make_person("Old", number="9", unit="Neige")
    batch = _read(actor, "Old,,9,,Feu,,,,", "A,,1,,,,,,", "B,,2,,,,,,")
    actions.confirm_import(actor=actor, batch=batch)
    actions.change_person(actor=actor, person=Person.objects.get(number="9"), unit="Eau")
    actions.grant_role(actor=administrator(), person=Person.objects.get(number="1"), role="author")
    assert actions.undo_import(actor=actor, batch=batch) == 2
    assert set(Person.objects.exclude(number=None).values_list("number", "unit")) == {("9", "Eau"), ("1", "")}


def test_undoing_ends_after_a_week(actor):
    batch = _read(actor, "A,,1,,,,,,")
    actions.confirm_import(actor=actor, batch=batch)
    clock.set_clock(clock.now() + timedelta(days=7, seconds=1))
    with pytest.raises(RefusedError):
        actions.undo_import(actor=actor, batch=batch)


def test_what_was_not_confirmed_is_forgotten(actor):
    """After a day, when the next list is read."""
    _read(actor, "A,,1,,,,,,")
    clock.set_clock(clock.now() + timedelta(days=1, seconds=1))
    _read(actor, "B,,2,,,,,,")
    assert PeopleImport.objects.count() == 1


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b'Nom\n"A', b"PK\x03\x04", b"Courriel\nx", b"\xff\xfeN"])
def test_a_file_that_cannot_be_read_comes_back_with_a_sentence(actor, content):
    """Never a traceback."""
    file = SimpleUploadedFile("people.csv", content)
    response = signed_in(actor).post("/fr/people/import", {"sheet": file})
    assert response.status_code == 200
    assert "errorlist" in response.content.decode()


def test_the_whole_walk_by_the_pages(actor):
    """Read, look, write, undo."""
    client = signed_in(actor)
    file = SimpleUploadedFile("people.csv", "Nom;Étage\nZoé;3\n".encode("cp1252"))
    shown = client.post("/fr/people/import", {"sheet": file}).headers["Location"]
    page = client.get(shown).content.decode()
    assert "Étage" in page
    assert "Windows-1252" in page
    client.post(f"{shown}/confirm")
    assert Person.objects.filter(name="Zoé").exists()
    client.post(f"{shown}/undo")
    assert not Person.objects.filter(name="Zoé").exists()
