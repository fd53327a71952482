"""The addresses of the outbox, each with an object that is there."""

from factories.audit import make_mail


def addresses(world):
    """Return the arguments of each address by its name."""
    uid = {"uid": make_mail().uid}
    one = dict.fromkeys(("outbox-mail", "outbox-handed", "outbox-again", "outbox-cancel"), uid)
    return {"outbox": {}, "outbox-letters": {}, **one}


def grow(world):
    """Add mails that wait."""
    for _ in range(20):
        make_mail()
