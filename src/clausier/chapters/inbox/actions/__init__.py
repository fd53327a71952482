"""The acts of the inbox: one verb a file."""

from clausier.chapters.inbox.actions.channels import close_channel, open_channel, reopen_channel
from clausier.chapters.inbox.actions.forgetting import forget
from clausier.chapters.inbox.actions.receiving import receive
from clausier.chapters.inbox.actions.undoing import undo_batch

__all__ = ["close_channel", "forget", "open_channel", "receive", "reopen_channel", "undo_batch"]
