"""Reads of the batches: the last ones, and what came of one."""

from typing import NamedTuple

from django.db.models import QuerySet
from django.utils.functional import Promise

from clausier.chapters.inbox import staging, words
from clausier.chapters.inbox.models import Batch
from clausier.decisions.models import Decision
from clausier.decisions.states import Kind

RECENT, SHOWN = 10, 20


class Outcome(NamedTuple):
    """What a page tells of a batch: the lines refused and why, its first messages, and what can still be done."""

    refused: list[tuple[int, Promise]]
    first: list[object]
    can_go_on: bool
    can_be_undone: bool
    total: int
    road: Promise


def recent_batches() -> QuerySet[Batch]:
    """Return the last batches."""
    return Batch.objects.select_related("channel", "by")[:RECENT]


def is_decided_on(batch: Batch) -> bool:
    """Tell whether a decision stands on one of the messages of a batch."""
    return Decision.objects.filter(kind=Kind.COMMENT, subject__in=batch.items.values("uid")).exists()


def outcome_of(batch: Batch) -> Outcome:
    """Return what came of a batch."""
    refused = [(line, words.REFUSALS[code]) for line, code in batch.told if code in words.REFUSALS]
    items = batch.items.select_related("channel").defer("verdict").order_by("pk")[:SHOWN]
    return Outcome(
        refused=refused,
        first=list(items),
        can_go_on=batch.is_running and staging.path_of(batch.uid).exists(),
        can_be_undone=batch.undone is None and batch.received > 0 and not is_decided_on(batch),
        total=batch.plan.get("rows", batch.count),
        road=words.ROADS[batch.obtained_by],
    )
