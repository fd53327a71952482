"""Hours and days: what a policy may write, and what it means."""

import re

import pytest

from clausier.document.hours import parse_days, parse_hours


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("08:30-16:30", ((510, 990),)),
        ("00:00-24:00", ((0, 1440),)),
        ("20:00-07:00", ((1200, 420),)),
        ("23:59-00:00", ((1439, 0),)),
        ("08:30-12:00, 13:00-16:30", ((510, 720), (780, 990))),
    ],
)
def test_hours_are_minutes_of_the_day(text, minutes):
    """An end before the start belongs to the next day; a day may hold several stretches."""
    assert parse_hours(text) == minutes


@pytest.mark.parametrize(
    "text",
    [
        "",
        "8:30-16:30",
        "08:30",
        "08:30–16:30",
        "24:00-07:00",
        "08:60-09:00",
        "25:00-26:00",
        "09:00-09:00",
        "٠٨:30-16:30",
        "08:30-12:00,",
    ],
)
def test_other_hours_are_refused(text):
    """What is not two times of day, or has no length, is no stretch of hours."""
    with pytest.raises(ValueError, match=f"^{re.escape(text)}$|^$"):
        parse_hours(text)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("mon", {0}),
        ("mon-fri", {0, 1, 2, 3, 4}),
        ("mon-sun", set(range(7))),
        ("sat-mon", {5, 6, 0}),
        ("sun-sun", {6}),
        ("mon, tue", {0, 1}),
        ("mon-wed,fri", {0, 1, 2, 4}),
    ],
)
def test_days_are_numbers_from_monday(text, days):
    """A run may go past Sunday."""
    assert parse_days(text) == days


@pytest.mark.parametrize(
    "text", ["", "-", "mon-", "-fri", "monday", "Mon", "lun-ven", "mon-fri-sun", "mon,", "mon;tue"]
)
def test_other_days_are_refused(text):
    """What is neither a day, nor a run of days, nor a list of them is refused."""
    with pytest.raises(ValueError, match=f"^{re.escape(text)}$|^$"):
        parse_days(text)
