"""What every page knows."""

from typing import Any

from django.http import HttpRequest

from clausier.identity.selectors import organization
from clausier.ui.panels import for_everybody, for_person, grouped
from clausier.web.rooms import opened


def page(request: HttpRequest) -> dict[str, Any]:
    """Return the organisation, the rooms that are open to the person, and the pages that are open to everybody."""
    person = getattr(request, "user", None)
    signed = bool(person and person.is_authenticated)
    # A page of error may come before the organisation was read.
    here = request.organization if hasattr(request, "organization") else organization()
    panels = opened(for_person(person), here) if signed else []
    return {
        "organization": here,
        "panels": panels,
        "groups": grouped(panels),
        "offered": opened(for_everybody(), here),
    }
