"""The acts of the inbox: one verb a file."""

from clausier.chapters.inbox.actions.calls import receive_call
from clausier.chapters.inbox.actions.channels import close_channel, open_channel, reopen_channel
from clausier.chapters.inbox.actions.forgetting import forget, purge_messages
from clausier.chapters.inbox.actions.importing import begin_import, continue_import
from clausier.chapters.inbox.actions.receiving import receive
from clausier.chapters.inbox.actions.undoing import undo_batch

__all__ = [
    "begin_import",
    "close_channel",
    "continue_import",
    "forget",
    "open_channel",
    "purge_messages",
    "receive",
    "receive_call",
    "reopen_channel",
    "undo_batch",
]
