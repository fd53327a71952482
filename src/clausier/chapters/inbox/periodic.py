"""What the inbox does every day."""

from datetime import timedelta

from clausier.chapters.inbox import staging
from clausier.chapters.inbox.actions import forget
from clausier.tasks.schedule import Periodic


def forget_and_tidy() -> dict[str, int]:
    """Take the authors off harmless messages whose term is over, and let go of files nobody came back for."""
    return {"authors": forget(), "files": staging.tidy()}


FORGET = Periodic(name="inbox.forget", every=timedelta(days=1), run=forget_and_tidy, after=timedelta(hours=7))
