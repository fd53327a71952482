"""The code on the wall of a team: it leads to the page where people read and sign by number and PIN."""

from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clausier.audit.actions import record
from clausier.chapters.ambassadors.models import Station
from clausier.identity.models import Person
from clausier.identity.permissions import require
from clausier.lib import clock
from clausier.lib.refusals import RefusedError
from clausier.lib.tokens import digest, new_token

RIGHT = "ambassadors.stations.open"
LASTS = timedelta(days=90)


@transaction.atomic
def open_station(*, actor: Person, team: str) -> str:
    """Afterwards a code leads to the shared page for ninety days; return its token, to be printed once."""
    require(actor, RIGHT)
    token, now = new_token(), clock.now()
    station = Station.objects.create(team=team, token=digest(token), made=now, expires=now + LASTS, by=actor)
    record("ambassadors.station.opened", actor=actor, subject=station)
    return token


@transaction.atomic
def close_station(*, actor: Person, station: Station) -> None:
    """Afterwards the code leads nowhere any more. Refused (409): one that is closed."""
    require(actor, RIGHT)
    if not Station.objects.filter(pk=station.pk, closed=None).update(closed=clock.now()):
        raise RefusedError("closed", _("This code is closed already."), 409)
    record("ambassadors.station.closed", actor=actor, subject=station)
