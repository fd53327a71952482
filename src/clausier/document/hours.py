"""Hours and days as a policy writes them: ``mon-wed,fri: "08:30-12:00, 13:00-16:30"``."""

import re

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MIDNIGHT = 24 * 60
_STRETCH = re.compile(r"([0-2][0-9]):([0-5][0-9])-([0-2][0-9]):([0-5][0-9])")


def parse_hours(text: str) -> tuple[tuple[int, int], ...]:
    """Return the start and end of each stretch in minutes; an end before the start is that of the next day.

    Raises ValueError for anything else, and for a stretch that has no length.
    """
    return tuple(map(_stretch, parts(text)))


def _stretch(text: str) -> tuple[int, int]:
    match = _STRETCH.fullmatch(text)
    if match is None:
        raise ValueError(text)
    start, end = (int(match[hour]) * 60 + int(match[hour + 1]) for hour in (1, 3))
    if start >= MIDNIGHT or end > MIDNIGHT or start == end:
        raise ValueError(text)
    return start, end


def parse_days(text: str) -> frozenset[int]:
    """Return the days of ``mon``, ``mon-fri``, ``sat-mon`` or ``mon,wed-fri``, Monday being 0.

    Raises ValueError for anything else.
    """
    return frozenset().union(*map(_run, parts(text)))


def _run(text: str) -> frozenset[int]:
    first, _, last = text.partition("-")
    if first not in DAYS or (last or first) not in DAYS or text.endswith("-"):
        raise ValueError(text)
    start, end = DAYS.index(first), DAYS.index(last or first)
    return frozenset((start + step) % len(DAYS) for step in range((end - start) % len(DAYS) + 1))


def parts(text: str) -> list[str]:
    """Return what stands between the commas."""
    return [part.strip() for part in text.split(",")]
