"""Codes on the wall and PINs on slips, for those who have no e-mail: printed once."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST
from segno import make_qr

from clausier.chapters.ambassadors.actions import close_station, open_station
from clausier.chapters.ambassadors.models import Station
from clausier.chapters.ambassadors.selectors.stations import open_stations
from clausier.identity.access import needs, person_of
from clausier.identity.actions import give_pins
from clausier.identity.models import Person

RIGHT = "ambassadors.stations.open"
UNITS = 500


@needs(RIGHT)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def stations(request: HttpRequest) -> HttpResponse:
    """Show the codes that are good, and make one for a team, shown once."""
    if request.method == "POST":
        team = request.POST.get("team", "").strip()[:120]
        token = open_station(actor=person_of(request), team=team)
        url = settings.PUBLIC_URL + reverse("kiosk", args=[token])
        qr = make_qr(url).svg_data_uri(scale=7, border=2)
        return render(request, "ambassadors/poster.html", {"team": team, "url": url, "qr": qr})
    units = Person.objects.get_queryset().active().exclude(unit="").order_by("unit").values_list("unit", flat=True)
    page = {"stations": open_stations(), "units": units.distinct()[:UNITS]}
    return render(request, "ambassadors/stations.html", page)


@needs(RIGHT)
@require_POST
def close(request: HttpRequest, uid: str) -> HttpResponse:
    """Let a code lead nowhere any more."""
    close_station(actor=person_of(request), station=get_object_or_404(Station, uid=uid))
    return redirect("stations")


@needs("identity.people.edit")
@never_cache
@require_POST
def pins(request: HttpRequest) -> HttpResponse:
    """Give PINs to those of a team who have no e-mail, on slips that are printed once."""
    team = request.POST.get("team", "").strip()[:120]
    people = Person.objects.get_queryset().active().filter(unit=team).unreached().exclude(number=None)
    given = give_pins(actor=person_of(request), people=people)
    return render(request, "ambassadors/pins.html", {"team": team, "given": given})
