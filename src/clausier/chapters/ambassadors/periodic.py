"""What happens by itself."""

from clausier.chapters.ambassadors import actions


def keep() -> int:
    """Take newcomers and changes into the campaign; return how many people were looked at."""
    return actions.keep_campaign()


def remind() -> int:
    """Remind those who have something to read and sign; return how many were reminded."""
    return actions.remind()


def escalate() -> int:
    """Tell those whom the clauses name of who is late; return how many letters."""
    return actions.tell_lateness()
