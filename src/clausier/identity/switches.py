"""The register of what an installation may switch on or off: rooms, and the limits that people were promised."""

from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from clausier.identity.models import Organization
from clausier.lib.refusals import Words


class Switch(NamedTuple):
    """Something that is on or off for the whole organisation, what it does, and how it stands until it is touched."""

    key: str
    title: Words
    help: Words
    default: bool = False


_switches: dict[str, Switch] = {}


def register(*added: Switch) -> None:
    """Add switches; a room does it once, when Django starts."""
    _switches.update({switch.key: switch for switch in added})


def all_switches() -> list[Switch]:
    """Return the switches in the order of their names."""
    return [_switches[key] for key in sorted(_switches)]


def named(key: str) -> Switch:
    """Return a switch. Raises KeyError for one that no room knows."""
    return _switches[key]


def state(organization: Organization | None, key: str) -> bool:
    """Tell whether a switch is on. Raises KeyError for one that no room knows."""
    stored = organization.settings.get(key) if organization else None
    return named(key).default if stored is None else bool(stored)


PUBLIC_CHECK = Switch(
    "public-check",
    _("Check without signing in"),
    _("Anybody may have a text checked against the published rules. Nothing of it is kept."),
)
register(PUBLIC_CHECK)
