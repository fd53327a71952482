"""The register of pages that the navigation, the palette and the dashboard offer; each room adds its own."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from django.urls import reverse
from django.utils.translation import pgettext_lazy

from clausier.lib.refusals import Words


class Panel(NamedTuple):
    """A page that is offered to those it is open to.

    ``route`` is the name of an address without arguments. ``group`` is one of ``mine`` (my own: check, sign…),
    ``work`` (inbox, moderation, drafts…), ``governance`` (policy, people, ledger, settings…), ``public``. ``order``
    places it in its group. ``is_for(person)`` tells who sees it; for a page of the public it is asked with None.
    """

    route: str
    title: Words
    icon: str
    group: str
    order: int
    is_for: Callable[[Any], bool]

    @property
    def url(self) -> str:
        """The address of the page, in the language being spoken."""
        return reverse(self.route)


_panels: dict[str, Panel] = {}


def register(*panels: Panel) -> None:
    """Add pages; a room does it once, when Django starts."""
    _panels.update({panel.route: panel for panel in panels})


def for_person(person: Any) -> list[Panel]:
    """Return the pages that are open to a person, in their order."""
    open_to = (panel for panel in _panels.values() if panel.is_for(person))
    return sorted(open_to, key=lambda panel: (panel.group, panel.order, panel.route))


def for_everybody() -> list[Panel]:
    """Return the pages that a stranger may open, in their order: they stand at the foot of every page."""
    found = (panel for panel in _panels.values() if panel.group == "public" and panel.is_for(None))
    return sorted(found, key=lambda panel: (panel.order, panel.route))


class Group(NamedTuple):
    """The pages of a group, under its title."""

    title: Words
    panels: list[Panel]


GROUPS: dict[str, Words] = {
    "mine": pgettext_lazy("navigation", "Mine"),
    "work": pgettext_lazy("navigation", "Work"),
    "governance": pgettext_lazy("navigation", "Governance"),
    "public": pgettext_lazy("navigation", "Public"),
}


def grouped(panels: Iterable[Panel]) -> list[Group]:
    """Return pages by group, in the order of the navigation; a group without a page is not there."""
    found = list(panels)
    groups = (Group(title, [each for each in found if each.group == name]) for name, title in GROUPS.items())
    return [group for group in groups if group.panels]
