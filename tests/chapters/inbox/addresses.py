"""The addresses of the room, each with what it needs."""

from factories.inbox import make_item


def addresses(world):  # every room is asked alike
    """Return every address by its name, with the arguments of an object that exists."""
    item = make_item()
    return {
        "channels": {},
        "channel": {"uid": item.channel.uid},
        "inbox": {},
        "inbox-item": {"uid": item.uid},
        "inbox-paste": {},
        "inbox-import": {},
        "inbox-batch": {"uid": item.batch.uid},
        "rehearsal": {},
    }
