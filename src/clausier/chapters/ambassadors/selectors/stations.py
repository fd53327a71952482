"""The codes on the walls, while they are good."""

from django.db.models import QuerySet

from clausier.chapters.ambassadors.models import Station
from clausier.lib import clock
from clausier.lib.tokens import digest


def open_stations() -> QuerySet[Station]:
    """Return the stations whose code still leads to their page."""
    return Station.objects.filter(closed=None, expires__gt=clock.now())


def station_of(token: str) -> Station | None:
    """Return the station of a token while it is good; reading it changes nothing."""
    return open_stations().filter(token=digest(token)).first()
