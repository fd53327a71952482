"""A draft of the policy replayed on the last messages: what each clause would touch, beside the version in force.

Nothing is stored: it is counted each time from the messages that are there.
"""

from collections.abc import Iterable
from typing import NamedTuple

from clausier.chapters.inbox.models import Item
from clausier.decisions.models import Decision
from clausier.decisions.states import Effect, Kind, Standing
from clausier.document.vocabulary import INCOMING
from clausier.engine.context import Author, Context
from clausier.engine.engine import Engine
from clausier.engine.rehearsal import rehearse
from clausier.engine.verdict import severity
from clausier.policy import selectors
from clausier.policy.models import Version

REPLAYED = 1000
SHOWN = 20  # messages of a clause that are listed
_MILDEST = "publish"
_LEFT = frozenset({Effect.KEEP, Effect.RESTORE})


class Replayed(NamedTuple):
    """A message as a clause would judge it: what the version in force says ("" for nothing), and what the draft does.

    ``is_otherwise`` when a person has decided otherwise than the draft would.
    """

    item: Item
    before: str
    after: str
    is_otherwise: bool


class Touched(NamedTuple):
    """A clause: how many messages it touches now and in the draft, how many differ, how many were decided otherwise."""

    clause: str
    number: str
    title: str
    before: int
    after: int
    changed: int
    otherwise: int
    messages: list[Replayed]


class Replay(NamedTuple):
    """What a draft would have done: how many messages were replayed, and the clauses that touch some of them."""

    messages: int
    base: Version | None
    clauses: list[Touched]


def replayed(draft: Version, language: str, clause: str = "") -> Replay:
    """Replay a draft, or one of its clauses, on the last thousand messages, beside the version in force."""
    items = list(Item.objects.select_related("channel").order_by("-received", "-pk")[:REPLAYED])
    base = selectors.in_force()
    after = _judged(selectors.engine_of(draft), items)
    before = _judged(selectors.engine_of(base), items) if base else {}
    policy = selectors.policy_of(draft)
    numbers, titles = policy.numbers(), {each.id: each.title.best(language) for each in policy.clauses()}
    decided = _decided(items)
    names = [clause] if clause else sorted({*after, *before}, key=lambda name: _place(numbers.get(name, "")))
    told = []
    for name in names:
        messages = [
            _replayed(item, before.get(name, {}).get(place, ""), after.get(name, {}).get(place, ""), decided)
            for place, item in enumerate(items)
            if place in after.get(name, {}) or place in before.get(name, {})
        ]
        told.append(_touched(name, numbers.get(name, ""), titles.get(name, name), messages))
    return Replay(len(items), base, told)


def _place(number: str) -> list[int]:
    return [int(each) for each in number.split(".") if each]


def _touched(clause: str, number: str, title: str, messages: list[Replayed]) -> Touched:
    """Count the messages of a clause; those that differ come first, then those that were decided otherwise."""
    ordered = sorted(messages, key=lambda each: (each.before == each.after, not each.is_otherwise))
    return Touched(
        clause,
        number,
        title,
        before=sum(bool(each.before) for each in messages),
        after=sum(bool(each.after) for each in messages),
        changed=sum(each.before != each.after for each in messages),
        otherwise=sum(each.is_otherwise for each in messages),
        messages=ordered[:SHOWN],
    )


def _replayed(item: Item, before: str, after: str, decided: dict[str, str]) -> Replayed:
    effect = decided.get(item.uid)
    is_otherwise = bool(after and effect) and (severity(after) > severity(_MILDEST)) == (effect in _LEFT)
    return Replayed(item, before, after, is_otherwise)


def _judged(engine: Engine, items: Iterable[Item]) -> dict[str, dict[int, str]]:
    """Return, for each clause, the action that it gives each message of which it speaks, by the message's place."""
    told = rehearse(engine, map(_context, items), shown=REPLAYED)
    return {
        name: {each.place: each.after for each in tally.examples if each.after} for name, tally in told.clauses.items()
    }


def _context(item: Item) -> Context:
    return Context(
        text=item.text,
        direction=INCOMING,
        channel=item.channel.network,
        at=item.written or item.received,
        reply=item.parent_id is not None,
        author=Author(relation="public", handle=item.handle or None, name=item.author or None),
    )


def _decided(items: Iterable[Item]) -> dict[str, str]:
    """Return the effect that a person decided for a message, where one did and it stands."""
    rows = Decision.objects.filter(kind=Kind.COMMENT, subject__in=[item.uid for item in items], by__isnull=False)
    rows = rows.exclude(standing__in=(Standing.UNDONE, Standing.OVERTURNED)).order_by("at")
    return dict(rows.values_list("subject", "effect_wanted"))
