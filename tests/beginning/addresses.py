"""The addresses of the beginning, each with an object that is there."""


def addresses(world):
    """Return the arguments of each address by its name."""
    return {"interview": {}, "interview-screen": {"screen": "you"}, "interview-draft": {}}
