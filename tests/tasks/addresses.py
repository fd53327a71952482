"""The addresses of the outbox, each with an object that is there."""

from factories.audit import make_mail


def addresses(world):
    """Return the arguments of each address by its name."""
    uid = {"uid": make_mail().uid}
    one = dict.fromkeys(("outbox-mail", "outbox-handed", "outbox-again"), uid)
    return {"outbox": {}, "outbox-letters": {}, **one}
