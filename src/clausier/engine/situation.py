"""What is known of each circumstance of a message, in the words that the rules use."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from clausier.document.model import Audience, Duration, History
from clausier.engine.calendar import WorkCalendar
from clausier.engine.context import Context
from clausier.engine.detector import View
from clausier.engine.ruleset import UNKNOWN, Values
from clausier.engine.text import Text

NONE = Values()

# What shows each content, and the signs without one of which there is none.
_HAS = {
    "link": (
        ("/", "www."),
        re.compile(r"https?://\S|www\.\w|(?<![\w@.-])[a-z0-9-]+\.(?:com|ca|org|net|fr|quebec|io|gouv|example)/\S"),
    ),
    "mention": (("@",), re.compile(r"(?<![\w./@])@\w")),
    "hashtag": (("#",), re.compile(r"(?<![\w&/])#\w*[^\W\d]")),
}


class Situations:
    """Turns a message and what is told of it into the circumstances of the rules of one direction."""

    def __init__(self, calendar: WorkCalendar, audiences: Mapping[str, Audience], histories: Iterable[History]) -> None:
        histories = tuple(histories)
        self._tell: dict[str, Callable[[View], Values]] = {
            "intent": lambda view: _given(view.intent[0]) if view.intent else NONE,
            "relation": lambda view: _given(view.context.author.relation),
            "audience": lambda view: _audience(view.context, audiences),
            "channel": lambda view: _given(view.context.channel),
            "account_kind": lambda view: _given(view.context.account.kind if view.context.account else None),
            "language": lambda view: _given(view.language),
            "reply": lambda view: UNKNOWN if view.context.reply is None else Values([view.context.reply]),
            "has": lambda view: _has(view.context, view.text),
            "history": lambda view: _history(view.context, calendar, histories),
            "period": lambda view: UNKNOWN if view.context.at is None else Values(calendar.periods(view.context.at)),
            "time": lambda view: UNKNOWN if view.context.at is None else Values(calendar.times(view.context.at)),
        }

    def of(self, view: View) -> "Told":
        """Return what the message and its context tell of each circumstance; what they do not give is unknown."""
        return Told(self._tell, view)


class Told:
    """The circumstances of a message, each found out when a rule asks for it."""

    def __init__(self, tell: Mapping[str, Callable[[View], Values]], view: View) -> None:
        self._tell = tell
        self._view = view

    def get(self, name: str, default: Values, /) -> Values:
        """Return what is known of a circumstance."""
        return self._tell[name](self._view) if name in self._tell else default


@lru_cache(maxsize=1_000)
def _given(value: str | None) -> Values:
    return UNKNOWN if value is None else Values([value])


def _audience(context: Context, audiences: Mapping[str, Audience]) -> Values:
    """Whoever is in an audience is in those around it."""
    if context.author.audiences is None:
        return UNKNOWN
    within: set[str] = set()
    for name in context.author.audiences:
        slug: str | None = name
        while slug and slug not in within:
            within.add(slug)
            slug = audiences[slug].within if slug in audiences else None
    return Values(sorted(within))


def _has(context: Context, text: Text) -> Values:
    folded = text.folded
    values = [
        name
        for name, (signs, pattern) in _HAS.items()
        if any(map(folded.__contains__, signs)) and pattern.search(folded)
    ]
    if context.media is None:
        return Values(values, unknown_values=("image", "video"))
    return Values([*values, *{media.kind for media in context.media}])


def _history(context: Context, calendar: WorkCalendar, histories: Iterable[History]) -> Values:
    if context.history is None or (context.at is None and context.history):
        return UNKNOWN
    met = [each for each in histories if _count(context, calendar, each.decisions.within) >= each.decisions.at_least]
    return Values(met)


def _count(context: Context, calendar: WorkCalendar, within: Duration) -> int:
    if context.at is None or not context.history:
        return 0
    since = calendar.before(context.at, within)
    return sum(since <= at <= context.at for at in context.history)
