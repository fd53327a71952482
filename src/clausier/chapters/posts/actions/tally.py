"""How often a stranger may ask: ten times a minute and a hundred times a day from one address."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from clausier.chapters.posts.models import Tally
from clausier.lib import clock
from clausier.lib.refusals import RefusedError

A_MINUTE, A_DAY = 10, 100
KEPT = timedelta(days=2)


def tally(*, address: str) -> None:
    """Afterwards one more check is counted for an address. Refused (429): past ten in a minute or a hundred in a day.

    What is written is a digest that changes every day: neither the address nor the text.
    """
    now = clock.now()
    who = salted_hmac(f"posts.tally.{now:%Y-%m-%d}", address, algorithm="sha256").hexdigest()
    with transaction.atomic():
        minute, day = (_counted(who, slot, now) for slot in (f"{now:%Y-%m-%dT%H:%M}", f"{now:%Y-%m-%d}"))
    if minute > A_MINUTE:
        raise RefusedError("too-often", _("Ten checks a minute are the limit. Wait a minute and try again."), 429)
    if day > A_DAY:
        raise RefusedError("too-often", _("A hundred checks a day are the limit. Come back tomorrow, or sign in."), 429)


def forget_tallies() -> int:
    """Afterwards no tally older than two days is left; return how many were."""
    return Tally.objects.filter(at__lt=clock.now() - KEPT).delete()[0]


def _counted(who: str, slot: str, now: datetime) -> int:
    row, _is_new = Tally.objects.get_or_create(who=who, slot=slot, defaults={"at": now})
    Tally.objects.filter(pk=row.pk).update(count=F("count") + 1)
    return row.count + 1
