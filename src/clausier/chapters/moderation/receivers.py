"""What the rooms below tell this one."""

from typing import Any

from django.dispatch import receiver

from clausier.chapters.inbox.events import item_received, items_undone
from clausier.chapters.inbox.models import Item
from clausier.chapters.moderation import actions
from clausier.decisions.events import decision_overturned
from clausier.decisions.models import Decision
from clausier.decisions.states import Kind


@receiver(item_received)
def review_what_arrived(item: Item, **_more: Any) -> None:
    """Open the review of each new comment."""
    actions.open_review(item)


@receiver(items_undone)
def let_go(items: Any, **_more: Any) -> None:
    """Let the comments of a batch received by mistake go, as long as nobody has acted on them."""
    actions.close_reviews(items)


@receiver(decision_overturned)
def put_back(decision: Decision, by: Decision, **_more: Any) -> None:
    """Put back a comment whose removal was overturned."""
    if decision.kind == Kind.COMMENT:
        actions.overturned(decision=decision, by=by)
