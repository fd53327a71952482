"""The code on the wall of a team: it leads to the page where people read and sign by number and PIN."""

from datetime import timedelta

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from clausier.audit.actions import PROGRAM, record
from clausier.chapters.ambassadors.models import Station
from clausier.identity.models import Person
from clausier.identity.permissions import require
from clausier.lib import clock
from clausier.lib.refusals import RefusedError
from clausier.lib.tokens import digest, new_token

RIGHT = "ambassadors.stations.open"
LASTS = timedelta(days=90)
# axes counts the tries of each number; whoever tries one PIN on all of them is counted here, by the code that leads to
# the page. So many a day, for ninety days, find one of a million PINs with a chance below one in fifty.
WRONG_A_DAY, DAY = 200, timedelta(days=1)


@transaction.atomic
def open_station(*, actor: Person, team: str) -> str:
    """Afterwards a code leads to the shared page for ninety days; return its token, to be printed once."""
    require(actor, RIGHT)
    token, now = new_token(), clock.now()
    station = Station.objects.create(team=team, token=digest(token), made=now, expires=now + LASTS, by=actor)
    record("ambassadors.station.opened", actor=actor, subject=station)
    return token


@transaction.atomic
def count_try(*, station: Station) -> bool:
    """Count a try as a wrong one until ``forget_try`` takes it back, so that many at once are all counted.

    Returns whether it may be made: not once a day's wrong tries are used up, which the ledger says once. A day after
    the count began, it begins anew.
    """
    now, row = clock.now(), Station.objects.filter(pk=station.pk)
    row.filter(counted__lte=now - DAY).update(wrong=0, counted=now)
    if row.filter(wrong__lt=WRONG_A_DAY).update(wrong=F("wrong") + 1):
        return True
    if row.filter(wrong=WRONG_A_DAY).update(wrong=F("wrong") + 1):
        record("ambassadors.station.paused", actor=PROGRAM, subject=station)
    return False


def forget_try(*, station: Station) -> None:
    """Take back a try that was right, or that nobody looked at."""
    Station.objects.filter(pk=station.pk, wrong__gt=0).update(wrong=F("wrong") - 1)


@transaction.atomic
def close_station(*, actor: Person, station: Station) -> None:
    """Afterwards the code leads nowhere any more. Refused (409): one that is closed."""
    require(actor, RIGHT)
    if not Station.objects.filter(pk=station.pk, closed=None).update(closed=clock.now()):
        raise RefusedError("closed", _("This code is closed already."), 409)
    record("ambassadors.station.closed", actor=actor, subject=station)
