"""Absences and shifts that come with a list of people."""

from datetime import date

import pytest

from clausier.identity import actions
from clausier.identity.events import people_changed
from clausier.identity.models import Absence, Person
from clausier.identity.shifts import tidy_shift
from factories.identity import officer, sheet
from people import make_person

pytestmark = pytest.mark.django_db
HEAD = "Nom,Matricule,Quart,Absences\n"


def _read(*lines):
    return actions.read_people(actor=Person.objects.get(name="Paule Officer"), source=sheet(HEAD + "\n".join(lines)))


@pytest.fixture(autouse=True)
def actor():
    return officer()


def _days():
    return list(Absence.objects.order_by("first").values_list("first", "last"))


def test_days_away_are_shown_written_and_taken_back(actor):
    """For somebody new and for somebody known; a second time nothing is added."""
    make_person("Zoé", number="7")
    lines = ("Zoé,7,,2026-12-01/2026-12-15; 2027-01-05", "Paul,8,,2026-12-24 au 2027-01-02")
    batch = _read(*lines)
    assert [line["does"] for line in batch.plan] == ["change", "add"]
    assert _days() == []
    actions.confirm_import(actor=actor, batch=batch)
    assert _days() == [
        (date(2026, 12, 1), date(2026, 12, 15)),
        (date(2026, 12, 24), date(2027, 1, 2)),
        (date(2027, 1, 5), date(2027, 1, 5)),
    ]
    assert [line["does"] for line in _read(*lines).plan] == ["same", "same"]
    actions.undo_import(actor=actor, batch=batch)
    assert _days() == []
    assert not Person.objects.filter(number="8").exists()


def test_the_rooms_above_are_told(actor):
    """So that what is asked of whoever is away is worked out anew."""
    told, zoe = [], make_person("Zoé", number="7")
    receiver = lambda people, **_more: told.append(people)  # noqa: E731
    people_changed.connect(receiver)
    actions.confirm_import(actor=actor, batch=_read("Zoé,7,,2026-12-01"))
    people_changed.disconnect(receiver)
    assert told == [[zoe.pk]]


@pytest.mark.parametrize(
    "cell",
    ["demain", "2026-12-15/2026-12-01", "2026-12-01/2036-12-01", "2026-13-01", "2026-12-01; 2026-12-01", "12/01/2026"],
)
def test_what_is_no_day_away_is_an_error_of_its_line(cell):
    [line] = _read(f"Paul,8,,{cell}").plan
    assert line["does"] == "error"


def test_days_that_overlap_are_an_error():
    zoe = make_person("Zoé", number="7")
    Absence.objects.create(person=zoe, first=date(2026, 12, 10), last=date(2026, 12, 20))
    [line] = _read("Zoé,7,,2026-12-15/2026-12-25").plan
    assert line["does"] == "error"


def test_a_shift_is_kept_in_one_form(actor):
    """Days in French or English, hours as people type them."""
    batch = _read("Paul,8,dim-jeu 23 h-7 h; sam 8h30-16:00,")
    actions.confirm_import(actor=actor, batch=batch)
    assert Person.objects.get(number="8").shift == "sun-thu 23:00-07:00; sat 08:30-16:00"
    [line] = _read("Zoé,9,la nuit,").plan
    assert line["does"] == "error"


@pytest.mark.parametrize("text", ["mon", "mon-fri", "someday 08:00-16:00", "mon 25:00-26:00", "mon 08:00-08:00"])
def test_what_is_no_shift_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011  # it says nothing: the form does
        tidy_shift(text)
