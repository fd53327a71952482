"""What follows a lateness."""

from datetime import UTC, datetime, timedelta

import pytest

from clausier.audit.models import Entry
from clausier.chapters.ambassadors.actions import keep_campaign, tell_lateness
from clausier.identity import duties
from clausier.identity.models import Absence, Person, RoleGrant
from clausier.lib.clock import now, set_clock
from clausier.tasks.models import Mail
from factories.ambassadors import asking, give_word, make_version
from people import make_person

MONDAY = datetime(2026, 11, 23, 15, tzinfo=UTC)
LATE = MONDAY + timedelta(days=8)  # Tuesday: due on Friday


@pytest.fixture(autouse=True)
def version(organization):
    """A policy that asks for a word within four working days, then tells the manager, then the owner."""
    set_clock(MONDAY)
    Person.objects.create(name="Installer", email="installer@valbleu.example", relation="agency")
    return make_version(asking("commit: {as: acknowledge, within: 4d, then: [manager, owner]}"))


@pytest.fixture
def manager():
    return make_person("Max", "manager")


def _told(person, at):
    """The letters of a person, once a day has come."""
    set_clock(at)
    keep_campaign()
    tell_lateness()
    return list(Mail.objects.filter(to=person.email).order_by("pk"))


def test_the_manager_is_told_of_late_or_done(manager):
    """A name, and neither clause nor answer; once, whatever runs twice."""
    make_person("Paul", manager=manager)
    give_word(make_person("Zoe", manager=manager))
    assert _told(manager, MONDAY + timedelta(days=1)) == []
    [mail] = _told(manager, LATE)
    assert "Paul" in mail.text
    assert "Zoe" not in mail.text
    assert len(_told(manager, LATE)) == 1
    assert Entry.objects.filter(action="ambassadors.lateness.told", subject=manager.uid).count() == 1


def test_the_owner_is_told_a_week_later_by_numbers(manager):
    author = make_person("Ann", "author")
    make_person("Paul", manager=manager)
    give_word(author)
    give_word(manager)
    assert _told(author, LATE) == []
    [mail] = _told(author, LATE + timedelta(days=8))
    assert "1 personne" in mail.subject
    assert "Paul" not in mail.text
    assert len(_told(manager, LATE + timedelta(days=9))) == 1


def test_without_a_manager_the_owner_is_told_at_once():
    author = make_person("Ann", "author")
    give_word(author)
    make_person("Paul")
    assert len(_told(author, LATE)) == 1


def test_whose_manager_has_left_is_told_further(manager):
    author = make_person("Ann", "author")
    give_word(author)
    make_person("Paul", manager=manager)
    manager.is_active = False
    manager.save()
    assert len(_told(author, LATE)) == 1


def test_a_large_team_makes_one_sheet_a_week(manager):
    """On Monday, everybody on it."""
    for number in range(31):
        make_person(f"Person {number}", manager=manager)
    assert _told(manager, LATE) == []
    [mail] = _told(manager, MONDAY + timedelta(days=14))
    assert "31" in mail.subject


def test_a_manager_who_is_away_is_told_when_back(manager):
    make_person("Paul", manager=manager)
    day = LATE.date()
    Absence.objects.create(person=manager, first=day, last=day)
    assert _told(manager, LATE) == []
    assert len(_told(manager, LATE + timedelta(days=1))) == 1


def test_nothing_is_told_in_the_quiet_hours(manager):
    make_person("Paul", manager=manager)
    assert _told(manager, LATE + timedelta(hours=13)) == []


def test_whoever_is_away_is_not_late(manager):
    """Their term is later by as many days."""
    paul = make_person("Paul", manager=manager)
    Absence.objects.create(person=paul, first=MONDAY.date(), last=LATE.date())
    assert _told(manager, LATE) == []


def test_a_clause_that_names_nobody_tells_nobody(manager):
    make_version(asking("commit: {as: acknowledge, within: 4d}"))
    make_person("Paul", manager=manager)
    assert _told(manager, now() + timedelta(days=20)) == []


def test_a_manager_without_e_mail_finds_it_on_their_page():
    manager = make_person("Max", email=None)
    make_person("Paul", manager=manager)
    RoleGrant.objects.create(person=manager, role="manager")
    set_clock(LATE)
    keep_campaign()
    assert tell_lateness() == 0
    assert "team" in [each.key for each in duties.for_person(Person.objects.get(pk=manager.pk))]
