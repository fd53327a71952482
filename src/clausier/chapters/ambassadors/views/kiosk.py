"""Read and sign on a shared tablet: nobody is signed in, nothing stays, and it ends by itself."""

from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth import authenticate
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from clausier.chapters.ambassadors.actions import count_try, forget_try
from clausier.chapters.ambassadors.by_link import asked_page, changed_page, take
from clausier.chapters.ambassadors.forms import PinForm
from clausier.chapters.ambassadors.models import Station
from clausier.chapters.ambassadors.selectors.stations import station_of
from clausier.identity.access import public
from clausier.identity.models import Person
from clausier.lib import clock
from clausier.lib.refusals import RefusedError

KEY, ANSWERED = "kiosk", 5
# The page itself leaves after a minute without a touch, and gives a sign of life at each. Without its script, it
# leaves after this time, and so does whoever pulls the plug.
LASTS = timedelta(minutes=5)


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest, token: str) -> HttpResponse:
    """Ask who is there; a right number and PIN open the page to read, and nothing else."""
    station, form, status = _station(token), PinForm(request.POST or None), 400
    if request.method == "POST" and form.is_valid():
        if not count_try(station=station):
            status = 429
            form.add_error(None, _("Too many wrong tries by this code: it opens again tomorrow."))
        elif person := _entering(request, station, form):
            request.session.flush()  # whoever was signed in on this device no longer is
            request.session[KEY] = {"person": person.uid, "station": station.uid}
            _live(request)
            return redirect("kiosk-read", token)
        else:
            form.add_error(None, _("The number or the PIN is not right."))
    page = {"form": form, "station": station, "token": token}
    return _unindexed(render(request, "ambassadors/kiosk.html", page, status=status if form.errors else 200))


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def read(request: HttpRequest, token: str) -> HttpResponse:
    """Show what waits for the person's word, and take it once the box is ticked."""
    station = _station(token)
    person = _person(request, station)
    if person is None:
        return redirect("kiosk", token)
    page: dict[str, Any] = {"station": station, "token": token, "person": person} | asked_page(person)
    page["remarks"] = person.remarks.exclude(answered=None)[:ANSWERED]
    if request.method == "POST" and request.POST.get("agreed") == "yes":
        try:
            with transaction.atomic():
                done = take(request, person)
        except RefusedError as error:
            page |= changed_page(request, person, error)
            return _unindexed(render(request, "ambassadors/kiosk_read.html", page, status=error.status))
        request.session.flush()
        return _unindexed(render(request, "ambassadors/kiosk_done.html", page | done))
    page["is_sent"] = request.method == "POST"
    return _unindexed(render(request, "ambassadors/kiosk_read.html", page, status=422 if page["is_sent"] else 200))


@public
@never_cache
@require_POST
def alive(request: HttpRequest, token: str) -> HttpResponse:
    """Hear that somebody still reads: the screen was touched."""
    if _person(request, _station(token)) is None:
        raise Http404
    _live(request)
    return HttpResponse(status=204)


@public
@never_cache
@require_POST
def end(request: HttpRequest, token: str) -> HttpResponse:
    """Forget who was there."""
    if KEY in request.session:
        request.session.flush()
    return redirect("kiosk", token)


def _entering(request: HttpRequest, station: Station, form: PinForm) -> Person | None:
    """Return whose number and PIN they are; of a number that axes has locked, no PIN was looked at."""
    person = authenticate(request, **form.cleaned_data)
    if person is not None or getattr(request, "axes_locked_out", False):
        forget_try(station=station)
    return person if isinstance(person, Person) else None


def _station(token: str) -> Station:
    found = station_of(token)
    if found is None:
        raise Http404
    return found


def _person(request: HttpRequest, station: Station) -> Person | None:
    """Return who is there, while they are: entered on this station, and not too long ago."""
    known = request.session.get(KEY) or {}
    if known.get("station") != station.uid or datetime.fromisoformat(known["until"]) < clock.now():
        return None
    return Person.objects.get_queryset().active().filter(uid=known["person"]).first()


def _live(request: HttpRequest) -> None:
    request.session[KEY] = request.session[KEY] | {"until": (clock.now() + LASTS).isoformat()}
    request.session.set_expiry(int(LASTS.total_seconds()))


def _unindexed(response: HttpResponse) -> HttpResponse:
    response["X-Robots-Tag"] = "noindex"
    return response
