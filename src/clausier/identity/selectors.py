"""Reads across the tables of people."""

from clausier.identity.models import Organization


def organization() -> Organization | None:
    """Return the organisation of this home, or None before it is set up."""
    return Organization.objects.first()
