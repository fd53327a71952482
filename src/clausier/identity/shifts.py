"""The shift of a person as people type it: ``dim-jeu 23:00-07:00; sam 08:00-16:00``, kept with English days."""

import re

from clausier.document.hours import parse_days, parse_hours

FRENCH = {"lun": "mon", "mar": "tue", "mer": "wed", "jeu": "thu", "ven": "fri", "sam": "sat", "dim": "sun"}
LONGEST = 200


def parse_shift(text: str) -> dict[str, str]:
    """Return the hours of a shift by their days. Raises ValueError for anything that is none."""
    found = {}
    for part in filter(None, (each.strip() for each in text.split(";"))):
        days, _, hours = part.partition(" ")
        parse_days(days)
        parse_hours(hours)
        found[days] = hours.strip()
    return found


def tidy_shift(text: str) -> str:
    """Return a shift as it is kept, whichever language its days are in. Raises ValueError for one that is none."""
    said = re.sub(r"[a-zé]+", _day, text.strip().lower())
    said = re.sub(r"(\d)\s*h\s*(\d\d)?", lambda hour: f"{hour[1]}:{hour[2] or '00'}", said)
    said = re.sub(r"(?<!\d)(\d:\d\d)", r"0\1", said)
    found = "; ".join(f"{days} {hours}" for days, hours in parse_shift(said).items())
    if len(found) > LONGEST:
        raise ValueError(text)
    return found


def _day(word: re.Match[str]) -> str:
    """Return a day in English by its first three letters; ``h`` stays, as it parts hours from minutes."""
    short = word[0][:3]
    return FRENCH.get(short, short)
