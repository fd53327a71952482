"""Every address of the room, with something that exists."""

from factories.posts import make_draft


def addresses(world):
    """Return what each address is called with."""
    return {
        "check": {},
        "check-submit": {},
        "may-i": {},
        "receipt": {},
        "drafts": {},
        "draft": {"uid": make_draft().uid},
    }
