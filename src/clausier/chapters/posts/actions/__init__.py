"""The writes of the room. A check in one's own name is no write."""

from clausier.chapters.posts.actions.submit import submit
from clausier.chapters.posts.actions.tally import forget_tallies, tally
from clausier.chapters.posts.actions.watch import watch_probing

__all__ = ["forget_tallies", "submit", "tally", "watch_probing"]
