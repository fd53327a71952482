"""What every page knows."""

from typing import Any

from django.http import HttpRequest

from clausier.identity.selectors import organization
from clausier.ui.panels import for_person


def page(request: HttpRequest) -> dict[str, Any]:
    """Return the organisation, and the rooms that are open to the person."""
    person = getattr(request, "user", None)
    signed = bool(person and person.is_authenticated)
    return {"organization": organization(), "panels": for_person(person) if signed else []}
