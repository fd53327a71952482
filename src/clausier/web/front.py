"""The first page of the organisation: what a visitor comes for, and what a new installation still lacks."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import get_language

from clausier.identity.access import person_of
from clausier.identity.models import Organization
from clausier.policy import selectors as policies
from clausier.policy.models import Version
from clausier.web.beginning.steps import steps_of
from clausier.web.selectors import address, contents, set_in

PUBLIC_CHECK = "public-check"  # the organisation's switch: the check is open to strangers


def front_page(request: HttpRequest) -> dict[str, Any]:
    """Return what the first page shows, in the language being spoken."""
    here: Organization | None = request.organization  # type: ignore[attr-defined]
    version = policies.in_force()
    steps = steps_of(person_of(request)) if here and request.user.is_authenticated else []
    return {
        "steps": steps,
        "minutes": sum(step.minutes for step in steps if not step.is_done),
        "version": version,
        **(_policy(version) if version else {}),
        "check": _check(request, here),
    }


def _policy(version: Version) -> dict[str, Any]:
    policy = policies.policy_of(version)
    return {"policy_title": set_in(policy.title, get_language() or "fr"), "contents": contents(policy)}


def _check(request: HttpRequest, here: Organization | None) -> str:
    """Return where a text is checked before it is published: one's own page, or the public one where it is open."""
    if request.user.is_authenticated:
        return address("check")
    return address("may-i") if here and here.settings.get(PUBLIC_CHECK) else ""
