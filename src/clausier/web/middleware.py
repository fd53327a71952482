"""Deny by default: every view says who may open it, and one that says nothing is closed."""

from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotAllowed
from django.utils import timezone
from django.utils.translation import gettext as _

from clausier.identity import rooms
from clausier.identity.access import Access, access_of
from clausier.identity.permissions import can
from clausier.identity.selectors import organization
from clausier.lib.refusals import RefusedError
from clausier.web.errors import bad_request, refused, wrong_verb

# What a database may refuse in the middle of a query, so that a page breaks: no address of ours holds it.
NOTHING = "\0"
# Views of the libraries that we mount, by their module: they hold their own door.
WITHOUT_DATABASE = frozenset({"healthz", "choose-language", "fr", "en", "robots"})
LIBRARIES = ("allauth.", "ninja.", "django.contrib.staticfiles.")


class PlaceMiddleware:
    """Keeps the organisation with the request, and speaks of moments in its zone."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        with timezone.override(None):
            return self.get_response(request)

    def process_view(self, request: HttpRequest, _view: Any, _args: Any, _kwargs: Any) -> None:
        """Read the organisation, but for a page that must answer without the database."""
        match = request.resolver_match
        if match and match.url_name not in WITHOUT_DATABASE:
            here = organization()
            request.organization = here  # type: ignore[attr-defined]
            timezone.activate(here.timezone if here else settings.TIME_ZONE)


class AccessMiddleware:
    """Opens a view to whom it says, and shows what an action refused."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer; a verb that a page does not know gets a page too, and so does what no text holds."""
        if NOTHING in request.path or NOTHING in unquote(request.META.get("QUERY_STRING", "")):
            return bad_request(request)
        response = self.get_response(request)
        if isinstance(response, HttpResponseNotAllowed):
            response = wrong_verb(request, response)
        if _is_personal(request) and not response.has_header("Cache-Control"):
            # On a shared computer, the key that goes back must not show what the last person read.
            response.headers["Cache-Control"] = "private, no-store"
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], _args: Any, _kwargs: Any
    ) -> HttpResponseBase | None:
        """Return a refusal, or None to let the view answer."""
        if rooms.room_of(view) in rooms.off(getattr(request, "organization", None)):
            raise Http404
        access = access_of(view) or _library(view)
        if access is None:
            return refused(request, RefusedError("closed", _("This page is closed.")))
        if access.is_public:
            return None
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if access.permissions and not any(can(request.user, each) for each in access.permissions):
            return refused(request, RefusedError("not-permitted", _("Your roles do not open this page.")))
        return None

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Turn what an action refused into a page."""
        return refused(request, error) if isinstance(error, RefusedError) else None


def _is_personal(request: HttpRequest) -> bool:
    """Tell whether an answer is for one person or one program: a page that never asked who is there is for all."""
    asked = request.session.accessed and request.user.is_authenticated
    return asked or "Authorization" in request.headers


def _library(view: Any) -> Access | None:
    module = getattr(view, "__module__", "")
    return Access(is_public=True) if module.startswith(LIBRARIES) else None
