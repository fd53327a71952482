"""The rooms of the API: a route whose room is off answers that it is not there, and is not described."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI, Router
from ninja.openapi.schema import OpenAPISchema

from clausier.api.problems import problem
from clausier.identity import rooms
from clausier.identity.selectors import organization

# The room of the routes, by their tag; the policy and its decisions are in none that may be off.
ROOMS = {"inbox": "inbox", "check": "posts"}


class Api(NinjaAPI):
    """The API, whose description tells of the rooms that are on."""

    def get_openapi_schema(self, **given: Any) -> OpenAPISchema:
        """Return the description, without the routes of the rooms that are off."""
        schema = super().get_openapi_schema(**given)
        closed = rooms.off(organization())
        kept = {path: _open(operations, closed) for path, operations in schema["paths"].items()}
        schema["paths"] = {path: operations for path, operations in kept.items() if operations}
        return schema

    def add_rooms(self, routers: list[tuple[str, Router]]) -> None:
        """Add routers each under its prefix and behind the door of its room."""
        for prefix, router in routers:
            name = next((ROOMS[tag] for tag in router.tags or () if tag in ROOMS), "")
            if name:
                router.add_decorator(_door(name), mode="view")
            self.add_router(prefix, router)


def _open(operations: dict[str, Any], closed: frozenset[str]) -> dict[str, Any]:
    return {
        verb: each for verb, each in operations.items() if not any(ROOMS.get(tag) in closed for tag in each["tags"])
    }


def _door(name: str) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """Return what answers 404 in place of a route, key or not, while its room is off."""

    def behind(run: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(run)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if name in rooms.off(organization()):
                sentence = _("“%(room)s” is switched off here.") % {"room": rooms.title_of(name)}
                return problem(404, "room-off", sentence)
            return run(request, *args, **kwargs)

        return answer

    return behind
