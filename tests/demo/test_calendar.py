"""The days of the demonstration fall well whatever the day on which it is built."""

from datetime import UTC, datetime, timedelta

import pytest

from clausier.demo.calendar import Calendar
from clausier.demo.moderating import LEFT, Moderating
from clausier.demo.reading import FIRST, SECOND, SLOWEST
from clausier.demo.town import Town, data

MONDAY = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
WEEK = [MONDAY + timedelta(days=number) for number in range(7)]
APPEALED = [comment for comment in data("comments") if "appeal" in comment]


def _read_on(calendar, comment):
    """The day, counted back from today, on which a moderator first sees a comment."""
    arrived = calendar.at(comment["day"], comment["at"]) + timedelta(minutes=12)
    days = range(comment["day"], LEFT - 1, -1)
    return next((day for day in days if calendar.works(day) and calendar.at(day, "09:05") > arrived), None)


@pytest.mark.parametrize("today", WEEK, ids=lambda day: day.strftime("%A"))
def test_an_objection_follows_its_decision(today):
    """A comment is read before its author objects, and the answer comes after the objection, before today."""
    calendar = Calendar(today)
    assert len(APPEALED) >= 3
    for comment in APPEALED:
        lodged = comment["day"] - comment["appeal"]["after"]
        read = _read_on(calendar, comment)
        assert read is not None
        assert read >= lodged  # at nine in the morning; objections come in the evening
        assert 0 <= lodged - comment["appeal"].get("days", 0) <= lodged


@pytest.mark.parametrize("today", WEEK, ids=lambda day: day.strftime("%A"))
def test_what_a_person_decided_is_read_in_time(today):
    """What the data tell was decided has a morning on which it is, but for the last ones, which wait."""
    calendar = Calendar(today)
    late = [comment["text"] for comment in data("comments") if "decided" in comment and not _read_on(calendar, comment)]
    assert late == []


def test_the_town_keeps_its_own_hours():
    """Whoever builds it at night elsewhere finds the day that it is in the town."""
    calendar = Calendar(datetime(2026, 11, 24, 3, 0, tzinfo=UTC))
    assert calendar.at(0, "09:00").isoformat() == "2026-11-23T09:00:00-05:00"
    assert [calendar.works(day) for day in range(7)] == [True, False, False, True, True, True, True]


def test_the_hour_is_that_of_the_season():
    """Three months cross a change of hour."""
    calendar = Calendar(MONDAY)
    assert calendar.at(90, "09:00").utcoffset() != calendar.at(1, "09:00").utcoffset()


def test_readers_have_read_each_version_before_the_next():
    assert FIRST - SLOWEST > SECOND


@pytest.mark.parametrize("today", WEEK, ids=lambda day: day.strftime("%A"))
def test_nobody_reads_comments_on_a_day_off(today):
    calendar = Calendar(today)
    moderating = Moderating(Town(), calendar)
    acts = [act.at for day in range(90) for act in moderating.day(day) if act.do == moderating._read]  # noqa: SLF001
    assert acts
    assert all(at.weekday() < 5 for at in acts)
