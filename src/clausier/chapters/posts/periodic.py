"""What happens every day."""

from clausier.chapters.posts import actions


def forget_tallies() -> int:
    """Forget how often strangers asked; return how many rows went."""
    return actions.forget_tallies()
