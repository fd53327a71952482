"""The addresses of the shell."""

NAMES = ("home", "me", "palette", "components", "choose-language", "healthz", "readyz", "robots", "fr", "en")


def addresses(world):
    """The page of the components opens in a demonstration alone."""
    world.organization.demonstration = True
    world.organization.save()
    return {name: {} for name in NAMES}
