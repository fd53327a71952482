"""What is known of each circumstance of a message, in the words that the rules use."""

import re
from collections.abc import Iterable, Mapping

from clausier.document.model import Audience, Duration, History
from clausier.engine.calendar import WorkCalendar
from clausier.engine.context import Context
from clausier.engine.detector import View
from clausier.engine.ruleset import UNKNOWN, Situation, Values
from clausier.engine.text import Text

_HAS = {
    "link": re.compile(r"https?://\S|www\.\w|(?<![\w@.-])[a-z0-9-]+\.(?:com|ca|org|net|fr|quebec|io|gouv|example)/\S"),
    "mention": re.compile(r"(?<![\w./@])@\w"),
    "hashtag": re.compile(r"(?<![\w&/])#\w*[^\W\d]"),
}


class Situations:
    """Turns a message and what is told of it into the circumstances of the rules of one direction."""

    def __init__(self, calendar: WorkCalendar, audiences: Mapping[str, Audience], histories: Iterable[History]) -> None:
        self._calendar = calendar
        self._audiences = audiences
        self._histories = tuple(histories)

    def of(self, view: View, intent: str | None) -> Situation:
        """Return what the context tells of each circumstance; what it does not give is unknown."""
        context, at = view.context, view.context.at
        return {
            "intent": Values([intent] if intent else []),
            "relation": _given(context.author.relation),
            "audience": _audience(context, self._audiences),
            "channel": _given(context.channel),
            "account_kind": _given(context.account.kind if context.account else None),
            "language": Values([view.language]),
            "reply": UNKNOWN if context.reply is None else Values([context.reply]),
            "has": _has(context, view.text),
            "history": _history(context, self._calendar, self._histories),
            "period": UNKNOWN if at is None else lambda: Values(self._calendar.periods(at)),
            "time": UNKNOWN if at is None else lambda: Values(self._calendar.times(at)),
        }


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
    values = [name for name, pattern in _HAS.items() if pattern.search(text.folded)]
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
