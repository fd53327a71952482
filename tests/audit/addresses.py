"""The addresses of the ledger, each with an object that is there."""

from factories.ledger import write_acts


def addresses(world):
    """Return the arguments of each address by its name."""
    [entry] = write_acts(1)
    return {"ledger": {}, "ledger-verify": {}, "ledger-entry": {"seq": entry.seq}, "ledger-erase": {"seq": entry.seq}}
