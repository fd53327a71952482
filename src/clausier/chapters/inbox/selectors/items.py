"""Reads of the messages: a page of the list by its key, never by its rank, and a message in its thread."""

from collections.abc import Iterator
from itertools import chain, islice
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet
from django.db.models.functions import Left
from django.shortcuts import get_object_or_404

from clausier.chapters.inbox.models import Item

ROWS = 50
EXCERPT = 280  # characters shown of a message in the list
DEPTH = 30  # replies to replies: no network goes so far, and a circle ends
THREAD = 200  # messages shown around one


class Filters(NamedTuple):
    """What the list is narrowed to; "" narrows nothing."""

    channel: str = ""
    action: str = ""
    intent: str = ""
    language: str = ""
    order: str = ""  # "" the newest first, "urgent" the most urgent first

    @property
    def is_urgent(self) -> bool:
        return self.order == "urgent"


class Page(NamedTuple):
    """Rows of the list, and the uid after which the next ones come ("" at the end)."""

    items: list[Any]
    older: str


class Placed(NamedTuple):
    """A message of a thread and how deep it stands."""

    item: Item
    level: int


def page_of(filters: Filters, after: str = "", rows: int = ROWS, *, is_whole: bool = False) -> Page:
    """Return the rows that follow a message of the list, or the first ones.

    The last message of the page before is the key, so the time does not grow with the page nor with the list. A key
    that is gone gives the first page. ``is_whole`` brings the whole text and the verdict of each row.
    """
    items = _narrowed(filters)
    items = items.select_related("parent").defer(None) if is_whole else items
    last = Item.objects.filter(uid=after).first() if after else None
    if last is None:
        found = list(items[: rows + 1])
    elif filters.is_urgent:
        rest = chain(*(each[: rows + 1] for each in _less_urgent(items, last)))
        found = list(islice(rest, rows + 1))
    else:
        found = list(_before(items, last)[: rows + 1])
    return Page(found[:rows], found[rows - 1].uid if len(found) > rows else "")


def _narrowed(filters: Filters) -> QuerySet[Item]:
    named = {
        "channel__uid": filters.channel,
        "verdict_action": filters.action,
        "intent": filters.intent,
        "language": filters.language,
    }
    order = ("-urgency", "-received", "-pk") if filters.is_urgent else ("-received", "-pk")
    items = Item.objects.filter(**{name: value for name, value in named.items() if value}).order_by(*order)
    shown = items.select_related("channel").defer("verdict", "text")
    return shown.annotate(excerpt=Left("text", EXCERPT))


def _before(items: QuerySet[Item], last: Item) -> QuerySet[Item]:
    """Return what was received before a message; said so that the index is entered at the right place."""
    earlier = Q(received__lt=last.received) | Q(pk__lt=last.pk)
    return items.filter(earlier, received__lte=last.received)


def _less_urgent(items: QuerySet[Item], last: Item) -> Iterator[QuerySet[Item]]:
    yield _before(items.filter(urgency=last.urgency), last)
    for urgency in range(last.urgency - 1, -1, -1):
        yield items.filter(urgency=urgency)


def item_at(uid: str) -> Item:
    """Return a message; raise Http404 when there is none."""
    return get_object_or_404(Item.objects.select_related("channel", "batch", "parent"), uid=uid)


def thread_of(item: Item) -> list[Placed]:
    """Return the thread of a message from its first word on, each reply under what it answers; at most 200."""
    root = _root(item)
    replies: dict[int, list[Item]] = {}
    level, seen = [root], {root.pk}
    while level and len(seen) < THREAD:
        below = Item.objects.filter(parent__in=level).exclude(pk__in=seen).order_by("written", "received", "pk")
        level = list(below.defer("verdict")[: THREAD - len(seen)])
        for reply in level:
            replies.setdefault(reply.parent_id or 0, []).append(reply)
        seen |= {reply.pk for reply in level}
    return list(_flat(root, replies, 0))


def _root(item: Item) -> Item:
    seen = {item.pk}
    while item.parent and item.parent_id not in seen and len(seen) < DEPTH:
        item = item.parent
        seen.add(item.pk)
    return item


def _flat(item: Item, replies: dict[int, list[Item]], level: int) -> Iterator[Placed]:
    yield Placed(item, level)
    for reply in replies.get(item.pk, ()) if level < DEPTH else ():
        yield from _flat(reply, replies, level + 1)
