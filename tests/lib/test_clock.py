"""The one source of time."""

from datetime import UTC, datetime

import pytest

from clausier.lib import clock

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _let_it_run():
    yield
    clock.set_clock(None)


def test_runs_with_the_machine():
    """Now is aware of its zone and lies between two looks at the machine's clock."""
    assert datetime.now(UTC) <= clock.now() <= datetime.now(UTC)


def test_stops_where_it_is_set_and_runs_again():
    """A set clock stands still until it is let go."""
    clock.set_clock(NOON)
    assert clock.now() == clock.now() == NOON
    clock.set_clock(None)
    assert clock.now() != NOON


def test_refuses_a_moment_without_zone():
    """A moment that could be any of twenty-four is no moment."""
    with pytest.raises(ValueError, match="time zone"):
        clock.set_clock(NOON.replace(tzinfo=None))
