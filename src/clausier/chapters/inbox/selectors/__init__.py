"""The reads of the inbox: its list, a message with what is around it, its channels."""

from clausier.chapters.inbox.selectors.batches import Outcome, is_decided_on, outcome_of, recent_batches
from clausier.chapters.inbox.selectors.channels import NetworkFacts, all_channels, channel_at, facts_of, open_channels
from clausier.chapters.inbox.selectors.items import Filters, Page, Placed, item_at, page_of, thread_of
from clausier.chapters.inbox.selectors.verdicts import Judged, judged

__all__ = [
    "Filters",
    "Judged",
    "NetworkFacts",
    "Outcome",
    "Page",
    "Placed",
    "all_channels",
    "channel_at",
    "facts_of",
    "is_decided_on",
    "item_at",
    "judged",
    "open_channels",
    "outcome_of",
    "page_of",
    "recent_batches",
    "thread_of",
]
