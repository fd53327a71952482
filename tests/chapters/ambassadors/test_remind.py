"""Reminders."""

from datetime import UTC, datetime, timedelta

import pytest

from clausier.chapters.ambassadors.actions import keep_campaign
from clausier.identity import duties
from clausier.identity.actions import send_digests
from clausier.identity.models import Absence
from clausier.lib.clock import set_clock
from clausier.tasks.models import Mail
from factories.ambassadors import asking, give_word, make_version
from people import make_person

MONDAY = datetime(2026, 11, 23, 15, tzinfo=UTC)


@pytest.fixture
def person(organization):
    """Somebody who is asked to sign within ten working days, reminded two days before."""
    set_clock(MONDAY)
    make_version(asking("commit: {as: acknowledge, within: 10d, remind: [2d]}"))
    return make_person("Paul")


def remind():
    """What the worker does in an hour."""
    keep_campaign()
    return send_digests()


def _mails(person):
    return Mail.objects.filter(to=person.email).count()


def test_the_first_mail_says_what_is_asked(person):
    """And a second run of the same day sends nothing."""
    remind()
    remind()
    assert _mails(person) == 1


def test_reminders_come_on_their_days(person):
    """When it is asked, two working days before it is due, and when it is due; not in between."""
    sent = []
    for day in range(16):
        set_clock(MONDAY + timedelta(days=day))
        remind()
        sent.append(_mails(person))
    days = [day for day in range(1, 16) if sent[day] != sent[day - 1]]
    assert sent[0] == 1
    assert days == [11, 15]  # Friday, 4 December; and the day after Monday, 7 December


def test_whoever_gave_their_word_is_left_alone(person):
    give_word(person)
    remind()
    assert _mails(person) == 0


def test_quiet_hours_are_quiet(person):
    """At eleven at night nothing leaves; it does in the morning."""
    set_clock(MONDAY + timedelta(hours=13))
    remind()
    assert _mails(person) == 0


def test_whoever_is_away_is_left_alone(person):
    today = MONDAY.date()
    Absence.objects.create(person=person, first=today, last=today)
    remind()
    assert _mails(person) == 0


def test_whoever_has_no_address_is_no_error(person):
    make_person("Without", email=None)
    remind()


def test_it_is_one_duty_among_those_of_the_person(person):
    """With its term, until the word is given."""
    [duty] = [each for each in duties.for_person(person) if each.key == "sign"]
    assert duty.due is not None
    give_word(person)
    assert [each for each in duties.for_person(person) if each.key == "sign"] == []


def test_a_shift_is_when_one_is_reminded(person):
    """At night for who works at night, and never in the middle of their sleep, whatever the quiet hours are."""
    person.shift = "sun-thu 23:00-07:00"
    person.save()
    remind()
    assert _mails(person) == 0
    set_clock(MONDAY + timedelta(hours=14))  # one in the morning
    remind()
    assert _mails(person) == 1
