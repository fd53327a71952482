"""Where people stand, and a link for whoever has no e-mail."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST, require_safe
from segno import make_qr

from clausier.chapters.ambassadors.actions import hand_link
from clausier.chapters.ambassadors.selectors import counts_of, standings_for, tallied
from clausier.identity.access import needs, person_of
from clausier.identity.models import Person
from clausier.identity.notifications import address_of
from clausier.identity.states import Role

PAGE = 50


@needs("ambassadors.progress.view")
@require_safe
def progress(request: HttpRequest) -> HttpResponse:
    """Show late and done: of everybody, of one's own team, or as counts alone, by role."""
    viewer = person_of(request)
    is_officer = Role.PEOPLE_OFFICER in viewer.roles
    standings = standings_for(viewer)
    page = {
        "standings": Paginator(standings, PAGE).get_page(request.GET.get("page")),
        "counts": tallied(standings) if is_officer else counts_of() if Role.OBSERVER in viewer.roles else None,
        "is_officer": is_officer,
        "sees_people": bool(viewer.roles & {Role.MANAGER, Role.PEOPLE_OFFICER}),
    }
    return render(request, "ambassadors/progress.html", page)


@needs("ambassadors.progress.view")
@require_POST
def link(request: HttpRequest, uid: str) -> HttpResponse:
    """Make a link for one person and show it once, as words and as a code to scan."""
    viewer = person_of(request)
    if Role.PEOPLE_OFFICER not in viewer.roles:
        raise Http404
    person = get_object_or_404(Person.objects.get_queryset().active(), uid=uid)
    token = hand_link(actor=viewer, person=person)
    url = address_of(token, person.language)
    qr = make_qr(url).svg_data_uri(scale=5, border=2)
    response = render(request, "ambassadors/link.html", {"person": person, "url": url, "qr": qr})
    response["Cache-Control"] = "no-store"
    return response
