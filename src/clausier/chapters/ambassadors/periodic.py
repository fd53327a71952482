"""What happens every hour."""

from clausier.chapters.ambassadors import actions
from clausier.identity import rooms
from clausier.identity.selectors import organization


def remind() -> int:
    """Remind those who have something to read and sign; return how many were reminded: none when the room is off."""
    return 0 if "ambassadors" in rooms.off(organization()) else actions.remind()
