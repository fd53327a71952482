"""Pages that say what went wrong, and what to do now."""

from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from clausier.lib.refusals import RefusedError

MEGABYTE = 2**20
TOO_OFTEN = 429


def refused(request: HttpRequest, error: RefusedError) -> HttpResponse:
    """Show why an action was refused."""
    title = _("Not so fast") if error.status == TOO_OFTEN else _("This was refused")
    return _page(request, {"title": title, "sentence": error.refusal.sentence}, error.status)


def bad_request(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """Say that a request cannot be read, or that it is too large and how large it may be."""
    if isinstance(exception, RequestDataTooBig):
        limit = settings.DATA_UPLOAD_MAX_MEMORY_SIZE // MEGABYTE
        sentence = _("What was sent is too large: the limit is %(limit)s MB. Send it in parts.") % {"limit": limit}
        return _page(request, {"title": _("This is too large"), "sentence": sentence}, 413)
    return _page(request, {"title": _("This request cannot be read"), "sentence": _("Go back and try again.")}, 400)


def forbidden(request: HttpRequest, exception: Any = None) -> HttpResponse:  # noqa: ARG001
    return _page(request, {"title": _("This page is closed"), "sentence": _("Your roles do not open this page.")}, 403)


def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:  # noqa: ARG001
    sentence = _("Nothing is at this address. It may have been mistyped, or what was there has ended.")
    return _page(request, {"title": _("No such page"), "sentence": sentence}, 404)


def wrong_verb(request: HttpRequest, answer: HttpResponseNotAllowed) -> HttpResponse:
    """Say that a page is read and not written to, or the other way round; what is allowed stays in the header."""
    sentence = _("This address answers to the button of its page, not to a link. Go back, and use the button.")
    page = _page(request, {"title": _("Not this way"), "sentence": sentence}, 405)
    page.headers["Allow"] = answer.headers["Allow"]
    return page


def locked_out(request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
    """Say that too many passwords were tried, and when to try again."""
    minutes = round(settings.AXES_COOLOFF_TIME * 60)
    sentence = _("Too many tries. Wait %(minutes)s minutes, or ask for a code by e-mail.") % {"minutes": minutes}
    return _page(request, {"title": _("Not so fast"), "sentence": sentence}, TOO_OFTEN)


def broken(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Answer without the database nor the session, which may be what broke."""
    return HttpResponse(render_to_string("web/500.html"), status=500)


def csrf(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """Say that a form is too old; what was typed is still in the browser's page."""
    sentence = _("This form has expired. Go back, reload the page, and send it again.")
    return _page(request, {"title": _("This form has expired"), "sentence": sentence}, 403)


def _page(request: HttpRequest, words: dict[str, Any], status: int) -> HttpResponse:
    """Answer a program with a problem, a fragment with the sentence at the top of its page, a reader with a page."""
    if request.path.startswith("/api/"):
        return JsonResponse(
            {"title": words["title"], "detail": str(words["sentence"]), "status": status}, status=status
        )
    if request.headers.get("HX-Request"):
        answer = render(request, "web/refusal.html", words, status=status)
        answer["HX-Retarget"] = "#main"
        answer["HX-Reswap"] = "afterbegin show:window:top"
        return answer
    return render(request, "web/error.html", words, status=status)
