"""What is asked of a person, and until when."""

from datetime import UTC, date, datetime, timedelta

import pytest

from clausier.chapters.ambassadors.actions import decline
from clausier.chapters.ambassadors.selectors import asked_of, groups_of
from clausier.identity.models import Absence
from clausier.lib.clock import set_clock
from clausier.policy.selectors import in_force
from factories.ambassadors import CLAUSE, amended, asking, give_word, make_version
from people import make_person

MONDAY = datetime(2026, 11, 23, 15, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _monday(organization):
    set_clock(MONDAY)


def _asked(person):
    return [each.clause.id for each in asked_of(person)]


def test_nothing_is_asked_before_the_first_adoption():
    assert asked_of(make_person()) == []


def test_a_clause_that_asks_everybody_asks_each():
    """Its word and its term are those of the policy."""
    make_version(asking())
    [asked] = asked_of(make_person())
    assert (asked.clause.id, asked.word, asked.since) == (CLAUSE, "acknowledge", None)


def test_inform_asks_nothing():
    make_version(asking("commit: {as: inform}"))
    assert _asked(make_person()) == []


def test_an_audience_is_asked_what_it_is_named_for():
    """Whoever is not of the audience is not asked."""
    files = asking()
    files["chapters/02-transparency.yaml"] = files["chapters/02-transparency.yaml"].replace(
        "audience: [everyone]", "audience: [managers]"
    )
    make_version(files)
    assert _asked(make_person("One")) == []
    assert _asked(make_person("Two", audiences=["managers"])) == [CLAUSE]


def test_a_word_given_is_not_asked_again():
    make_version(asking())
    person = make_person()
    give_word(person)
    assert _asked(person) == []


def test_a_refusal_is_an_answer():
    """It is not asked again until the clause changes."""
    version = make_version(asking())
    person = make_person()
    decline(person=person, version=version, word="acknowledge", language="fr", digest=version.digest)
    assert _asked(person) == []
    set_clock(MONDAY + timedelta(days=1))
    amended()
    assert _asked(person) == [CLAUSE]


@pytest.mark.parametrize(
    ("again", "is_minor", "is_asked"),
    [
        ("major", False, True),
        ("major", True, False),
        ("any", True, True),
        ("never", False, False),
    ],
)
def test_a_change_asks_again_as_the_clause_says(again, is_minor, is_asked):
    """A minor change asks only where any change does; ``never`` asks once."""
    files = asking(f"commit: {{as: acknowledge, within: 30d, again: {again}}}")
    first = make_version(files)
    person = make_person()
    give_word(person)
    set_clock(MONDAY + timedelta(days=1))
    amended(files=files, is_minor=is_minor)
    assert bool(_asked(person)) is is_asked
    if is_asked:
        assert asked_of(person)[0].since == first
        assert asked_of(person)[0].changes.id == CLAUSE


def test_a_change_elsewhere_asks_nothing():
    """Only what changed is read again."""
    make_version(asking())
    person = make_person()
    give_word(person)
    set_clock(MONDAY + timedelta(days=1))
    files = asking()
    files["chapters/08-responses.yaml"] = files["chapters/08-responses.yaml"].replace("has its answer", "has an answer")
    make_version(files, title="Elsewhere")
    assert _asked(person) == []


def test_a_change_that_is_undone_asks_nothing():
    """What the person said is true again."""
    make_version(asking())
    person = make_person()
    give_word(person)
    set_clock(MONDAY + timedelta(days=1))
    amended()
    set_clock(MONDAY + timedelta(days=2))
    make_version(asking(), title="Back")
    assert _asked(person) == []


def test_a_word_is_renewed_after_its_time():
    make_version(asking("commit: {as: acknowledge, within: 30d, every: 12m}"))
    person = make_person()
    give_word(person)
    set_clock(MONDAY + timedelta(days=364))
    assert _asked(person) == []
    set_clock(MONDAY + timedelta(days=366))
    assert _asked(person) == [CLAUSE]


def test_due_counts_working_days():
    """Two working days after a Friday are a Tuesday, to its end."""
    set_clock(datetime(2026, 11, 27, 15, tzinfo=UTC))
    make_version(asking("commit: {as: acknowledge, within: 2d}"))
    [asked] = asked_of(make_person())
    assert asked.due.date() == date(2026, 12, 1)


def test_due_counts_from_the_day_one_joins():
    make_version(asking("commit: {as: acknowledge, within: 2d}"))
    set_clock(MONDAY + timedelta(days=14))
    [asked] = asked_of(make_person())
    assert asked.due.date() == date(2026, 12, 9)


def test_an_absence_puts_it_off():
    """Days of absence do not count."""
    make_version(asking("commit: {as: acknowledge, within: 2d}"))
    person = make_person()
    Absence.objects.create(person=person, first=date(2026, 11, 24), last=date(2026, 11, 27))
    [asked] = asked_of(person)
    assert asked.due.date() == date(2026, 12, 1)


def test_the_page_tells_what_changed():
    """Words added and removed are marked; the minutes are those of the change."""
    make_version(asking())
    person = make_person()
    give_word(person)
    set_clock(MONDAY + timedelta(days=1))
    amended()
    [group] = groups_of(in_force(), asked_of(person), "en")
    assert not group.is_first
    assert [mark.text for mark in group.cards[0].marks if mark.kind == "added"] == [" Always."]
