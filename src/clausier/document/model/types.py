"""The scalar types of the document: durations, localized texts, and marks that narrow a plain string."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Annotated, Any, NamedTuple

from clausier.document.vocabulary import Label


class Localized(dict[str, str]):
    """A text in each language of the policy: ``{"fr": …, "en": …}``."""

    def best(self, language: str) -> str:
        """Return the text in ``language``, else in the first language that is there, else nothing."""
        return self.get(language) or next(iter(self.values()), "")

    def __hash__(self) -> int:  # type: ignore[override]  # never changed once read
        return hash(frozenset(self.items()))


UNITS = {
    "m": Label("mois", "month"),
    "h": Label("heure ouvrable", "working hour"),
    "d": Label("jour ouvrable", "working day"),
    "y": Label("an", "year"),
}
_CALENDAR_DAYS = {"h": 1 / 24, "d": 1, "m": 365 / 12, "y": 365}
_WORKING_DAYS = {"h": 7 / 40, "d": 7 / 5}
_DURATION = re.compile(r"([1-9]\d{0,4})([hdmy])(!?)")


class Duration(NamedTuple):
    """A length of time: ``4h`` and ``2d`` are working time, ``30d!`` calendar days, ``12m`` and ``2y`` calendar."""

    amount: int
    unit: str
    calendar: bool

    @classmethod
    def parse(cls, text: str) -> "Duration":
        """Read ``30d!`` and its like; raise ValueError for anything else."""
        match = _DURATION.fullmatch(text)
        if match is None:
            raise ValueError(text)
        return cls(int(match[1]), match[2], match[3] == "!" or match[2] in "my")

    @property
    def days(self) -> float:
        """About how many calendar days it lasts: working time is five days in seven, eight hours long."""
        return self.amount * (_CALENDAR_DAYS if self.calendar else _WORKING_DAYS)[self.unit]

    def __str__(self) -> str:
        return f"{self.amount}{self.unit}{'!' if self.calendar and self.unit in 'hd' else ''}"


Moment = date | datetime


class OneOf:
    """The names that a value may take; ``words`` is kept for did-you-mean.

    ``labels`` holds what people read for them, where they come from the vocabulary. ``never`` gives the code of the
    problem for names that somebody may expect and that are refused with a reason.
    """

    def __init__(self, words: Iterable[str], never: Mapping[str, str] | None = None) -> None:
        self.words = tuple(words)
        self.labels: Mapping[str, Any] = words if isinstance(words, Mapping) else {}
        self.never = never or {}


class Glob(OneOf):
    """Names, or patterns of names with ``*`` and ``?``, or either behind ``!``."""


class Shape:
    """A pattern that the value matches whole, with the kind of thing it describes for the message."""

    def __init__(self, kind: str, pattern: str) -> None:
        self.kind = kind
        self.pattern = re.compile(pattern)


_SHORT = r"(?=.{1,80}\Z)"  # a name is read, typed and cited
Slug = Annotated[str, Shape("slug", _SHORT + r"[a-z0-9]+(-[a-z0-9]+)*")]
ClauseId = Annotated[str, Shape("clause-id", _SHORT + r"[a-z][a-z0-9-]*\.[a-z0-9]+(-[a-z0-9]+)*")]
Version = Annotated[str, Shape("version", r"(0|[1-9]\d*)\.(0|[1-9]\d*)")]
LANGUAGE_CODE = Shape("language", r"[a-z]{2,3}(-[A-Z]{2})?")
Language = Annotated[str, LANGUAGE_CODE]
