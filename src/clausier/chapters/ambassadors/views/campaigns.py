"""Campaigns: who has answered, team by team, and a link for whoever has no e-mail."""

from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from segno import make_qr

from clausier.chapters.ambassadors.actions import export_calls, hand_link, remind_again
from clausier.chapters.ambassadors.models import Call, Campaign
from clausier.chapters.ambassadors.selectors import counts_of
from clausier.chapters.ambassadors.selectors.audiences import audience_name
from clausier.chapters.ambassadors.selectors.campaigns import (
    DONE,
    LATE,
    OPEN,
    Asking,
    Some,
    askings,
    by_audience,
    by_team,
    calls_to_show,
    campaigns,
    counted,
    present,
    together,
)
from clausier.chapters.ambassadors.views.progress import say_reminded
from clausier.identity.access import needs, person_of
from clausier.identity.models import Person
from clausier.identity.notifications import address_of
from clausier.identity.permissions import can
from clausier.lib import clock, sheets
from clausier.policy.models import Version
from clausier.policy.selectors import policy_of

PAGE, OLDER = 50, 20
PEOPLE = "ambassadors.campaigns.people"


@needs("ambassadors.campaigns.view")
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Show the campaign of the version in force, and those before it."""
    return _shown(request, present())


@needs("ambassadors.campaigns.view")
@require_safe
def campaign(request: HttpRequest, uid: str) -> HttpResponse:
    """Show one campaign."""
    return _shown(request, get_object_or_404(campaigns(), uid=uid))


def _shown(request: HttpRequest, found: Campaign | None) -> HttpResponse:
    page: dict[str, Any] = {"campaign": found, "sees_people": can(person_of(request), PEOPLE)}
    page["older"] = campaigns().exclude(uid=found.uid if found else "")[:OLDER]
    if found:
        page["askings"] = askings(found.version, get_language() or "fr")
        page |= _bars(found, page["askings"]) if page["sees_people"] else {"counts": counts_of(found)}
    return render(request, "ambassadors/campaigns.html", page)


def _bars(found: Campaign, asked: list[Asking]) -> dict[str, Any]:
    tallies = counted(found)
    teams, audiences = by_team(tallies), by_audience(tallies)
    waiting = [bar for bar in teams if bar.state != DONE]
    return {
        "all": together(tallies),
        "teams": sorted(waiting, key=lambda bar: (-bar.late, bar.percent, bar.name)),
        "complete": [bar for bar in teams if bar.state == DONE],
        "audiences": [(each, audiences[each.slug]) for each in asked if each.slug in audiences],
    }


@needs(PEOPLE)
@require_safe
def people(request: HttpRequest, uid: str) -> HttpResponse:
    """List who is late, who has time left, who has answered: of one team, of one audience or of all."""
    found = get_object_or_404(campaigns(), uid=uid)
    state, some = _asked_for(request)
    calls = Paginator(calls_to_show(found, state, some), PAGE).get_page(request.GET.get("page"))
    page = {"campaign": found, "calls": calls, "state": state, "team": some.team, "is_open": found.closed is None}
    chosen = {key: value for key, value in some._asdict().items() if value is not None}
    page["tabs"] = [(each, urlencode({"state": each} | chosen)) for each in (LATE, OPEN, DONE)]
    page["title"] = _title(some, found.version)
    return render(request, "ambassadors/campaign_people.html", page)


@needs(PEOPLE)
@require_POST
def export(request: HttpRequest, uid: str) -> StreamingHttpResponse:
    """Give the list as a sheet: who, of which team, late or done, since when."""
    found = get_object_or_404(campaigns(), uid=uid)
    calls = export_calls(actor=person_of(request), campaign=found)
    response = StreamingHttpResponse(
        sheets.write(_headings(), map(_row, calls.iterator(1000))), content_type="text/csv; charset=utf-8"
    )
    response["Content-Disposition"] = f'attachment; filename="campaign-{found.version.number}.csv"'
    return response


@needs(PEOPLE)
@require_POST
def remind(request: HttpRequest, uid: str) -> HttpResponse:
    """Have those who are late reminded, of one team or of all."""
    found = get_object_or_404(campaigns(), uid=uid, closed=None)
    team = request.POST.get("team") if "team" in request.POST else None
    say_reminded(request, remind_again(actor=person_of(request), campaign=found, team=team))
    return redirect("campaign", uid)


@needs(PEOPLE)
@require_POST
def link(request: HttpRequest, uid: str) -> HttpResponse:
    """Make a link for one person and show it once, as words and as a code to scan."""
    person = get_object_or_404(Person.objects.get_queryset().active(), uid=uid)
    token = hand_link(actor=person_of(request), person=person)
    url = address_of(token, person.language)
    qr = make_qr(url).svg_data_uri(scale=5, border=2)
    response = render(request, "ambassadors/link.html", {"person": person, "url": url, "qr": qr})
    response["Cache-Control"] = "no-store"
    return response


def _headings() -> list[str]:
    return [_("Number"), _("Name"), _("Unit"), _("State"), _("Asked since"), _("Due"), _("Answered on")]


def _row(call: Call) -> list[object]:
    late = call.done is None and call.due is not None and call.due < clock.now()
    state = _("up to date") if call.done else _("late") if late else _("not due yet")
    return [call.person.number, call.person.name, call.team, state, *map(_day, (call.asked, call.due, call.done))]


def _day(moment: datetime | None) -> str:
    return localtime(moment).date().isoformat() if moment else ""


def _asked_for(request: HttpRequest) -> tuple[str, Some]:
    state = request.GET.get("state", LATE)
    if state not in (LATE, OPEN, DONE):
        raise Http404
    return state, Some(request.GET.get("team"), request.GET.get("audience"))


def _title(some: Some, version: Version) -> str:
    if some.audience is not None:
        return audience_name(policy_of(version), some.audience, get_language() or "fr")
    return _("All teams") if some.team is None else some.team or _("no unit").capitalize()
