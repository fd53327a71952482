"""Pages that say what went wrong, and what to do now."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from clausier.lib.refusals import RefusedError


def refused(request: HttpRequest, error: RefusedError) -> HttpResponse:
    """Show why an action was refused; a fragment gets the sentence alone."""
    words = {"title": _("This was refused"), "sentence": error.refusal.sentence}
    return _page(request, words, error.status)


def bad_request(request: HttpRequest, exception: Any = None) -> HttpResponse:  # noqa: ARG001  # Django's signature
    return _page(request, {"title": _("This request cannot be read"), "sentence": _("Go back and try again.")}, 400)


def forbidden(request: HttpRequest, exception: Any = None) -> HttpResponse:  # noqa: ARG001
    return _page(request, {"title": _("This page is closed"), "sentence": _("Your roles do not open this page.")}, 403)


def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:  # noqa: ARG001
    sentence = _("Nothing is at this address. It may have been mistyped, or what was there has ended.")
    return _page(request, {"title": _("No such page"), "sentence": sentence}, 404)


def broken(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Answer without the database nor the session, which may be what broke."""
    return HttpResponse(render_to_string("web/500.html"), status=500)


def csrf(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """Say that a form is too old; what was typed is still in the browser's page."""
    sentence = _("This form has expired. Go back, reload the page, and send it again.")
    return _page(request, {"title": _("This form has expired"), "sentence": sentence}, 403)


def _page(request: HttpRequest, words: dict[str, Any], status: int) -> HttpResponse:
    if request.path.startswith("/api/"):
        return JsonResponse(
            {"title": words["title"], "detail": str(words["sentence"]), "status": status}, status=status
        )
    return render(request, "web/error.html", words, status=status)
