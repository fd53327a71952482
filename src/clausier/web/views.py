"""Home, what is asked of me, the palette, and the signs of life."""

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.utils.translation import get_language_from_request
from django.views.decorators.http import require_safe

from clausier.identity.access import person_of, public, signed_in
from clausier.policy import selectors as policies
from clausier.web import palette as goto
from clausier.web.front import front_page
from clausier.web.selectors import asked_of


@public
@require_safe
def choose_language(request: HttpRequest) -> HttpResponse:
    """Lead to the first page in the language of the browser."""
    language = get_language_from_request(request) or settings.LANGUAGE_CODE
    answer = HttpResponseRedirect(f"/{language}/")
    answer.headers["Vary"] = "Accept-Language, Cookie"
    return answer


@public
@require_safe
def with_slash(request: HttpRequest, language: str) -> HttpResponse:  # noqa: ARG001
    """Lead from ``/fr``, as people type it, to ``/fr/``."""
    return HttpResponsePermanentRedirect(f"/{language}/")


@public
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:  # noqa: ARG001
    """Answer that the program lives."""
    return JsonResponse({"status": "ok"})


@public
@require_safe
def readyz(request: HttpRequest) -> JsonResponse:  # noqa: ARG001
    """Answer that the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "ok"})


@public
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Tell robots which pages are not theirs; the notices say it themselves too."""
    return render(request, "web/robots.txt", content_type="text/plain; charset=utf-8")


@public
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show the first page: the policy in force, and what a visitor comes for."""
    return render(request, "web/home.html", front_page(request))


@signed_in
@require_safe
def me(request: HttpRequest) -> HttpResponse:
    """Show what every room asks of the person."""
    return render(request, "web/me.html", {"duties": asked_of(person_of(request))})


@signed_in
@require_safe
def palette(request: HttpRequest) -> HttpResponse:
    """Find a page of one's own or a clause in force, by its words."""
    query = request.GET.get("q", "")[: goto.LONGEST]
    found = goto.find(person_of(request), policies.in_force(), query)
    page = "web/palette_box.html" if request.headers.get("HX-Request") else "web/palette.html"
    return render(request, page, {"found": found, "query": query, "longest": goto.LONGEST})
