"""Who answers for a duty, and of which audiences a person is."""

from datetime import UTC, date, datetime

import pytest

from clausier.document.model.policy import Audience
from clausier.document.model.types import Localized
from clausier.identity import actions, duties, duty_names, selectors
from clausier.identity.models import Absence, Person
from clausier.lib.refusals import RefusedError
from factories.identity import hold, officer
from people import make_person

NOON = datetime(2026, 12, 3, 17, tzinfo=UTC)


@pytest.fixture
def snow(db):
    """A duty with somebody in charge and a deputy."""
    chief, deputy = make_person("Chief"), make_person("Deputy")
    hold("snow", deputy, rank=1)
    hold("snow", chief)
    return chief, deputy


def test_the_first_in_charge_comes_first(snow):
    assert selectors.holders("snow") == list(snow)


def test_whoever_is_away_is_left_out(snow):
    """On those days only, both included."""
    chief, deputy = snow
    Absence.objects.create(person=chief, first=date(2026, 12, 3), last=date(2026, 12, 3))
    assert selectors.holders("snow", NOON) == [deputy]
    assert selectors.holders("snow", NOON.replace(day=4)) == [chief, deputy]


def test_days_are_those_of_the_organisation(snow, organization):
    """At two in the morning in London it is still the evening before in Toronto."""
    chief, deputy = snow
    Absence.objects.create(person=chief, first=date(2026, 12, 3), last=date(2026, 12, 3))
    assert selectors.holders("snow", datetime(2026, 12, 4, 2, tzinfo=UTC)) == [deputy]


def test_a_question_never_falls_to_nobody(snow):
    """When everybody is away, those who hold the duty hold it still."""
    for person in snow:
        Absence.objects.create(person=person, first=date(2026, 12, 3), last=date(2026, 12, 3))
    assert selectors.holders("snow", NOON) == list(snow)


def test_whoever_left_holds_nothing(snow):
    actions.end_person(actor=officer(), person=snow[0])
    assert selectors.holders("snow") == [snow[1]]


def test_a_new_rank_replaces_the_old_one(snow):
    chief, deputy = snow
    actions.assign_duty(actor=officer(), duty="snow", person=deputy, rank=0)
    actions.assign_duty(actor=officer("Another Officer"), duty="snow", person=chief, rank=1)
    assert selectors.holders("snow") == [deputy, chief]


class _Policy:
    """As much of a policy as audiences need."""

    audiences = {  # noqa: RUF012
        "spokespeople": Audience(name=Localized({"fr": "x"}), within="communications"),
        "communications": Audience(name=Localized({"fr": "x"}), within="spokespeople"),
    }


def test_audiences_hold_those_they_are_within():
    """Everyone included, and a circle ends."""
    person = Person(name="x", audiences=["spokespeople", "unknown"])
    expected = {"everyone", "spokespeople", "communications", "unknown"}
    assert selectors.audiences_of(person, _Policy) == expected


@pytest.mark.django_db
def test_a_duty_without_a_deputy_is_asked_about(monkeypatch):
    """Of whoever assigns duties; one of the policy that nobody holds presses more."""
    declared = duty_names.names.__self__
    monkeypatch.setattr(declared, "_sources", [lambda _language: {"snow": "Neige", "office": "Greffe"}])
    hold("snow", make_person("Chief"))
    assert {duty.key for duty in duties.for_person(officer())} == {"identity.unheld", "identity.deputy"}
    assert duties.for_person(make_person("Nobody")) == []


def test_nobody_charges_themselves_with_a_duty(organization):
    """A people officer would read what is written to the representative alone."""
    actor = officer()
    with pytest.raises(RefusedError):
        actions.assign_duty(actor=actor, duty="representative", person=actor)
    actions.assign_duty(actor=officer("Another Officer"), duty="representative", person=actor)
    assert selectors.holders("representative") == [actor]
