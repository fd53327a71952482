"""The pages of identity, for those they are open to."""

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _

from clausier.identity.models import Person
from clausier.identity.permissions import can
from clausier.ui.panels import Panel


def _may(permission: str) -> Callable[[Person], bool]:
    return lambda person: can(person, permission)


def _everybody(_person: Person) -> bool:
    return True


PANELS = (
    Panel("my-data", _("My data"), "eye", "mine", 80, _everybody),
    Panel("settings", _("Settings"), "settings", "mine", 90, _everybody),
    Panel("people", _("People"), "people", "governance", 30, _may("identity.people.view")),
    Panel("roles", _("Roles"), "shield", "governance", 31, _may("identity.roles.view")),
    Panel("duties", _("Duties"), "list", "governance", 32, _may("identity.duties.assign")),
    Panel("tokens", _("Keys of programs"), "key", "governance", 90, _may("identity.tokens.manage")),
)
