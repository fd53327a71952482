"""Working hours, quiet hours and periods, on the organisation's calendar."""

from datetime import date, datetime

import pytest

from clausier.document.model import Calendar, Duration, Facts, Period
from clausier.engine.calendar import WorkCalendar

FACTS = Facts(
    calendar=Calendar(timezone="America/Toronto", holidays="CA-QC", hours={"mon-fri": "08:30-16:30"}),
    periods={"election": Period(from_=date(2029, 9, 21), to=date(2029, 11, 4))},
)
CALENDAR = WorkCalendar(FACTS, ({"mon-sun": "20:00-07:00"},))


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-11-23T10:00:00-05:00", ["working-hours"]),
        ("2026-11-23T15:00:00+00:00", ["working-hours"]),
        ("2026-11-23T08:29:59-05:00", []),
        ("2026-11-23T16:30:00-05:00", []),
        ("2026-11-22T10:00:00-05:00", []),
        ("2026-06-24T10:00:00-04:00", []),
        ("2026-11-23T20:00:00-05:00", ["quiet-hours"]),
        ("2026-11-24T06:59:00-05:00", ["quiet-hours"]),
        ("2026-11-24T07:00:00-05:00", []),
    ],
)
def test_the_moment_is_read_in_the_organisations_zone(moment, expected):
    """Hours are local, holidays are off, and a night belongs to the evening it began."""
    assert CALENDAR.times(datetime.fromisoformat(moment)) == expected


def test_a_night_that_begins_on_saturday_ends_on_sunday_morning():
    """Quiet hours of one day reach past midnight, and only from that day."""
    calendar = WorkCalendar(FACTS, ({"sat": "22:00-08:00"},))

    assert "quiet-hours" in calendar.times(datetime.fromisoformat("2026-11-22T07:59:00-05:00"))
    assert "quiet-hours" not in calendar.times(datetime.fromisoformat("2026-11-21T07:59:00-05:00"))


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-11-23T12:30:00-05:00", []),
        ("2026-11-23T13:00:00-05:00", ["working-hours"]),
        ("2026-11-24T10:00:00-05:00", []),
        ("2026-11-27T10:00:00-05:00", ["working-hours"]),
    ],
)
def test_a_day_may_hold_several_stretches_and_a_week_several_days(moment, expected):
    """Between two stretches, and on a day that is not named, nobody works."""
    facts = Facts(calendar=Calendar(hours={"mon,wed-fri": "08:30-12:00, 13:00-16:30"}))

    assert WorkCalendar(facts).times(datetime.fromisoformat(moment)) == expected


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2029-09-21T00:00:00-04:00", ["election"]),
        ("2029-09-21T03:59:00+00:00", []),
        ("2029-11-04T23:59:00-05:00", ["election"]),
        ("2029-11-05T00:00:00-05:00", []),
    ],
)
def test_a_period_holds_both_of_its_ends(moment, expected):
    """The first and the last day are in, from midnight to midnight there."""
    assert CALENDAR.periods(datetime.fromisoformat(moment)) == expected


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        ("3d!", "2026-11-20T10:00:00-05:00"),
        ("3d", "2026-11-18T10:00:00-05:00"),
        ("30d", "2026-10-09T10:00:00-05:00"),
        ("8h", "2026-11-20T10:00:00-05:00"),
        ("1y", "2025-11-23T10:00:00-05:00"),
        ("12m", "2025-11-23T10:00:00-05:00"),
        ("99999y", "2025-11-23T10:00:00-05:00"),
        ("99999d", "2025-11-23T10:00:00-05:00"),
    ],
)
def test_working_days_are_counted_and_calendar_days_taken_off(span, expected):
    """Week-ends and holidays are no working days; nothing goes back more than a year."""
    at = datetime.fromisoformat("2026-11-23T10:00:00-05:00")

    assert CALENDAR.before(at, Duration.parse(span)) == datetime.fromisoformat(expected)


@pytest.mark.parametrize(
    ("calendar", "error"),
    [
        (Calendar(timezone="Mars/Base"), KeyError),
        (Calendar(hours={"everyday": "08:30-16:30"}), ValueError),
        (Calendar(hours={"mon-fri": "8h"}), ValueError),
    ],
)
def test_a_calendar_that_tells_no_time_is_refused_before_any_check(calendar, error):
    """Whoever makes an engine of it hears so at once, not in the middle of a batch."""
    with pytest.raises(error):
        WorkCalendar(Facts(calendar=calendar))


@pytest.mark.parametrize("holidays", ["XX", "CA-XX"])
def test_holidays_that_do_not_exist_are_a_wrong_value(holidays):
    """As hours that are none."""
    calendar = WorkCalendar(Facts(calendar=Calendar(holidays=holidays, hours={"mon-fri": "08:30-16:30"})))

    with pytest.raises(ValueError, match=holidays):
        calendar.times(datetime.fromisoformat("2026-11-23T10:00:00-05:00"))
