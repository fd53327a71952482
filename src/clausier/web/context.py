"""What every page knows."""

from typing import Any

from django.http import HttpRequest

from clausier.identity.selectors import organization
from clausier.ui.panels import for_everybody, for_person, grouped


def page(request: HttpRequest) -> dict[str, Any]:
    """Return the organisation, the rooms that are open to the person, and the pages that are open to everybody."""
    person = getattr(request, "user", None)
    signed = bool(person and person.is_authenticated)
    panels = for_person(person) if signed else []
    return {
        # A page of error may come before the organisation was read.
        "organization": request.organization if hasattr(request, "organization") else organization(),
        "panels": panels,
        "groups": grouped(panels),
        "offered": for_everybody(),
    }
