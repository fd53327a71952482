"""The acts of moderation: one comment, one person, one revision."""

from clausier.chapters.moderation.actions.deciding import hide, remove
from clausier.chapters.moderation.actions.learning import replace_head
from clausier.chapters.moderation.actions.lightly import ask, hold, keep, say_wrong, sweep
from clausier.chapters.moderation.actions.opening import close_reviews, open_review
from clausier.chapters.moderation.actions.seconding import agree, decide_or_propose, decline, propose
from clausier.chapters.moderation.actions.telling import forget_keys, notice_given
from clausier.chapters.moderation.actions.undoing import overturned, restore, undo

__all__ = [
    "agree",
    "ask",
    "close_reviews",
    "decide_or_propose",
    "decline",
    "forget_keys",
    "hide",
    "hold",
    "keep",
    "notice_given",
    "open_review",
    "overturned",
    "propose",
    "remove",
    "replace_head",
    "restore",
    "say_wrong",
    "sweep",
    "undo",
]
