"""The only source of time: everything that asks for the present moment asks here."""

from datetime import UTC, datetime

_set: datetime | None = None


def now() -> datetime:
    """Return the present moment, aware of its zone, or the moment that the demonstration or a test has set."""
    return _set or datetime.now(UTC)


def set_clock(moment: datetime | None) -> None:
    """Stop the clock at an aware ``moment``, or let it run again with None. For the demonstration and tests only."""
    if moment is not None and moment.tzinfo is None:
        raise ValueError("a set clock needs a time zone")
    global _set  # noqa: PLW0603  # one clock for the whole program is the point of this module
    _set = moment
