"""What happens by itself."""

from clausier.chapters.ambassadors import actions
from clausier.identity import rooms
from clausier.identity.selectors import organization


def keep() -> int:
    """Take newcomers and changes into the campaign; return how many people were looked at."""
    return actions.keep_campaign()


def escalate() -> int:
    """Tell those whom the clauses name of who is late; return how many letters."""
    return 0 if _is_off() else actions.tell_lateness()


def _is_off() -> bool:
    return "ambassadors" in rooms.off(organization())
