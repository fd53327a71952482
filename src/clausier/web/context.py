"""What every page knows."""

from typing import Any, NamedTuple

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from clausier.identity.selectors import organization
from clausier.lib.refusals import Words
from clausier.ui.panels import for_person, grouped


class Offered(NamedTuple):
    """A page that is offered to everybody, at the foot of every page."""

    route: str
    title: Words
    icon: str

    @property
    def url(self) -> str:
        return reverse(self.route)


OFFERED = (
    Offered("policy", _("The policy"), "policy"),
    Offered("comments-policy", _("Comments policy"), "comments"),
    Offered("find-my-comment", _("Where is my comment?"), "search"),
    Offered("limits", _("What is not done here"), "shield"),
)


def page(request: HttpRequest) -> dict[str, Any]:
    """Return the organisation, and the rooms that are open to the person."""
    person = getattr(request, "user", None)
    signed = bool(person and person.is_authenticated)
    panels = for_person(person) if signed else []
    return {
        # A page of error may come before the organisation was read.
        "organization": request.organization if hasattr(request, "organization") else organization(),
        "panels": panels,
        "groups": grouped(panels),
        "offered": [each for each in OFFERED if _is_there(each)],
    }


def _is_there(offered: Offered) -> bool:
    try:
        return bool(offered.url)
    except NoReverseMatch:  # the room is not in this installation
        return False
