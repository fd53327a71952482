"""The pages of the room."""

from clausier.chapters.moderation.views.deciding import act, desk, review, sweep
from clausier.chapters.moderation.views.reading import fairness, listed, report, todo

__all__ = ["act", "desk", "fairness", "listed", "report", "review", "sweep", "todo"]
