"""Home, what is asked of me, and the signs of life."""

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.utils.translation import get_language_from_request
from django.views.decorators.http import require_safe

from clausier.identity import duties
from clausier.identity.access import person_of, public, signed_in


@public
@require_safe
def choose_language(request: HttpRequest) -> HttpResponse:
    """Lead to the first page in the language of the browser."""
    language = get_language_from_request(request) or settings.LANGUAGE_CODE
    return HttpResponseRedirect(f"/{language}/")


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
def home(request: HttpRequest) -> HttpResponse:
    """Show the first page."""
    return render(request, "web/home.html")


@signed_in
@require_safe
def me(request: HttpRequest) -> HttpResponse:
    """Show what every room asks of the person."""
    return render(request, "web/me.html", {"duties": duties.for_person(person_of(request))})
