"""Reads of decisions: by what opens them, as they are shown, as they wait, as they leave."""

from clausier.decisions.selectors.opening import by_key, by_letters, by_reference, matching
from clausier.decisions.selectors.reading import Reading, read
from clausier.decisions.selectors.waiting import (
    answered_appeals,
    appeal_for,
    duties_of,
    enquiry_for,
    hears,
    open_appeals,
    open_enquiries,
    story_for,
)

__all__ = [
    "Reading",
    "answered_appeals",
    "appeal_for",
    "by_key",
    "by_letters",
    "by_reference",
    "duties_of",
    "enquiry_for",
    "hears",
    "matching",
    "open_appeals",
    "open_enquiries",
    "read",
    "story_for",
]
