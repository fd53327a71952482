"""Terms on the organisation's calendar."""

from datetime import UTC, datetime

import pytest

from clausier.decisions.references import initials
from clausier.decisions.terms import after
from clausier.document.model import Calendar, Duration, Facts

FACTS = Facts(calendar=Calendar(timezone="America/Toronto", holidays="CA-QC", hours={"mon-fri": "08:30-16:30"}))
MONDAY = datetime(2026, 11, 23, 15, tzinfo=UTC)
ENDS = {
    "1d": "2026-11-24",
    "5d": "2026-11-30",
    "30d!": "2026-12-23",
    "10d": "2026-12-07",
    "25d": "2026-12-29",  # Christmas is not worked
    "48h!": "2026-11-25",
    "4h": "2026-11-23",
    "8h": "2026-11-24",
    "3m": "2027-02-23",
    "1y": "2027-11-23",
}


@pytest.mark.parametrize("span", ENDS)
def test_a_term_ends_with_its_last_day(span):
    """Working days skip the weekend and the holidays; the first day does not count."""
    end = after(MONDAY, Duration.parse(span), FACTS)
    assert end.isoformat() == f"{ENDS[span]}T23:59:59-05:00"


def test_a_month_ends_where_the_next_one_does():
    assert after(datetime(2027, 1, 31, 15, tzinfo=UTC), Duration.parse("1m"), FACTS).day == 28


def test_a_weekend_counts_for_nothing():
    """What comes on a Saturday has its first day on the Monday."""
    assert after(datetime(2026, 11, 28, 15, tzinfo=UTC), Duration.parse("1d"), FACTS).day == 30


def test_without_hours_the_week_is_worked():
    assert after(MONDAY, Duration.parse("5d"), Facts()).day == 30


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Ville de Val-Bleu", "VB"), ("Banque Boréale", "BB"), ("Équipe", "EQ"), ("X", "XX"), ("", "CL"), ("東京", "CL")],
)
def test_the_initials_of_an_organization(name, letters):
    """Two letters, whatever the name."""
    assert initials(name) == letters
