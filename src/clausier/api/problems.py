"""What cannot be answered is a problem (RFC 9457): a sentence in the caller's language, a code, the place."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from clausier.engine.context import ContextError
from clausier.lib.refusals import RefusedError

LISTED = 20  # faults of a body that are told


def problem(status: int, code: str, detail: str, **more: Any) -> HttpResponse:
    """Return a problem."""
    said = {"type": "about:blank", "title": code, "status": status, "detail": detail, **more}
    return JsonResponse(said, status=status, content_type="application/problem+json")


def _refused(request: HttpRequest, error: Any) -> HttpResponse:  # noqa: ARG001  # ninja's signature
    return problem(error.status, error.refusal.code, str(error.refusal.sentence))


def _no_key(request: HttpRequest, error: Any) -> HttpResponse:  # noqa: ARG001
    answer = problem(401, "no-key", _("Give a key in the header: Authorization: Bearer …"))
    answer["WWW-Authenticate"] = "Bearer"
    return answer


def _absent(request: HttpRequest, error: Any) -> HttpResponse:  # noqa: ARG001
    return problem(404, "not-found", _("Nothing has this name."))


def _faulty(request: HttpRequest, error: Any) -> HttpResponse:  # noqa: ARG001
    """Tell where a body or a query is wrong, without repeating what it said."""
    faults = [{"at": ".".join(str(each) for each in one["loc"]), "type": one["type"]} for one in error.errors]
    return problem(422, "bad-request", _("Some fields are missing or are not of their kind."), errors=faults[:LISTED])


def _unreadable(request: HttpRequest, error: Any) -> HttpResponse:  # noqa: ARG001
    if error.status_code == 400:  # noqa: PLR2004
        return problem(400, "not-json", _("The body is not JSON."))
    return problem(error.status_code, "refused", str(error))


def _context(request: HttpRequest, error: Any) -> HttpResponse:  # noqa: ARG001
    return problem(422, error.code, error.message(get_language() or "fr"))


def _too_large(request: HttpRequest, error: Any) -> HttpResponse:  # noqa: ARG001
    return problem(413, "too-large", _("The body has more than 5 MB: send it in several calls."))


HANDLERS: dict[type[Exception], Callable[[HttpRequest, Any], HttpResponse]] = {
    RefusedError: _refused,
    AuthenticationError: _no_key,
    Http404: _absent,
    ValidationError: _faulty,
    HttpError: _unreadable,
    ContextError: _context,
    RequestDataTooBig: _too_large,
}


def answer_problems(api: NinjaAPI) -> None:
    """Answer each kind of error of the API by a problem."""
    for kind, handler in HANDLERS.items():
        api.add_exception_handler(kind, handler)
