"""What happens every hour."""

from clausier.chapters.ambassadors import actions


def remind() -> int:
    """Remind those who have something to read and sign; return how many were reminded."""
    return actions.remind()
